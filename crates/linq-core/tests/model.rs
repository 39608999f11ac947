//! Deserialization and serialization of documented responses.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use linq_core::model::{
    Chat, ChatCreateResponse, ChatHealth, ChatUpdateResponse, DeliveryStatus, FileUrl, Message,
    MessagePart, MessageSendResponse, OperationAccepted, ParticipantStatus,
    PhoneNumberListResponse, ReactionType, ServiceType,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::fmt::Debug;

/// Deserializes from text, like a response, and not from a `Value`.
fn read<T: DeserializeOwned>(json: &Value) -> T {
    serde_json::from_str(&json.to_string()).unwrap()
}

fn error_of<T: DeserializeOwned + Debug>(json: &Value) -> String {
    let text = json.to_string();
    let mut deserializer = serde_json::Deserializer::from_str(&text);
    let error = serde_path_to_error::deserialize::<_, T>(&mut deserializer).unwrap_err();
    format!(
        "{}: {}",
        error.path(),
        error.inner().to_string().split(" at line").next().unwrap()
    )
}

fn round_trip<T: DeserializeOwned + Serialize>(json: &Value) -> T {
    let value = read::<T>(json);
    assert_eq!(&serde_json::to_value(&value).unwrap(), json);
    value
}

/// Checks that every field may be null or absent, except those of the identity.
fn assert_requires_only<T: DeserializeOwned + Serialize + Debug + PartialEq>(
    full: &Value,
    identity: &[&str],
) {
    for name in full.as_object().unwrap().keys() {
        let mut absent = full.clone();
        absent.as_object_mut().unwrap().remove(name);
        let mut null = full.clone();
        null[name] = Value::Null;
        if identity.contains(&name.as_str()) {
            for without in [absent, null] {
                assert_eq!(
                    error_of::<T>(&without),
                    format!(".: missing field `{name}`")
                );
            }
        } else {
            assert_eq!(read::<T>(&null), read::<T>(&absent), "{name}");
        }
    }
    let mut newer = full.clone();
    newer["a_field_of_tomorrow"] = json!({"deep": [1]});
    assert_eq!(read::<T>(&newer), read::<T>(full));
}

fn handle() -> Value {
    json!({
        "id": "550e8400-e29b-41d4-a716-446655440011", "handle": "user@example.com",
        "joined_at": "2025-05-21T15:30:00.123Z", "service": "iMessage", "is_me": false,
        "left_at": "2025-06-21T15:30:00Z", "line_type": "RCS", "status": "removed",
    })
}

fn health() -> Value {
    json!({"doc_url": "https://docs.linqapp.com/x", "status": "AT_RISK", "updated_at": "2026-01-01T00:00:00Z"})
}

fn chat() -> Value {
    json!({
        "id": "c-1", "created_at": "2026-01-01T00:00:00Z", "display_name": "Team", "handles": [handle()],
        "health_status": health(), "is_archived": false, "is_group": true, "updated_at": "2026-01-02T00:00:00Z",
        "group_chat_icon": "https://cdn.example.com/i.png?sig=5ecret", "service": "SMS",
    })
}

fn reaction() -> Value {
    json!({
        "handle": handle(), "is_me": true, "type": "sticker", "id": "r-1", "custom_emoji": "🎂",
        "sticker": {"file_name": "s.png", "height": 64, "mime_type": "image/png", "url": "https://f.example/s?sig=5ecret", "width": 32},
    })
}

fn parts() -> Value {
    json!([
        {
            "type": "text", "value": "🎂 Hi Ann", "reactions": [reaction()], "mention": "+1", "mention_range": [6, 9],
            "inline_stickers": [{"range": [0, 2], "id": "a-1", "file_name": "s", "mime_type": "image/png", "url": "https://f.example/s"}],
            "mentions": [{"handle": "+1", "is_me": false, "range": [6, 9]}],
            "text_decorations": [{"range": [3, 5], "style": "bold"}, {"range": [6, 9], "animation": "shake"}],
        },
        {
            "type": "media", "id": "a-2", "filename": "f.mov", "mime_type": "video/quicktime", "reactions": [],
            "size_bytes": 18_446_744_073_709_551_615_u64, "url": "https://f.example/f?sig=5ecret",
        },
        {"type": "link", "value": "https://example.com", "reactions": [reaction()]},
        {
            "type": "imessage_app", "url": "https://example.com/a", "fallback_text": "f", "reactions": [],
            "app": {"bundle_id": "b", "name": "n", "team_id": "A1B2C3D4E5", "app_store_id": 1},
            "layout": {
                "caption": "1", "image_subtitle": "2", "image_title": "3", "image_url": "https://f.example/i",
                "subcaption": "4", "trailing_caption": "5", "trailing_subcaption": "6",
            },
        },
        {"type": "app_clip", "value": "v", "reactions": [], "description": "d", "image_url": "https://f.example/i", "title": "t"},
        {"type": "hologram", "depth": 3, "nested": {"a": [1, null]}},
    ])
}

fn message() -> Value {
    json!({
        "id": "m-1", "chat_id": "c-1", "created_at": "2026-01-01T00:00:00Z", "delivery_status": "delivered",
        "is_delivered": true, "is_from_me": true, "is_read": false, "updated_at": "2026-01-01T00:00:01Z",
        "delivered_at": "2026-01-01T00:00:02Z", "effect": {"name": "slam", "type": "bubble"}, "from": "+12223334444",
        "from_handle": handle(), "parts": parts(), "preferred_service": "RCS", "read_at": "2026-01-01T00:00:03Z",
        "reconciled_at": "2026-01-01T00:00:04Z", "reply_to": {"message_id": "m-0", "part_index": 1},
        "sent_at": "2026-01-01T00:00:05Z", "service": "RCS",
    })
}

fn sent() -> Value {
    json!({
        "id": "m-1", "created_at": "2026-01-01T00:00:00Z", "delivery_status": "pending", "is_read": false,
        "parts": parts(), "sent_at": "2026-01-01T00:00:01Z", "delivered_at": "2026-01-01T00:00:02Z",
        "effect": {"name": "confetti", "type": "screen"}, "from_handle": handle(), "preferred_service": "SMS",
        "reply_to": {"message_id": "m-0", "part_index": 0}, "service": "SMS",
    })
}

#[test]
fn round_trip_of_chats() {
    let read = round_trip::<Chat>(&chat());
    assert_eq!(read.health_status.status, Some(ChatHealth::AtRisk));
    assert_eq!(read.handles[0].status, Some(ParticipantStatus::Removed));
    assert_eq!(read.service, Some(ServiceType::Sms));
    assert_requires_only::<Chat>(&chat(), &["id"]);
    assert_requires_only::<linq_core::model::ChatHandle>(&handle(), &[]);
    assert_requires_only::<linq_core::model::HealthStatus>(&health(), &[]);
}

#[test]
fn round_trip_of_messages() {
    let read = round_trip::<Message>(&message());
    assert_eq!(read.delivery_status, Some(DeliveryStatus::Delivered));
    assert_requires_only::<Message>(&message(), &["id"]);
    assert_requires_only::<linq_core::model::SentMessage>(&sent(), &["id"]);
}

#[test]
fn parts_are_distinguished_by_type() {
    let parts: Vec<MessagePart> = round_trip(&parts());
    let names: Vec<_> = parts.iter().map(MessagePart::type_name).collect();
    assert_eq!(
        names,
        [
            "text",
            "media",
            "link",
            "imessage_app",
            "app_clip",
            "hologram"
        ]
    );
    let [
        MessagePart::Text(text),
        MessagePart::Media(media),
        ..,
        MessagePart::Unknown(hologram),
    ] = parts.as_slice()
    else {
        panic!("{parts:?}");
    };
    let reaction = &text.reactions.as_ref().unwrap()[0];
    assert_eq!(reaction.kind, Some(ReactionType::Sticker));
    assert_eq!(media.size_bytes, Some(u64::MAX));
    assert_eq!(hologram.fields()["nested"], json!({"a": [1, null]}));
}

#[test]
fn parts_require_only_their_type() {
    let bare = json!([
        {"type": "text"},
        {"type": "media"},
        {"type": "link"},
        {"type": "imessage_app"},
        {"type": "app_clip"},
    ]);
    let parts: Vec<MessagePart> = read(&bare);
    let is_unknown = |part: &MessagePart| matches!(part, MessagePart::Unknown(_));
    assert!(!parts.iter().any(is_unknown));

    for untyped in [
        json!({"value": "x"}),
        json!({"type": 7, "value": "x"}),
        json!({"type": null}),
    ] {
        let part: MessagePart = read(&untyped);
        assert!(is_unknown(&part), "{untyped}");
        assert_eq!(serde_json::to_value(part).unwrap(), untyped);
    }
}

#[test]
fn parts_with_type_in_any_position() {
    for part in [
        "{\"value\":\"x\",\"mention\":\"+1\",\"type\":\"text\"}",
        "{\"type\":\"text\",\"mention\":\"+1\",\"value\":\"x\"}",
    ] {
        let MessagePart::Text(text) = serde_json::from_str(part).unwrap() else {
            panic!("{part}")
        };
        assert_eq!(
            (text.value.as_deref(), text.mention.as_deref()),
            (Some("x"), Some("+1"))
        );
    }
}

#[test]
fn unknown_enum_values_are_kept() {
    let mut newer = chat();
    newer["service"] = json!("Pigeon");
    newer["health_status"]["status"] = json!("SPLENDID");
    newer["handles"][0]["line_type"] = json!("Fax");
    let read = round_trip::<Chat>(&newer);
    assert_eq!(
        read.service.as_ref().map(ServiceType::as_str),
        Some("Pigeon")
    );
    assert!(!read.health_status.status.unwrap().is_known());
}

#[test]
fn round_trip_of_responses_to_changes() {
    let mut created = chat();
    for name in ["created_at", "is_archived", "updated_at", "group_chat_icon"] {
        created.as_object_mut().unwrap().remove(name);
    }
    created["message"] = sent();
    round_trip::<ChatCreateResponse>(&json!({"chat": created}));
    assert_requires_only::<linq_core::model::ChatCreateResponseChat>(&created, &["id"]);
    round_trip::<MessageSendResponse>(&json!({"chat_id": "c-1", "message": sent()}));
    assert_requires_only::<ChatUpdateResponse>(
        &json!({"chat_id": "c-1", "status": "accepted"}),
        &[],
    );
    let accepted = json!({"message": "Participant addition queued", "status": "accepted", "trace_id": "trace_id"});
    assert_requires_only::<OperationAccepted>(&accepted, &[]);
}

#[test]
fn round_trip_of_phone_numbers() {
    let line = json!({
        "id": "p-1", "phone_number": "+12223334444", "forwarding_number": "+15556667777", "line_type": "iMessage",
        "reputation": {"doc_url": "https://docs.linqapp.com/x", "status": "CRITICAL"},
    });
    round_trip::<PhoneNumberListResponse>(&json!({"phone_numbers": [line]}));
    assert_requires_only::<linq_core::model::PhoneNumberDetails>(&line, &["id"]);
}

#[test]
fn debug_omits_the_signature_of_a_file_url() {
    let url = FileUrl::from("https://f.example/a.png?X-Amz-Signature=5ecret&x=%3F");
    assert_eq!(format!("{url:?}"), "\"https://f.example/a.png?…\"");
    assert_eq!(
        url.as_str(),
        "https://f.example/a.png?X-Amz-Signature=5ecret&x=%3F"
    );
    assert_eq!(
        format!("{:?}", FileUrl::from("https://f.example/a.png")),
        "\"https://f.example/a.png\""
    );
    for shown in [
        format!("{:?}", read::<Chat>(&chat())),
        format!("{:?}", read::<Message>(&message())),
    ] {
        assert!(
            shown.contains("https://") && !shown.contains("5ecret"),
            "{shown}"
        );
    }
}
