//! Detection of opt-outs.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use linq_core::webhook::{Consent, Event};
use serde::Deserialize;
use serde_json::{Value, json};

const CONSENT: &str = include_str!("../../../tests/vectors/webhooks/consent.json");

#[derive(Deserialize)]
struct Case {
    text: String,
    consent: String,
}

impl Case {
    fn expected(&self) -> Consent {
        match self.consent.as_str() {
            "opt_out" => Consent::OptOut,
            "opt_in" => Consent::OptIn,
            other => panic!("{other}"),
        }
    }
}

/// Returns an event in both versions of the payload.
fn events(event_type: &str, is_group: bool, parts: &Value) -> [Event; 2] {
    let handle = json!({"id": "h1", "handle": "+15556667777", "joined_at": "2026-01-01T00:00:00Z", "service": "SMS"});
    let is_from_me = event_type != "message.received";
    let new = json!({
        "id": "m1", "direction": if is_from_me { "outbound" } else { "inbound" }, "parts": parts,
        "sender_handle": handle, "service": "SMS",
        "chat": {"id": "c1", "is_group": is_group, "health_status": {"doc_url": "d", "status": "HEALTHY", "updated_at": "2026-01-01T00:00:00Z"}},
    });
    let old = json!({"chat_id": "c1", "is_group": is_group, "is_from_me": is_from_me, "message": {"parts": parts}});
    [("2026-02-03", new), ("2025-01-01", old)].map(|(version, data)| {
        let body = json!({"event_id": "e1", "event_type": event_type, "webhook_version": version, "data": data});
        Event::parse_unverified(body.to_string()).unwrap()
    })
}

fn text(value: &str) -> Value {
    json!([{"type": "text", "value": value}])
}

#[test]
fn consent_of_all_vectors() {
    let cases: Vec<Case> = serde_json::from_str(CONSENT).unwrap();
    assert!(cases.len() > 25);
    for case in cases {
        assert_eq!(
            Consent::of_text(&case.text),
            case.expected(),
            "{:?}",
            case.text
        );
        for event in events("message.received", false, &text(&case.text)) {
            assert_eq!(
                Consent::of_event(&event),
                Some(case.expected()),
                "{:?}",
                case.text
            );
        }
    }
}

#[test]
fn sent_messages_have_no_consent() {
    for event_type in ["message.sent", "message.delivered", "message.read"] {
        for event in events(event_type, false, &text("STOP")) {
            assert_eq!(Consent::of_event(&event), None, "{event_type}");
        }
    }
    let typing =
        r#"{"event_id":"e1","event_type":"chat.typing_indicator.started","data":{"chat_id":"c1"}}"#;
    assert_eq!(
        Consent::of_event(&Event::parse_unverified(typing).unwrap()),
        None
    );
}

#[test]
fn group_messages_have_no_consent() {
    for event in events("message.received", true, &text("STOP")) {
        assert_eq!(Consent::of_event(&event), None);
    }
}

#[test]
fn keyword_beside_media_is_not_an_opt_out() {
    let media = json!({"type": "media", "id": "a", "filename": "f", "mime_type": "image/png", "size_bytes": 1, "url": "https://f.example/a"});
    for parts in [
        json!([media, {"type": "text", "value": "STOP"}]),
        json!([media]),
    ] {
        for event in events("message.received", false, &parts) {
            assert_eq!(Consent::of_event(&event), Some(Consent::OptIn));
        }
    }
}

#[test]
fn message_without_parts_has_no_consent() {
    for event in events("message.received", false, &json!([])) {
        assert_eq!(Consent::of_event(&event), None);
    }
}
