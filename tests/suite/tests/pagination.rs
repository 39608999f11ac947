//! Pagination by cursor: an `Iterator` with the blocking transport, a `Stream` with the async one.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use futures_util::{StreamExt, TryStreamExt};
use linq_emulator::{Emulator, ErrorResponse, Fault};
use linq_suite::{
    mock_server::MockServer,
    transports::{Async, Blocking, Runner},
};

const REPEATED_CURSOR: &str = r#"{"chats":[],"next_cursor":"again"}"#;

fn emulator_with_messages(count: usize) -> (Emulator, linq_ureq::Client, linq_core::id::ChatId) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = Blocking.client(&emulator.base_url());
    let chat = linq
        .chats()
        .create("+12223334444", ["+15556667777"], "message 0")
        .send()
        .unwrap()
        .chat
        .id;
    for n in 1..count {
        linq.chats()
            .messages(&chat)
            .send(format!("message {n}"))
            .send()
            .unwrap();
    }
    (emulator, linq, chat)
}

#[test]
fn iterator_reads_every_page() {
    let (emulator, linq, chat) = emulator_with_messages(25);
    let before = emulator.requests().len();
    let items: Vec<_> = linq
        .chats()
        .messages(&chat)
        .list()
        .limit(10)
        .items()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!((items.len(), emulator.requests().len() - before), (25, 3));
    let mut ids: Vec<_> = items.iter().map(|message| message.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 25);
}

#[test]
fn iterator_fetches_pages_lazily() {
    let (emulator, linq, chat) = emulator_with_messages(25);
    let before = emulator.requests().len();
    assert_eq!(
        linq.chats()
            .messages(&chat)
            .list()
            .limit(10)
            .items()
            .take(10)
            .count(),
        10
    );
    assert_eq!(emulator.requests().len() - before, 1);
}

#[test]
fn iterator_ends_after_error() {
    let (emulator, linq, chat) = emulator_with_messages(25);
    let mut items = linq.chats().messages(&chat).list().limit(10).items();
    assert!(items.by_ref().take(10).all(|item| item.is_ok()));
    emulator
        .add_fault(Fault::status(ErrorResponse::new(403, 2005)))
        .unwrap();
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
}

#[test]
fn stream_reads_every_page() {
    let (emulator, _, chat) = emulator_with_messages(25);
    let runner = Async::new();
    let linq = runner.client(&emulator.base_url());
    let before = emulator.requests().len();
    let list = linq.chats().messages(&chat).list().limit(10).items();
    let items: Vec<_> = runner.0.block_on(list.try_collect()).unwrap();
    assert_eq!((items.len(), emulator.requests().len() - before), (25, 3));
}

#[test]
fn stream_ends_after_error() {
    let (emulator, _, chat) = emulator_with_messages(25);
    let runner = Async::new();
    let linq = runner.client(&emulator.base_url());
    let mut items = linq.chats().messages(&chat).list().limit(10).items();
    runner.0.block_on(async {
        for _ in 0..10 {
            items.next().await.unwrap().unwrap();
        }
        emulator
            .add_fault(Fault::status(ErrorResponse::new(403, 2005)))
            .unwrap();
        assert!(items.next().await.unwrap().is_err());
        assert!(items.next().await.is_none());
    });
}

/// A query parameter applies to all pages, a cursor to the first only.
#[test]
fn query_cursor_selects_the_first_page() {
    let (emulator, linq, chat) = emulator_with_messages(25);
    let list = || linq.chats().messages(&chat).list().limit(10);
    let cursor = list().send().unwrap().next_cursor.unwrap();
    let before = emulator.requests().len();
    let rest = list().query("cursor", &cursor).items();
    let rest: Vec<_> = rest.collect::<Result<_, _>>().unwrap();
    assert_eq!((rest.len(), emulator.requests().len() - before), (15, 2));

    let second = list().query("cursor", &cursor).send().unwrap();
    let third = list().query("cursor", &cursor).next_page(&second).unwrap();
    let third = third.send().unwrap();
    assert_eq!((second.items.len(), third.items.len()), (10, 5));
    assert_ne!(second.items[0].id, third.items[0].id);
}

#[test]
fn repeated_cursor_ends_the_list() {
    let server = MockServer::json(200, REPEATED_CURSOR);
    assert_eq!(
        Blocking.client(server.url()).chats().list().items().count(),
        0
    );
    assert_eq!(server.requests().len(), 2);

    let server = MockServer::json(200, REPEATED_CURSOR);
    let runner = Async::new();
    assert_eq!(
        runner
            .0
            .block_on(runner.client(server.url()).chats().list().items().count()),
        0
    );
    assert_eq!(server.requests().len(), 2);
}

#[test]
fn invalid_parameter_is_the_first_item() {
    let linq = Blocking.client("http://127.0.0.1:9");
    let error = linq
        .chats()
        .list()
        .from("nobody")
        .items()
        .next()
        .unwrap()
        .unwrap_err();
    assert!(error.to_string().starts_with("from: "), "{error}");
}
