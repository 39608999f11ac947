use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use linq_core::webhook::{Event, EventData, SignatureKind, Verifier, WebhookError, WebhookSecret};
use std::time::{Duration, SystemTime};

/// Time of arrival of all deliveries, in Unix seconds.
const NOW: u64 = 1_790_000_000;
const SECRET: &str = "whsec_c2VjcmV0LWZvci10ZXN0cw==";

/// Target: a delivery: header lines, an empty line, the body; or only a body.
///
/// An accepted delivery has the signature of the secret; an event keeps its bytes verbatim and can be decoded again; a
/// signed body is accepted, and rejected once a bit is flipped.
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
                // Fields that are not decoded may have any type except text; a missing payload is `null`.
                let body = String::from_utf8_lossy(body);
                assert!(other.json() == "null" || body.contains(other.json()));
                // A lone surrogate is kept in the raw JSON, which a Rust string cannot contain.
                let _ = other.decode::<serde_json::Value>();
            }
        }
        Err(error) => assert!(matches!(error, WebhookError::Malformed { .. }), "{error:?}"),
    }
    assert_signed_is_accepted(&verifier, body);
}

fn assert_signed_is_accepted(verifier: &Verifier, body: &[u8]) {
    let headers = secret().sign("msg_1", now(), body).expect("headers");
    verifier
        .verify_signature(&headers, body, now())
        .expect("signed by us");
    let mut flipped = body.to_vec();
    if let Some(byte) = flipped.first_mut() {
        *byte ^= 1;
        let rejected = verifier.verify_signature(&headers, &flipped, now());
        assert!(
            matches!(rejected, Err(WebhookError::SignatureMismatch)),
            "{rejected:?}"
        );
    }
}

/// Skips invalid header lines, which a server would reject.
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
