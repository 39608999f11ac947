//! Reads the API from the tables of [`linq_core`].

use crate::api::{Api, Declaration, Event, Operation, Parameter, Side, TypeName};
use linq_core::{
    api::ENDPOINTS,
    endpoint::{EndpointInfo, FieldInfo, ParamLocation},
    schema::{EnumValue, HasSchema, Schema},
    webhook::{EventData, EventType},
};
use std::collections::BTreeMap;

impl Api {
    /// Reads the API of [`linq_core`].
    #[must_use]
    pub fn read() -> Self {
        let mut types = Types::default();
        let operations = ENDPOINTS.iter().map(|info| types.operation(info)).collect();
        let events = types.events();
        Self {
            operations,
            types: types.declared,
            events,
        }
    }
}

/// Types that have been found.
#[derive(Default)]
struct Types {
    declared: BTreeMap<TypeName, Declaration>,
}

impl Types {
    fn operation(&mut self, info: &'static EndpointInfo) -> Operation {
        for field in info.fields {
            self.reach(Side::Request, field.schema);
        }
        if let Some(schema) = info.response_schema {
            self.reach(Side::Response, schema);
        }
        let (headers, others): (Vec<&FieldInfo>, Vec<_>) = info
            .fields
            .iter()
            .partition(|field| field.location == ParamLocation::Header);
        let parameters = others.into_iter().chain(headers).map(|field| Parameter {
            name: match field.location {
                ParamLocation::Header => field.name.to_lowercase().replace('-', "_"),
                _ => field.name.to_owned(),
            },
            schema: field.schema,
            is_in_path: field.location == ParamLocation::Path,
            is_required: field.required,
            doc: field.doc,
        });
        Operation {
            name: info.name,
            request: info.request,
            doc: info.doc,
            page: info.page(),
            route: format!("{} {}", info.method, info.path),
            parameters: parameters.collect(),
            response: info.response_schema,
            response_may_be_absent: info.response_may_be_absent,
        }
    }

    fn events(&mut self) -> Vec<Event> {
        let Schema::Enum(all) = EventType::SCHEMA else {
            return Vec::new();
        };
        let event = |value: &'static EnumValue| {
            let event_type = EventType::from(value.text);
            Event {
                name: value.text,
                doc: value.doc,
                payloads: EventData::versions(&event_type)
                    .into_iter()
                    .filter_map(|schema| {
                        self.reach(Side::Response, schema);
                        TypeName::of(Side::Response, schema)
                    })
                    .collect(),
            }
        };
        all.values.iter().map(event).collect()
    }

    /// Declares a type and its parts.
    fn reach(&mut self, side: Side, schema: Schema) {
        match schema {
            Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => {
                self.reach(side, *inner);
            }
            Schema::Page(page) => self.reach(side, page.item),
            _ => {
                if let Some(declaration) = Declaration::of(schema) {
                    self.declare(side, declaration);
                }
            }
        }
    }

    fn declare(&mut self, side: Side, declaration: Declaration) {
        // Types may be recursive.
        let previous = self.declared.insert(declaration.name(side), declaration);
        if previous.is_some() {
            return;
        }
        for inner in declaration.parts() {
            self.reach(side, inner);
        }
    }
}
