//! Deliveries on disk, signed by somebody else, and what becomes of them.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use base64::prelude::{BASE64_STANDARD, Engine as _};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use linq_core::webhook::{
    InvalidWebhookSecret, SignatureKind, Verified, Verifier, WebhookError, WebhookSecret,
};
use serde::Deserialize;
use std::time::{Duration, SystemTime};

const SIGNATURES: &str = include_str!("../../../tests/vectors/webhooks/signatures.json");
const REFUSED_SECRETS: &str = include_str!("../../../tests/vectors/webhooks/refused_secrets.json");

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
    Refused(Refusal),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "error", rename_all = "snake_case")]
enum Refusal {
    MissingHeader { header: String },
    BadHeader { header: String },
    TimestampTooOld { by_seconds: u64 },
    TimestampInFuture { by_seconds: u64 },
    NoMatch,
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
            _ => panic!("{}: one body is needed", self.name),
        }
    }

    fn verify(&self) -> Result<Verified, WebhookError> {
        self.verifier()
            .verify(&self.headers(), &self.body(), unix(self.now))
    }
}

fn unix(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn every_delivery_is_judged_as_its_vector_says() {
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
            }
            (Expect::Refused(expected), Err(error)) => {
                assert!(
                    agrees(expected, &error),
                    "{name}: {expected:?}, but {error:?}"
                );
                assert_eq!(error.http_status(), StatusCode::UNAUTHORIZED, "{name}");
            }
            (_, verdict) => panic!("{name}: {verdict:?}"),
        }
    }
}

fn agrees(expected: &Refusal, error: &WebhookError) -> bool {
    match (expected, error) {
        (Refusal::MissingHeader { header }, WebhookError::MissingHeader(name))
        | (Refusal::BadHeader { header }, WebhookError::BadHeader { name, .. }) => header == name,
        (Refusal::TimestampTooOld { by_seconds }, WebhookError::TimestampTooOld { by, .. })
        | (Refusal::TimestampInFuture { by_seconds }, WebhookError::TimestampInFuture { by, .. }) => {
            by.as_secs() == *by_seconds
        }
        (Refusal::NoMatch, WebhookError::NoMatch)
        | (Refusal::SecretNotBase64, WebhookError::SecretNotBase64)
        | (Refusal::Any, _) => true,
        _ => false,
    }
}

#[test]
fn an_error_never_shows_a_secret_or_a_signature() {
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

/// Headers are rejected ahead of the body only where the delivery would be rejected with it, and for presence, form and
/// timestamp always.
#[test]
fn headers_are_checked_without_the_body() {
    for case in Case::all() {
        let headers = case.headers();
        let checked = case.verifier().check_headers(&headers, unix(case.now));
        match (case.verify(), checked) {
            (Ok(_), checked) => assert_eq!(checked, Ok(()), "{}", case.name),
            (Err(WebhookError::NoMatch | WebhookError::SecretNotBase64), _) => {}
            (Err(error), checked) => assert_eq!(checked, Err(error), "{}", case.name),
        }
    }
}

#[test]
fn a_text_that_lets_anybody_sign_is_no_secret() {
    let refused: Vec<String> = serde_json::from_str(REFUSED_SECRETS).unwrap();
    assert!(!refused.is_empty());
    for text in refused {
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
fn key_signs_as_the_secret_that_encodes_it() {
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
fn failed_check_with_a_secret_that_is_not_base64_says_so() {
    let secret = WebhookSecret::new("whsec_5ecret!").unwrap();
    let signed = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = signed.sign("msg_1", unix(1000), b"{}").unwrap();
    let error = Verifier::new(secret).verify(&headers, b"{}", unix(1000));
    let shown = error.unwrap_err().to_string();
    assert!(
        shown.contains("not base64, so the Standard signature could not be checked"),
        "{shown}"
    );
    assert!(!shown.contains("5ecret"), "{shown}");
}

#[test]
fn debug_does_not_show_the_secret() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    assert_eq!(format!("{secret:?}"), "WebhookSecret(…)");
    let verifier = Verifier::new(secret.clone()).with_secret(secret);
    assert_eq!(
        format!("{verifier:?}"),
        "Verifier { secrets: 2, tolerance: 300s }"
    );
}

#[test]
fn the_distance_of_a_timestamp_is_told() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = secret.sign("msg_1", unix(1000), b"{}").unwrap();
    let verifier = Verifier::new(secret);
    let refusal = |now| {
        verifier
            .verify(&headers, b"{}", now)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        refusal(unix(1301)),
        "signed 301s ago, where 300s are allowed"
    );
    assert_eq!(
        refusal(unix(699)),
        "signed 301s in the future, where 300s are allowed"
    );
    let barely = unix(1300) + Duration::from_millis(500);
    assert_eq!(refusal(barely), "signed 300.5s ago, where 300s are allowed");
}

#[test]
fn signing_gives_what_the_vectors_hold() {
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
fn a_secret_that_is_not_base64_signs_the_legacy_way_only() {
    let signed = WebhookSecret::new("not base64!")
        .unwrap()
        .sign("msg_1", unix(0), b"")
        .unwrap();
    let names: Vec<_> = signed.keys().map(HeaderName::as_str).collect();
    assert_eq!(names, ["x-webhook-timestamp", "x-webhook-signature"]);
}

#[test]
fn moments_before_1970_are_signed_with_the_second_they_are_in() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let at = SystemTime::UNIX_EPOCH - Duration::from_millis(1500);
    assert_eq!(
        secret.sign("msg_1", at, b"").unwrap()["webhook-timestamp"],
        "-2"
    );
}

#[test]
fn an_id_that_no_header_can_carry_is_not_signed() {
    let secret = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    for id in ["", " ", "a b", "é", "a\r\nb"] {
        let error = secret.sign(id, unix(0), b"").unwrap_err();
        assert_eq!(error.path(), "id", "{id:?}");
    }
}
