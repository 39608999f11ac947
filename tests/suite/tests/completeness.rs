//! Core matches `tests/linq-v3.json`: operations, fields, values, events.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::webhook::{Event, EventData};
use linq_drift::{Published, differences};
use linq_suite::samples::{Fill, published, spec};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Intentional differences, each with its reason. An outdated one is a failure.
const INTENTIONAL_DIFFERENCES: &[(&str, &str)] = &[(
    "payments.create header Idempotency-Key: the description lacks this parameter",
    "linq-v3.json leaves it out, the guides to payments ask for it",
)];

fn report(spec: &Value) -> BTreeSet<String> {
    let published = Published::from_facts(spec).unwrap();
    let differences = differences(&published);
    differences.iter().map(ToString::to_string).collect()
}

#[test]
fn core_matches_the_published_spec() {
    let found = report(&spec());
    let expected: BTreeSet<_> = INTENTIONAL_DIFFERENCES
        .iter()
        .map(|(line, _)| (*line).to_owned())
        .collect();
    let unexpected: Vec<_> = found.difference(&expected).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    let outdated: Vec<_> = expected.difference(&found).collect();
    assert!(
        outdated.is_empty(),
        "not differences any more: {outdated:#?}"
    );
}

#[test]
fn every_published_object_is_compared() {
    let published = published();
    // Base types, never sent by themselves.
    assert_eq!(published.unused_objects(), ["LegacyMessageEvent"]);
}

#[test]
fn every_event_is_typed_without_optional_fields() {
    for (event_type, payload) in published().events {
        let Some(payload) = payload else {
            continue;
        };
        for fill in Fill::ALL {
            let data = fill.sample(payload);
            let event = json!({
                "event_id": "e1",
                "event_type": event_type,
                "webhook_version": "2026-02-03",
                "data": data,
            });
            let event = Event::parse_unverified(event.to_string()).unwrap();
            if let EventData::Other(other) = &event.data {
                panic!("{event_type} {fill:?}: {:?}", other.problem());
            }
            assert!(event.warnings().is_empty(), "{event_type} {fill:?}");
            let decoded = serde_json::to_value(&event.data).unwrap();
            assert_eq!(decoded, without_nulls(data), "{event_type} {fill:?}");
        }
    }
}

/// Removes `null`s: they decode as absent, and absent fields are not encoded.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

/// Returns the differences that `change` adds to the report.
fn new_differences(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut spec = spec();
    let before = report(&spec);
    change(&mut spec);
    report(&spec).difference(&before).cloned().collect()
}

fn endpoint<'a>(spec: &'a mut Value, name: &str) -> &'a mut Value {
    let endpoints = spec["endpoints"].as_array_mut().unwrap();
    endpoints
        .iter_mut()
        .find(|endpoint| endpoint["name"] == name)
        .unwrap()
}

fn rename(fields: &mut Value, from: &str, to: &str) {
    let fields = fields.as_object_mut().unwrap();
    let value = fields.remove(from).unwrap();
    fields.insert(to.to_owned(), value);
}

#[test]
fn new_operation_is_reported() {
    let found = new_differences(|spec| {
        let new = json!({ "name": "chats.pin", "http": "POST", "path": "/v3/chats/{chat_id}/pin", "returns": null });
        spec["endpoints"].as_array_mut().unwrap().push(new);
    });
    assert_eq!(
        found,
        ["POST /v3/chats/{chat_id}/pin: linq-core lacks this operation"]
    );
}

#[test]
fn removed_operation_is_reported() {
    let found = new_differences(|spec| {
        let endpoints = spec["endpoints"].as_array_mut().unwrap();
        endpoints.retain(|endpoint| endpoint["name"] != "chats.typing.stop");
    });
    assert_eq!(
        found,
        ["chats.typing.stop: the description lacks this operation"]
    );
}

#[test]
fn request_field_differences_are_reported() {
    let found = new_differences(|spec| {
        endpoint(spec, "chats.messages.list")["query"]["order?"] = json!("enum(asc, desc)");
        endpoint(spec, "chats.participants.add")["body"]["role"] = json!("string");
        let update = endpoint(spec, "chats.update");
        rename(&mut update["body"], "display_name?", "display_name");
        spec["models"]["TextPartParam"]["fields"]["language?"] = json!("string");
        spec["models"]["MediaPartParam"]["fields"]["sticker?"] = json!("integer");
    });
    assert_eq!(
        found,
        [
            "Media.sticker: is an integer, in linq-core a boolean",
            "Text.language: linq-core lacks this field",
            "chats.messages.list query order: linq-core lacks this parameter",
            "chats.participants.add body role: linq-core lacks this parameter",
            "chats.update body display_name: is required, optional in linq-core",
        ]
    );
}

#[test]
fn response_field_differences_are_reported() {
    let found = new_differences(|spec| {
        spec["models"]["ChatHandle"]["fields"]["nickname?"] = json!("string | null");
        spec["models"]["Chat"]["fields"]["is_group"] = json!("boolean | null");
        rename(&mut spec["models"]["Chat"]["fields"], "service?", "service");
        spec["models"]["Chat"]["fields"]["service"] = json!("ServiceType");
        spec["models"]["Sticker"]["fields"]["width?"] = json!("number | null");
        spec["models"]["Message"]["fields"]
            .as_object_mut()
            .unwrap()
            .remove("reconciled_at?");
    });
    assert_eq!(
        found,
        [
            "Chat.is_group: may be absent or null, always present in linq-core",
            "Chat.service: is always present, optional in linq-core",
            "ChatHandle.nickname: linq-core lacks this field",
            "Message: the description lacks `reconciled_at`",
            "Sticker.width: is a number, in linq-core an integer",
        ]
    );
}

#[test]
fn enum_value_and_part_type_differences_are_reported() {
    let found = new_differences(|spec| {
        spec["enums"]["ReactionType"]
            .as_array_mut()
            .unwrap()
            .push(json!("wave"));
        spec["enums"]["ServiceType"]
            .as_array_mut()
            .unwrap()
            .retain(|value| value != "RCS");
        let parts = &mut spec["models"]["Message"]["fields"]["parts?"];
        *parts = json!(parts.as_str().unwrap().replace('[', "[HologramPart | "));
        spec["models"]["HologramPart"] = json!({ "fields": { "type": "\"hologram\"" } });
    });
    assert_eq!(
        found,
        [
            "MessagePart: linq-core lacks the type `hologram`",
            "ReactionType: linq-core lacks the value `wave`",
            "ServiceType: the description lacks `RCS`",
        ]
    );
}

#[test]
fn event_differences_are_reported_in_both_versions() {
    let found = new_differences(|spec| {
        spec["enums"]["WebhookEventType"]
            .as_array_mut()
            .unwrap()
            .push(json!("chat.pinned"));
        spec["models"]["ParticipantAddedData"]["fields"]["invited_by?"] = json!("string");
        spec["legacy_webhook_events"]["LegacyMessagePayload"]["subject?"] = json!("string");
        spec["legacy_webhook_events"]["message.read"] =
            json!("LegacyMessageEvent + {message_id?: string, read_by: string}");
    });
    assert_eq!(
        found,
        [
            "EventType: linq-core lacks the value `chat.pinned`",
            "LegacyMessageEvent.read_by: linq-core lacks this field",
            "LegacyMessageEvent: the description lacks `read_at`",
            "LegacyMessagePayload.subject: linq-core lacks this field",
            "ParticipantAddedData.invited_by: linq-core lacks this field",
            "chat.pinned: linq-core does not know this event",
        ]
    );
}

#[test]
fn envelope_and_error_body_differences_are_reported() {
    let found = new_differences(|spec| {
        spec["webhook_envelope"]["region"] = json!("string");
        spec["error_body"]["error"]["hint?"] = json!("string");
        spec["error_body"]["request_id?"] = json!("string");
        rename(&mut spec["webhook_envelope"], "trace_id", "trace");
    });
    assert_eq!(
        found,
        [
            "error_body.error.hint: linq-core lacks this field",
            "error_body.request_id: linq-core lacks this field",
            "event.region: linq-core lacks this field",
            "event.trace: linq-core lacks this field",
            "event: the description lacks `trace_id`",
        ]
    );
}
