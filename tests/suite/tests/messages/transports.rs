//! Errors of the transports.

use crate::Messages;
use linq_core::{
    Error,
    error::TransportErrorKind,
    testing::{CannedResponse, CannedResponses},
    upload::Source,
};
use linq_suite::{
    mock_server::{MockServer, json_response},
    transports::{Async, Blocking, Runner},
};
use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    ops::ControlFlow,
    thread,
    time::Duration,
};

pub(crate) fn add(messages: &mut Messages) {
    messages.heading("linq-ureq");
    add_errors(messages, &Blocking::new());
    messages.error(cancelled());
    messages.heading("linq-reqwest");
    let runner = Async::new();
    add_errors(messages, &runner);
    add_connection_limit(messages, &runner);
}

fn add_errors<R: Runner<Transport: linq_core::upload::Uploads>>(
    messages: &mut Messages,
    runner: &R,
) {
    let builder = linq_core::Client::<R::Transport>::builder("sk_secret");
    messages.error(builder.root_certificate("no certificate").build());
    let invalid = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    let builder = linq_core::Client::<R::Transport>::builder("sk_secret");
    messages.error(builder.root_certificate(invalid).build());
    let builder = linq_core::Client::<R::Transport>::builder("sk_secret");
    let failure = CannedResponse::failure(TransportErrorKind::InvalidRequest);
    let canned = CannedResponses::in_order([failure]);
    let linq = builder.canned_responses(canned).build().unwrap();
    messages.error(runner.wait(linq.phone_numbers().list().send()));
    messages.error(runner.wait(linq.phone_numbers().list().send()));
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let linq = runner
        .builder(&format!("http://{closed}"))
        .max_retries(0)
        .build()
        .unwrap();
    messages.error(runner.wait(linq.phone_numbers().list().send()));
    messages.error(runner.wait(linq.attachments().upload("nowhere/cake.jpg").send()));
    messages.error(runner.wait(linq.attachments().upload("/").filename("cake.jpg").send()));
    let unnamed: Source = Source::bytes("cake", "0123456789");
    messages.error(runner.wait(linq.attachments().upload(unnamed).send()));

    let hangs = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", hangs.local_addr().unwrap());
    let linq = runner
        .builder(&url)
        .max_retries(0)
        .timeout(Duration::from_millis(500));
    let linq = linq.build().unwrap();
    messages.error(runner.wait(linq.phone_numbers().list().send()));
    drop(hangs);

    let server = MockServer::start(|_| json_response(200, &format!("\"{}\"", "x".repeat(2_000))));
    let linq = runner
        .builder(server.url())
        .max_retries(0)
        .max_response_bytes(1_000);
    let linq = linq.build().unwrap();
    messages.error(runner.wait(linq.phone_numbers().list().send()));
    let linq = runner.builder(&truncating_server());
    let linq = linq.max_retries(0).build().unwrap();
    messages.error(runner.wait(linq.phone_numbers().list().send()));
}

/// Starts a server that closes the connection in the middle of its only response, and returns its URL.
fn truncating_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let _ = stream.read(&mut [0; 4_096]).unwrap();
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12")
            .unwrap();
    });
    url
}

/// Returns the error of a call that the hook of its thread cancels.
fn cancelled() -> Result<(), Error> {
    let hangs = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", hangs.local_addr().unwrap());
    let linq = Blocking::new().client(&url);
    let list = || linq.phone_numbers().list().send().map(drop);
    linq_ureq::interrupt::on_this_thread(|| ControlFlow::Break(()), list)
}

fn add_connection_limit(messages: &mut Messages, runner: &Async) {
    let hangs = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", hangs.local_addr().unwrap());
    let builder = runner.builder(&url).max_retries(0).max_connections(1);
    let linq = builder.build().unwrap();
    let occupying = linq.clone();
    let call = runner
        .0
        .spawn(async move { occupying.phone_numbers().list().send().await });
    thread::sleep(Duration::from_millis(500)); // until it has its connection
    let list = linq
        .phone_numbers()
        .list()
        .timeout(Duration::from_millis(100));
    messages.error(runner.wait(list.send()));
    call.abort();
}
