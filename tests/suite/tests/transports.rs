//! Both transports against everything that the emulator can do to them.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Client, Error,
    error::{ApiError, ErrorCode, TransportErrorKind},
    id::ChatId,
    model::OperationAccepted,
};
use linq_emulator::{Emulator, Fault, StatusReply};
use linq_suite::{
    canned::{Canned, json_reply},
    on_both_transports,
    tls::TlsFront,
    transports::Runner,
};
use std::time::{Duration, Instant};

const LINE: &str = "+12223334444";
const FRIENDS: [&str; 2] = ["+15556667777", "+18889990000"];
const GUEST: &str = "+12052499136";

on_both_transports! {
    a_call_that_connects_nowhere_was_never_sent,
    a_chat_that_was_left_costs_one_request,
    a_client_is_shared_by_threads,
    a_closed_connection_is_tried_again,
    a_connection_is_used_again,
    a_deadline_bounds_the_whole_call,
    a_group_from_start_to_end,
    a_list_of_several_pages,
    a_lost_reply_sends_nothing_twice,
    a_proxy_carries_the_requests,
    a_proxys_error_page_is_kept,
    a_rate_limit_is_waited_for,
    a_redirect_is_not_followed,
    a_refused_certificate_is_not_retried,
    a_removal_whose_reply_was_lost_may_have_worked,
    a_reply_cut_short_may_have_been_carried_out,
    a_reply_of_another_shape_is_kept,
    a_reply_too_large_is_refused,
    a_slow_reply_is_given_up,
    a_transient_fault_is_tried_again,
    an_attachment_that_is_not_ready_is_waited_for,
    no_log_or_debug_text_shows_the_key,
    a_wrong_setting_is_refused_when_building,
}

/// An emulator with a group in it.
struct Scene<R: Runner> {
    emulator: Emulator,
    linq: Client<R::Caller>,
    chat: ChatId,
}

impl<R: Runner> Scene<R> {
    fn new(runner: &R) -> Self {
        Self::with(runner, |builder| builder)
    }

    fn with(
        runner: &R,
        settings: impl Fn(
            linq_core::call::ClientBuilder<R::Caller>,
        ) -> linq_core::call::ClientBuilder<R::Caller>,
    ) -> Self {
        let emulator = Emulator::builder().seed(7).start().unwrap();
        emulator.set_contact_card(LINE, "Linq", None).unwrap();
        let linq = settings(runner.builder(&emulator.base_url()))
            .build()
            .unwrap();
        let created = runner
            .wait(
                linq.chats()
                    .create(LINE, FRIENDS, "Welcome to the group!")
                    .send(),
            )
            .unwrap();
        Self {
            emulator,
            linq,
            chat: created.chat.id,
        }
    }

    fn fault(&self, fault: Fault) {
        self.emulator.add_fault(fault).unwrap();
    }

    fn send(&self, runner: &R, text: &str) -> Result<linq_core::model::MessageSendResponse, Error> {
        runner.wait(self.linq.chats().messages(&self.chat).send(text).send())
    }

    /// How often a message with this text was delivered.
    fn copies(&self, text: &str) -> usize {
        self.emulator
            .messages()
            .iter()
            .filter(|message| message.text.concat() == text)
            .count()
    }

    /// The requests since the chat was created.
    fn requests(&self) -> usize {
        self.emulator.requests().len() - 1
    }
}

fn api(error: &Error) -> &ApiError {
    error.as_api().unwrap_or_else(|| panic!("{error:?}"))
}

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

fn a_group_from_start_to_end<R: Runner>(runner: &R) {
    let Scene { linq, chat, .. } = &Scene::new(runner);
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
        (Some("Project Team"), 4, true)
    );

    runner.wait(chats.mark_as_read(chat).send()).unwrap();
    runner.wait(chats.typing(chat).start().send()).unwrap();
    runner.wait(chats.typing(chat).stop().send()).unwrap();
    runner.wait(chats.share_contact_card(chat).send()).unwrap();
    let sent = runner
        .wait(chats.messages(chat).send("Hello all").with_reply().send())
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

fn a_lost_reply_sends_nothing_twice<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::lose_reply().times(2));
    scene.send(runner, "once").unwrap();
    assert_eq!((scene.copies("once"), scene.requests()), (1, 3));

    scene.fault(Fault::lose_reply());
    let error = scene.send(runner, "maybe").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), scene.copies("maybe")),
        (TransportErrorKind::Interrupted, 1)
    );
}

fn a_closed_connection_is_tried_again<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::close().times(1));
    scene.send(runner, "hi").unwrap();
    assert_eq!((scene.copies("hi"), scene.requests()), (1, 2));
}

fn a_removal_whose_reply_was_lost_may_have_worked<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    let participants = scene.linq.chats().participants(&scene.chat);
    runner.wait(participants.add(GUEST).send()).unwrap();
    scene.fault(Fault::lose_reply().times(1));
    let error = runner.wait(participants.remove(GUEST).send()).unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::NotFound));
    assert!(api(&error).earlier_attempt_may_have_succeeded());
}

fn a_transient_fault_is_tried_again<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusReply::new(500, 3006)).times(2));
    scene.send(runner, "hi").unwrap();
    assert_eq!(scene.requests(), 3);
}

fn a_chat_that_was_left_costs_one_request<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusReply::new(409, 2013)));
    let error = scene.send(runner, "hi").unwrap_err();
    assert_eq!(
        (error.code(), api(&error).attempts()),
        (Some(ErrorCode::ChatUnavailable), 1)
    );
    assert_eq!(scene.requests(), 1);
}

fn an_attachment_that_is_not_ready_is_waited_for<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusReply::new(404, 2007)).times(1));
    scene.send(runner, "hi").unwrap();
    assert_eq!(scene.requests(), 2);
}

fn a_rate_limit_is_waited_for<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::status(StatusReply::new(429, 1007).retry_after(1)).times(1));
    let before = Instant::now();
    scene.send(runner, "hi").unwrap();
    assert!(before.elapsed() >= Duration::from_secs(1));

    scene.fault(Fault::status(StatusReply::new(429, 1007).retry_after(61)));
    let error = scene.send(runner, "later").unwrap_err();
    assert_eq!(api(&error).retry_after(), Some(Duration::from_secs(61)));
    assert_eq!(scene.requests(), 3);
}

fn a_slow_reply_is_given_up<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::delay(Duration::from_secs(5)));
    let before = Instant::now();
    let call = scene
        .linq
        .chats()
        .messages(&scene.chat)
        .send("slow")
        .timeout(Duration::from_millis(200))
        .max_retries(0);
    let error = runner.wait(call.send()).unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Timeout);
    assert!(error.may_have_taken_effect() && before.elapsed() < Duration::from_secs(3));
}

fn a_deadline_bounds_the_whole_call<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::delay(Duration::from_secs(5)));
    let before = Instant::now();
    let call = scene
        .linq
        .chats()
        .messages(&scene.chat)
        .send("slow")
        .deadline(Duration::from_secs(1))
        .max_retries(9);
    assert_eq!(
        kind(&runner.wait(call.send()).unwrap_err()),
        TransportErrorKind::Timeout
    );
    assert!(before.elapsed() < Duration::from_secs(3));
}

fn a_proxys_error_page_is_kept<R: Runner>(runner: &R) {
    let scene = Scene::with(runner, |builder| builder.max_retries(0));
    scene.fault(Fault::html(502));
    let error = scene.send(runner, "hi").unwrap_err();
    assert_eq!((api(&error).status().as_u16(), error.code()), (502, None));
    assert!(api(&error).body().starts_with(b"<"));
}

fn a_reply_of_another_shape_is_kept<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::garbage());
    let Error::Decode(error) = scene.send(runner, "hi").unwrap_err() else {
        panic!("no decode error")
    };
    assert!(!error.body().is_empty());
    assert_eq!((scene.copies("hi"), scene.requests()), (1, 1));
}

fn a_reply_cut_short_may_have_been_carried_out<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    scene.fault(Fault::truncate());
    let error = scene.send(runner, "cut").unwrap_err();
    assert!(error.may_have_taken_effect());
    assert_eq!(
        (kind(&error), scene.copies("cut")),
        (TransportErrorKind::Interrupted, 1)
    );
}

fn a_reply_too_large_is_refused<R: Runner>(runner: &R) {
    let scene = Scene::with(runner, |builder| builder.max_reply_bytes(100_000));
    scene.fault(Fault::big_body(200_000));
    let error = runner
        .wait(scene.linq.chats().retrieve(&scene.chat).send())
        .unwrap_err();
    assert_eq!(
        (kind(&error), scene.requests()),
        (TransportErrorKind::ReplyTooLarge, 1)
    );
}

fn a_redirect_is_not_followed<R: Runner>(runner: &R) {
    let elsewhere = Canned::json(200, "{}");
    let scene = Scene::new(runner);
    for status in [301, 302, 303, 307, 308] {
        scene.emulator.clear_faults();
        let mut fault = Fault::redirect(format!("{}/steal", elsewhere.url()));
        fault.kind = linq_emulator::FaultKind::Redirect {
            location: format!("{}/steal", elsewhere.url()),
            status,
        };
        scene.fault(fault);
        for error in [
            scene.send(runner, "hi").unwrap_err(),
            runner
                .wait(scene.linq.chats().retrieve(&scene.chat).send())
                .unwrap_err(),
        ] {
            assert_eq!(api(&error).status().as_u16(), status);
            assert!(
                error
                    .to_string()
                    .contains("a redirect, which this client does not follow"),
                "{error}"
            );
        }
    }
    assert!(elsewhere.received().is_empty());
}

fn a_call_that_connects_nowhere_was_never_sent<R: Runner>(runner: &R) {
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
        error
            .to_string()
            .starts_with("no connection (2 attempts): "),
        "{error}"
    );
}

fn a_refused_certificate_is_not_retried<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    let authority = scene
        .emulator
        .base_url()
        .replace("http://", "")
        .replace("/api/partner", "");
    let front = TlsFront::start(&authority);
    let base_url = format!("{}/api/partner", front.url);

    let stranger = runner.client(&base_url);
    let before = Instant::now();
    let error = runner
        .wait(stranger.chats().retrieve(&scene.chat).send())
        .unwrap_err();
    assert_eq!(kind(&error), TransportErrorKind::Unsendable, "{error}");
    assert!(!error.may_have_taken_effect() && before.elapsed() < Duration::from_millis(300));
    assert_eq!(scene.requests(), 0);

    let friend = runner
        .builder(&base_url)
        .root_certificate(front.certificate)
        .build()
        .unwrap();
    let chat = runner
        .wait(friend.chats().retrieve(&scene.chat).send())
        .unwrap();
    assert_eq!(chat.id, scene.chat);
}

fn a_proxy_carries_the_requests<R: Runner>(runner: &R) {
    let proxy = Canned::start(|request| {
        if request.line.starts_with("CONNECT") {
            "200 Connected\r\n\r\n".to_owned()
        } else {
            json_reply(200, r#"{"phone_numbers":[]}"#)
        }
    });
    // Nobody is there: only the proxy can answer.
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
    assert!(proxy.received()[0].line.contains("127.0.0.1:9"));
}

fn a_list_of_several_pages<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    for n in 0..5 {
        scene.send(runner, &format!("message {n}")).unwrap();
    }
    let list = || scene.linq.chats().messages(&scene.chat).list().limit(2);
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

fn a_client_is_shared_by_threads<R: Runner>(runner: &R) {
    let scene = Scene::new(runner);
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (scene, linq) = (&scene, scene.linq.clone());
            scope.spawn(move || {
                for n in 0..10 {
                    let text = format!("{thread}/{n}");
                    runner
                        .wait(linq.chats().messages(&scene.chat).send(text).send())
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(scene.emulator.messages().len(), 81);
}

fn a_connection_is_used_again<R: Runner>(runner: &R) {
    let server = Canned::json(200, r#"{"phone_numbers":[]}"#);
    let linq = runner.client(server.url());
    for _ in 0..5 {
        runner.wait(linq.phone_numbers().list().send()).unwrap();
    }
    let connections: Vec<_> = server
        .received()
        .iter()
        .map(|request| request.connection)
        .collect();
    assert_eq!(connections, [0; 5]);
}

fn a_wrong_setting_is_refused_when_building<R: Runner>(runner: &R) {
    let builder = || runner.builder("https://api.example/partner");
    for (builder, expected) in [
        (
            builder().base_url("http://api.example"),
            "base_url: http would send the key in the clear",
        ),
        (builder().base_url("ftp://api.example"), "base_url: "),
        (builder().proxy("nonsense"), "proxy: "),
        (
            builder().root_certificate("no certificate"),
            "root_certificates[0]: it holds no PEM certificate",
        ),
        (builder().header("a b", "c"), r#"headers["a b"]: "#),
        (Client::builder(""), "api_key: it is empty"),
        (
            Client::builder("two words"),
            "api_key: the character at byte 3 cannot stand in a header",
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

fn no_log_or_debug_text_shows_the_key<R: Runner>(runner: &R) {
    let log = log::Capture::default();
    let scene = Scene::with(runner, |builder| {
        builder.header("x-tenant", "tenant_secret")
    });
    let text = tracing_subscriber_with(&log, || {
        scene.fault(Fault::status(StatusReply::new(500, 3006)).times(1));
        scene.fault(Fault::status(StatusReply::new(401, 2004)).times(1));
        let error = scene.send(runner, "text_of_the_message").unwrap_err();
        let call = scene
            .linq
            .chats()
            .messages(&scene.chat)
            .send("hi")
            .header("x-other", "header_secret");
        format!(
            "{error:?} {error} {:?} {call:?} {:?}",
            scene.linq,
            scene.linq.caller()
        )
    });
    let logged = log.text();
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
        "trace_id",
    ] {
        assert!(logged.contains(part), "no {part} in {logged}");
    }
}

fn tracing_subscriber_with<T>(log: &log::Capture, work: impl FnOnce() -> T) -> T {
    let log = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || log.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, work)
}

mod log {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    /// A log in memory.
    #[derive(Clone, Default)]
    pub(crate) struct Capture(Arc<Mutex<Vec<u8>>>);

    impl Capture {
        pub(crate) fn text(&self) -> String {
            String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
        }
    }

    impl io::Write for Capture {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
}
