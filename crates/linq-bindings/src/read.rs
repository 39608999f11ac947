//! From core's descriptions to the neutral model.

use crate::api::{
    Api, Body, Declaration, Event, Field, Member, Operation, Parameter, Side, Type, TypeName,
    Value, is_private,
};
use linq_core::{
    api::ENDPOINTS,
    describe::{Describe, EnumInfo, ModelInfo, Shape, UnionInfo},
    endpoint::{EndpointInfo, FieldInfo, Place},
    webhook::{EventData, EventType, LegacyMessageEvent, MessageEventData},
};
use std::collections::BTreeMap;

impl Api {
    /// Everything that [`linq_core`] has.
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

/// The types met so far.
#[derive(Default)]
struct Types {
    declared: BTreeMap<TypeName, Declaration>,
}

impl Types {
    fn operation(&mut self, info: &'static EndpointInfo) -> Operation {
        let (headers, others): (Vec<&FieldInfo>, Vec<_>) = info
            .fields
            .iter()
            .partition(|field| field.place == Place::Header);
        let parameters = others.into_iter().chain(headers).map(|field| Parameter {
            name: match field.place {
                Place::Header => field.name.to_lowercase().replace('-', "_"),
                _ => field.name.to_owned(),
            },
            ty: self.ty(Side::Request, field.shape),
            is_in_path: field.place == Place::Path,
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
            reply: info.response_shape.map(|shape| self.ty(Side::Reply, shape)),
        }
    }

    fn events(&mut self) -> Vec<Event> {
        let shapes: BTreeMap<String, Shape> = EventData::shapes()
            .into_iter()
            .map(|(event_type, shape)| (event_type.as_str().to_owned(), shape))
            .collect();
        let Shape::Enum(all) = EventType::SHAPE else {
            return Vec::new();
        };
        let newest = self.ty(Side::Reply, MessageEventData::SHAPE);
        let legacy = self.ty(Side::Reply, LegacyMessageEvent::SHAPE);
        let event = |value: &'static linq_core::describe::EnumValue| {
            let mut payloads = Vec::new();
            if let Some(shape) = shapes.get(value.text) {
                let payload = self.ty(Side::Reply, *shape);
                let versions = if payload == newest {
                    vec![payload, legacy.clone()]
                } else {
                    vec![payload]
                };
                payloads.extend(versions.into_iter().filter_map(|payload| match payload {
                    Type::Named(name) => Some(name),
                    _ => None,
                }));
            }
            Event {
                name: value.text,
                doc: value.doc,
                payloads,
            }
        };
        all.values.iter().map(event).collect()
    }

    fn ty(&mut self, side: Side, shape: Shape) -> Type {
        let mut inside = |shape: fn() -> Shape| Box::new(self.ty(side, shape()));
        match shape {
            Shape::Text => Type::Text,
            Shape::Private => Type::Private,
            Shape::DateTime => Type::DateTime,
            Shape::Integer => Type::Integer,
            Shape::Number => Type::Number,
            Shape::Boolean => Type::Boolean,
            Shape::List(item) => Type::List(inside(item)),
            Shape::Map(value) => Type::Map(inside(value)),
            Shape::Page(item) => Type::Page(inside(item)),
            Shape::Nullable(value) => Type::Nullable(inside(value)),
            Shape::Enum(info) => self.declare(Side::Reply, info.name, |_| an_enum(info)),
            Shape::Object(info) => self.declare(side, info.name, |types| types.model(side, info)),
            Shape::Union(info) => self.declare(side, info.name, |types| types.union(side, info)),
            _ => Type::Any,
        }
    }

    fn declare(
        &mut self,
        side: Side,
        name: &'static str,
        make: impl FnOnce(&mut Self) -> Declaration,
    ) -> Type {
        let name = TypeName { side, name };
        if !self.declared.contains_key(&name) {
            // A type may hold itself: its name has to be known while it is being read.
            let unfinished = Declaration {
                doc: "",
                body: Body::Model(Vec::new()),
            };
            self.declared.insert(name.clone(), unfinished);
            let declaration = make(self);
            self.declared.insert(name.clone(), declaration);
        }
        Type::Named(name)
    }

    fn model(&mut self, side: Side, info: &'static ModelInfo) -> Declaration {
        let fields = info.fields().map(|field| {
            let ty = self.ty(side, (field.shape)());
            Field {
                name: field.name,
                is_private: is_private(side, info.name, field.name, &ty),
                ty,
                is_optional: field.is_optional,
                doc: field.doc,
            }
        });
        Declaration {
            body: Body::Model(fields.collect()),
            doc: info.doc,
        }
    }

    fn union(&mut self, side: Side, info: &'static UnionInfo) -> Declaration {
        let members =
            info.members
                .iter()
                .filter_map(|member| match self.ty(side, (member.shape)()) {
                    Type::Named(model) => Some(Member {
                        tag: member.tag,
                        model,
                    }),
                    _ => None,
                });
        Declaration {
            body: Body::Union(members.collect()),
            doc: info.doc,
        }
    }
}

fn an_enum(info: &'static EnumInfo) -> Declaration {
    let values = info.values.iter().map(|value| Value {
        name: value.name,
        text: value.text,
        doc: value.doc,
    });
    Declaration {
        body: Body::Enum(values.collect()),
        doc: info.doc,
    }
}
