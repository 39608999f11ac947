//! Every response that `linq-v3.json` describes is decoded without loss.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use linq_core::{api::ENDPOINTS, endpoint::EndpointInfo, schema::Schema};
use linq_drift::Published;
use linq_suite::{
    compare_with_vector,
    samples::{Fill, published},
};
use serde_json::{Value, json};

/// Decodes a response as the endpoint does, and encodes it again.
fn round_trip(info: &EndpointInfo, body: &Value) -> Value {
    let encoded = (info.round_trip)(body.to_string().into());
    encoded.unwrap_or_else(|error| panic!("{}: {error} in {body}", info.name))
}

fn endpoint(name: &str) -> &'static EndpointInfo {
    ENDPOINTS.iter().find(|info| info.name == name).unwrap()
}

fn sample(published: &Published, object: &str) -> Value {
    Fill::Everything.sample(Schema::Object(published.objects[object]))
}

#[test]
fn every_response_field_round_trips() {
    for operation in published().operations {
        let info = operation.endpoint().unwrap();
        for described in operation.responses {
            for fill in Fill::ALL {
                let sample = fill.sample(described);
                if fill == Fill::Everything {
                    compare_with_vector(&format!("responses/{}.json", info.name), &sample);
                }
                let decoded = round_trip(info, &sample);
                assert_eq!(decoded, without_nulls(sample), "{} {fill:?}", info.name);
            }
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

#[test]
fn documented_sample_responses_round_trip() {
    for (status, message) in [
        ("accepted", "Participant addition queued"),
        ("accepted", "Participant removal queued"),
    ] {
        let sample = json!({ "message": message, "status": status, "trace_id": "trace_id" });
        for name in ["chats.participants.add", "chats.participants.remove"] {
            assert_eq!(round_trip(endpoint(name), &sample), sample);
        }
    }
}

#[test]
fn unknown_values_are_kept() {
    let published = published();
    let mut chat = sample(&published, "Chat");
    chat["service"] = json!("Telepathy");
    chat["field_of_next_year"] = json!({ "a": 1 });
    let decoded = round_trip(endpoint("chats.retrieve"), &chat);
    assert_eq!(decoded["service"], "Telepathy");

    let mut message = sample(&published, "Message");
    let hologram = json!({ "type": "hologram", "depth": 3, "nested": { "deep": [1, null] } });
    message["parts"] = json!([hologram, { "value": "hi", "type": "text" }]);
    let page = json!({ "messages": [message], "next_cursor": null });
    let decoded = round_trip(endpoint("chats.messages.list"), &page);
    assert_eq!(decoded["messages"][0]["parts"][0], hologram);
    assert_eq!(
        decoded["messages"][0]["parts"][1],
        json!({ "type": "text", "value": "hi" })
    );
}
