//! Accepted is not failed: what becomes of successful responses that are not as documented.

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

#[allow(clippy::unnecessary_wraps)] // an outcome like any other
fn html(status: u16) -> Outcome {
    let mut response = reply(status, "<html>Sign in to Guest Wi-Fi</html>").unwrap();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    Ok(response)
}

fn once<E: Endpoint>(endpoint: E, outcome: Outcome) -> Result<E::Response, Error> {
    Drive::new(endpoint, &CallOptions::default()).run(QUICK, vec![outcome])
}

#[test]
fn accepted_send_without_identity_keeps_the_body_and_the_generated_key() {
    let body = r#"{"chat_id": "c-1", "message": {"delivery_status": "pending"}}"#;
    let mut drive = Drive::new(send(), &CallOptions::default());
    let error = decode_error(drive.run(QUICK, vec![reply(202, body)]));
    assert_eq!(
        (error.path(), &**error.body()),
        ("message.id", body.as_bytes())
    );
    assert_eq!(
        error.to_string(),
        "accepted, response not understood: HTTP 202, message.id: missing"
    );
    let sent: serde_json::Value = serde_json::from_slice(drive.sent[0].request.body()).unwrap();
    let key = error.idempotency_key().unwrap().as_str();
    assert_eq!(sent["message"]["idempotency_key"], key);
}

#[test]
fn a_chat_is_created_without_a_message_in_the_response() {
    let create = CreateChat::new(
        "+12223334444".parse().unwrap(),
        MessageContent::from("hi"),
        vec!["+15556667777".parse().unwrap()],
    );
    let chat = once(create, reply(201, r#"{"chat": {"id": "c-1"}}"#))
        .unwrap()
        .chat;
    assert_eq!((chat.id.as_str(), chat.message.id), ("c-1", None));
}

#[test]
fn html_is_not_json_wherever_a_success_has_it() {
    for error in [
        decode_error(once(send(), html(200))),
        decode_error(once(DeleteAttachment::new("a-1".into()), html(200))),
        decode_error(once(RetrieveChat::new(CHAT.into()), html(200))),
    ] {
        assert_eq!(error.path(), ".");
        let text = error.to_string();
        let expected = "accepted, response not understood: HTTP 200 with content type \
                        text/html; charset=utf-8 instead of JSON from https://api.linqapp.com/api/partner/v3/";
        assert!(text.starts_with(expected), "{text}");
        assert!(!text.contains("Wi-Fi"));
    }
}

#[test]
fn a_body_is_not_needed_where_none_is_documented() {
    for body in ["", "{}", r#"{"success": true}"#, " \n"] {
        once(DeleteAttachment::new("a-1".into()), reply(200, body)).unwrap();
    }
}

#[test]
fn an_edit_of_a_deleted_message_returns_none() {
    let update = || UpdateMessage::new("m-1".into(), "hi".to_owned());
    assert_eq!(once(update(), reply(204, "")).unwrap(), None);
    assert!(
        once(update(), reply(200, r#"{"id": "m-1"}"#))
            .unwrap()
            .is_some()
    );
    let error = decode_error(once(update(), reply(200, "")));
    assert!(
        error
            .to_string()
            .contains("HTTP 200 with no body instead of JSON")
    );
}

#[test]
fn no_content_is_not_understood_where_a_body_is_documented() {
    let add = AddParticipant::new(CHAT.into(), "+12052499136".parse().unwrap());
    let error = decode_error(once(add, reply(204, "")));
    assert_eq!(error.status(), StatusCode::NO_CONTENT);
}

#[test]
fn a_page_without_its_list_is_not_an_empty_page() {
    use crate::api::chats::ListChats;
    let list = |body| once(ListChats::new(), reply(200, body));
    assert_eq!(decode_error(list("{}")).path(), "chats");
    assert_eq!(decode_error(list(r#"{"chats": {}}"#)).path(), "chats");
    assert_eq!(list(r#"{"chats": null}"#).unwrap().items, []);
    let page = list(r#"{"chats": [{"id": "c-1"}, {}, 7, null], "next_cursor": "n"}"#).unwrap();
    assert_eq!((page.items.len(), page.has_next()), (1, true));
}

#[test]
fn what_was_set_aside_is_listed_without_values() {
    let body = r#"{"id": "c-1", "created_at": "5ecret", "handles": ["5ecret", {"handle": "+1"}], "service": {"a": 1}}"#;
    let chat = once(
        WithResponse(RetrieveChat::new(CHAT.into())),
        reply(200, body),
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
fn strict_responses_have_every_field_that_is_documented_as_always_present() {
    let strict = config().strict_responses(true);
    let read = |body: &str| {
        #[allow(clippy::disallowed_methods)]
        let now = Instant::now();
        let chat = RetrieveChat::new(CHAT.into());
        Drive::with(&strict, chat, &CallOptions::default(), now).run(QUICK, vec![reply(200, body)])
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
fn every_failure_after_sending_has_the_key() {
    let mut drive = Drive::new(send(), &CallOptions::default().max_retries(0));
    let error = drive.run(QUICK, vec![lost()]).unwrap_err();
    let key = error.idempotency_key().unwrap().as_str().to_owned();
    let body = String::from_utf8(drive.sent[0].request.body().to_vec()).unwrap();
    assert!(body.contains(&key));

    let failed = |outcome| {
        let options = CallOptions::default().max_retries(0);
        Drive::new(send(), &options)
            .run(QUICK, vec![outcome])
            .unwrap_err()
    };
    assert!(failed(reply(500, "")).idempotency_key().is_some());
    assert!(failed(refusal(400, 1004)).idempotency_key().is_none());
}
