//! `linq_ureq::interrupt`: a waiting call is cancelled, whatever it waits for.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Error, Method,
    error::TransportErrorKind,
    rate_limit::{Limit, RateLimits},
};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use linq_suite::tls::TlsProxy;
use linq_ureq::{Client, interrupt};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    ops::ControlFlow,
    thread,
    time::{Duration, Instant},
};

const LINE: &str = "+12223334444";
const FRIEND: &str = "+15556667777";

/// Time after which the hook interrupts the call.
const INTERRUPT_AFTER: Duration = Duration::from_millis(200);
/// Documented are 50 ms; the rest is for a busy machine. Every timeout is 60 s.
const MAX_DELAY: Duration = Duration::from_secs(5);

/// Returns the error of a call that is interrupted while it waits.
fn interrupted<T: std::fmt::Debug>(call: impl FnOnce() -> Result<T, Error>) -> Error {
    let started = Instant::now();
    let hook = move || match started.elapsed() {
        waited if waited < INTERRUPT_AFTER => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    let error = interrupt::on_this_thread(hook, call).unwrap_err();
    let took = started.elapsed();
    assert!(
        took >= INTERRUPT_AFTER && took < INTERRUPT_AFTER + MAX_DELAY,
        "{took:?}"
    );
    error
}

#[track_caller]
fn assert_cancelled(error: &Error, sent: bool) {
    let Error::Transport(transport) = error else {
        panic!("{error:?}")
    };
    assert_eq!(transport.kind(), TransportErrorKind::Cancelled { sent });
}

fn client(base_url: &str) -> Client {
    let builder = Client::builder("sk_secret").base_url(base_url);
    builder
        .connect_timeout(Duration::from_secs(60))
        .build()
        .unwrap()
}

fn url(listener: &TcpListener) -> String {
    format!("http://{}", listener.local_addr().unwrap())
}

/// Starts a server that accepts connections, reads once, sends `text`, and then nothing more.
fn stalling_server(text: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = url(&listener);
    thread::spawn(move || {
        let streams: Vec<TcpStream> = listener
            .incoming()
            .flatten()
            .inspect(|mut stream| {
                let _ = stream.read(&mut [0; 1024]).unwrap();
                stream.write_all(text.as_bytes()).unwrap();
            })
            .collect();
        drop(streams);
    });
    url
}

#[test]
fn interrupted_while_waiting_for_response() {
    let linq = client(&stalling_server(""));
    let error = interrupted(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, true);
    assert!(error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "the call was cancelled; the request may have taken effect: cancelled by the hook of the waiting thread"
    );
}

#[test]
fn interrupted_while_response_stalls() {
    for text in [
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"phone_nu",
    ] {
        let linq = client(&stalling_server(text));
        let create = || linq.chats().create(LINE, [FRIEND], "hi").send();
        assert_cancelled(&interrupted(create), true);
        assert_cancelled(&interrupted(|| linq.phone_numbers().list().send()), true);
    }
}

#[test]
fn interrupted_while_sending_request() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap(); // never reads
    let linq = client(&url(&listener));
    let body = vec![b'x'; 64 << 20];
    let error = interrupted(|| {
        let request = linq.request(Method::POST, "/v3/large");
        request.body("text/plain", body).send()
    });
    assert_cancelled(&error, true);
}

/// Returns a listener whose backlog is full, so that connecting blocks.
fn full_listener() -> (tokio::net::TcpListener, Vec<TcpStream>, SocketAddr) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let connect = || TcpStream::connect_timeout(&address, Duration::from_millis(300));
    let queue = std::iter::from_fn(|| connect().ok()).collect();
    (listener, queue, address)
}

#[tokio::test]
async fn interrupted_while_connecting() {
    let (_listener, _queue, address) = full_listener();
    let linq = client(&format!("http://{address}"));
    let error = interrupted(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, false);
}

#[test]
fn interrupted_during_tls_handshake() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let linq = client(&format!("https://localhost:{port}"));
    let error = interrupted(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, false);
}

#[test]
fn interrupted_while_connecting_through_proxy() {
    let proxy = stalling_server("");
    let builder = Client::builder("sk_secret").base_url("https://api.example");
    let linq = builder.proxy(&*proxy).build().unwrap();
    assert_cancelled(&interrupted(|| linq.phone_numbers().list().send()), false);
}

#[test]
fn interrupted_during_retry_delay() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    let rate_limit = Fault::status(ErrorResponse::new(429, 1007).retry_after(30));
    emulator.add_fault(rate_limit).unwrap();
    assert_cancelled(&interrupted(|| linq.phone_numbers().list().send()), false);
    assert_eq!(emulator.requests().len(), 1);
}

#[test]
fn interrupted_during_retry_delay_after_lost_response() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    emulator.add_fault(Fault::drop_response()).unwrap();
    let create = || {
        linq.chats()
            .create(LINE, [FRIEND], "hi")
            .max_retries(9)
            .send()
    };
    let error = interrupted(create);
    assert!(error.may_have_taken_effect(), "{error}");
    // A busy emulator may execute it only now.
    let deadline = Instant::now() + MAX_DELAY;
    while emulator.messages().is_empty() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(emulator.messages().len(), 1);
}

#[test]
fn interrupted_while_waiting_for_rate_limit() {
    let emulator = Emulator::builder().start().unwrap();
    let minute = Duration::from_secs(60);
    let rate_limits = RateLimits::none().limit(Limit::Messages, 1, minute);
    let builder = Client::builder("sk_secret").base_url(emulator.base_url());
    let linq = builder.rate_limits(rate_limits).build().unwrap();
    let create = || linq.chats().create(LINE, [FRIEND], "hi").send();
    create().unwrap();
    assert_cancelled(&interrupted(create), false);
    assert_eq!(emulator.messages().len(), 1);
}

#[test]
fn calls_after_interrupt_send_nothing() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    emulator
        .add_fault(Fault::delay(Duration::from_secs(30)))
        .unwrap();
    let list = || linq.phone_numbers().list().send();
    let error = interrupted(|| {
        list().unwrap_err();
        list()
    });
    assert_cancelled(&error, false);
    // The hook does not apply outside.
    emulator.clear_faults();
    list().unwrap();
    // A busy emulator may log the first only now; the second call sent nothing.
    let deadline = Instant::now() + MAX_DELAY;
    while emulator.requests().len() < 2 && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(emulator.requests().len(), 2);
}

#[test]
fn continuing_hook_does_not_affect_the_call() {
    let emulator = Emulator::builder().start().unwrap();
    let authority = emulator
        .base_url()
        .replace("http://", "")
        .replace("/api/partner", "");
    let tls_proxy = TlsProxy::start(&authority);
    let secure = Client::builder("sk_secret")
        .base_url(format!("{}/api/partner", tls_proxy.url))
        .root_certificate(tls_proxy.certificate);
    let second = Duration::from_secs(1);
    emulator.add_fault(Fault::delay(second)).unwrap();
    for linq in [client(&emulator.base_url()), secure.build().unwrap()] {
        let (sender, calls) = std::sync::mpsc::channel();
        let hook = move || {
            sender.send(()).unwrap();
            ControlFlow::Continue(())
        };
        let list = || linq.phone_numbers().list().send();
        interrupt::on_this_thread(hook, list).unwrap();
        // Documented are 20 calls; a busy machine may miss some.
        let calls = calls.iter().count();
        assert!((10..=110).contains(&calls), "{calls} calls of the hook");
    }
}
