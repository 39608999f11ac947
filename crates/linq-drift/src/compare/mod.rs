//! Where a description and `linq-core` differ.

mod envelopes;
mod values;

use crate::published::{Operation, Published};
use linq_core::{
    api::ENDPOINTS,
    describe::Describe,
    endpoint::{EndpointInfo, FieldInfo, Place},
    webhook::{EventData, EventType, LegacyMessageEvent},
};
use std::{collections::BTreeSet, fmt};
use values::{Direction, Values};

/// One thing that `linq-core` lacks or has otherwise.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Difference {
    /// Where: an operation, a field of a type, an event.
    pub place: String,
    /// What is different.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Everything that `linq-core` lacks or has otherwise, in order and once each.
///
/// What `linq-core` reads more leniently than it would have to is no difference: a field of a reply
/// that it takes for optional, a value that it does not limit.
#[must_use]
pub fn differences(published: &Published) -> Vec<Difference> {
    let mut values = Values::new(&published.models);
    for operation in &published.operations {
        match core_operation(operation) {
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

fn compare_operation(values: &mut Values<'_>, operation: &Operation, info: &EndpointInfo) {
    for parameter in &operation.parameters {
        let place = format!("{} {} {}", info.name, parameter.place, parameter.name);
        let Some(field) = info
            .fields
            .iter()
            .find(|field| is_named(field, parameter.place, &parameter.name))
        else {
            values.report(place, "linq-core lacks this parameter");
            continue;
        };
        match (parameter.field.is_required, field.required) {
            (true, false) => values.report(&place, "is required, optional in linq-core"),
            (false, true) => values.report(&place, "is optional, required by linq-core"),
            _ => {}
        }
        values.compare(Direction::Sent, &parameter.field.kind, field.shape, &place);
    }
    for field in info.fields {
        let is_described = field.place == Place::Path
            || operation
                .parameters
                .iter()
                .any(|parameter| is_named(field, parameter.place, &parameter.name));
        if !is_described {
            let place = format!("{} {} {}", info.name, place(field.place), field.name);
            values.report(place, "the description lacks this parameter");
        }
    }
    let reply = format!("{} reply", info.name);
    match (&operation.replies[..], info.response_shape) {
        ([], Some(_)) => values.report(reply, "has none, linq-core expects one"),
        ([_, ..], None) => values.report(reply, "linq-core passes over it"),
        (replies, Some(shape)) => {
            for kind in replies {
                values.compare(Direction::Received, kind, shape, &reply);
            }
        }
        ([], None) => {}
    }
}

fn compare_events(values: &mut Values<'_>, published: &Published) {
    let shapes = EventData::shapes();
    for (event_type, payload) in &published.events {
        if !EventType::from(event_type.as_str()).is_known() {
            values.report(event_type, "linq-core does not know this event");
            continue;
        }
        let shape = shapes
            .iter()
            .find(|(known, _)| known.as_str() == event_type);
        match (payload, shape) {
            (Some(kind), Some((_, shape))) => {
                values.compare(Direction::Received, kind, *shape, event_type);
            }
            (Some(_), None) => values.report(event_type, "linq-core does not read its payload"),
            (None, _) => {}
        }
    }
    for (event_type, kind) in &published.legacy_events {
        let shape = LegacyMessageEvent::SHAPE;
        values.compare(Direction::Received, kind, shape, event_type);
    }
    for event_type in EventType::KNOWN {
        if !published.events.is_empty() && !published.events.contains_key(*event_type) {
            values.report(*event_type, "the description lacks this event");
        }
    }
}

fn core_operation(operation: &Operation) -> Option<&'static EndpointInfo> {
    let wanted = route(operation);
    ENDPOINTS
        .iter()
        .copied()
        .find(|info| core_route(info) == wanted)
}

fn route(operation: &Operation) -> (String, String) {
    (operation.method.clone(), without_names(&operation.path))
}

fn core_route(info: &EndpointInfo) -> (String, String) {
    (info.method.to_string(), without_names(info.path))
}

/// What a path's parameters are called never shows on the wire.
fn without_names(path: &str) -> String {
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
    place(field.place) == in_place
        && (field.name == name || in_place == "header" && is_header(field.name, name))
}

fn is_header(field: &str, name: &str) -> bool {
    field.replace('_', "-").eq_ignore_ascii_case(name)
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Body => "body",
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
    use crate::published::Kind;

    #[test]
    fn a_parameter_of_a_path_may_have_any_name() {
        assert_eq!(
            without_names("/v3/chats/{chatId}/x"),
            without_names("/v3/chats/{chat_id}/x")
        );
        assert_ne!(
            without_names("/v3/chats/{chat_id}"),
            without_names("/v3/chats/all")
        );
    }

    #[test]
    fn a_header_is_found_whatever_its_case() {
        assert!(is_header("idempotency_key", "Idempotency-Key"));
        assert!(!is_header("idempotency_key", "Idempotency"));
    }

    #[test]
    fn texts_of_kinds_add_up() {
        let values = |values: &[&str]| Kind::Enum(values.iter().map(|&v| v.to_owned()).collect());
        assert_eq!(values(&["a"]).or(values(&["b"])), values(&["a", "b"]));
        assert_eq!(values(&["a"]).or(Kind::DateTime), Kind::Text);
        assert_eq!(
            Kind::Integer.or_null().or(Kind::Number),
            Kind::Number.or_null()
        );
        assert_eq!(Kind::Text.or(Kind::Boolean), Kind::Any);
    }
}
