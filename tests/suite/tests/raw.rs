//! Raw access: raw responses, extra fields and parameters, requests to any path.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Client, DryRun, Error, Method,
    endpoint::Idempotency,
    id::ChatId,
    model::{Chat, PhoneNumberListResponse},
};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use linq_suite::{
    mock_server::{MockServer, json_response},
    on_both_transports,
    transports::Runner,
};
use serde_json::{Value, json};

const LINE: &str = "+12223334444";
const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";

on_both_transports! {
    raw_response_is_not_decoded,
    raw_call_returns_api_errors,
    extra_body_field_keeps_the_idempotency_key,
    replaced_message_without_key_is_not_retried,
    untyped_requests,
    untyped_request_retries_by_method_or_idempotency,
    untyped_request_keeps_its_idempotency_key,
    empty_response_is_null,
}

fn emulator_with_chat<R: Runner>(runner: &R) -> (Emulator, Client<R::Transport>, ChatId) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    let created = linq.chats().create(LINE, ["+15556667777"], "first").send();
    let chat = runner.wait(created).unwrap().chat.id;
    (emulator, linq, chat)
}

fn raw_response_is_not_decoded<R: Runner>(runner: &R) {
    let server = MockServer::start(|_| {
        "203 Odd\r\nx-trace-id: t\r\ncontent-length: 9\r\n\r\nnot\0 JSON".to_owned()
    });
    let linq = runner.client(server.url());
    let response = runner
        .wait(linq.chats().retrieve(CHAT).raw().send())
        .unwrap();
    assert_eq!(
        (response.status.as_u16(), response.trace_id()),
        (203, Some("t"))
    );
    assert_eq!(&response.body[..], b"not\0 JSON");
    assert_eq!(response.headers["content-length"], "9");
}

fn raw_call_returns_api_errors<R: Runner>(runner: &R) {
    let (emulator, linq, chat) = emulator_with_chat(runner);
    let fault = Fault::status(ErrorResponse::new(500, 3006)).times(2);
    emulator.add_fault(fault).unwrap();
    let response = runner
        .wait(linq.chats().retrieve(&chat).raw().send())
        .unwrap();
    let chat: Chat = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(chat.is_group, Some(false));

    let missing = linq.chats().retrieve(CHAT).raw().send();
    let error = runner.wait(missing).unwrap_err();
    assert_eq!(error.as_api().unwrap().status().as_u16(), 404);
    assert!(!error.as_api().unwrap().body().is_empty());
}

fn extra_body_field_keeps_the_idempotency_key<R: Runner>(runner: &R) {
    let (emulator, linq, chat) = emulator_with_chat(runner);
    emulator.add_fault(Fault::drop_response().times(2)).unwrap();
    let send = linq.chats().messages(&chat).send("once");
    let send = send.body_field("priority", "high").query("trial", 1);
    runner.wait(send.send()).unwrap();
    let requests = emulator.requests().split_off(1);
    assert_eq!(requests.len(), 3);
    for request in &requests {
        assert_eq!(request.body["priority"], "high");
        assert!(request.body["message"]["idempotency_key"].is_string());
        assert_eq!(request.body, requests[0].body);
        assert!(request.query.as_deref() == Some("trial=1"), "{request:?}");
    }
    assert_eq!(emulator.messages().len(), 2);
}

fn replaced_message_without_key_is_not_retried<R: Runner>(runner: &R) {
    let (emulator, linq, chat) = emulator_with_chat(runner);
    emulator.add_fault(Fault::drop_response()).unwrap();
    let message = json!({ "parts": [{ "type": "text", "value": "mine" }] });
    let send = linq.chats().messages(&chat).send("replaced");
    let error = runner
        .wait(send.body_field("message", message).send())
        .unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(emulator.requests().len(), 2);
    let texts: Vec<_> = emulator
        .messages()
        .iter()
        .map(|m| m.text.concat())
        .collect();
    assert!(
        texts.contains(&"mine".to_owned()) && texts.len() == 2,
        "{texts:?}"
    );
}

fn untyped_requests<R: Runner>(runner: &R) {
    let (emulator, linq, chat) = emulator_with_chat(runner);
    let listed = linq.request(Method::GET, "/v3/chats").query("limit", 1);
    let listed = runner.wait(listed.with_response().send()).unwrap();
    assert_eq!(listed.value["chats"][0]["id"], chat.as_str());
    assert!(listed.trace_id().is_some());

    let lines = linq.request(Method::GET, "/v3/phone_numbers");
    let lines = lines.decode_as::<PhoneNumberListResponse>();
    assert!(!runner.wait(lines.send()).unwrap().phone_numbers.is_empty());

    let path = format!("/v3/chats/{chat}/messages");
    let sent = linq.request(Method::POST, path).json(json!({
        "message": { "parts": [{ "type": "text", "value": "by hand" }] }
    }));
    let sent = runner.wait(sent.send()).unwrap();
    assert!(sent["message"]["id"].is_string(), "{sent}");
    assert_eq!(emulator.messages().last().unwrap().text, ["by hand"]);

    let error = runner.wait(linq.request(Method::GET, "/v3/nothing").send());
    assert_eq!(error.unwrap_err().as_api().unwrap().status().as_u16(), 404);
    let authorized = |request: &linq_emulator::LoggedRequest| request.status != Some(401);
    assert!(emulator.requests().iter().all(authorized));
}

fn untyped_request_retries_by_method_or_idempotency<R: Runner>(runner: &R) {
    let (emulator, linq, _) = emulator_with_chat(runner);
    emulator.add_fault(Fault::close()).unwrap();
    let attempts = |method: Method, idempotency: Option<Idempotency>| {
        let before = emulator.requests().len();
        let mut request = linq.request(method, "/v3/any").max_retries(1);
        if let Some(idempotency) = idempotency {
            request = request.idempotency(idempotency);
        }
        runner.wait(request.raw().send()).unwrap_err();
        emulator.requests().len() - before
    };
    for retried in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE] {
        assert_eq!(attempts(retried.clone(), None), 2, "{retried}");
    }
    for not_retried in [Method::POST, Method::PATCH] {
        assert_eq!(attempts(not_retried.clone(), None), 1, "{not_retried}");
        assert_eq!(attempts(not_retried, Some(Idempotency::Idempotent)), 2);
    }
}

fn untyped_request_keeps_its_idempotency_key<R: Runner>(runner: &R) {
    let server = MockServer::start(|_| json_response(500, "{}"));
    let linq = runner.client(server.url());
    let request = || linq.request(Method::POST, "/v3/any").max_retries(1);
    let keyed = request().idempotency(Idempotency::Keyed).json(json!({}));
    runner.wait(keyed.send()).unwrap_err();
    let received = server.requests();
    let key = |n: usize| received[n].header("idempotency-key").unwrap();
    assert_eq!((received.len(), key(0)), (2, key(1)));

    let own = request()
        .idempotency(Idempotency::Keyed)
        .idempotency_key("order-17");
    runner.wait(own.send()).unwrap_err();
    assert_eq!(
        server.requests()[2].header("idempotency-key"),
        Some("order-17")
    );

    let error = runner.wait(request().idempotency_key("k").send());
    assert!(matches!(error.unwrap_err(), Error::InvalidArgument(_)));
}

fn empty_response_is_null<R: Runner>(runner: &R) {
    let server = MockServer::start(|_| "204 None\r\n\r\n".to_owned());
    let linq = runner.client(server.url());
    let deleted = linq.request(Method::DELETE, "/v3/things/1").send();
    assert_eq!(runner.wait(deleted).unwrap(), Value::Null);

    let text = linq.request(Method::PUT, "/v3/things/1");
    let text = text.body("text/csv", "a,b").header("x-more", "1");
    runner.wait(text.send()).unwrap();
    let received = &server.requests()[1];
    assert_eq!(received.header("content-type"), Some("text/csv"));
    assert_eq!(received.header("x-more"), Some("1"));
    assert_eq!(received.body, b"a,b");
}

fn dry_run() -> Client<DryRun> {
    Client::dry_run()
}

#[test]
fn later_query_parameter_replaces_earlier() {
    let linq = dry_run();
    let query = |call: linq_core::Call<'_, DryRun, _>| {
        let request = call.send().unwrap();
        request.uri().query().unwrap_or_default().to_owned()
    };
    let list = || linq.chats().list().from(LINE).limit(5_u32);
    assert_eq!(query(list()), "from=%2B12223334444&limit=5");
    assert_eq!(
        query(
            list()
                .query("limit", 7)
                .query("from", "me")
                .query("limit", 8)
        ),
        "from=me&limit=8"
    );
    assert_eq!(
        query(list().query("from[]", "a&b=c d")),
        "from=%2B12223334444&limit=5&from%5B%5D=a%26b%3Dc%20d"
    );
    let error = list().query("", "x").send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "query: the name of a parameter must not be empty"
    );
}

#[test]
fn later_body_field_replaces_earlier() {
    let linq = dry_run();
    let add = || linq.chats().participants(CHAT).add("+12052499136");
    let body = |request: http::Request<bytes::Bytes>| -> Value {
        assert_eq!(request.headers()["content-type"], "application/json");
        serde_json::from_slice(request.body()).unwrap()
    };
    let more = add()
        .body_field("note", json!({ "a": [1] }))
        .send()
        .unwrap();
    assert_eq!(
        body(more),
        json!({ "handle": "+12052499136", "note": { "a": [1] } })
    );
    let other = add()
        .body_field("handle", 1)
        .body_field("handle", "x")
        .send();
    assert_eq!(body(other.unwrap()), json!({ "handle": "x" }));
    let new = linq.chats().leave(CHAT).body_field("why", "bored").send();
    assert_eq!(body(new.unwrap()), json!({ "why": "bored" }));

    let list = linq.request(Method::POST, "/v3/x").json([1, 2]);
    let error = list.body_field("a", 1).send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "body: must be a JSON object to add fields to it"
    );
}

#[test]
fn invalid_paths_are_rejected() {
    let linq = dry_run();
    for (path, reason) in [
        ("v3/chats", "must start with `/`"),
        ("", "must start with `/`"),
        ("https://evil.example/v3", "must start with `/`"),
        ("@evil.example", "must start with `/`"),
        (
            "//evil.example/v3",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/../../x",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/./x",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/..",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/%2e%2E/x",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/a%2Fb",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/a%5cb",
            "contains a segment that is empty, `.` or `..`, or that encodes a `/`",
        ),
        (
            "/v3/x?a=b",
            "must not contain a query; set it as an option of the call",
        ),
        (
            "/v3/x#y",
            "contains a character that must be percent-encoded",
        ),
        (
            "/v3/x y",
            "contains a character that must be percent-encoded",
        ),
        (
            "/v3/\\x",
            "contains a character that must be percent-encoded",
        ),
        (
            "/v3/x\r\nhost: y",
            "contains a character that must be percent-encoded",
        ),
        ("/v3/ü", "contains a character that must be percent-encoded"),
    ] {
        let error = linq.request(Method::GET, path).send().unwrap_err();
        assert_eq!(error.to_string(), format!("path: {reason}"), "{path}");
    }
    for path in ["/v3/chats/", "/v3/a..b", "/v3/%C3%BC:(1)!$&'*+,;=@~"] {
        let request = linq.request(Method::GET, path).send().unwrap();
        assert_eq!(request.uri().host(), Some("api.linqapp.com"));
        assert_eq!(request.uri().path(), format!("/api/partner{path}"));
    }
    for method in [Method::CONNECT, Method::TRACE] {
        let error = linq.request(method, "/v3/x").send().unwrap_err();
        assert_eq!(
            error.to_string(),
            "method: CONNECT and TRACE are not supported"
        );
    }
}
