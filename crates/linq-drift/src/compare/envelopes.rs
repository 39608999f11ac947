//! Comparison of the envelope of events and the body of errors.

use super::values::Values;
use crate::published::Published;
use linq_core::webhook::Event;
use serde_json::json;
use std::collections::BTreeSet;

/// Fields of an event, each with a check that core reads it.
const ENVELOPE: [(&str, IsRead); 8] = [
    ("api_version", |event| event.api_version.is_some()),
    ("created_at", |event| event.created_at.is_some()),
    ("data", |event| !event.raw().is_empty()),
    ("event_id", |event| event.event_id.as_str() == VALUE),
    ("event_type", |event| event.event_type.as_str() == VALUE),
    ("partner_id", |event| event.partner_id.is_some()),
    ("trace_id", |event| event.trace_id.is_some()),
    ("webhook_version", |event| event.webhook_version.is_some()),
];

/// Returns whether core has read a field.
type IsRead = fn(&Event) -> bool;

/// A valid value of every field but `data`.
const VALUE: &str = "2026-10-09T12:34:56Z";

/// Fields of an error that `linq_core::error::ApiError` has. (`error.status` is the status of the response; `success`
/// is always false, and missing in some responses.)
const ERROR_BODY: [&str; 7] = [
    "error.code",
    "error.doc_url",
    "error.message",
    "error.retry_after",
    "error.status",
    "success",
    "trace_id",
];

pub(super) fn compare(values: &mut Values, published: &Published) {
    let known = ENVELOPE.map(|(name, _)| name);
    compare_names(values, "event", &published.event_envelope, &known);
    for (name, is_read) in ENVELOPE {
        if published.event_envelope.contains(name) && !is_read(&event()) {
            values.report(
                format!("event.{name}"),
                "linq-core does not read this field",
            );
        }
    }
    compare_names(values, "error_body", &published.error_body, &ERROR_BODY);
}

fn compare_names(values: &mut Values, what: &str, described: &BTreeSet<String>, core: &[&str]) {
    for name in described {
        if !core.contains(&name.as_str()) {
            values.report(format!("{what}.{name}"), "linq-core lacks this field");
        }
    }
    for name in core {
        if !described.is_empty() && !described.contains(*name) {
            values.report(what, format!("the description lacks `{name}`"));
        }
    }
}

/// Returns an event with every field of the table.
fn event() -> Event {
    let mut body = serde_json::Map::new();
    for (name, _) in ENVELOPE {
        body.insert(name.to_owned(), json!(VALUE));
    }
    body.insert("data".to_owned(), json!({}));
    let body = serde_json::Value::from(body).to_string();
    Event::parse_unverified(body).expect("a valid event")
}
