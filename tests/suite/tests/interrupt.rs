//! A thread that waits can be told to stop, whatever it is waiting for.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Error, Method,
    error::TransportErrorKind,
    rate_limit::{Limit, RateLimits},
};
use linq_emulator::{Emulator, Fault, StatusResponse};
use linq_suite::tls::TlsFront;
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

/// How long the call is left waiting.
const PATIENCE: Duration = Duration::from_millis(200);
/// Within 50 ms is the promise; the rest is for a busy machine. Every timeout is 60 s.
const AT_ONCE: Duration = Duration::from_secs(5);

/// The error of a call that is told to stop while it waits, and that stops at once.
fn stopped<T: std::fmt::Debug>(call: impl FnOnce() -> Result<T, Error>) -> Error {
    let started = Instant::now();
    let hook = move || match started.elapsed() {
        waited if waited < PATIENCE => ControlFlow::Continue(()),
        _ => ControlFlow::Break(()),
    };
    let error = interrupt::on_this_thread(hook, call).unwrap_err();
    let took = started.elapsed();
    assert!(took >= PATIENCE && took < PATIENCE + AT_ONCE, "{took:?}");
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

/// A listener that accepts, reads a little and says what it is told to, and then nothing more.
fn says_no_more_than(words: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = url(&listener);
    thread::spawn(move || {
        let streams: Vec<TcpStream> = listener
            .incoming()
            .flatten()
            .inspect(|mut stream| {
                let _ = stream.read(&mut [0; 1024]).unwrap();
                stream.write_all(words.as_bytes()).unwrap();
            })
            .collect();
        drop(streams);
    });
    url
}

#[test]
fn a_reply_that_does_not_come() {
    let linq = client(&says_no_more_than(""));
    let error = stopped(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, true);
    assert!(error.may_have_taken_effect());
    assert_eq!(
        error.to_string(),
        "the call was cancelled; the request may have taken effect: the waiting thread was told to stop"
    );
}

#[test]
fn a_reply_that_stalls_half_way() {
    for words in [
        "HTTP/1.1 200 OK\r\ncontent-le",
        "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"phone_nu",
    ] {
        let linq = client(&says_no_more_than(words));
        let create = || linq.chats().create(LINE, [FRIEND], "hi").send();
        assert_cancelled(&stopped(create), true);
        assert_cancelled(&stopped(|| linq.phone_numbers().list().send()), true);
    }
}

#[test]
fn a_request_that_does_not_get_away() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap(); // never reads
    let linq = client(&url(&listener));
    let body = vec![b'x'; 64 << 20];
    let error = stopped(|| {
        let request = linq.request(Method::POST, "/v3/large");
        request.body("text/plain", body).send()
    });
    assert_cancelled(&error, true);
}

/// A listener whose queue is full, so that nobody gets a connection.
fn never_accepts() -> (tokio::net::TcpListener, Vec<TcpStream>, SocketAddr) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let connect = || TcpStream::connect_timeout(&address, Duration::from_millis(300));
    let queue = std::iter::from_fn(|| connect().ok()).collect();
    (listener, queue, address)
}

#[tokio::test]
async fn a_connection_that_is_not_accepted() {
    let (_listener, _queue, address) = never_accepts();
    let linq = client(&format!("http://{address}"));
    let error = stopped(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, false);
}

#[test]
fn a_handshake_that_is_not_answered() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let linq = client(&format!("https://localhost:{port}"));
    let error = stopped(|| linq.chats().create(LINE, [FRIEND], "hi").send());
    assert_cancelled(&error, false);
}

#[test]
fn a_proxy_that_is_silent() {
    let proxy = says_no_more_than("");
    let builder = Client::builder("sk_secret").base_url("https://api.example");
    let linq = builder.proxy(&*proxy).build().unwrap();
    assert_cancelled(&stopped(|| linq.phone_numbers().list().send()), false);
}

#[test]
fn a_pause_before_a_retry() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    let refused = Fault::status(StatusResponse::new(429, 1007).retry_after(30));
    emulator.add_fault(refused).unwrap();
    assert_cancelled(&stopped(|| linq.phone_numbers().list().send()), false);
    assert_eq!(emulator.requests().len(), 1);
}

#[test]
fn a_pause_after_an_attempt_whose_reply_was_lost() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    emulator.add_fault(Fault::lose_reply()).unwrap();
    let create = || {
        linq.chats()
            .create(LINE, [FRIEND], "hi")
            .max_retries(9)
            .send()
    };
    let error = stopped(create);
    assert!(error.may_have_taken_effect(), "{error}");
    // A busy emulator may come to it only now.
    let deadline = Instant::now() + AT_ONCE;
    while emulator.messages().is_empty() && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(emulator.messages().len(), 1);
}

#[test]
fn a_turn_that_is_far_away() {
    let emulator = Emulator::builder().start().unwrap();
    let minute = Duration::from_secs(60);
    let rate_limits = RateLimits::none().limit(Limit::Messages, 1, minute);
    let builder = Client::builder("sk_secret").base_url(emulator.base_url());
    let linq = builder.rate_limits(rate_limits).build().unwrap();
    let create = || linq.chats().create(LINE, [FRIEND], "hi").send();
    create().unwrap();
    assert_cancelled(&stopped(create), false);
    assert_eq!(emulator.messages().len(), 1);
}

#[test]
fn once_told_a_thread_does_not_begin_anew() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = client(&emulator.base_url());
    emulator
        .add_fault(Fault::delay(Duration::from_secs(30)))
        .unwrap();
    let list = || linq.phone_numbers().list().send();
    let error = stopped(|| {
        list().unwrap_err();
        list()
    });
    assert_cancelled(&error, false);
    // Outside, nothing is left of it.
    emulator.clear_faults();
    list().unwrap();
    // A busy emulator may come to the first only now; there was no second before this one.
    let deadline = Instant::now() + AT_ONCE;
    while emulator.requests().len() < 2 && Instant::now() < deadline {
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(emulator.requests().len(), 2);
}

#[test]
fn whoever_goes_on_gets_the_reply() {
    let emulator = Emulator::builder().start().unwrap();
    let authority = emulator
        .base_url()
        .replace("http://", "")
        .replace("/api/partner", "");
    let front = TlsFront::start(&authority);
    let secure = Client::builder("sk_secret")
        .base_url(format!("{}/api/partner", front.url))
        .root_certificate(front.certificate);
    let second = Duration::from_secs(1);
    emulator.add_fault(Fault::delay(second)).unwrap();
    for linq in [client(&emulator.base_url()), secure.build().unwrap()] {
        let (sender, asked) = std::sync::mpsc::channel();
        let hook = move || {
            sender.send(()).unwrap();
            ControlFlow::Continue(())
        };
        let list = || linq.phone_numbers().list().send();
        interrupt::on_this_thread(hook, list).unwrap();
        // Twenty are promised; a busy machine may miss some.
        let asked = asked.iter().count();
        assert!((10..=110).contains(&asked), "asked {asked} times");
    }
}
