//! Clients, their options and their connections.

use crate::{
    fixture::{FRIENDS, Fixture, GUEST, LINE, api, kind, transport},
    log,
};
use linq_core::{
    Client, Method,
    error::{ErrorCode, TransportErrorKind},
    model::OperationAccepted,
};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use linq_suite::{
    mock_server::{MockServer, json_response},
    on_both_transports,
    tls::TlsProxy,
    transports::Runner,
};
use std::time::{Duration, Instant};

on_both_transports! {
    refused_connection_is_reported_as_not_sent,
    client_is_shared_between_threads,
    connection_is_reused,
    group_chat_end_to_end,
    list_of_several_pages,
    requests_go_through_the_proxy,
    response_of_maximum_size_is_read,
    empty_response_with_content_encoding,
    content_length_of_request_without_body,
    connect_timeout_is_reported_as_not_sent,
    rejected_certificate_is_not_retried,
    invalid_options_are_rejected_by_build,
    api_key_with_spaces_and_base_url_with_version,
    secrets_are_absent_from_logs_and_debug,
}

fn group_chat_end_to_end<R: Runner>(runner: &R) {
    let Fixture { linq, chat, .. } = &Fixture::new(runner);
    let chats = linq.chats();
    let accepted =
        |accepted: OperationAccepted| assert_eq!(accepted.status.as_deref(), Some("accepted"));

    runner
        .wait(chats.update(chat).display_name("Project Team").send())
        .unwrap();
    accepted(
        runner
            .wait(chats.participants(chat).add(GUEST).send())
            .unwrap(),
    );
    let added = runner.wait(chats.retrieve(chat).send()).unwrap();
    assert_eq!(
        (
            added.display_name.as_deref(),
            added.handles.len(),
            added.is_group
        ),
        (Some("Project Team"), 4, Some(true))
    );

    runner.wait(chats.mark_as_read(chat).send()).unwrap();
    runner.wait(chats.typing(chat).start().send()).unwrap();
    runner.wait(chats.typing(chat).stop().send()).unwrap();
    runner.wait(chats.share_contact_card(chat).send()).unwrap();
    let sent = runner
        .wait(
            chats
                .messages(chat)
                .send("Hello all")
                .with_response()
                .send(),
        )
        .unwrap();
    assert!(sent.status.is_success() && sent.trace_id().is_some() && !sent.body.is_empty());
    let page = runner.wait(chats.messages(chat).list().send()).unwrap();
    assert!(
        page.items
            .iter()
            .any(|message| message.id == sent.value.message.id)
    );
    let mine = runner
        .wait(chats.list().from(LINE).to(FRIENDS[0]).send())
        .unwrap();
    assert_eq!(
        mine.items.iter().map(|chat| &chat.id).collect::<Vec<_>>(),
        [chat]
    );
    assert!(
        !runner
            .wait(linq.phone_numbers().list().send())
            .unwrap()
            .phone_numbers
            .is_empty()
    );

    accepted(runner.wait(chats.leave(chat).send()).unwrap());
    let error = runner.wait(chats.retrieve(chat).send()).unwrap_err();
    assert_eq!(
        (api(&error).status().as_u16(), error.code()),
        (409, Some(ErrorCode::ChatUnavailable))
    );
}

fn list_of_several_pages<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    for n in 0..5 {
        fixture.send(runner, &format!("message {n}")).unwrap();
    }
    let list = || fixture.linq.chats().messages(&fixture.chat).list().limit(2);
    let mut pages = vec![runner.wait(list().send()).unwrap()];
    while let Some(next) = list().next_page(pages.last().unwrap()) {
        pages.push(runner.wait(next.send()).unwrap());
    }
    assert_eq!(
        pages
            .iter()
            .map(|page| page.items.len())
            .collect::<Vec<_>>(),
        [2, 2, 2]
    );
    assert!(!pages[2].has_next());
}

fn client_is_shared_between_threads<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (fixture, linq) = (&fixture, fixture.linq.clone());
            scope.spawn(move || {
                for n in 0..10 {
                    let text = format!("{thread}/{n}");
                    runner
                        .wait(linq.chats().messages(&fixture.chat).send(text).send())
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(fixture.emulator.messages().len(), 81);
}

fn connection_is_reused<R: Runner>(runner: &R) {
    let server = MockServer::json(200, r#"{"phone_numbers":[]}"#);
    let linq = runner.client(server.url());
    for _ in 0..5 {
        runner.wait(linq.phone_numbers().list().send()).unwrap();
    }
    let connections: Vec<_> = server
        .requests()
        .iter()
        .map(|request| request.connection)
        .collect();
    assert_eq!(connections, [0; 5]);
}

fn refused_connection_is_reported_as_not_sent<R: Runner>(runner: &R) {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let linq = runner
        .builder(&format!("http://127.0.0.1:{port}"))
        .max_retries(1)
        .build()
        .unwrap();
    let error = runner
        .wait(linq.chats().messages("c").send("hi").send())
        .unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Connect);
    assert!(!error.may_have_taken_effect(), "{error}");
    assert!(
        error.to_string().starts_with(&format!(
            "cannot connect to 127.0.0.1:{port} (2 attempts): "
        )),
        "{error}"
    );
}

/// Both the connect timeout and the attempt's timeout prove that nothing was sent.
fn connect_timeout_is_reported_as_not_sent<R: Runner>(runner: &R) {
    // The TLS handshake is part of connecting, and this server never completes it.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("https://{}", listener.local_addr().unwrap());
    let (short, long) = (Duration::from_millis(200), Duration::from_secs(20));
    for (connecting, attempt) in [(short, long), (long, short)] {
        let builder = runner.builder(&base_url).connect_timeout(connecting);
        let linq = builder.timeout(attempt).max_retries(0).build().unwrap();
        let before = Instant::now();
        let error = runner
            .wait(linq.chats().messages("c").send("hi").send())
            .unwrap_err();
        assert!(before.elapsed() < Duration::from_secs(5));
        assert_eq!(kind(&error), TransportErrorKind::ConnectTimeout, "{error}");
        assert!(!error.may_have_taken_effect(), "{error}");
        assert!(kind(&error).is_timeout());
    }
}

fn rejected_certificate_is_not_retried<R: Runner>(runner: &R) {
    let fixture = Fixture::new(runner);
    let authority = fixture
        .emulator
        .base_url()
        .replace("http://", "")
        .replace("/api/partner", "");
    let tls_proxy = TlsProxy::start(&authority);
    let base_url = format!("{}/api/partner", tls_proxy.url);

    let untrusting = runner.client(&base_url);
    let error = runner
        .wait(untrusting.chats().retrieve(&fixture.chat).send())
        .unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::InvalidRequest, "{error}");
    assert_eq!(transport(&error).attempts(), 1);
    assert!(!error.may_have_taken_effect());
    assert_eq!(fixture.requests(), 0);

    let trusting = runner
        .builder(&base_url)
        .root_certificate(tls_proxy.certificate)
        .build()
        .unwrap();
    let chat = runner
        .wait(trusting.chats().retrieve(&fixture.chat).send())
        .unwrap();
    assert_eq!(chat.id, fixture.chat);
}

fn requests_go_through_the_proxy<R: Runner>(runner: &R) {
    let proxy = MockServer::start(|request| {
        if request.line.starts_with("CONNECT") {
            "200 Connected\r\n\r\n".to_owned()
        } else {
            json_response(200, r#"{"phone_numbers":[]}"#)
        }
    });
    // Nothing listens there: only the proxy can respond.
    let builder = runner
        .builder("http://127.0.0.1:9/api/partner")
        .proxy(proxy.url());
    let linq = builder.build().unwrap();
    assert_eq!(
        runner
            .wait(linq.phone_numbers().list().send())
            .unwrap()
            .phone_numbers
            .len(),
        0
    );
    assert!(proxy.requests()[0].line.contains("127.0.0.1:9"));
}

fn content_length_of_request_without_body<R: Runner>(runner: &R) {
    let server = MockServer::start(|_| "204 No Content\r\n\r\n".to_owned());
    let linq = runner.client(server.url());
    runner
        .wait(linq.chats().typing("c").start().send())
        .unwrap();
    runner.wait(linq.chats().typing("c").stop().send()).unwrap();
    let [start, stop] = &server.requests()[..] else {
        panic!("two requests");
    };
    assert_eq!(start.header("content-length"), Some("0"));
    assert_eq!(start.header("transfer-encoding"), None);
    assert_eq!(stop.header("content-length"), None);
    assert_eq!(stop.header("transfer-encoding"), None);
}

fn empty_response_with_content_encoding<R: Runner>(runner: &R) {
    let server = MockServer::start(|request| {
        let is_head = request.line.starts_with("HEAD");
        let status = ["204 No Content", "200 OK\r\ncontent-length: 99"][usize::from(is_head)];
        format!("{status}\r\ncontent-encoding: gzip\r\n\r\n")
    });
    let linq = runner.client(server.url());
    let subscriptions = linq.webhook_subscriptions();
    runner.wait(subscriptions.delete("w").send()).unwrap();
    let head = linq.request(Method::HEAD, "/v3/chats");
    runner.wait(head.raw().send()).unwrap();
    assert_eq!(server.requests().len(), 2);
}

fn response_of_maximum_size_is_read<R: Runner>(runner: &R) {
    const BODY: &str = r#"{"phone_numbers":[]}"#;
    let server = MockServer::json(200, BODY);
    for (limit, is_read) in [(BODY.len(), true), (BODY.len() - 1, false)] {
        let builder = runner.builder(server.url()).max_response_bytes(limit);
        let linq = builder.build().unwrap();
        let result = runner.wait(linq.phone_numbers().list().send());
        assert_eq!(result.is_ok(), is_read, "{result:?}");
    }
}

fn api_key_with_spaces_and_base_url_with_version<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().api_key("My API Key").start().unwrap();
    for end in ["", "/", "/v3", "/v3/"] {
        let linq = Client::<R::Transport>::builder("My API Key")
            .base_url(emulator.base_url() + end)
            .build()
            .unwrap();
        runner.wait(linq.phone_numbers().list().send()).unwrap();
    }
    let server = MockServer::json(200, r#"{"phone_numbers":[]}"#);
    let linq = runner.client(&format!("{}/v3", server.url()));
    runner.wait(linq.phone_numbers().list().send()).unwrap();
    let request = &server.requests()[0];
    assert_eq!(request.line, "GET /v3/v3/phone_numbers HTTP/1.1");
}

fn invalid_options_are_rejected_by_build<R: Runner>(runner: &R) {
    let builder = || runner.builder("https://api.example/partner");
    for (builder, expected) in [
        (
            builder().base_url("http://api.example"),
            "base_url: must start with https://, unless the host is loopback",
        ),
        (builder().base_url("ftp://api.example"), "base_url: "),
        (builder().proxy("nonsense"), "proxy: "),
        (
            builder().proxy("socks5://127.0.0.1:9"),
            "proxy: must start with http:// or https://",
        ),
        (
            builder().proxy("htpp://127.0.0.1:9"),
            "proxy: must start with http:// or https://",
        ),
        (
            builder().root_certificate("no certificate"),
            "root_certificates[0]: must contain a PEM certificate",
        ),
        (builder().header("a b", "c"), r#"headers["a b"]: "#),
        (Client::builder(""), "api_key: must not be empty"),
        (
            Client::builder("two words\n"),
            "api_key: contains a line break",
        ),
        (
            Client::builder("two\twords"),
            "api_key: contains a control character (at byte 3)",
        ),
        (
            Client::builder("two words "),
            "api_key: begins or ends with a space",
        ),
    ] {
        let error = builder.build().unwrap_err().to_string();
        assert!(
            error.starts_with(expected),
            "{error} does not start with {expected}"
        );
    }
    builder()
        .base_url("http://api.example")
        .allow_http()
        .build()
        .unwrap();
}

fn secrets_are_absent_from_logs_and_debug<R: Runner>(runner: &R) {
    let captured = log::Capture::default();
    let fixture = Fixture::with(runner, |builder| {
        builder.header("x-tenant", "tenant_secret")
    });
    let text = log::captured(&captured, || {
        fixture.fault(Fault::status(ErrorResponse::new(500, 3006)).times(1));
        fixture.fault(Fault::status(ErrorResponse::new(401, 2004)).times(1));
        let error = fixture.send(runner, "text_of_the_message").unwrap_err();
        let call = fixture
            .linq
            .chats()
            .messages(&fixture.chat)
            .send("hi")
            .header("x-other", "header_secret");
        format!(
            "{error:?} {error} {:?} {call:?} {:?}",
            fixture.linq,
            fixture.linq.transport()
        )
    });
    let logged = captured.text();
    for secret in ["sk_secret", "tenant_secret", "header_secret"] {
        assert!(!text.contains(secret), "{secret} in {text}");
        assert!(!logged.contains(secret), "{secret} in {logged}");
    }
    assert!(!logged.contains("text_of_the_message"), "{logged}");
    for part in [
        "linq.call",
        "/v3/chats/{chat_id}/messages",
        "status=500",
        "attempt=2",
        "done status=401 attempts=2 duration=",
        "trace_id",
    ] {
        assert!(logged.contains(part), "no {part} in {logged}");
    }
}
