//! A receiver from the environment: in a process of its own, for its environment is everybody's.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_webhook::{Receiver, linq_core::webhook::WebhookSecret};
use std::{process::Command, time::SystemTime};

/// What the child below makes of the variable.
fn child(secret: Option<&str>) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--ignored", "--exact", "the_child", "--nocapture"])
        .env_remove("LINQ_WEBHOOK_SECRET");
    if let Some(secret) = secret {
        command.env("LINQ_WEBHOOK_SECRET", secret);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text
        .lines()
        .find_map(|line| line.split_once("child says: "));
    line.unwrap_or_else(|| panic!("{text}")).1.to_owned()
}

#[test]
#[ignore = "the tests run it"]
fn the_child() {
    let body = br#"{"event_id":"e1","event_type":"call.ended","data":{}}"#;
    let known = WebhookSecret::new("whsec_c2VjcmV0").unwrap();
    let headers = known.sign("msg_1", SystemTime::now(), body).unwrap();
    match Receiver::from_env().map(|receiver| receiver.receive(&headers, &body[..])) {
        Ok(Ok(event)) => println!("child says: received {}", event.event_id),
        Ok(Err(rejection)) => println!("child says: {}", rejection.status()),
        Err(invalid) => println!("child says: {invalid}"),
    }
}

#[test]
fn without_a_secret_there_is_no_receiver() {
    assert_eq!(
        child(None),
        "LINQ_WEBHOOK_SECRET: the environment variable is not set"
    );
    for empty in ["", "   ", "whsec_"] {
        assert_eq!(
            child(Some(empty)),
            "LINQ_WEBHOOK_SECRET: must not be empty",
            "{empty:?}"
        );
    }
    assert_eq!(
        child(Some("whsec_c2VjcmV0 ")),
        "LINQ_WEBHOOK_SECRET: begins or ends with whitespace"
    );
    assert_eq!(
        child(Some("\"whsec_c2VjcmV0\"")),
        "LINQ_WEBHOOK_SECRET: begins and ends with a quotation mark"
    );
}

#[test]
fn the_secret_of_the_environment_is_the_one_that_counts() {
    assert_eq!(child(Some("whsec_c2VjcmV0")), "received e1");
    assert_eq!(child(Some("whsec_b3RoZXI=")), "401 Unauthorized");
}
