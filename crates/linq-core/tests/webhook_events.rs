//! Decoding of the events in the test vectors.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use http::StatusCode;
use linq_core::{
    model::MessagePart,
    webhook::{Event, EventData, EventType, MessageEvent, Verifier, WebhookError, WebhookSecret},
};
use serde::Deserialize;
use serde_json::{Value, json, value::RawValue};
use std::time::SystemTime;

const EVENTS: &str = include_str!("../../../tests/vectors/webhooks/events.json");
const SAMPLES: &str = include_str!("../../../tests/vectors/webhooks/event_samples.json");

#[derive(Deserialize)]
struct Case {
    name: String,
    event: Box<RawValue>,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expect {
    /// Path of the field that the envelope lacks.
    Malformed { malformed: String },
    Event {
        /// Type of the decoded payload, or `other`.
        reads_as: String,
        /// Version of the decoded payload, for types with two versions.
        version: Option<String>,
        /// True if serializing the payload results in the same JSON.
        unchanged: Option<bool>,
        /// Start of `problem()`; absent if there is none.
        problem: Option<String>,
        /// Warnings about skipped values.
        #[serde(default)]
        warnings: Vec<String>,
    },
}

#[test]
fn decoding_of_all_vectors() {
    let cases: Vec<Case> = serde_json::from_str(EVENTS).unwrap();
    assert!(cases.len() > 50);
    cases.iter().for_each(check);
}

#[test]
fn every_documented_type_of_event_is_decoded() {
    let cases: Vec<Case> = serde_json::from_str(SAMPLES).unwrap();
    let mut read: Vec<_> = cases
        .iter()
        .inspect(|case| check(case))
        .map(|case| Event::parse_unverified(case.event.get().to_owned()).unwrap())
        .filter_map(|event| event.data.event_type())
        .collect();
    read.dedup();
    let documented = EventType::KNOWN.iter().copied().map(EventType::from);
    let typed: Vec<_> = documented
        .filter(|event_type| !event_type.as_str().starts_with("call."))
        .collect();
    assert_eq!(read, typed);
    assert_eq!(typed.len(), 68);
}

fn check(case: &Case) {
    let Case {
        name,
        event: body,
        expect,
    } = case;
    let read = Event::parse_unverified(body.get().to_owned());
    match (expect, read) {
        (Expect::Malformed { malformed }, Err(error)) => {
            assert_eq!(error.http_status(), StatusCode::BAD_REQUEST, "{name}");
            let WebhookError::Malformed { path, .. } = error else {
                panic!("{name}: {error}")
            };
            assert_eq!(&path, malformed, "{name}");
        }
        (
            Expect::Event {
                reads_as,
                version,
                unchanged,
                problem,
                warnings,
            },
            Ok(event),
        ) => {
            let understood = event.data.event_type();
            let actual = understood.as_ref().map_or("other", EventType::as_str);
            assert_eq!(actual, reads_as, "{name}: {:?}", event.data);
            assert_eq!(version_of(&event.data), version.as_deref(), "{name}");
            match (problem, problem_of(&event.data)) {
                (Some(start), Some(text)) => {
                    assert!(text.starts_with(start.as_str()), "{name}: {text}");
                }
                (expected, actual) => assert_eq!(actual, expected.as_deref(), "{name}"),
            }
            let actual: Vec<_> = event.warnings().iter().map(ToString::to_string).collect();
            assert_eq!(&actual, warnings, "{name}");
            let data = serde_json::from_str::<Value>(body.get()).unwrap()["data"].take();
            let written = serde_json::to_value(&event.data).unwrap();
            assert_eq!(
                written == data,
                unchanged.unwrap_or(true),
                "{name}: {written}"
            );
            assert_eq!(event.raw(), body.get(), "{name}");
        }
        (_, read) => panic!("{name}: {read:?}"),
    }
}

fn problem_of(data: &EventData) -> Option<&str> {
    match data {
        EventData::Other(other) => other.problem(),
        _ => None,
    }
}

fn version_of(data: &EventData) -> Option<&'static str> {
    match data {
        EventData::MessageSent(message)
        | EventData::MessageReceived(message)
        | EventData::MessageRead(message)
        | EventData::MessageDelivered(message) => match message {
            MessageEvent::V2025(_) => Some("2025-01-01"),
            MessageEvent::V2026(_) => Some("2026-02-03"),
            message => panic!("version is not in the vectors: {message:?}"),
        },
        _ => None,
    }
}

#[test]
fn the_75_documented_types_are_known() {
    assert_eq!(EventType::KNOWN.len(), 75);
    for name in EventType::KNOWN {
        assert!(EventType::from(*name).is_known(), "{name}");
        assert_eq!(EventType::from(*name).as_str(), *name);
    }
    assert!(!EventType::from("weather.changed").is_known());
    assert_eq!(
        EventType::from("weather.changed").to_string(),
        "weather.changed"
    );
}

#[test]
fn decoding_of_the_envelope() {
    let body = json!({
        "api_version": "v3", "webhook_version": "2031-01-01", "event_type": "weather.changed", "event_id": "evt_1",
        "created_at": "2026-02-04T00:00:00+01:00", "trace_id": "t", "partner_id": "p", "data": {"to": "rain"},
    });
    let event = Event::parse_unverified(body.to_string()).unwrap();
    assert_eq!(event.event_id.as_str(), "evt_1");
    assert_eq!(event.event_type.as_str(), "weather.changed");
    assert_eq!(
        event.created_at,
        Some("2026-02-03T23:00:00Z".parse().unwrap())
    );
    assert_eq!(event.trace_id.as_deref(), Some("t"));
    assert_eq!(event.partner_id.as_deref(), Some("p"));
    assert_eq!(event.api_version.as_deref(), Some("v3"));
    assert_eq!(event.webhook_version.as_deref(), Some("2031-01-01"));
}

#[test]
fn unknown_payload_is_kept_verbatim() {
    let data = r#"{ "n": 1.50, "big": 123456789012345678901234567890, "lone": "\ud800" , "n": 2 }"#;
    let body = format!(r#"{{"event_id":"e1","event_type":"call.ended","data":{data}}}"#);
    let event = Event::parse_unverified(body).unwrap();
    let EventData::Other(other) = event.data else {
        panic!()
    };
    assert_eq!(other.json(), data);
    assert_eq!(other.problem(), None);
}

#[test]
fn lone_surrogate_does_not_fail_an_event() {
    let body = r#"{"event_id":"e1","event_type":"call.ended","data":{"text":"cut \ud83d"}}"#;
    let event = Event::parse_unverified(body).unwrap();
    assert_eq!(event.raw(), body.as_bytes());
    let EventData::Other(other) = &event.data else {
        panic!()
    };
    let read: Value = other.decode().unwrap();
    assert_eq!(read["text"], "cut \u{fffd}");

    let cases: Vec<Case> = serde_json::from_str(SAMPLES).unwrap();
    let mut texts = cases.iter().map(|case| case.event.get());
    let created = texts
        .find(|text| text.contains(r#""chat.created""#))
        .unwrap();
    let cut = created.replacen(r#""display_name": ""#, r#""display_name": "\ude00"#, 1);
    assert_ne!(cut, created);
    let event = Event::parse_unverified(cut).unwrap();
    assert_eq!(event.data.event_type(), Some(EventType::ChatCreated));
}

#[test]
fn deeply_nested_data_does_not_fail_an_event() {
    let data = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for event_type in ["call.ended", "message.received", "chat.created"] {
        let body = format!(
            r#"{{"event_id":"e1","event_type":"{event_type}","trace_id":{data},"data":{data}}}"#
        );
        let event = Event::parse_unverified(body).unwrap();
        let EventData::Other(other) = event.data else {
            panic!()
        };
        assert_eq!(other.json(), data);
        assert!(other.decode::<Value>().is_err());
    }
}

#[test]
fn error_of_decoding_an_unknown_payload_names_the_field() {
    #[derive(Debug, Deserialize)]
    struct Call {
        #[allow(dead_code)]
        seconds: u32,
    }
    let body = r#"{"event_id":"e1","event_type":"call.ended","data":{"seconds":"secret"}}"#;
    let EventData::Other(other) = Event::parse_unverified(body).unwrap().data else {
        panic!()
    };
    let error = other.decode::<Call>().unwrap_err().to_string();
    assert_eq!(
        error,
        "data.seconds: invalid type: string, expected an integer"
    );
}

#[test]
fn event_requires_a_valid_signature() {
    let body =
        br#"{"event_id":"e1","event_type":"participant.removed","data":{"handle":"+15556667777"}}"#;
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let now = SystemTime::UNIX_EPOCH;
    let headers = secret.sign("msg_1", now, body).unwrap();

    let event = Verifier::new(secret).verify(&headers, body, now).unwrap();
    let EventData::ParticipantRemoved(removed) = &event.data else {
        panic!("{event:?}")
    };
    assert_eq!(removed.handle.as_deref(), Some("+15556667777"));

    let other = Verifier::new(WebhookSecret::new("whsec_b3RoZXI=").unwrap());
    assert_eq!(
        other.verify(&headers, body, now),
        Err(WebhookError::SignatureMismatch)
    );
}

#[test]
fn signed_body_that_is_not_an_event_is_a_bad_request() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let now = SystemTime::UNIX_EPOCH;
    for body in [
        &b""[..],
        b"{",
        b"{}",
        b"\xff\xfe",
        br#"{"event_id":"e1","event_type":"x","data":"#,
    ] {
        let headers = secret.sign("msg_1", now, body).unwrap();
        let error = Verifier::new(secret.clone())
            .verify(&headers, body, now)
            .unwrap_err();
        assert_eq!(error.http_status(), StatusCode::BAD_REQUEST, "{error}");
    }
}

#[test]
fn debug_omits_signed_urls_and_unknown_payloads() {
    let media = json!({"type": "media", "id": "a", "filename": "f", "mime_type": "image/png", "size_bytes": 1, "url": "https://f.example/a?sig=5ecret"});
    let read = |data: Value| {
        let body = json!({"event_id": "e1", "event_type": "message.sent", "webhook_version": "2025-01-01", "data": data});
        Event::parse_unverified(body.to_string()).unwrap()
    };
    let understood =
        read(json!({"message": {"parts": [media, {"type": "hologram", "key": "5ecret"}]}}));
    let EventData::MessageSent(MessageEvent::V2025(event)) = &understood.data else {
        panic!()
    };
    let parts = event.message.as_ref().unwrap().parts.as_ref().unwrap();
    let [MessagePart::Media(media), MessagePart::Unknown(hologram)] = parts.as_slice() else {
        panic!()
    };
    assert_eq!(
        media.url.as_ref().unwrap().as_str(),
        "https://f.example/a?sig=5ecret"
    );
    assert_eq!(hologram.fields()["key"], "5ecret");

    for event in [
        understood,
        read(json!({"signing_secret": "5ecret"})),
        read(json!({"chat_id": {"5ecret": 1}})),
    ] {
        let shown = format!("{event:?}");
        assert!(!shown.contains("5ecret"), "{shown}");
    }
}

#[test]
fn json_round_trip_of_all_vectors() {
    let cases = [EVENTS, SAMPLES].map(|cases| serde_json::from_str::<Vec<Case>>(cases).unwrap());
    let bodies = cases.iter().flatten().map(|case| case.event.get());
    let events = bodies.filter_map(|body| Event::parse_unverified(body.to_owned()).ok());
    let mut verbatim = 0;
    for event in events {
        let json = serde_json::to_string(&event).unwrap();
        let read: Event = serde_json::from_str(&json).unwrap();
        assert_eq!(read.data, event.data);
        assert_eq!(
            (
                &read.event_id,
                &read.event_type,
                read.created_at,
                &read.trace_id
            ),
            (
                &event.event_id,
                &event.event_type,
                event.created_at,
                &event.trace_id
            )
        );
        assert_eq!(read.warnings(), event.warnings());
        verbatim += usize::from(read == event);
    }
    assert!(verbatim > 100);
}

#[test]
fn json_round_trip_in_a_job() {
    #[derive(serde::Serialize, Deserialize, PartialEq, Debug)]
    struct Job {
        attempts: u32,
        event: Event,
    }

    let body =
        r#"{ "event_id": "e1", "event_type": "new", "data": [1.10, {"b": 1, "a": 2}], "z": null }"#;
    let event = Event::parse_unverified(body).unwrap();
    let job = Job { attempts: 1, event };
    let json = serde_json::to_string(&job).unwrap();
    assert_eq!(json, format!(r#"{{"attempts":1,"event":{body}}}"#));
    assert_eq!(serde_json::from_str::<Job>(&json).unwrap(), job);
    let value = serde_json::to_value(&job).unwrap();
    assert_eq!(
        serde_json::from_value::<Job>(value).unwrap().event.event_id,
        "e1"
    );
}

#[test]
fn serialized_event_has_the_id_of_its_delivery() {
    for body in [
        r#"{"event_type": "new", "data": {}} "#,
        r#"{"event_id": "", "event_type": "new", "data": {}}"#,
        r#"{"event_id": 1, "event_type": "new", "data": {}}"#,
    ] {
        let event = Event::parse_unverified_with_id(body, "e\"1").unwrap();
        let json = serde_json::to_string(&event).unwrap();
        let read: Event = serde_json::from_str(&json).unwrap();
        assert_eq!(read.event_id, "e\"1", "{json}");
        assert_eq!((read.event_type, read.data), (event.event_type, event.data));
    }
}

#[test]
fn invalid_text_of_an_event_is_replaced_in_json() {
    let body: &[u8] =
        b"{\"event_id\": \"e1\", \"event_type\": \"new\", \"data\": [\"\\ud83d\", \"\xff\"]}";
    let event = Event::parse_unverified(body).unwrap();
    let value = serde_json::to_value(&event).unwrap();
    assert_eq!(value["data"], json!(["\u{fffd}", "\u{fffd}"]));
}

#[test]
fn errors_of_deserialized_events_have_the_field() {
    let error = serde_json::from_str::<Event>(r#"{"event_type": "new"}"#).unwrap_err();
    assert!(
        error.to_string().starts_with("event_id: missing"),
        "{error}"
    );
}
