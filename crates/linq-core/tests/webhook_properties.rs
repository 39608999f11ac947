//! Property tests of deliveries.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::webhook::{
    Event, EventData, EventType, SignatureKind, Verifier, WebhookError, WebhookSecret,
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;
use std::time::{Duration, SystemTime};

const HEADERS: [&str; 5] = [
    "webhook-id",
    "webhook-timestamp",
    "webhook-signature",
    "x-webhook-timestamp",
    "x-webhook-signature",
];

fn secret() -> WebhookSecret {
    WebhookSecret::new("whsec_c2VjcmV0LW9mLXRoZS1wcm9wZXJ0aWVz").unwrap()
}

fn passphrase() -> WebhookSecret {
    WebhookSecret::new("not base64!").unwrap()
}

fn timestamp() -> impl Strategy<Value = SystemTime> {
    (-62_135_596_800_i64..253_402_300_800).prop_map(unix)
}

fn unix(seconds: i64) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        SystemTime::UNIX_EPOCH - distance
    } else {
        SystemTime::UNIX_EPOCH + distance
    }
}

fn id() -> impl Strategy<Value = String> {
    "[!-~]{1,40}"
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..200)
}

fn flip(bytes: &mut [u8], bit: prop::sample::Index) {
    let bit = bit.index(bytes.len() * 8);
    bytes[bit / 8] ^= 1 << (bit % 8);
}

/// Flips one bit of a header; rejects the case if the result is not a valid header value.
fn with_flipped(
    mut headers: HeaderMap,
    name: &'static str,
    bit: prop::sample::Index,
) -> Result<HeaderMap, TestCaseError> {
    let mut value = headers[name].as_bytes().to_vec();
    flip(&mut value, bit);
    let value = HeaderValue::from_bytes(&value);
    headers.insert(
        name,
        value.map_err(|_| TestCaseError::reject("not a header"))?,
    );
    Ok(headers)
}

fn only(kind: SignatureKind, mut headers: HeaderMap) -> HeaderMap {
    let others = if kind == SignatureKind::Standard {
        &HEADERS[3..]
    } else {
        &HEADERS[..3]
    };
    for name in others {
        headers.remove(*name);
    }
    headers
}

proptest! {
    #[test]
    fn signed_delivery_is_verified(id in id(), body in body(), at in timestamp()) {
        let headers = secret().sign(&id, at, &body).unwrap();
        let verifier = Verifier::new(secret());

        let verified = verifier.verify_signature(&headers, &body, at).unwrap();
        prop_assert_eq!(verified.kind, SignatureKind::Standard);
        prop_assert_eq!(verified.id, Some(id));
        prop_assert_eq!(verified.sent_at, at);

        let verified = verifier.verify_signature(&only(SignatureKind::Legacy, headers), &body, at).unwrap();
        prop_assert_eq!(verified.kind, SignatureKind::Legacy);
        prop_assert_eq!(verified.sent_at, at);
    }

    #[test]
    fn delivery_is_accepted_within_the_tolerance(
        at in timestamp(), off in -1000..1000_i64, tolerance in 0..1000_u64,
    ) {
        let headers = secret().sign("msg_1", at, b"").unwrap();
        let now = if off < 0 { at - Duration::from_secs(off.unsigned_abs()) } else { at + Duration::from_secs(off.unsigned_abs()) };
        let result = Verifier::new(secret()).tolerance(Duration::from_secs(tolerance)).verify_signature(&headers, b"", now);
        let expected = if off.unsigned_abs() <= tolerance { "ok" } else if off > 0 { "old" } else { "new" };
        let actual = match result {
            Ok(_) => "ok",
            Err(WebhookError::TimestampTooOld { .. }) => "old",
            Err(WebhookError::TimestampInFuture { .. }) => "new",
            Err(error) => panic!("{error}"),
        };
        prop_assert_eq!(actual, expected);
    }

    #[test]
    fn flipped_bit_in_the_body_is_rejected(
        mut body in vec(any::<u8>(), 1..200), bit: prop::sample::Index, secret in select(vec![secret(), passphrase()]),
    ) {
        let headers = secret.sign("msg_1", unix(0), &body).unwrap();
        flip(&mut body, bit);
        let error = Verifier::new(secret).verify_signature(&headers, &body, unix(0)).unwrap_err();
        prop_assert!(matches!(error, WebhookError::SignatureMismatch | WebhookError::SecretNotBase64));
    }

    #[test]
    fn flipped_bit_in_a_standard_header_is_rejected(
        id in id(), body in body(), name in select(&HEADERS[..3]), bit: prop::sample::Index,
    ) {
        let headers = secret().sign(&id, unix(1_770_000_000), &body).unwrap();
        let headers = with_flipped(headers, name, bit)?;
        // However far off the flipped timestamp is.
        let verifier = Verifier::new(secret()).tolerance(Duration::MAX);
        prop_assert!(verifier.verify_signature(&headers, &body, unix(1_770_000_000)).is_err());
    }

    #[test]
    fn flipped_bit_in_a_legacy_header_is_rejected(
        body in body(), name in select(&HEADERS[3..]), bit: prop::sample::Index,
    ) {
        let headers = only(SignatureKind::Legacy, secret().sign("msg_1", unix(1_770_000_000), &body).unwrap());
        let signature = headers[name].clone();
        let headers = with_flipped(headers, name, bit)?;
        // Hex and its prefix may be in either case: that is the same signature.
        prop_assume!(!headers[name].as_bytes().eq_ignore_ascii_case(signature.as_bytes()));
        let verifier = Verifier::new(secret()).tolerance(Duration::MAX);
        prop_assert!(verifier.verify_signature(&headers, &body, unix(1_770_000_000)).is_err());
    }

    #[test]
    fn arbitrary_headers_and_body_do_not_panic(
        headers in vec((select(&HEADERS[..]), header_value()), 0..8), body in body(), now in timestamp(),
        secret in select(vec![secret(), passphrase()]),
    ) {
        let headers: HeaderMap = headers.into_iter().map(|(name, value)| (HeaderName::from_static(name), value)).collect();
        let verifier = Verifier::new(secret).tolerance(Duration::MAX);
        prop_assert!(verifier.verify_signature(&headers, &body, now).is_err());
        prop_assert!(verifier.verify(&headers, &body, now).is_err());
    }

    #[test]
    fn signed_arbitrary_bytes_do_not_panic(body in body()) {
        let headers = secret().sign("msg_1", unix(0), &body).unwrap();
        let read = Verifier::new(secret()).verify(&headers, &body, unix(0));
        let is_malformed = matches!(read, Err(WebhookError::Malformed { .. }));
        prop_assert!(is_malformed, "{read:?}");
    }

    #[test]
    fn event_with_any_data_is_decoded_and_kept(
        event_type in select(EventType::KNOWN), version in select(&VERSIONS[..]), data in json(),
    ) {
        // The payloads of calls are not published.
        let has_type = data.is_object() && !event_type.starts_with("call.");
        let data = data.to_string();
        let body = format!(r#"{{"event_id":"e1","event_type":"{event_type}","webhook_version":"{version}","data":{data}}}"#);
        let event = Event::parse_unverified(body.clone()).unwrap();
        prop_assert_eq!(event.event_type.as_str(), event_type);
        prop_assert_eq!(event.raw(), &body);
        match event.data {
            EventData::Other(other) => prop_assert_eq!((other.json(), has_type), (&*data, false)),
            read => prop_assert!(has_type, "{read:?}"),
        }
    }

    #[test]
    fn event_with_a_malformed_value_is_decoded(event in select(events()), at: prop::sample::Index, put in json()) {
        let mut broken = event;
        let pointers = pointers(&broken["data"]);
        let place = at.get(&pointers);
        *broken["data"].pointer_mut(place).unwrap() = put;
        let event = Event::parse_unverified(broken.to_string()).unwrap();
        match &event.data {
            EventData::Other(other) => prop_assert_eq!(&other.decode::<Value>().unwrap(), &broken["data"]),
            read => prop_assert!(broken["data"].is_object(), "{read:?}"),
        }
    }

    #[test]
    fn decoding_arbitrary_bytes_does_not_panic(body in body()) {
        prop_assert!(Event::parse_unverified(body).is_err());
    }
}

const VERSIONS: [&str; 3] = ["2025-01-01", "2026-02-03", "2031-01-01"];

/// Returns the valid events of the test vectors.
fn events() -> Vec<Value> {
    const EVENTS: &str = include_str!("../../../tests/vectors/webhooks/events.json");
    let cases: Vec<Value> = serde_json::from_str(EVENTS).unwrap();
    cases
        .iter()
        .filter(|case| case["expect"]["reads_as"].is_string())
        .map(|case| case["event"].clone())
        .collect()
}

/// Returns JSON pointers to all values within a value, itself included.
fn pointers(value: &Value) -> Vec<String> {
    let within = |name: String, value: &Value| {
        pointers(value)
            .into_iter()
            .map(move |place| format!("/{name}{place}"))
    };
    let mut all = vec![String::new()];
    match value {
        Value::Array(items) => all.extend(
            items
                .iter()
                .enumerate()
                .flat_map(|(i, item)| within(i.to_string(), item)),
        ),
        Value::Object(fields) => all.extend(
            fields
                .iter()
                .flat_map(|(name, field)| within(name.clone(), field)),
        ),
        _ => {}
    }
    all
}

fn json() -> impl Strategy<Value = Value> {
    let name = prop_oneof![
        select(vec!["type", "id", "message", "chat_id", "parts", "handle"]).prop_map(str::to_owned),
        ".{0,5}"
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        ".{0,10}".prop_map(Value::from),
        select(vec![
            "text",
            "media",
            "imessage_app",
            "iMessage",
            "2026-02-03T00:00:00Z"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let fields = vec((name.clone(), inner.clone()), 0..5);
        prop_oneof![
            vec(inner, 0..5).prop_map(Value::from),
            fields.prop_map(|fields| fields.into_iter().collect())
        ]
    })
}

fn header_value() -> impl Strategy<Value = HeaderValue> {
    let plausible = select(vec![
        "",
        "0",
        "-1",
        "1770000000",
        "-9223372036854775808",
        "9223372036854775807",
        "99999999999999999999",
        "abc",
        "v1,",
        "v1,AAAA",
        "v2,AAAA",
        "v1",
        ",",
        "sha256=",
        "sha256=00",
        "msg_1",
        " ",
        "é",
    ]);
    let plausible = plausible.prop_map(|text| text.as_bytes().to_vec());
    prop_oneof![plausible, vec(any::<u8>(), 0..80)].prop_filter_map("no header value", |bytes| {
        HeaderValue::from_bytes(&bytes).ok()
    })
}
