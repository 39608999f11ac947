//! The fields without which a response or an event cannot be decoded, in `tests/vectors/identities.txt`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use linq_core::{
    api::ENDPOINTS,
    schema::{Schema, identities},
    webhook::{Event, EventData},
};
use linq_suite::compare_text_with_vector;
use serde_json::{Value, json};

fn paths(schema: Option<Schema>) -> Vec<String> {
    let identities = schema.map(identities).unwrap_or_default();
    identities.into_iter().map(|it| it.path).collect()
}

fn line(name: &str, paths: &[String]) -> String {
    let paths = if paths.is_empty() {
        "-".to_owned()
    } else {
        paths.join(", ")
    };
    format!("{name}: {paths}\n")
}

#[test]
fn identities_of_every_operation_and_of_events() {
    let operations = ENDPOINTS
        .iter()
        .map(|info| line(info.name, &paths(info.response_schema)));
    let mut text: String = operations.collect();
    text += "\n";
    text += &line("events", &identity_of_events());
    compare_text_with_vector("identities.txt", &text);
}

/// Returns the fields without which an event cannot be decoded.
fn identity_of_events() -> Vec<String> {
    let event = json!({
        "api_version": "v3",
        "created_at": "2026-10-09T12:34:56.789Z",
        "data": { "chat_id": "c1" },
        "event_id": "e1",
        "event_type": "chat.typing_indicator.started",
        "partner_id": "p1",
        "trace_id": "t1",
        "webhook_version": "2026-02-03",
    });
    let is_decoded = |event: &Value| Event::parse_unverified(event.to_string()).is_ok();
    assert!(is_decoded(&event));
    let names = event.as_object().unwrap().keys().cloned();
    let is_required = |name: &String| {
        let mut rest = event.clone();
        rest.as_object_mut().unwrap().remove(name);
        !is_decoded(&rest)
    };
    names.filter(is_required).collect()
}

#[test]
fn payload_of_an_event_has_no_identity() {
    for (event_type, schema) in EventData::schemas() {
        assert_eq!(paths(Some(schema)), [""; 0], "{event_type}");
    }
}
