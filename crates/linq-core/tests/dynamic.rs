//! Operations created from a name and JSON arguments.

#![cfg(feature = "dynamic")]
#![allow(clippy::unwrap_used, reason = "test helpers")]

use bytes::Bytes;
use http::{Request, Response};
use linq_core::{
    ApiKey, Client, Error, Transport,
    api::ENDPOINTS,
    call::{ApiResponse, PreparedCall},
    dynamic::AnyEndpoint,
    error::InvalidArgument,
    exchange::{BaseUrl, CallOptions, Entropy, ExchangeConfig, Step},
};
use serde_json::{Value, json};
use std::time::Instant;

const CHAT: &str = "550e8400-e29b-41d4-a716-446655440000";

fn request(name: &str, arguments: &Value) -> Result<Request<Bytes>, InvalidArgument> {
    let endpoint = AnyEndpoint::named(name, arguments.to_string().as_bytes())?;
    let call = PreparedCall::new(endpoint, CallOptions::default());
    Client::dry_run().transport().call(call)
}

fn error_of(name: &str, arguments: &Value) -> String {
    request(name, arguments).unwrap_err().to_string()
}

fn body(request: &Request<Bytes>) -> Value {
    serde_json::from_slice(request.body()).unwrap()
}

/// Returns the result of a call whose response has this body.
fn response_to(name: &str, arguments: &Value, body: &str) -> Result<ApiResponse<()>, Error> {
    #[allow(clippy::disallowed_methods)]
    let now = Instant::now();
    let endpoint = AnyEndpoint::named(name, arguments.to_string().as_bytes()).unwrap();
    let config = ExchangeConfig::new(BaseUrl::default(), &ApiKey::new("sk_secret").unwrap());
    let call = PreparedCall::new(endpoint, CallOptions::default());
    let mut exchange = call.begin(&config, Entropy::new([1; 24]), now).unwrap();
    assert!(matches!(exchange.step(None, now), Step::Send(_)));
    let response = Response::new(Bytes::from(body.to_owned()));
    match exchange.step(Some(Ok(response)), now) {
        Step::Done(result) => result,
        Step::Send(_) => panic!("a success was retried"),
    }
}

#[test]
fn request_from_arguments() {
    let sent = request(
        "chats.create",
        &json!({
            "from": "+12223334444",
            "to": ["+15556667777"],
            "message": {"parts": [{"type": "text", "value": "Hi"}]},
        }),
    )
    .unwrap();
    assert_eq!(sent.uri().path(), "/api/partner/v3/chats");
    assert_eq!(body(&sent)["message"]["parts"][0]["value"], "Hi");
    // The idempotency key is generated as for typed calls.
    assert!(body(&sent)["message"]["idempotency_key"].is_string());
}

#[test]
fn arguments_of_path_query_and_header() {
    let sent = request(
        "chats.messages.list",
        &json!({"chat_id": CHAT, "limit": 5, "cursor": null}),
    )
    .unwrap();
    assert_eq!(sent.uri().query(), Some("limit=5"));
    let sent = request(
        "messages.create",
        &json!({
            "to": ["+15556667777"],
            "message": {"parts": [{"type": "text", "value": "Hi"}]},
            "idempotency_key": "order-17",
        }),
    )
    .unwrap();
    assert_eq!(sent.headers()["idempotency-key"], "order-17");
}

#[test]
fn null_clears_a_nullable_field() {
    let sent = request(
        "phone_numbers.update",
        &json!({"phone_number_id": CHAT, "forwarding_number": null}),
    )
    .unwrap();
    assert_eq!(body(&sent), json!({"forwarding_number": null}));

    let sent = request(
        "phone_numbers.update",
        &json!({"phone_number_id": CHAT, "forwarding_number": ""}),
    )
    .unwrap();
    assert_eq!(body(&sent), json!({"forwarding_number": ""}));
}

#[test]
fn invalid_argument_is_named_by_its_path() {
    let message = |part: Value| json!({"chat_id": CHAT, "message": {"parts": [{"type": "text", "value": "a"}, part]}});
    let add = "chats.participants.add";
    let send = "chats.messages.send";
    for (name, arguments, expected) in [
        (add, json!({"handle": "+12052499136"}), "chat_id: missing"),
        (
            add,
            json!({"chat_id": CHAT, "handle": "+12052499136", "role": "admin"}),
            "role: not an argument of this operation",
        ),
        (
            add,
            json!({"chat_id": CHAT, "handle": "555"}),
            "handle: not an E.164 number (starting with `+`) or e-mail address",
        ),
        (
            "chats.create",
            json!({"from": "+12223334444", "to": "+15556667777", "message": {}}),
            "to: invalid type: string, expected a list",
        ),
        (
            send,
            message(json!({"type": "media", "url": 5})),
            "message.parts[1].url: invalid type: integer, expected a string",
        ),
        (
            send,
            message(json!({"type": "text", "value": "b"})),
            "message.parts[1]: text part after another text part: join them into one",
        ),
    ] {
        let error = error_of(name, &arguments);
        assert_eq!(error, expected, "{name} {arguments}");
    }
    // Unknown fields of an object are sent to the server, missing ones are reported.
    let misspelt = json!({"chat_id": CHAT, "message": {"partz": []}});
    assert!(
        error_of(send, &misspelt).starts_with("message.parts: must not be empty"),
        "{}",
        error_of(send, &misspelt)
    );
    assert_eq!(
        error_of(send, &json!({"chat_id": CHAT, "message": 7})),
        "message: invalid type: integer, expected an object"
    );
    assert_eq!(
        error_of("chats.nap", &json!({})),
        "name: not the name of an operation"
    );
    assert_eq!(
        AnyEndpoint::named(add, b"[").unwrap_err().path(),
        "arguments"
    );
}

#[test]
fn whole_number_beyond_64_bits_in_an_untyped_field_is_invalid() {
    let send = |number: &str| {
        let arguments = format!(
            r#"{{"chat_id": "{CHAT}", "message": {{"parts": [{{"type": "text", "value": "12345678901234567890123",
            "new": [{{"n": {number}}}]}}]}}}}"#
        );
        AnyEndpoint::named("chats.messages.send", arguments.as_bytes()).map(drop)
    };
    for large in [
        "18446744073709551616",
        "-9223372036854775809",
        "1180591620717411303424",
    ] {
        assert_eq!(
            send(large).unwrap_err().to_string(),
            "message.parts[0].new[0].n: must fit in 64 bits"
        );
    }
    for number in [
        "18446744073709551615",
        "-9223372036854775808",
        "1180591620717411303424.5",
        "1e21",
    ] {
        send(number).unwrap();
    }
}

#[test]
fn lone_surrogate_does_not_fail_a_page() {
    let arguments = json!({"chat_id": CHAT});
    let page = r#"{"messages": [], "next_cursor": "cut \ud83d"}"#;
    let response = response_to("chats.messages.list", &arguments, page).unwrap();
    assert_eq!(response.body, page);
}

#[test]
fn default_query_parameter_is_overridden_by_the_argument() {
    let options = CallOptions::default().default_query("limit", 9);
    let options = options.and_then(|options| options.default_query("more", "a b"));
    let arguments = format!(r#"{{"chat_id": "{CHAT}", "limit": 5}}"#);
    let list = AnyEndpoint::named("chats.messages.list", arguments.as_bytes()).unwrap();
    let call = PreparedCall::new(list, options.unwrap());
    let sent = Client::dry_run().transport().call(call).unwrap();
    assert_eq!(sent.uri().query(), Some("limit=5&more=a%20b"));
    let unnamed = CallOptions::default().default_query("", 1).unwrap_err();
    assert_eq!(unnamed.path(), "query");
}

#[test]
fn default_header_is_overridden_by_that_of_the_call() {
    let options = CallOptions::default().default_header("x-a", "default");
    let options = options.and_then(|options| options.default_header("x-b", "default"));
    let options = options.and_then(|options| options.header("X-A", "own"));
    let list = AnyEndpoint::named("phone_numbers.list", b"{}").unwrap();
    let call = PreparedCall::new(list, options.unwrap());
    let sent = Client::dry_run().transport().call(call).unwrap();
    let header = |name| sent.headers().get(name).unwrap().to_str().unwrap();
    assert_eq!((header("x-a"), header("x-b")), ("own", "default"));
}

#[test]
fn response_is_raw_and_cleaned_on_request() {
    let arguments = json!({"chat_id": CHAT});
    let page = r#"{"messages": [], "next_cursor": null, "brand_new": 1}"#;
    let response = response_to("chats.messages.list", &arguments, page).unwrap();
    assert_eq!(response.body, page);
    let schema = ENDPOINTS
        .iter()
        .find(|info| info.name == "chats.messages.list");
    let schema = schema.unwrap().response_schema.unwrap();
    let odd = r#"{"messages": [{}, {"id": "m-1", "parts": [7]}, 7]}"#;
    let odd = response_to("chats.messages.list", &arguments, odd).unwrap();
    let clean = odd.read_tolerantly(schema).unwrap();
    assert_eq!(clean.json, br#"{"messages":[{"id":"m-1","parts":[]}]}"#);
    let warnings: Vec<_> = clean.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "messages[0].id: missing",
            "messages[1].parts[0]: not an object",
            "messages[2]: not an object"
        ]
    );
    let wrong = response_to("chats.messages.list", &arguments, "{}").unwrap();
    assert_eq!(
        wrong.read_tolerantly(schema).unwrap_err().path(),
        "messages"
    );
}
