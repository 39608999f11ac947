use crate::types;
use linq_core::schema::{FieldSchema, ObjectSchema, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// The API according to a description.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Published {
    /// Operations, in the order of the description.
    pub operations: Vec<Operation>,
    /// Payload of each type of event; `None` if it is not described.
    pub events: BTreeMap<String, Option<Schema>>,
    /// Payload of each type of event in version `2025-01-01`, if it is described separately.
    pub legacy_events: BTreeMap<String, Option<Schema>>,
    /// Fields around the payload of every event; empty if not described.
    pub event_envelope: BTreeSet<String>,
    /// Fields of an error's body, such as `error.code`; empty if not described.
    pub error_body: BTreeSet<String>,
    /// Objects, by name.
    pub objects: BTreeMap<String, &'static ObjectSchema>,
}

impl Published {
    /// Returns the objects that no operation and no event refers to, which are not compared with anything.
    #[must_use]
    pub fn unused_objects(&self) -> Vec<&str> {
        let operations = self.operations.iter();
        let mut open: Vec<Schema> = operations.flat_map(Operation::types).collect();
        let events = self.events.values().chain(self.legacy_events.values());
        open.extend(events.flatten());
        let mut used = BTreeSet::new();
        while let Some(schema) = open.pop() {
            let is_new = match schema {
                Schema::Object(object) => used.insert(object.name),
                _ => true,
            };
            if is_new {
                open.extend(types::parts(schema));
            }
        }
        let names = self.objects.keys().map(String::as_str);
        names.filter(|name| !used.contains(name)).collect()
    }
}

/// An operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// HTTP method, in upper case.
    pub method: String,
    /// Path relative to the base URL, with `{…}` for its parameters.
    pub path: String,
    /// Parameters of the request, except those of the path.
    pub parameters: Vec<Parameter>,
    /// Types of the successful responses; empty if they have no body.
    pub responses: Vec<Schema>,
}

impl Operation {
    fn types(&self) -> impl Iterator<Item = Schema> {
        let parameters = self.parameters.iter();
        let parameters = parameters.map(|parameter| parameter.field.schema);
        parameters.chain(self.responses.iter().copied())
    }
}

/// A parameter of a query or header, or a field of a body.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// `query`, `header` or `body`.
    pub place: &'static str,
    /// Name, type and presence.
    pub field: FieldSchema,
}
