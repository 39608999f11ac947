//! Reports of documents with known differences.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{api::ENDPOINTS, webhook::EventType};
use linq_drift::{Published, differences};
use serde_json::{Value, json};

fn document(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/openapi");
    let text = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    serde_saphyr::from_str(&text).unwrap()
}

fn fixture() -> Value {
    document("differences.yaml")
}

fn report(document: &Value) -> Vec<String> {
    let published = Published::from_openapi(document).unwrap();
    differences(&published)
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Returns whether a line reports an operation or an event that a partial document does not have.
fn is_missing_item(line: &str) -> bool {
    line.ends_with("the description lacks this operation")
        || line.ends_with("the description lacks this event")
        || line.starts_with("EventType: the description lacks")
}

#[test]
fn exactly_the_known_differences_are_reported() {
    let lines = report(&fixture());
    let found: Vec<_> = lines.iter().filter(|line| !is_missing_item(line)).collect();
    let expected = [
        "Chat: the description lacks `group_chat_icon`",
        "Chat.created_at: is an integer, in linq-core a date-time",
        "Chat.is_group: may be absent or null, always present in linq-core",
        "ChatHandle.contact_of: linq-core lacks this field",
        "DELETE /v3/chats/{chatId}: linq-core lacks this operation",
        "Message.delivery_status: may be absent or null, always present in linq-core",
        "MessagePart: linq-core lacks the type `hologram`",
        "MessagePart: the description lacks `app_clip`",
        "MessagePart: the description lacks `imessage_app`",
        "MessagePart: the description lacks `media`",
        "MessagePart: the description lacks `text`",
        "ParticipantAddedData.invited_by: linq-core lacks this field",
        "ServiceType: linq-core lacks the value `Satellite`",
        "chat.background.animated: linq-core does not know this event",
        "chats.list_chats query archived: linq-core lacks this parameter",
        "chats.list_chats query limit: is required, optional in linq-core",
        "chats.list_chats response.total: linq-core lacks this field",
        "chats.messages.list query limit: the description lacks this parameter",
        "chats.participants.add body handle: is an integer, in linq-core text",
        "chats.participants.add body role: linq-core lacks this parameter",
        "chats.typing.start response: has a body, which linq-core ignores",
        "webhook_subscriptions.update body phone_numbers: is never null, in linq-core it may be",
        "webhook_subscriptions.update response: has no body, linq-core expects one",
    ];
    assert_eq!(found, expected);
}

/// Returns whether a line reports a field that a partial document does not have.
fn is_missing_field(line: &str) -> bool {
    line.contains(": the description lacks `") || line.contains("always present in linq-core")
}

#[test]
fn suffix_of_an_event_names_the_version_of_its_payload() {
    let lines = report(&document("versions.yaml"));
    let found: Vec<_> = lines
        .iter()
        .filter(|line| !is_missing_item(line) && !is_missing_field(line))
        .collect();
    let expected = [
        "LegacyMessageEvent.read_by: linq-core lacks this field",
        "MessageEventData.read_at: is an integer, in linq-core a date-time",
        "ReactionEventData.mood: linq-core lacks this field",
        "reaction.added.v2031: linq-core does not know this event",
        "reaction.moved: linq-core does not know this event",
    ];
    assert_eq!(found, expected);
    let described = [
        "message.read",
        "reaction.added",
        "chat.typing_indicator.stopped",
    ];
    for event_type in described {
        let lacks = format!("{event_type}: the description lacks this event");
        assert!(!lines.contains(&lacks), "{lacks}");
    }
}

#[test]
fn missing_operations_and_events_are_reported() {
    let lines = report(&fixture());
    let count = |end: &str| lines.iter().filter(|line| line.ends_with(end)).count();
    assert_eq!(
        count("the description lacks this operation"),
        ENDPOINTS.len() - 6
    );
    assert_eq!(
        count("the description lacks this event"),
        EventType::KNOWN.len() - 1
    );
}

#[test]
fn events_are_not_compared_if_the_document_has_none() {
    let mut document = fixture();
    document.as_object_mut().unwrap().remove("webhooks");
    assert!(
        !report(&document)
            .iter()
            .any(|line| line.ends_with("this event"))
    );
}

#[test]
fn errors_name_the_place() {
    let error = |document: Value| format!("{:#}", Published::from_openapi(&document).unwrap_err());
    assert_eq!(
        error(json!({})),
        "not an OpenAPI document: `openapi` is missing"
    );
    assert!(error(json!({ "openapi": "2.0" })).contains("OpenAPI 2.0 is not supported"));
    let get = |schema: Value| {
        let response = json!({ "content": { "application/json": { "schema": schema } } });
        json!({ "openapi": "3.1.0", "paths": { "/v3/chats": { "get": { "responses": { "200": response } } } } })
    };
    let dangling = error(get(json!({ "$ref": "#/components/schemas/Unknown" })));
    assert!(
        dangling.contains("/v3/chats: `#/components/schemas/Unknown` is not in this document"),
        "{dangling}"
    );
    let circle =
        json!({ "$ref": "#/paths/~1v3~1chats/get/responses/200/content/application~1json/schema" });
    assert!(error(get(circle)).contains("circular references"));
}

#[test]
fn indistinguishable_objects_are_merged() {
    let schema = json!({ "oneOf": [
        { "type": "object", "required": ["message"],
          "properties": { "message": { "type": "string" }, "status": { "type": "string" } } },
        { "type": "object", "required": ["status"],
          "properties": { "status": { "type": "string" }, "trace_id": { "type": "string" } } },
    ] });
    let response = json!({ "content": { "application/json": { "schema": schema } } });
    let leave = json!({ "post": { "responses": { "202": response } } });
    let document = json!({ "openapi": "3.1.0", "paths": { "/v3/chats/{id}/leave": leave } });
    let lines = report(&document);
    assert!(lines.iter().all(|line| is_missing_item(line)), "{lines:?}");
}
