//! Tests of successful responses that are not as documented.

use super::*;
use crate::{
    api::{
        attachments::DeleteAttachment,
        chats::{CreateChat, participants::AddParticipant},
        messages::UpdateMessage,
    },
    error::DecodeError,
};
use http::header;

fn decode_error<T: fmt::Debug>(result: Result<T, Error>) -> DecodeError {
    match result.unwrap_err() {
        Error::Decode(error) => *error,
        other => panic!("{other:?}"),
    }
}

#[allow(clippy::unnecessary_wraps)] // the type of other outcomes
fn html_response(status: u16) -> Outcome {
    let mut response = response(status, "<html>Sign in to Guest Wi-Fi</html>").unwrap();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    Ok(response)
}

fn run_once<E: Endpoint>(endpoint: E, outcome: Outcome) -> Result<E::Response, Error> {
    TestDriver::new(endpoint, &CallOptions::default()).run(LATENCY, vec![outcome])
}

#[test]
fn response_without_identity_keeps_body_and_idempotency_key() {
    let body = r#"{"chat_id": "c-1", "message": {"delivery_status": "pending"}}"#;
    let mut driver = TestDriver::new(send(), &CallOptions::default());
    let error = decode_error(driver.run(LATENCY, vec![response(202, body)]));
    assert_eq!(
        (error.path(), &**error.body()),
        ("message.id", body.as_bytes())
    );
    assert_eq!(
        error.to_string(),
        "accepted, but the response could not be decoded: HTTP 202, message.id: missing"
    );
    let sent: serde_json::Value = serde_json::from_slice(driver.sent[0].request.body()).unwrap();
    let key = error.idempotency_key().unwrap().as_str();
    assert_eq!(sent["message"]["idempotency_key"], key);
}

#[test]
fn created_chat_without_a_message_is_decoded() {
    let create = CreateChat::new(
        "+12223334444".parse().unwrap(),
        MessageContent::from("hi"),
        vec!["+15556667777".parse().unwrap()],
    );
    let chat = run_once(create, response(201, r#"{"chat": {"id": "c-1"}}"#))
        .unwrap()
        .chat;
    assert_eq!((chat.id.as_str(), chat.message.id), ("c-1", None));
}

#[test]
fn html_of_a_success_is_a_decode_error() {
    for error in [
        decode_error(run_once(send(), html_response(200))),
        decode_error(run_once(
            DeleteAttachment::new("a-1".into()),
            html_response(200),
        )),
        decode_error(run_once(RetrieveChat::new(CHAT.into()), html_response(200))),
    ] {
        assert_eq!(error.path(), ".");
        let text = error.to_string();
        let expected = "accepted, but the response could not be decoded: HTTP 200 with content type \
                        text/html; charset=utf-8 instead of JSON from https://api.linqapp.com/api/partner/v3/";
        assert!(text.starts_with(expected), "{text}");
        assert!(!text.contains("Wi-Fi"));
    }
}

#[test]
fn undocumented_body_may_be_empty_or_json() {
    for body in ["", "{}", r#"{"success": true}"#, " \n"] {
        run_once(DeleteAttachment::new("a-1".into()), response(200, body)).unwrap();
    }
}

#[test]
fn edit_of_a_deleted_message_returns_none() {
    let update = || UpdateMessage::new("m-1".into(), "hi".to_owned());
    assert_eq!(run_once(update(), response(204, "")).unwrap(), None);
    assert!(
        run_once(update(), response(200, r#"{"id": "m-1"}"#))
            .unwrap()
            .is_some()
    );
    let error = decode_error(run_once(update(), response(200, "")));
    assert!(
        error
            .to_string()
            .contains("HTTP 200 with no body instead of JSON")
    );
}

#[test]
fn no_content_is_a_decode_error_if_a_body_is_documented() {
    let add = AddParticipant::new(CHAT.into(), "+12052499136".parse().unwrap());
    let error = decode_error(run_once(add, response(204, "")));
    assert_eq!(error.status(), StatusCode::NO_CONTENT);
}

#[test]
fn page_without_its_list_is_a_decode_error() {
    use crate::api::chats::ListChats;
    let list = |body| run_once(ListChats::new(), response(200, body));
    assert_eq!(decode_error(list("{}")).path(), "chats");
    assert_eq!(decode_error(list(r#"{"chats": {}}"#)).path(), "chats");
    assert_eq!(list(r#"{"chats": null}"#).unwrap().items, []);
    let page = list(r#"{"chats": [{"id": "c-1"}, {}, 7, null], "next_cursor": "n"}"#).unwrap();
    assert_eq!((page.items.len(), page.has_next()), (1, true));
}

#[test]
fn warnings_have_paths_without_values() {
    let body = r#"{"id": "c-1", "created_at": "5ecret", "handles": ["5ecret", {"handle": "+1"}], "service": {"a": 1}}"#;
    let chat = run_once(
        WithResponse(RetrieveChat::new(CHAT.into())),
        response(200, body),
    )
    .unwrap();
    let warnings: Vec<_> = chat.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "created_at: not an RFC 3339 date-time",
            "handles[0]: not an object",
            "service: not a string"
        ]
    );
    assert_eq!(chat.value.handles.len(), 1);
}

#[test]
fn strict_responses_require_documented_fields() {
    let strict = config().strict_responses(true);
    let read = |body: &str| {
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        let chat = RetrieveChat::new(CHAT.into());
        TestDriver::with(&strict, chat, &CallOptions::default(), now)
            .run(LATENCY, vec![response(200, body)])
    };
    let whole = r#"{"id": "c-1", "created_at": "2026-01-01T00:00:00Z", "handles": [], "is_group": false,
        "health_status": {"doc_url": "u", "status": "HEALTHY", "updated_at": "2026-01-01T00:00:00Z"},
        "is_archived": false, "updated_at": "2026-01-01T00:00:00Z", "service": null, "new": 1}"#;
    read(whole).unwrap();
    for (from, to, path) in [
        (r#""is_group": false,"#, "", "is_group"),
        (r#""is_group": false"#, r#""is_group": null"#, "is_group"),
        (r#""handles": []"#, r#""handles": [7]"#, "handles[0]"),
        (r#""service": null"#, r#""service": 7"#, "service"),
        (r#""doc_url": "u","#, "", "health_status.doc_url"),
    ] {
        assert_eq!(decode_error(read(&whole.replace(from, to))).path(), path);
    }
}

#[test]
fn failed_send_has_its_idempotency_key() {
    let mut driver = TestDriver::new(send(), &CallOptions::default().max_retries(0));
    let error = driver.run(LATENCY, vec![response_lost()]).unwrap_err();
    let key = error.idempotency_key().unwrap().as_str().to_owned();
    let body = String::from_utf8(driver.sent[0].request.body().to_vec()).unwrap();
    assert!(body.contains(&key));

    let run_without_retry = |outcome| {
        let options = CallOptions::default().max_retries(0);
        TestDriver::new(send(), &options)
            .run(LATENCY, vec![outcome])
            .unwrap_err()
    };
    assert!(
        run_without_retry(response(500, ""))
            .idempotency_key()
            .is_some()
    );
    assert!(
        run_without_retry(error_response(400, 1004))
            .idempotency_key()
            .is_none()
    );
}
