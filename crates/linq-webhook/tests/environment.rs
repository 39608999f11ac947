//! A receiver from the environment: in a process of its own, for its environment is everybody's.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_webhook::{Receiver, linq_core::webhook::WebhookSecret};
use std::{process::Command, time::SystemTime};

/// What the child has to find.
const EXPECTED: &str = "EXPECTED_OUTCOME";

/// Runs the child below with this secret in its environment.
#[track_caller]
fn assert_outcome(secret: Option<&str>, expected: &str) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--ignored", "--exact", "receiver_of_the_environment"])
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
fn receiver_of_the_environment() {
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
fn without_a_secret_there_is_no_receiver() {
    assert_outcome(
        None,
        "LINQ_WEBHOOK_SECRET: the environment variable is not set",
    );
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
fn the_secret_of_the_environment_is_the_one_that_counts() {
    assert_outcome(Some("whsec_c2VjcmV0"), "received e1");
    assert_outcome(Some("whsec_b3RoZXI="), "401 Unauthorized");
}
