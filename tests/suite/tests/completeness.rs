//! Core has everything that `tests/linq-v3.json` lists: operations, fields, values, events.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::webhook::{Event, EventData};
use linq_drift::{Published, differences};
use linq_suite::samples::{Fill, facts, published};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Differences that are right, each with its reason. One that does not come up any more is a failure.
const ON_PURPOSE: &[(&str, &str)] = &[(
    "payments.create header Idempotency-Key: the description lacks this parameter",
    "linq-v3.json leaves it out, the guides to payments ask for it",
)];

fn report(facts: &Value) -> BTreeSet<String> {
    let published = Published::from_facts(facts).unwrap();
    let differences = differences(&published);
    differences.iter().map(ToString::to_string).collect()
}

#[test]
fn core_has_everything_that_is_published() {
    let found = report(&facts());
    let expected: BTreeSet<_> = ON_PURPOSE
        .iter()
        .map(|(line, _)| (*line).to_owned())
        .collect();
    let unexpected: Vec<_> = found.difference(&expected).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    let outdated: Vec<_> = expected.difference(&found).collect();
    assert!(
        outdated.is_empty(),
        "these are no differences: {outdated:#?}"
    );
}

#[test]
fn every_object_that_is_published_is_compared() {
    let published = published();
    // Bases and parts of others, never on the wire by themselves.
    assert_eq!(published.unused_objects(), ["LegacyMessageEvent"]);
}

#[test]
fn every_event_is_understood_whatever_is_left_out() {
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
            let understood = serde_json::to_value(&event.data).unwrap();
            assert_eq!(understood, without_nulls(data), "{event_type} {fill:?}");
        }
    }
}

/// A `null` reads as absent, and what is absent is not written.
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

/// What the report says about `change` that it did not say before.
fn news(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut facts = facts();
    let before = report(&facts);
    change(&mut facts);
    report(&facts).difference(&before).cloned().collect()
}

fn endpoint<'a>(facts: &'a mut Value, name: &str) -> &'a mut Value {
    let endpoints = facts["endpoints"].as_array_mut().unwrap();
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
fn a_new_operation_is_reported() {
    let news = news(|facts| {
        let new = json!({ "name": "chats.pin", "http": "POST", "path": "/v3/chats/{chat_id}/pin", "returns": null });
        facts["endpoints"].as_array_mut().unwrap().push(new);
    });
    assert_eq!(
        news,
        ["POST /v3/chats/{chat_id}/pin: linq-core lacks this operation"]
    );
}

#[test]
fn an_operation_that_is_gone_is_reported() {
    let news = news(|facts| {
        let endpoints = facts["endpoints"].as_array_mut().unwrap();
        endpoints.retain(|endpoint| endpoint["name"] != "chats.typing.stop");
    });
    assert_eq!(
        news,
        ["chats.typing.stop: the description lacks this operation"]
    );
}

#[test]
fn fields_of_requests_are_reported_wherever_they_are() {
    let news = news(|facts| {
        endpoint(facts, "chats.messages.list")["query"]["order?"] = json!("enum(asc, desc)");
        endpoint(facts, "chats.participants.add")["body"]["role"] = json!("string");
        let update = endpoint(facts, "chats.update");
        rename(&mut update["body"], "display_name?", "display_name");
        facts["models"]["TextPartParam"]["fields"]["language?"] = json!("string");
        facts["models"]["MediaPartParam"]["fields"]["sticker?"] = json!("integer");
    });
    assert_eq!(
        news,
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
fn fields_of_replies_are_reported_wherever_they_are() {
    let news = news(|facts| {
        facts["models"]["ChatHandle"]["fields"]["nickname?"] = json!("string | null");
        facts["models"]["Chat"]["fields"]["is_group"] = json!("boolean | null");
        rename(
            &mut facts["models"]["Chat"]["fields"],
            "service?",
            "service",
        );
        facts["models"]["Chat"]["fields"]["service"] = json!("ServiceType");
        facts["models"]["Sticker"]["fields"]["width?"] = json!("number | null");
        facts["models"]["Message"]["fields"]
            .as_object_mut()
            .unwrap()
            .remove("reconciled_at?");
    });
    assert_eq!(
        news,
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
fn values_and_kinds_of_parts_are_reported() {
    let news = news(|facts| {
        facts["enums"]["ReactionType"]
            .as_array_mut()
            .unwrap()
            .push(json!("wave"));
        facts["enums"]["ServiceType"]
            .as_array_mut()
            .unwrap()
            .retain(|value| value != "RCS");
        let parts = &mut facts["models"]["Message"]["fields"]["parts?"];
        *parts = json!(parts.as_str().unwrap().replace('[', "[HologramPart | "));
        facts["models"]["HologramPart"] = json!({ "fields": { "type": "\"hologram\"" } });
    });
    assert_eq!(
        news,
        [
            "MessagePart: linq-core lacks the type `hologram`",
            "ReactionType: linq-core lacks the value `wave`",
            "ServiceType: the description lacks `RCS`",
        ]
    );
}

#[test]
fn events_are_reported_in_both_versions() {
    let news = news(|facts| {
        facts["enums"]["WebhookEventType"]
            .as_array_mut()
            .unwrap()
            .push(json!("chat.pinned"));
        facts["models"]["ParticipantAddedData"]["fields"]["invited_by?"] = json!("string");
        facts["legacy_webhook_events"]["LegacyMessagePayload"]["subject?"] = json!("string");
        facts["legacy_webhook_events"]["message.read"] =
            json!("LegacyMessageEvent + {message_id?: string, read_by: string}");
    });
    assert_eq!(
        news,
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
fn what_stands_around_events_and_refusals_is_reported() {
    let news = news(|facts| {
        facts["webhook_envelope"]["region"] = json!("string");
        facts["error_body"]["error"]["hint?"] = json!("string");
        facts["error_body"]["request_id?"] = json!("string");
        rename(&mut facts["webhook_envelope"], "trace_id", "trace");
    });
    assert_eq!(
        news,
        [
            "error_body.error.hint: linq-core lacks this field",
            "error_body.request_id: linq-core lacks this field",
            "event.region: linq-core lacks this field",
            "event.trace: linq-core lacks this field",
            "event: the description lacks `trace_id`",
        ]
    );
}
