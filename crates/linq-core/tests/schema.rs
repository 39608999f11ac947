//! Agreement of schemas with serde.
#![cfg(feature = "schema-docs")]
#![allow(clippy::unwrap_used)] // test helpers

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
        other => panic!("not an object: {other:?}"),
    }
}

fn field(model: &ObjectSchema, name: &str) -> &'static FieldSchema {
    model.fields().find(|field| field.name == name).unwrap()
}

#[test]
fn fields_have_wire_names() {
    let names: Vec<_> = model::<MessageEffect>()
        .fields()
        .map(|field| field.name)
        .collect();
    assert_eq!(names, ["name", "type"]);
}

#[test]
fn flattened_and_skipped_fields_are_omitted() {
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
fn fields_with_a_serde_default_are_optional() {
    let message = model::<MessageContent>();
    assert!(field(message, "parts").is_optional());
    assert!(field(message, "effect").is_optional());
    assert!(!field(model::<Text>(), "value").is_optional());
}

#[test]
fn schema_contains_documentation() {
    assert!(
        field(model::<Text>(), "value")
            .doc
            .contains("10,000 characters")
    );
    assert!(model::<Text>().doc.contains("plain or decorated"));
}

#[test]
fn enums_and_unions_list_known_values() {
    let Schema::Enum(reactions) = ReactionType::SCHEMA else {
        panic!("not an enum")
    };
    let texts: Vec<_> = reactions.values.iter().map(|value| value.text).collect();
    assert_eq!(texts, ReactionType::KNOWN);
    let Schema::Union(parts) = MessagePart::SCHEMA else {
        panic!("not a union")
    };
    let tags: Vec<_> = parts.members.iter().map(|member| member.tag).collect();
    assert_eq!(tags, ["text", "media", "link", "imessage_app", "app_clip"]);
}

#[test]
fn schemas_of_endpoints_and_events() {
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
