//! The receiver from environment variables, tested in child processes, since the environment is global.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_webhook::{Receiver, linq_core::webhook::WebhookSecret};
use std::{process::Command, time::SystemTime};

/// Environment variable with the outcome that the child process must find.
const EXPECTED: &str = "EXPECTED_OUTCOME";

/// Runs the child test below with this secret in its environment.
#[track_caller]
fn assert_outcome(secret: Option<&str>, expected: &str) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--ignored", "--exact", "child_receiver_from_env"])
        .env_remove("LINQ_WEBHOOK_SECRET")
        .env(EXPECTED, expected);
    if let Some(secret) = secret {
        command.env("LINQ_WEBHOOK_SECRET", secret);
    }
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("1 passed"), "{secret:?}: {text}");
}

#[test]
#[ignore = "the tests below run it, each in an environment of its own"]
fn child_receiver_from_env() {
    let body = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;
    let known = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = known.sign("msg_1", SystemTime::now(), body).unwrap();
    let received = Receiver::from_env().map(|receiver| receiver.receive(&headers, &body[..]));
    let outcome = match received {
        Ok(Ok(event)) => format!("received {}", event.event_id),
        Ok(Err(rejection)) => rejection.status().to_string(),
        Err(invalid) => invalid.to_string(),
    };
    assert_eq!(outcome, std::env::var(EXPECTED).unwrap());
}

#[test]
fn missing_or_invalid_secret_is_an_error() {
    assert_outcome(None, "LINQ_WEBHOOK_SECRET: must be set");
    for empty in ["", "   ", "whsec_"] {
        assert_outcome(Some(empty), "LINQ_WEBHOOK_SECRET: must not be empty");
    }
    assert_outcome(
        Some("whsec_c2VjcmV0 "),
        "LINQ_WEBHOOK_SECRET: begins or ends with whitespace",
    );
    assert_outcome(
        Some("\"whsec_c2VjcmV0\""),
        "LINQ_WEBHOOK_SECRET: begins and ends with a quotation mark",
    );
}

#[test]
fn secret_of_the_environment_verifies_deliveries() {
    assert_outcome(Some("whsec_c2VjcmV0"), "received e1");
    assert_outcome(Some("whsec_b3RoZXI="), "401 Unauthorized");
}
