//! The version-independent view of a message.

#![allow(clippy::unwrap_used, reason = "test helpers")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "`json!` in place reads better"
)]

use linq_core::{
    Timestamp,
    model::ChatHealth,
    webhook::{Direction, Event, EventType},
};
use serde_json::{Value, json};

const SAMPLES: &str = include_str!("../../../tests/vectors/webhooks/event_samples.json");

fn sample(name: &str) -> Event {
    let cases: Vec<Value> = serde_json::from_str(SAMPLES).unwrap();
    let case = cases.iter().find(|case| case["name"] == name);
    read(&case.unwrap_or_else(|| panic!("no {name}"))["event"])
}

fn read(event: &Value) -> Event {
    Event::parse_unverified(event.to_string()).unwrap()
}

fn person() -> Value {
    json!({"id": "h1", "handle": "+15556667777", "joined_at": "2026-01-01T00:00:00Z", "service": "iMessage"})
}

fn line() -> Value {
    json!({"id": "h2", "handle": "+12223334444", "joined_at": "2026-01-01T00:00:00Z", "service": "iMessage", "is_me": true})
}

fn of_2026(event_type: &str, data: Value) -> Event {
    let mut whole = json!({
        "id": "m1",
        "chat": {
            "id": "c1", "is_group": false, "owner_handle": line(),
            "health_status": {"doc_url": "d", "status": "AT_RISK", "updated_at": "2026-01-01T00:00:00Z"},
        },
        "direction": "inbound", "parts": [{"type": "text", "value": "Hi"}], "sender_handle": person(), "service": "RCS",
    });
    merge(&mut whole, data);
    read(
        &json!({"event_id": "e1", "event_type": event_type, "webhook_version": "2026-02-03", "data": whole}),
    )
}

fn of_2025(event_type: &str, data: Value) -> Event {
    let mut whole = json!({
        "chat_id": "c1", "is_group": false, "from": "+15556667777", "from_handle": person(),
        "recipient_phone": "+12223334444", "recipient_handle": line(), "is_from_me": false, "service": "RCS",
        "message": {"id": "m1", "parts": [{"type": "text", "value": "Hi"}]},
    });
    merge(&mut whole, data);
    read(
        &json!({"event_id": "e1", "event_type": event_type, "webhook_version": "2025-01-01", "data": whole}),
    )
}

fn merge(whole: &mut Value, data: Value) {
    for (name, value) in data.as_object().unwrap() {
        whole[name] = value.clone();
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn received_message_is_the_same_in_both_versions() {
    let more = json!({"idempotency_key": "k"});
    let old = of_2025("message.received", more.clone());
    let new = of_2026("message.received", more);
    let (old, new) = (old.message().unwrap(), new.message().unwrap());
    for message in [old, new] {
        assert_eq!(message.message_id.unwrap().as_str(), "m1");
        assert_eq!(message.chat_id.unwrap().as_str(), "c1");
        assert_eq!(message.is_group, Some(false));
        assert_eq!(message.direction, Some(&Direction::Inbound));
        assert!(message.is_inbound());
        assert_eq!(message.sender.unwrap().id, Some("h1".into()));
        assert_eq!(message.sender_handle, Some("+15556667777"));
        assert_eq!(message.line, Some("+12223334444"));
        assert_eq!(message.service.unwrap().as_str(), "RCS");
        assert_eq!(message.idempotency_key, Some("k"));
        assert_eq!(message.text(), "Hi");
        assert_eq!(message.parts.len(), 1);
    }
    assert_eq!(new.health_status.unwrap().status, Some(ChatHealth::AtRisk));
    assert_eq!(old.health_status, None);
}

#[test]
fn line_is_the_sender_of_an_outbound_message() {
    let old = of_2025(
        "message.delivered",
        json!({
            "from": "+12223334444", "from_handle": line(), "is_from_me": true,
            "recipient_phone": "+15556667777", "recipient_handle": person(),
        }),
    );
    let new = of_2026(
        "message.delivered",
        json!({"direction": "outbound", "sender_handle": line()}),
    );
    for message in [old.message().unwrap(), new.message().unwrap()] {
        assert_eq!(message.direction, Some(&Direction::Outbound));
        assert!(!message.is_inbound());
        assert_eq!(message.sender_handle, Some("+12223334444"));
        assert_eq!(message.line, Some("+12223334444"));
    }
}

#[test]
fn direction_is_absent_if_the_payload_has_none() {
    for event_type in [
        "message.received",
        "message.sent",
        "message.delivered",
        "message.read",
    ] {
        for event in [
            of_2025(event_type, json!({"is_from_me": null, "from_handle": null})),
            of_2026(
                event_type,
                json!({"direction": null, "sender_handle": null}),
            ),
        ] {
            assert_eq!(event.message().unwrap().direction, None, "{event_type}");
            assert!(
                !event.is_inbound() && !event.may_auto_reply(),
                "{event_type}"
            );
        }
    }
    let by_flag = of_2025("message.read", json!({"is_from_me": false}));
    assert!(by_flag.message().unwrap().is_inbound());
    let by_sender = of_2026(
        "message.received",
        json!({"direction": null, "sender_handle": {"is_me": false}}),
    );
    assert!(by_sender.is_inbound());
}

#[test]
fn timestamps_of_version_2025_inside_and_outside_the_message() {
    let outside = of_2025(
        "message.read",
        json!({"message": null, "message_id": "m2", "read_at": "2026-01-01T00:00:02Z", "delivered_at": "2026-01-01T00:00:01Z"}),
    );
    let message = outside.message().unwrap();
    assert_eq!(message.message_id.unwrap().as_str(), "m2");
    assert_eq!(message.read_at, Some(at("2026-01-01T00:00:02Z")));
    assert_eq!(message.delivered_at, Some(at("2026-01-01T00:00:01Z")));
    assert_eq!(message.parts, []);
    assert_eq!(message.text(), "");

    let inside = of_2025(
        "message.read",
        json!({"message": {"read_at": "2026-01-01T00:00:02Z", "delivered_at": "2026-01-01T00:00:01Z", "sent_at": "2026-01-01T00:00:00Z"},
               "received_at": "2026-01-01T00:00:03Z"}),
    );
    let message = inside.message().unwrap();
    assert_eq!(message.read_at, Some(at("2026-01-01T00:00:02Z")));
    assert_eq!(message.delivered_at, Some(at("2026-01-01T00:00:01Z")));
    assert_eq!(message.sent_at, Some(at("2026-01-01T00:00:00Z")));
    assert_eq!(message.received_at, Some(at("2026-01-01T00:00:03Z")));
}

#[test]
fn sender_handle_falls_back_to_from_handle() {
    let event = of_2025(
        "message.received",
        json!({"from": null, "recipient_phone": null}),
    );
    let message = event.message().unwrap();
    assert_eq!(message.sender_handle, Some("+15556667777"));
    assert_eq!(message.line, Some("+12223334444"));
}

#[test]
fn texts_of_several_parts_are_joined_by_line_breaks() {
    let link = json!({"type": "link", "value": "https://example.com"});
    let text = |value: &str| json!({"type": "text", "value": value});
    let event = of_2026(
        "message.received",
        json!({"parts": [text("one"), link, text("two"), text("three")]}),
    );
    let message = event.message().unwrap();
    assert_eq!(message.text(), "one\ntwo\nthree");
    assert_eq!(message.texts().collect::<Vec<_>>(), ["one", "two", "three"]);

    let event = of_2026("message.received", json!({"parts": [link]}));
    assert_eq!(event.message().unwrap().text(), "");
}

#[test]
fn view_contains_every_field() {
    let new = sample("message.read, 2026-02-03, every field");
    let message = new.message().unwrap();
    assert!(message.preferred_service.is_some() && message.effect.is_some());
    assert!(message.reply_to.is_some() && message.idempotency_key.is_some());
    assert!(message.sent_at.is_some() && message.delivered_at.is_some());
    assert!(message.read_at.is_some() && message.reconciled_at.is_some());
    assert_eq!(message.zero_retention, Some(true));
    assert_eq!(message.parts.len(), 5);

    let old = sample("message.read, 2025-01-01, every field");
    let message = old.message().unwrap();
    assert!(message.preferred_service.is_some() && message.effect.is_some());
    assert!(message.reply_to.is_some() && message.idempotency_key.is_some());
    assert!(message.sent_at.is_some() && message.received_at.is_some());
    assert_eq!(message.parts.len(), 2);
}

#[test]
fn minimal_payload_has_a_view() {
    let old = sample("message.sent, 2025-01-01, required only");
    let message = old.message().unwrap();
    assert!(message.chat_id.is_some());
    assert_eq!((message.message_id, message.sender_handle), (None, None));
    assert!(
        sample("message.sent, 2026-02-03, required only")
            .message()
            .is_some()
    );
}

#[test]
fn other_events_have_no_message() {
    let cases: Vec<Value> = serde_json::from_str(SAMPLES).unwrap();
    let messages = [
        "message.sent",
        "message.received",
        "message.read",
        "message.delivered",
    ];
    let mut others = 0;
    for event in cases.iter().map(|case| read(&case["event"])) {
        let is_message = messages.map(EventType::from).contains(&event.event_type);
        assert_eq!(event.message().is_some(), is_message, "{event:?}");
        others += u32::from(!is_message);
    }
    assert!(others > 100);
}
