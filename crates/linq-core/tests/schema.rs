//! The schema agrees with what serde does.
#![cfg(feature = "schema-docs")]
#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    api::ENDPOINTS,
    message::{MessageContent, Text},
    model::{MessageEffect, MessagePart, ReactionType},
    schema::{FieldSchema, HasSchema, ObjectSchema, Schema},
    webhook::{EventData, EventType},
};

fn model<T: HasSchema>() -> &'static ObjectSchema {
    match T::SCHEMA {
        Schema::Object(model) => model,
        other => panic!("no object: {other:?}"),
    }
}

fn field(model: &ObjectSchema, name: &str) -> &'static FieldSchema {
    model.fields().find(|field| field.name == name).unwrap()
}

#[test]
fn fields_have_their_names_on_the_wire() {
    let names: Vec<_> = model::<MessageEffect>()
        .fields()
        .map(|field| field.name)
        .collect();
    assert_eq!(names, ["name", "type"]);
}

#[test]
fn what_serde_gathers_or_skips_is_no_field() {
    let names: Vec<_> = model::<Text>().fields().map(|field| field.name).collect();
    let expected = [
        "value",
        "text_decorations",
        "inline_stickers",
        "mention",
        "mention_range",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_field_may_be_left_out_if_serde_would_fill_it_in() {
    let message = model::<MessageContent>();
    assert!(field(message, "parts").is_optional());
    assert!(field(message, "effect").is_optional());
    assert!(!field(model::<Text>(), "value").is_optional());
}

#[test]
fn documentation_comes_along() {
    assert!(
        field(model::<Text>(), "value")
            .doc
            .contains("10,000 characters")
    );
    assert!(model::<Text>().doc.contains("plain or decorated"));
}

#[test]
fn enums_and_unions_list_what_they_know() {
    let Schema::Enum(reactions) = ReactionType::SCHEMA else {
        panic!("an enum")
    };
    let texts: Vec<_> = reactions.values.iter().map(|value| value.text).collect();
    assert_eq!(texts, ReactionType::KNOWN);
    let Schema::Union(parts) = MessagePart::SCHEMA else {
        panic!("a union")
    };
    let tags: Vec<_> = parts.members.iter().map(|member| member.tag).collect();
    assert_eq!(tags, ["text", "media", "link", "imessage_app", "app_clip"]);
}

#[test]
fn endpoints_and_events_lead_to_schemas() {
    let add = ENDPOINTS
        .iter()
        .find(|info| info.name == "chats.participants.add")
        .unwrap();
    assert!(matches!(add.fields[1].schema, Schema::Text));
    assert!(matches!(add.response_schema, Some(Schema::Object(_))));
    let start = ENDPOINTS
        .iter()
        .find(|info| info.name == "chats.typing.start")
        .unwrap();
    assert!(start.response_schema.is_none());
    let schemas = EventData::schemas();
    let received = schemas
        .iter()
        .find(|(kind, _)| *kind == EventType::MessageReceived)
        .unwrap();
    assert!(matches!(received.1, Schema::Object(model) if model.name == "MessageEventData"));
}
