//! Canned responses, with both transports.

#![allow(clippy::unwrap_used)]

use linq_client::{
    Client, Error, blocking,
    error::TransportErrorKind,
    http::{Method, Response, StatusCode},
    testing::{CannedResponse, CannedResponses},
    upload::Source,
};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn sent() -> CannedResponse {
    let message = json!({"chat_id": "c1", "message": {"id": "m1", "parts": []}});
    CannedResponse::json(202, message.to_string())
}

fn client(canned: &CannedResponses) -> blocking::Client {
    let builder = blocking::Client::builder("any-key").canned_responses(canned.clone());
    builder.build().unwrap()
}

fn async_client(canned: &CannedResponses) -> Client {
    let builder = Client::builder("any-key").canned_responses(canned.clone());
    builder.build().unwrap()
}

#[test]
fn attempts_are_recorded_and_not_delayed() {
    let unavailable = || CannedResponse::json(503, "{}");
    let lost = CannedResponse::failure(TransportErrorKind::ConnectionLost);
    let canned = CannedResponses::in_order([unavailable(), lost, sent()]);
    let start = Instant::now();
    let linq = client(&canned);
    let call = linq.chats().messages("c1").send("Hi");
    assert_eq!(
        call.max_retries(2).send().unwrap().message.id.as_str(),
        "m1"
    );
    assert!(start.elapsed() < Duration::from_millis(400), "no backoff");
    let requests = canned.requests();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert_eq!(request.method(), Method::POST);
        assert_eq!(request.uri().path(), "/api/partner/v3/chats/c1/messages");
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        assert_eq!(body["message"]["parts"][0]["value"], "Hi");
        assert_eq!(request.body(), requests[0].body(), "one idempotency key");
    }
}

#[test]
fn request_after_the_last_response_fails_without_a_retry() {
    let canned = CannedResponses::in_order([]);
    let error = client(&canned).chats().retrieve("c1").send().unwrap_err();
    let Error::Transport(error) = error else {
        panic!("{error}")
    };
    assert_eq!(error.kind(), TransportErrorKind::InvalidRequest);
    assert!(!error.may_have_been_sent());
    assert_eq!(canned.requests().len(), 1);
}

#[tokio::test]
async fn function_chooses_the_response() {
    let canned = CannedResponses::from_fn(|request| match request.uri().path() {
        path if path.ends_with("/messages") => sent(),
        _ => Response::builder().status(404).body("{}").unwrap().into(),
    });
    let linq = async_client(&canned);
    let sent = linq.chats().messages("c1").send("Hi").await.unwrap();
    assert_eq!(sent.message.id.as_str(), "m1");
    let error = linq.chats().retrieve("c2").await.unwrap_err();
    assert!(matches!(error, Error::Api(error) if error.status() == StatusCode::NOT_FOUND));
    assert_eq!(canned.requests().len(), 2);
}

fn storage() -> CannedResponses {
    let created = json!({
        "attachment_id": "a1", "upload_url": "https://storage.example/a1", "http_method": "PUT",
        "expires_at": "2030-01-01T00:00:00Z", "required_headers": {"Content-Type": "image/jpeg"},
    });
    CannedResponses::in_order([
        CannedResponse::json(201, created.to_string()),
        CannedResponse::empty(200),
    ])
}

fn check_upload(canned: &CannedResponses) {
    let requests = canned.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].method(), Method::PUT);
    assert_eq!(requests[1].uri(), "https://storage.example/a1");
    assert_eq!(requests[1].body().len(), 200_000);
    assert!(!requests[1].headers().contains_key("authorization"));
}

#[tokio::test]
async fn uploads_use_canned_responses_too() {
    let source = || Source::bytes("cake.jpg", vec![0xFF; 200_000]);
    let canned = storage();
    let linq = async_client(&canned);
    let upload = linq.attachments().upload(source());
    assert_eq!(upload.await.unwrap().attachment_id.as_str(), "a1");
    check_upload(&canned);
    let canned = storage();
    let upload = client(&canned).attachments().upload(source()).send();
    assert_eq!(upload.unwrap().attachment_id.as_str(), "a1");
    check_upload(&canned);
}

fn file() -> CannedResponses {
    CannedResponses::in_order([
        CannedResponse::json(
            200,
            r#"{"id": "a1", "download_url": "https://storage.example/a1"}"#,
        ),
        Response::new("cake").into(),
    ])
}

#[tokio::test]
async fn downloads_use_canned_responses_too() {
    let canned = file();
    let linq = async_client(&canned);
    assert_eq!(linq.attachments().download("a1").await.unwrap(), "cake");
    assert_eq!(canned.requests().len(), 2);
    let canned = file();
    let linq = client(&canned);
    assert_eq!(linq.attachments().download("a1").send().unwrap(), "cake");
    assert!(!canned.requests()[1].headers().contains_key("authorization"));
}
