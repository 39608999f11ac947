//! Secrets as values of configurations and responses.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    ApiKey, Secret,
    model::{FileUrl, SecretUrl},
    webhook::{InvalidWebhookSecret, WebhookSecret},
};
use serde::de::DeserializeOwned;

fn error<T: DeserializeOwned>(json: &str) -> String {
    serde_json::from_str::<T>(json).err().unwrap().to_string()
}

#[test]
fn decode_errors_omit_values_that_are_not_strings() {
    for json in [
        "987654321",
        "-987654321",
        "987654321.5",
        "true",
        "[987654321]",
        r#"{"a":987654321}"#,
    ] {
        for error in [
            error::<ApiKey>(json),
            error::<Secret>(json),
            error::<WebhookSecret>(json),
            error::<FileUrl>(json),
            error::<SecretUrl>(json),
        ] {
            assert!(error.contains("expected a string"), "{error}");
            assert!(
                !error.contains("987654321") && !error.contains("true"),
                "{error}"
            );
        }
    }
}

#[test]
fn decode_errors_omit_invalid_secrets() {
    let line_break = error::<ApiKey>(r#""s3cret\n""#);
    assert!(
        line_break.starts_with("contains a line break"),
        "{line_break}"
    );
    for error in [
        line_break,
        error::<ApiKey>(r#"" s3cret""#),
        error::<WebhookSecret>(r#"" s3cret""#),
        error::<WebhookSecret>(r#""\"s3cret\"""#),
    ] {
        assert!(!error.contains("s3cret"), "{error}");
    }
}

#[test]
fn secrets_are_decoded_from_strings() {
    let key: ApiKey = serde_json::from_value("sk_1".into()).unwrap();
    assert_eq!(key.expose(), "sk_1");
    assert_eq!("sk_1".parse(), Ok(key));
    let url: FileUrl = serde_json::from_str(r#""https://a/b?sig=s3cret""#).unwrap();
    assert_eq!(url.as_ref(), "https://a/b?sig=s3cret");
    assert!(!format!("{url:?}").contains("s3cret"));
    assert!(serde_json::from_str::<WebhookSecret>(r#""whsec_c2VjcmV0""#).is_ok());
}

#[test]
fn secret_of_a_subscription_converts() {
    let secret: Secret = serde_json::from_str(r#""whsec_c2VjcmV0""#).unwrap();
    assert_eq!(secret.as_ref(), secret.expose());
    assert_eq!(format!("{secret:?}"), "Secret(…)");
    assert!(WebhookSecret::try_from(&secret).is_ok());
    assert!(WebhookSecret::try_from(secret).is_ok());
    assert!(WebhookSecret::try_from("whsec_c2VjcmV0").is_ok());
    let empty = WebhookSecret::try_from(Secret::from("whsec_"));
    assert_eq!(empty.unwrap_err(), InvalidWebhookSecret::Empty);
}
