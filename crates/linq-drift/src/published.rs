use crate::types;
use linq_core::schema::{FieldSchema, ObjectSchema, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// The API, as a description has it.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Published {
    /// The operations, in the order of the description.
    pub operations: Vec<Operation>,
    /// The payload of each type of event; `None` where none is described.
    pub events: BTreeMap<String, Option<Schema>>,
    /// The payload of each type of event in version `2025-01-01`, where that is described of its own.
    pub legacy_events: BTreeMap<String, Option<Schema>>,
    /// The fields around the payload of every event; empty where that is not described.
    pub event_envelope: BTreeSet<String>,
    /// The fields of an error's body, such as `error.code`; empty where that is not described.
    pub error_body: BTreeSet<String>,
    /// The objects, by name.
    pub objects: BTreeMap<String, &'static ObjectSchema>,
}

impl Published {
    /// Returns the objects that no operation and no event leads to, so that nothing is compared with them.
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

/// One operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path below the base URL, with `{…}` for its parameters.
    pub path: String,
    /// What is sent, besides the parameters of the path.
    pub parameters: Vec<Parameter>,
    /// The types of the responses to a success; empty where they have no body.
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
    /// Its name, its type, and whether it has to be there.
    pub field: FieldSchema,
}
