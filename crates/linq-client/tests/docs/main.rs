//! The samples of the documentation, against the emulator; and its index of error codes.

#![cfg(all(
    feature = "async",
    feature = "axum",
    feature = "blocking",
    feature = "durable"
))]
#![allow(clippy::unwrap_used)]
#![allow(clippy::similar_names, reason = "lines, of linq")]
#![allow(clippy::unused_async, reason = "handlers of users await")]
#![allow(unreachable_pub, reason = "the samples are as in a library")]

mod error_codes;
mod samples;

use linq_client::{
    Client, Handle, blocking,
    durable::State,
    model::MessagePart,
    webhook::{Event, MemoryDedupStore, Receiver, WebhookSecret, serve},
};
use linq_emulator::{Emulator, ErrorResponse, Fault, InboundMessage};
use samples::{
    agents, bulk, errors, exactly_once, files, first_message, groups, metrics, receiving, testing,
};
use std::{sync::Arc, time::Duration};

const LINE: &str = "+12223334444";
const ANN: &str = "+15556667777";
const BOB: &str = "+18889990000";
const GUEST: &str = "+12052499136";

fn start() -> (Emulator, blocking::Client) {
    let emulator = Emulator::builder().start().unwrap();
    let builder = blocking::Client::builder("any-key").base_url(emulator.base_url());
    let linq = builder.build().unwrap();
    (emulator, linq)
}

fn async_client(emulator: &Emulator) -> Client {
    let builder = Client::builder("any-key").base_url(emulator.base_url());
    builder.build().unwrap()
}

fn texts(emulator: &Emulator) -> Vec<String> {
    let messages = emulator.messages().into_iter();
    messages.flat_map(|message| message.text).collect()
}

#[test]
fn first_message() {
    let (emulator, linq) = start();
    let chat = first_message::greet(&linq, LINE, ANN).unwrap();
    first_message::congratulate(&linq, &chat, "Ann").unwrap();
    first_message::show(&linq, &chat).unwrap();
    assert_eq!(texts(&emulator), ["Welcome! 👋", "Happy birthday, Ann 🎂"]);
    // The variable is not set in tests, or to a valid key.
    if let Err(error) = first_message::client() {
        assert!(error.to_string().contains("LINQ_API_V3_API_KEY"), "{error}");
    }
}

#[test]
fn groups() {
    let (_emulator, linq) = start();
    let group = groups::start_group(&linq, LINE, &[ANN, BOB, "+15550001111"]).unwrap();
    let guest = Handle::try_from(GUEST.to_owned()).unwrap();
    groups::replace(&linq, &group, BOB, &guest).unwrap();
    assert!(!groups::ask_for_lunch(&linq, &group).unwrap().is_empty());
    let chat = linq.chats().retrieve(&group).send().unwrap();
    assert_eq!(chat.display_name.as_deref(), Some("Project Team"));
    groups::leave(&linq, &group).unwrap();
    let error = linq
        .chats()
        .messages(&group)
        .send("Bye")
        .send()
        .unwrap_err();
    assert_eq!(error.code().unwrap().number(), 2013);
}

#[tokio::test(flavor = "multi_thread")]
async fn receiving() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = async_client(&emulator);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/linq", listener.local_addr().unwrap());
    let secret = receiving::subscribe(&linq, &url).await.unwrap().unwrap();
    let receiver = Receiver::new(WebhookSecret::new(&secret).unwrap());
    let routes = receiving::routes(&receiver);
    tokio::spawn(async move { serve(listener, routes).await });
    let message = InboundMessage::to_line(ANN, LINE).text("Hello!");
    emulator.inbound(message).unwrap();
    emulator.settled().await;
    let deliveries = emulator.deliveries();
    assert!(!deliveries.is_empty());
    for delivery in deliveries {
        assert_eq!(delivery.attempts.last().unwrap().status, Some(204));
    }
}

#[test]
fn files() {
    let (emulator, linq) = start();
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("cake.jpg");
    std::fs::write(&photo, vec![7; 100_000]).unwrap();
    let chats = [ANN, BOB].map(|to| first_message::greet(&linq, LINE, to).unwrap());
    files::send_photo(&linq, &photo, &[&chats[0], &chats[1]]).unwrap();
    assert_eq!(emulator.messages().len(), 4);

    let messages = linq.chats().messages(&chats[0]).list().send().unwrap();
    let parts = messages
        .items
        .iter()
        .flat_map(|message| message.parts.iter().flatten());
    let media = parts.filter_map(|part| match part {
        MessagePart::Media(media) => Some(media),
        _ => None,
    });
    let media: Vec<_> = media.collect();
    let copy = folder.path().join("copy.jpg");
    files::save(&linq, media[0], &copy).unwrap();
    assert_eq!(std::fs::read(copy).unwrap().len(), 100_000);
}

#[test]
fn errors() {
    let (emulator, linq) = start();
    let chat = first_message::greet(&linq, LINE, ANN).unwrap();
    assert_eq!(errors::send(&linq, &chat, "Cake at seven."), "Sent.");
    assert!(errors::send(&linq, &chat, "").starts_with("Please correct message.parts[0]"));
    errors::send_soon(&linq, &chat, "Now").unwrap();
    for (status, code, expected) in [
        (409, 2013, "You have left this chat."),
        (403, 2024, "It was not sent."),
    ] {
        let fault = Fault::status(ErrorResponse::new(status, code)).times(1);
        emulator.add_fault(fault).unwrap();
        assert_eq!(errors::send(&linq, &chat, "Hi"), expected);
    }
    emulator.add_fault(Fault::drop_response()).unwrap();
    let unknown = errors::send(&linq, &chat, "Hi");
    assert_eq!(unknown, "No response: it may or may not have been sent.");
}

#[test]
fn exactly_once() {
    let (emulator, linq) = start();
    let chat = first_message::greet(&linq, LINE, ANN).unwrap();
    for _ in 0..2 {
        exactly_once::notify(&linq, &chat, 17).unwrap();
    }
    let lost = Fault::drop_response().times(3); // the call and its retries
    emulator.add_fault(lost).unwrap();
    exactly_once::send_reliably(&linq, &chat, "Once").unwrap();
    let expected = ["Welcome! 👋", "Your order has been shipped.", "Once"];
    assert_eq!(texts(&emulator), expected);
}

#[test]
fn bulk() {
    let (emulator, linq) = start();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("outbox.db");
    for _ in 0..2 {
        let counts = bulk::announce(&linq, &file, &[ANN, BOB], "Sale!").unwrap();
        let sent = counts.iter().find(|(state, _)| *state == State::Sent);
        assert_eq!(sent.map(|(_, count)| *count), Some(2));
    }
    assert_eq!(texts(&emulator), ["Sale!", "Sale!"]);

    let builder = blocking::Client::builder("any-key").base_url(emulator.base_url());
    let limited = builder.rate_limits(bulk::limits()).build().unwrap();
    bulk::invite(&limited, LINE, &[GUEST, "+15550001111"]).unwrap();
    assert_eq!(texts(&emulator).len(), 6);
    let chat = first_message::greet(&linq, LINE, ANN).unwrap();
    let story = "Cake! ".repeat(2_000);
    bulk::tell(&linq, &chat, &story).unwrap();
    assert_eq!(texts(&emulator)[7..].concat(), story);
}

#[tokio::test]
async fn agents() {
    let emulator = Emulator::builder().start().unwrap();
    let linq = async_client(&emulator);
    let message = InboundMessage::to_line(ANN, LINE).text("Hi");
    let chat_id = emulator.inbound(message).unwrap().chat_id;
    let event = |id: &str, text: &str| {
        Event::parse_unverified(format!(
            r#"{{"event_id": "{id}", "event_type": "message.received", "webhook_version": "2026-02-03",
                "data": {{"id": "m1", "direction": "inbound", "chat": {{"id": "{chat_id}"}},
                         "parts": [{{"type": "text", "value": "{text}"}}]}}}}"#
        ))
        .unwrap()
    };
    let store = MemoryDedupStore::default();
    let think = |text: String| async move { format!("{text}?") };
    for event in [event("e1", "Hi"), event("e1", "Hi"), event("e2", "STOP")] {
        agents::reply(&linq, &store, &event, think).await.unwrap();
    }
    assert_eq!(texts(&emulator), ["Hi", "Hi?"]);
}

#[test]
fn tests_of_users() {
    testing::test_without_a_network().unwrap();
    testing::test_with_the_emulator().unwrap();
}

#[test]
fn metrics() {
    let emulator = Emulator::builder().start().unwrap();
    let builder = blocking::Client::builder("any-key").base_url(emulator.base_url());
    let linq = builder
        .observer(Arc::new(metrics::Metrics))
        .build()
        .unwrap();
    let unavailable = Fault::status(ErrorResponse::new(503, 3006)).times(1);
    emulator.add_fault(unavailable).unwrap();
    linq.phone_numbers().list().send().unwrap();
    assert!(emulator.settle(Duration::from_secs(5)));
}
