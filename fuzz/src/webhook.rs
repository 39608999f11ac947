use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::webhook::{Event, EventData, SignatureKind, Verifier, WebhookError, WebhookSecret};
use std::time::{Duration, SystemTime};

/// When all deliveries arrive, in Unix seconds.
const NOW: u64 = 1_790_000_000;
const SECRET: &str = "whsec_c2VjcmV0LWZvci10ZXN0cw==";

/// A delivery: header lines, an empty line, the body; or only a body.
///
/// What is accepted bears the signature that the secret makes; an event keeps the bytes that it came
/// as, and reads as the same again; what is signed is accepted, and no longer once a bit is turned.
pub fn webhook(data: &[u8]) {
    let (headers, body) = delivery(data);
    let verifier = Verifier::new(secret());
    if let Ok(verified) = verifier.verify_signature(&headers, body, now()) {
        let id = verified.id.as_deref().unwrap_or("-");
        let expected = secret().sign(id, verified.sent_at, body).expect("headers");
        let name = match verified.kind {
            SignatureKind::Standard => "webhook-signature",
            _ => "x-webhook-signature",
        };
        assert!(
            is_among(&expected[name], &headers.get_all(name)),
            "forged: {headers:?}"
        );
    }
    let _ = verifier.verify(&headers, body, now());
    match Event::parse_unverified(Bytes::copy_from_slice(body)) {
        Ok(event) => {
            assert_eq!(event.raw(), body);
            assert!(!format!("{event:?}").is_empty());
            assert_eq!(
                Event::parse_unverified(event.raw().clone()).ok(),
                Some(event.clone())
            );
            if let EventData::Other(other) = &event.data {
                // Fields that are not read may be anything but text; a payload that is missing is `null`.
                let body = String::from_utf8_lossy(body);
                assert!(other.json() == "null" || body.contains(other.json()));
                // A lone surrogate is kept, and no Rust string can hold it.
                let _ = other.decode::<serde_json::Value>();
            }
        }
        Err(error) => assert!(matches!(error, WebhookError::Malformed { .. }), "{error:?}"),
    }
    what_is_signed_is_accepted(&verifier, body);
}

fn what_is_signed_is_accepted(verifier: &Verifier, body: &[u8]) {
    let headers = secret().sign("msg_1", now(), body).expect("headers");
    verifier
        .verify_signature(&headers, body, now())
        .expect("signed by us");
    let mut turned = body.to_vec();
    if let Some(byte) = turned.first_mut() {
        *byte ^= 1;
        let refused = verifier.verify_signature(&headers, &turned, now());
        assert!(matches!(refused, Err(WebhookError::NoMatch)), "{refused:?}");
    }
}

/// Anything that is no header is passed over, as a server would refuse it.
fn delivery(data: &[u8]) -> (HeaderMap, &[u8]) {
    let mut headers = HeaderMap::new();
    let Some(end) = data.windows(2).position(|window| window == b"\n\n") else {
        return (headers, data);
    };
    for line in data[..end].split(|&byte| byte == b'\n') {
        let Some(colon) = line.iter().position(|&byte| byte == b':') else {
            continue;
        };
        let name = HeaderName::from_bytes(line[..colon].trim_ascii());
        let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii());
        if let (Ok(name), Ok(value)) = (name, value) {
            headers.append(name, value);
        }
    }
    (headers, &data[end + 2..])
}

fn is_among(expected: &HeaderValue, given: &http::header::GetAll<'_, HeaderValue>) -> bool {
    let expected = expected.as_bytes();
    given.iter().any(|value| {
        let signatures = value.as_bytes().split(|&byte| byte == b' ');
        signatures
            .map(bare)
            .any(|signature| signature.eq_ignore_ascii_case(bare(expected)))
    })
}

fn bare(signature: &[u8]) -> &[u8] {
    signature.strip_prefix(b"sha256=").unwrap_or(signature)
}

fn secret() -> WebhookSecret {
    WebhookSecret::new(SECRET).expect("a secret")
}

fn now() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(NOW)
}
