//! Calls that are stored and sent later.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use bytes::Bytes;
use http::{Request, Response};
use linq_core::{
    ApiKey, Client, DryRun, Endpoint, Error, Transport,
    api::{ENDPOINTS, payment_requests::PaymentTerms},
    call::{Call, PreparedCall},
    endpoint::Idempotency,
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{BaseUrl, CallOptions, Entropy, Exchange, ExchangeConfig, Step},
    message::{MessageContent, Text},
    stored_call::{Receipt, StoredCall},
};
use serde_json::json;
use std::time::{Duration, Instant};

const KEY: &str = "order-1042-shipped";
const ENTROPY: Entropy = Entropy::new([7; Entropy::LEN]);

fn stored<E: Endpoint>(call: Call<'_, DryRun, E>) -> Result<StoredCall, InvalidArgument> {
    call.into_prepared().into_stored(ENTROPY)
}

/// Serializes a call and reads it again, as another process does.
fn restored(call: &StoredCall) -> StoredCall {
    serde_json::from_str(&serde_json::to_string(call).unwrap()).unwrap()
}

fn request(call: StoredCall) -> Request<Bytes> {
    let prepared = PreparedCall::new(call, CallOptions::default());
    Client::dry_run().transport().call(prepared).unwrap()
}

fn assert_same_request<E: Endpoint>(
    call: impl Fn() -> Call<'static, DryRun, E>,
    expected_key: bool,
) {
    let direct = call().send().unwrap();
    let later = request(restored(&stored(call()).unwrap()));
    assert_eq!(later.method(), direct.method());
    assert_eq!(later.uri(), direct.uri());
    assert_eq!(later.headers(), direct.headers());
    assert_eq!(later.body(), direct.body());
    assert_eq!(
        later.headers().contains_key("idempotency-key"),
        expected_key
    );
}

#[test]
fn stored_call_sends_the_same_request() {
    let linq: &'static Client<DryRun> = Box::leak(Box::new(Client::dry_run()));
    let (to, from) = ("+15556667777", "+12223334444");
    assert_same_request(
        || linq.messages().create(to, "Hello").idempotency_key(KEY),
        false,
    );
    assert_same_request(
        || linq.chats().create(from, to, "Hello").idempotency_key(KEY),
        false,
    );
    assert_same_request(
        || {
            let hello = Text::new().bold("wörld 🎂");
            let send = linq.chats().messages("c1").send(hello).idempotency_key(KEY);
            send.header("x-team", "a")
                .query("trace", "1&2")
                .body_field("new", 1)
        },
        false,
    );
    assert_same_request(
        || {
            linq.chats()
                .polls("c1")
                .create(["Pizza", "Sushi"])
                .idempotency_key(KEY)
        },
        false,
    );
    assert_same_request(
        || {
            linq.payments()
                .create(to, 1_999, "usd")
                .idempotency_key(KEY)
        },
        true,
    );
    assert_same_request(
        || {
            linq.payment_requests()
                .create(PaymentTerms::once(2_500, "usd"))
                .idempotency_key(KEY)
        },
        true,
    );
}

#[test]
fn generated_key_is_the_same_in_all_attempts() {
    let linq = Client::dry_run();
    let call = stored(linq.messages().create("+15556667777", "Hello")).unwrap();
    let key = call.idempotency_key().to_owned();
    assert_eq!(key.len(), 36);
    for _ in 0..2 {
        let request = request(restored(&call));
        let body: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
        assert_eq!(body["message"]["idempotency_key"], key);
    }
}

#[test]
fn call_that_cannot_be_stored_names_the_argument() {
    let linq = Client::dry_run();
    let hello = || linq.messages().create("+15556667777", "Hello");
    let second = Duration::from_secs(1);
    for (result, path) in [
        (stored(linq.chats().leave("c1")), "operation"),
        (stored(hello().timeout(second)), "timeout"),
        (stored(hello().max_retries(1)), "max_retries"),
        (stored(hello().deadline(second)), "deadline"),
        (stored(linq.messages().create("nobody", "Hello")), "to"),
        (
            stored(hello().body_field("message", json!({}))),
            "body_field",
        ),
    ] {
        let error = result.expect_err(path).to_string();
        assert!(error.starts_with(path), "{error}");
    }
}

#[test]
fn damaged_call_is_an_error() {
    let linq = Client::dry_run();
    let call = stored(linq.messages().create("+15556667777", "Hello")).unwrap();
    let row = serde_json::to_value(&call).unwrap();
    for (field, value) in [
        ("operation", json!("chats.leave")),
        ("operation", json!("later.create")),
        ("path", json!("@other.example/v3/messages")),
        ("path", json!("/v3/../../messages")),
        ("idempotency_key", json!("")),
        ("idempotency_key", json!(null)),
    ] {
        let mut damaged = row.clone();
        damaged[field] = value.clone();
        let read = serde_json::from_str::<StoredCall>(&damaged.to_string());
        assert!(read.is_err(), "{field} {value}");
    }
    let mut newer = row;
    newer["rate_limit_keys"] = json!([{"limit": "later", "subject": "x"}]);
    assert!(serde_json::from_str::<StoredCall>(&newer.to_string()).is_ok());
}

fn receipt(call: StoredCall, response: &'static str) -> Result<Receipt, Error> {
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_test").unwrap());
    #[allow(clippy::disallowed_methods, reason = "the driver's clock")]
    let now = Instant::now();
    let mut exchange = Exchange::new(&config, call, &CallOptions::default(), ENTROPY, now).unwrap();
    let Step::Send(_) = exchange.step(None, now) else {
        panic!("not sent");
    };
    let response = Response::new(Bytes::from_static(response.as_bytes()));
    match exchange.step(Some(Ok(response)), now) {
        Step::Done(result) => result,
        Step::Send(_) => panic!("retried"),
    }
}

#[test]
fn receipt_names_message_and_chat() {
    let linq = Client::dry_run();
    let (to, from) = ("+15556667777", "+12223334444");
    let message = r#"{"chat_id": "c1", "message": {"id": "m1"}}"#;
    let table = [
        (
            stored(linq.messages().create(to, "Hi")),
            message,
            Some("m1"),
            Some("c1"),
        ),
        (
            stored(linq.chats().messages("c1").send("Hi")),
            message,
            Some("m1"),
            Some("c1"),
        ),
        (
            stored(linq.chats().create(from, to, "Hi")),
            r#"{"chat": {"id": "c1", "message": {"id": "m1"}}}"#,
            Some("m1"),
            Some("c1"),
        ),
        (
            stored(linq.chats().polls("c1").create(["a", "b"])),
            r#"{"message_id": "m1", "chat_id": null}"#,
            Some("m1"),
            None,
        ),
        (
            stored(linq.payments().create(to, 1, "usd")),
            r#"{"id": "p1"}"#,
            None,
            None,
        ),
    ];
    for (call, response, message_id, chat_id) in table {
        let receipt = receipt(call.unwrap(), response).unwrap();
        assert_eq!(receipt.message_id.as_ref().map(AsRef::as_ref), message_id);
        assert_eq!(receipt.chat_id.as_ref().map(AsRef::as_ref), chat_id);
        assert_eq!(receipt.response.body, response);
    }
    let html = receipt(
        stored(linq.messages().create(to, "Hi")).unwrap(),
        "<html>Sign in</html>",
    );
    assert!(matches!(html, Err(Error::Decode(_))));
}

#[test]
fn every_operation_with_a_key_can_be_stored() {
    let keyed = ENDPOINTS
        .iter()
        .filter(|info| info.idempotency == Idempotency::Keyed);
    let names: Vec<_> = keyed.map(|info| info.name).collect();
    // A new one is added to `StoredCall::decoder`, if its response names a message.
    assert_eq!(
        names,
        [
            "chats.create",
            "chats.messages.send",
            "chats.polls.create",
            "messages.create",
            "payment_requests.create",
            "payments.create",
        ]
    );
}

#[test]
fn debug_omits_recipients_and_text() {
    let linq = Client::dry_run();
    let content = MessageContent::from("Hello");
    let call = stored(linq.messages().create("+15556667777", content)).unwrap();
    assert_eq!(
        format!("{call:?}"),
        r#"StoredCall { operation: "messages.create", .. }"#
    );
}

#[test]
fn retryable_errors() {
    let error = |kind| Error::Transport(TransportError::new(kind, "cut"));
    assert!(error(TransportErrorKind::Connect).is_retryable());
    assert!(error(TransportErrorKind::ConnectionLost).is_retryable());
    assert!(!error(TransportErrorKind::InvalidRequest).is_retryable());
    assert!(!Error::from(InvalidArgument::new("to", "missing")).is_retryable());
}
