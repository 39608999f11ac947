//! Comparison of a description with `linq-core`.

mod envelopes;
mod values;

use crate::published::{Operation, Published};
use linq_core::{
    api::ENDPOINTS,
    endpoint::{EndpointInfo, FieldInfo, ParamLocation},
    schema::Schema,
    webhook::{EventData, EventType},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};
use values::{Direction, Values};

/// A difference between a description and `linq-core`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Difference {
    /// An operation, a field of a type, or an event.
    pub place: String,
    /// The difference, as a message.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Returns all differences, sorted and without duplicates.
///
/// A missing limit of a value in `linq-core` is not a difference.
#[must_use]
pub fn differences(published: &Published) -> Vec<Difference> {
    let mut values = Values::default();
    for operation in &published.operations {
        match operation.endpoint() {
            Some(info) => compare_operation(&mut values, operation, info),
            None => values.report(operation.to_string(), "linq-core lacks this operation"),
        }
    }
    let known: BTreeSet<_> = published.operations.iter().map(route).collect();
    for info in ENDPOINTS {
        if !known.contains(&core_route(info)) {
            values.report(info.name, "the description lacks this operation");
        }
    }
    compare_events(&mut values, published);
    envelopes::compare(&mut values, published);
    values.finish()
}

fn compare_operation(values: &mut Values, operation: &Operation, info: &EndpointInfo) {
    for parameter in &operation.parameters {
        let described = &parameter.field;
        let place = format!("{} {} {}", info.name, parameter.place, described.name);
        let Some(field) = info
            .fields
            .iter()
            .find(|field| is_named(field, parameter.place, described.name))
        else {
            values.report(place, "linq-core lacks this parameter");
            continue;
        };
        match (!described.is_optional(), field.required) {
            (true, false) => values.report(&place, "is required, optional in linq-core"),
            (false, true) => values.report(&place, "is optional, required by linq-core"),
            _ => {}
        }
        values.compare(Direction::Sent, described.schema, field.schema, &place);
    }
    for field in info.fields {
        let is_described = field.location == ParamLocation::Path
            || operation
                .parameters
                .iter()
                .any(|parameter| is_named(field, parameter.place, parameter.field.name));
        if !is_described {
            let place = format!("{} {} {}", info.name, place(field.location), field.name);
            values.report(place, "the description lacks this parameter");
        }
    }
    let response = format!("{} response", info.name);
    match (&operation.responses[..], info.response_schema) {
        ([], Some(_)) => values.report(response, "has no body, linq-core expects one"),
        ([_, ..], None) => values.report(response, "has a body, which linq-core ignores"),
        (responses, Some(schema)) => {
            for described in responses {
                values.compare(Direction::Received, *described, schema, &response);
            }
        }
        ([], None) => {}
    }
}

fn compare_events(values: &mut Values, published: &Published) {
    compare_version(values, &published.events, <[Schema]>::first);
    compare_version(values, &published.legacy_events, <[Schema]>::last);
    let is_described = |event_type: &str| {
        published.events.contains_key(event_type)
            || published.legacy_events.contains_key(event_type)
    };
    for event_type in EventType::KNOWN {
        if !published.events.is_empty() && !is_described(event_type) {
            values.report(*event_type, "the description lacks this event");
        }
    }
}

/// Compares the payloads of events in one version, which `version` selects from core's, newest first.
fn compare_version(
    values: &mut Values,
    described: &BTreeMap<String, Option<Schema>>,
    version: fn(&[Schema]) -> Option<&Schema>,
) {
    for (name, payload) in described {
        let event_type = EventType::from(name.as_str());
        if !event_type.is_known() {
            values.report(name, "linq-core does not know this event");
            continue;
        }
        match (payload, version(&EventData::versions(&event_type))) {
            (Some(described), Some(core)) => {
                values.compare(Direction::Received, *described, *core, name);
            }
            (Some(_), None) => values.report(name, "linq-core does not read its payload"),
            (None, _) => {}
        }
    }
}

impl Operation {
    /// Returns core's operation with the same method and path.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
        let endpoints = ENDPOINTS.iter().copied();
        let mut same = endpoints.filter(|info| core_route(info) == route(self));
        same.next()
    }
}

fn route(operation: &Operation) -> (String, String) {
    (operation.method.clone(), normalized(&operation.path))
}

fn core_route(info: &EndpointInfo) -> (String, String) {
    (info.method.to_string(), normalized(info.path))
}

/// Returns a path without the names of its parameters, which are not sent.
fn normalized(path: &str) -> String {
    let segments = path.split('/');
    let segments = segments.map(|segment| {
        if segment.starts_with('{') {
            "{}"
        } else {
            segment
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

fn is_named(field: &FieldInfo, in_place: &str, name: &str) -> bool {
    place(field.location) == in_place
        && (field.name == name || in_place == "header" && is_header(field.name, name))
}

fn is_header(field: &str, name: &str) -> bool {
    field.replace('_', "-").eq_ignore_ascii_case(name)
}

fn place(place: ParamLocation) -> &'static str {
    match place {
        ParamLocation::Path => "path",
        ParamLocation::Query => "query",
        ParamLocation::Header => "header",
        ParamLocation::Body => "body",
        _ => "elsewhere",
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_path_parameters_are_ignored() {
        assert_eq!(
            normalized("/v3/chats/{chatId}/x"),
            normalized("/v3/chats/{chat_id}/x")
        );
        assert_ne!(
            normalized("/v3/chats/{chat_id}"),
            normalized("/v3/chats/all")
        );
    }

    #[test]
    fn header_names_are_case_insensitive() {
        assert!(is_header("idempotency_key", "Idempotency-Key"));
        assert!(!is_header("idempotency_key", "Idempotency"));
    }
}
