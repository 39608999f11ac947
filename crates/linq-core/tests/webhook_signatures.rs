//! Verification of the deliveries in the test vectors, which were signed by other software.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use base64::prelude::{BASE64_STANDARD, Engine as _};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use linq_core::webhook::{
    Event, InvalidWebhookSecret, SignatureKind, Verified, Verifier, WebhookError, WebhookSecret,
};
use serde::Deserialize;
use std::time::{Duration, SystemTime};

const SIGNATURES: &str = include_str!("../../../tests/vectors/webhooks/signatures.json");
const INVALID_SECRETS: &str = include_str!("../../../tests/vectors/webhooks/invalid_secrets.json");

#[derive(Deserialize)]
struct Case {
    name: String,
    secrets: Vec<String>,
    tolerance_seconds: u64,
    now: u64,
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Expect {
    Accepted {
        kind: String,
        id: Option<String>,
        secret: usize,
    },
    Rejected(Rejection),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "error", rename_all = "snake_case")]
enum Rejection {
    MissingHeader { header: String },
    InvalidHeader { header: String },
    TimestampTooOld { by_seconds: u64 },
    TimestampInFuture { by_seconds: u64 },
    SignatureMismatch,
    SecretNotBase64,
    Any,
}

impl Case {
    fn all() -> Vec<Self> {
        serde_json::from_str(SIGNATURES).unwrap()
    }

    fn verifier(&self) -> Verifier {
        let mut secrets = self
            .secrets
            .iter()
            .map(|secret| WebhookSecret::new(secret).unwrap());
        let first = Verifier::new(secrets.next().unwrap());
        secrets
            .fold(first, Verifier::with_secret)
            .tolerance(Duration::from_secs(self.tolerance_seconds))
    }

    fn headers(&self) -> HeaderMap {
        let header = |(name, value): &(String, String)| {
            (
                name.parse::<HeaderName>().unwrap(),
                HeaderValue::from_bytes(value.as_bytes()).unwrap(),
            )
        };
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers.iter().map(header) {
            headers.append(name, value);
        }
        headers
    }

    fn body(&self) -> Vec<u8> {
        match (&self.body, &self.body_base64) {
            (Some(text), None) => text.clone().into_bytes(),
            (None, Some(encoded)) => BASE64_STANDARD.decode(encoded).unwrap(),
            _ => panic!("{}: exactly one body is required", self.name),
        }
    }

    fn verify(&self) -> Result<Verified, WebhookError> {
        self.verifier()
            .verify_signature(&self.headers(), &self.body(), unix(self.now))
    }
}

fn unix(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn verification_of_all_vectors() {
    let cases = Case::all();
    assert!(cases.len() > 100);
    for case in &cases {
        let name = &case.name;
        match (&case.expect, case.verify()) {
            (Expect::Accepted { kind, id, secret }, Ok(verified)) => {
                let expected = if kind == "standard" {
                    SignatureKind::Standard
                } else {
                    SignatureKind::Legacy
                };
                assert_eq!(verified.kind, expected, "{name}");
                assert_eq!(&verified.id, id, "{name}");
                assert_eq!(verified.secret_index, *secret, "{name}");
                assert_eq!(verified.secret_label, None, "{name}");
            }
            (Expect::Rejected(expected), Err(error)) => {
                assert!(
                    matches_error(expected, &error),
                    "{name}: {expected:?}, but {error:?}"
                );
                assert_eq!(error.http_status(), StatusCode::UNAUTHORIZED, "{name}");
            }
            (_, result) => panic!("{name}: {result:?}"),
        }
    }
}

fn matches_error(expected: &Rejection, error: &WebhookError) -> bool {
    match (expected, error) {
        (Rejection::MissingHeader { header }, WebhookError::MissingHeader(name))
        | (Rejection::InvalidHeader { header }, WebhookError::InvalidHeader { name, .. }) => {
            header == name
        }
        (Rejection::TimestampTooOld { by_seconds }, WebhookError::TimestampTooOld { by, .. })
        | (
            Rejection::TimestampInFuture { by_seconds },
            WebhookError::TimestampInFuture { by, .. },
        ) => by.as_secs() == *by_seconds,
        (Rejection::SignatureMismatch, WebhookError::SignatureMismatch)
        | (Rejection::SecretNotBase64, WebhookError::SecretNotBase64)
        | (Rejection::Any, _) => true,
        _ => false,
    }
}

#[test]
fn errors_omit_secrets_and_signatures() {
    let secrets_and_signatures = |case: &Case| {
        let signatures = case
            .headers
            .iter()
            .filter(|(name, _)| name.to_lowercase().ends_with("signature"));
        let mut hidden: Vec<String> = signatures.map(|(_, value)| value.clone()).collect();
        hidden.extend(
            case.secrets
                .iter()
                .map(|secret| secret.trim_start_matches("v1,"))
                .map(|secret| secret.trim_start_matches("whsec_").to_owned()),
        );
        hidden.retain(|text| text.len() > 8);
        hidden
    };
    for case in Case::all() {
        let shown = format!("{:?} {:?}", case.verifier(), case.verify().err());
        for hidden in secrets_and_signatures(&case) {
            assert!(!shown.contains(&hidden), "{}: {shown}", case.name);
        }
    }
}

/// Headers are rejected without the body only if the delivery is rejected with it, and always for missing or malformed
/// headers and for the timestamp.
#[test]
fn headers_are_checked_without_the_body() {
    for case in Case::all() {
        let headers = case.headers();
        let checked = case.verifier().check_headers(&headers, unix(case.now));
        match (case.verify(), checked) {
            (Ok(_), checked) => assert_eq!(checked, Ok(()), "{}", case.name),
            (Err(WebhookError::SignatureMismatch | WebhookError::SecretNotBase64), _) => {}
            (Err(error), checked) => assert_eq!(checked, Err(error), "{}", case.name),
        }
    }
}

#[test]
fn empty_and_quoted_secrets_are_invalid() {
    let invalid: Vec<String> = serde_json::from_str(INVALID_SECRETS).unwrap();
    assert!(!invalid.is_empty());
    for text in invalid {
        assert!(WebhookSecret::new(&text).is_err(), "{text:?}");
    }
    assert_eq!(
        WebhookSecret::new("").unwrap_err(),
        InvalidWebhookSecret::Empty
    );
    assert_eq!(
        WebhookSecret::new("whsec_").unwrap_err(),
        InvalidWebhookSecret::Empty
    );
    assert_eq!(
        WebhookSecret::new("whsec_YQ==\n").unwrap_err(),
        InvalidWebhookSecret::Whitespace
    );
    let quoted = WebhookSecret::new("\"whsec_c2VjcmV0\"").unwrap_err();
    assert_eq!(quoted.to_string(), "begins and ends with a quotation mark");
}

#[test]
fn key_and_encoded_secret_have_equal_signatures() {
    let at = SystemTime::UNIX_EPOCH;
    let signed = |secret: WebhookSecret| secret.sign("msg_1", at, b"{}").unwrap();
    assert_eq!(
        signed(WebhookSecret::from_key(b"secret").unwrap()),
        signed(WebhookSecret::new("c2VjcmV0").unwrap())
    );
    assert_eq!(
        WebhookSecret::from_key(b"").unwrap_err(),
        InvalidWebhookSecret::Empty
    );
}

#[test]
fn mismatch_with_a_secret_that_is_not_base64_is_reported() {
    let secret = WebhookSecret::new("whsec_5ecret!").unwrap();
    let signed = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = signed.sign("msg_1", unix(1000), b"{}").unwrap();
    let error = Verifier::new(secret).verify_signature(&headers, b"{}", unix(1000));
    let shown = error.unwrap_err().to_string();
    assert!(
        shown.contains("not base64, so the Standard signature could not be checked"),
        "{shown}"
    );
    assert!(!shown.contains("5ecret"), "{shown}");
}

#[test]
fn debug_omits_the_secret() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    assert_eq!(format!("{secret:?}"), "WebhookSecret(…)");
    let labelled = secret.clone().label("old");
    assert_eq!(format!("{labelled:?}"), r#"WebhookSecret("old")"#);
    let verifier = Verifier::new(secret.clone()).with_secret(secret);
    assert_eq!(
        format!("{verifier:?}"),
        "Verifier { secrets: 2, tolerance: 300s }"
    );
}

#[test]
fn event_has_index_and_label_of_the_secret_that_matched() {
    const BODY: &[u8] = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;
    let secrets = ["YQ==", "Yg==", "Yw=="].map(|secret| WebhookSecret::new(secret).unwrap());
    let [first, second, third] = secrets.clone();
    let verifier = Verifier::new(first)
        .with_secret(second.label("second"))
        .with_secret(third);
    let events = secrets.map(|secret| {
        let headers = secret.sign("msg_1", unix(1000), BODY).unwrap();
        verifier.verify(&headers, BODY, unix(1000)).unwrap()
    });
    let matched = events
        .each_ref()
        .map(|event| (event.secret_index(), event.secret_label()));
    assert_eq!(
        matched,
        [(Some(0), None), (Some(1), Some("second")), (Some(2), None)]
    );

    let unverified = Event::parse_unverified(BODY).unwrap();
    assert_eq!(
        (unverified.secret_index(), unverified.secret_label()),
        (None, None)
    );
    assert_eq!(events, [unverified.clone(), unverified.clone(), unverified]);
}

#[test]
fn error_contains_the_age_of_the_timestamp() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = secret.sign("msg_1", unix(1000), b"{}").unwrap();
    let verifier = Verifier::new(secret);
    let error_at = |now| {
        verifier
            .verify_signature(&headers, b"{}", now)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        error_at(unix(1301)),
        "signed 301s ago, more than the tolerance of 300s"
    );
    assert_eq!(
        error_at(unix(699)),
        "signed 301s in the future, more than the tolerance of 300s"
    );
    let barely = unix(1300) + Duration::from_millis(500);
    assert_eq!(
        error_at(barely),
        "signed 300.5s ago, more than the tolerance of 300s"
    );
}

#[test]
fn signatures_match_the_vectors() {
    let first = &Case::all()[0];
    let signed = WebhookSecret::new(&first.secrets[0])
        .unwrap()
        .sign("msg_2pXc", unix(first.now), &first.body())
        .unwrap();
    for (name, value) in &first.headers {
        assert_eq!(signed[name.as_str()], value.as_str());
    }
    assert_eq!(signed.len(), 5);
    assert_eq!(signed["x-webhook-timestamp"], "1770000000");
    assert!(
        signed["x-webhook-signature"]
            .to_str()
            .unwrap()
            .starts_with("sha256=")
    );
}

#[test]
fn secret_that_is_not_base64_has_legacy_signatures_only() {
    let signed = WebhookSecret::new("not base64!")
        .unwrap()
        .sign("msg_1", unix(0), b"")
        .unwrap();
    let names: Vec<_> = signed.keys().map(HeaderName::as_str).collect();
    assert_eq!(names, ["x-webhook-timestamp", "x-webhook-signature"]);
}

#[test]
fn timestamps_before_1970_are_rounded_down() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let at = SystemTime::UNIX_EPOCH - Duration::from_millis(1500);
    assert_eq!(
        secret.sign("msg_1", at, b"").unwrap()["webhook-timestamp"],
        "-2"
    );
}

#[test]
fn invalid_id_is_rejected() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    for id in ["", " ", "a b", "é", "a\r\nb"] {
        let error = secret.sign(id, unix(0), b"").unwrap_err();
        assert_eq!(error.path(), "id", "{id:?}");
    }
}
