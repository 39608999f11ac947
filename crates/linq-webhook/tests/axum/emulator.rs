//! Deliveries signed by the emulator.

use crate::server::Server;
use linq_emulator::{Emulator, InboundMessage};
use linq_reqwest::Client;
use linq_webhook::{
    Receiver,
    linq_core::webhook::{DeliveryAffinity, Event, EventData, EventType, WebhookSecret},
};
use std::{env, fs::OpenOptions, io::Write as _, time::Duration};
use tokio::net::TcpListener;

struct Account {
    emulator: Emulator,
    linq: Client,
}

impl Account {
    fn open() -> Self {
        let emulator = Emulator::builder().start().unwrap();
        let linq = Client::builder("any-key").base_url(emulator.base_url());
        let linq = linq.build().unwrap();
        Self { emulator, linq }
    }

    /// Returns a receiver subscribed to every event, in one version of the payloads.
    async fn receiver(&self, version: &str, affinity: Option<DeliveryAffinity>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let url = format!("http://{address}/linq?version={version}");
        let everything = EventType::KNOWN;
        let mut create = self.linq.webhook_subscriptions().create(url, everything);
        if affinity.is_some() {
            create = create.routing_key_header("X-Cluster");
        }
        let subscription = create.await.unwrap();
        let secret = WebhookSecret::new(subscription.signing_secret.unwrap().expose()).unwrap();
        let mut receiver = Receiver::new(secret);
        if let Some(affinity) = affinity {
            receiver = receiver.affinity(affinity);
        }
        let server = Server::serve(listener, &receiver, address);
        // The creation of the subscription is an event too.
        self.settle().await;
        server.clear();
        server
    }

    /// Triggers an event by the control API.
    async fn trigger(&self, event_type: &str) {
        let url = format!("{}/events", self.emulator.control_url());
        let body = format!(r#"{{"event_type": "{event_type}"}}"#);
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = client
            .post(url)
            .body(body)
            .header("content-type", "application/json");
        let status = request.send().await.unwrap().status();
        assert!(status.is_success(), "{event_type}: {status}");
    }

    fn send_inbound(&self, text: &str) {
        let line = self.emulator.phone_numbers().remove(0);
        let message = InboundMessage::to_line("+15556667777", line).text(text);
        self.emulator.inbound(message).unwrap();
    }

    async fn settle(&self) {
        let settled = self.emulator.settled();
        tokio::time::timeout(Duration::from_secs(10), settled)
            .await
            .unwrap();
    }
}

/// Returns whether assertions on fields that servers leave out or change can hold; if not, counts one as skipped.
fn documented() -> bool {
    if env::var_os("LINQ_EMULATOR_OBSERVED_SHAPES").is_none() {
        return true;
    }
    let path = env::var_os("LINQ_SKIPPED_ASSERTIONS").unwrap();
    let mut skipped = OpenOptions::new().append(true).open(path).unwrap();
    writeln!(skipped, "axum::emulator").unwrap();
    false
}

fn message_events(events: &[Event]) -> Vec<&Event> {
    let is_received = |event: &&Event| event.event_type == EventType::MessageReceived;
    events.iter().filter(is_received).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn inbound_message_is_delivered_in_both_versions() {
    let account = Account::open();
    let new = account.receiver("2026-02-03", None).await;
    let old = account.receiver("2025-01-01", None).await;
    account.send_inbound("Hello!");
    account.settle().await;

    for (server, version) in [(new, "2026-02-03"), (old, "2025-01-01")] {
        let events = server.received();
        let [event] = message_events(&events)[..] else {
            panic!("{events:?}")
        };
        let message = event.message().unwrap();
        if documented() {
            assert_eq!(event.webhook_version.as_deref(), Some(version));
            let lines = account.emulator.phone_numbers();
            assert_eq!(message.line, Some(lines[0].as_str()));
            assert_eq!(message.sender_handle, Some("+15556667777"));
            assert_eq!(message.text(), "Hello!");
            assert!(message.is_inbound());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_documented_event_is_decoded_in_both_versions() {
    let account = Account::open();
    for version in ["2026-02-03", "2025-01-01"] {
        let server = account.receiver(version, None).await;
        for event_type in EventType::KNOWN {
            account.trigger(event_type).await;
        }
        account.settle().await;

        let events = server.received();
        for event in &events {
            match &event.data {
                EventData::Other(other) => {
                    assert!(event.event_type.as_str().starts_with("call."), "{event:?}");
                    assert_eq!(other.problem(), None);
                }
                data => assert_eq!(data.event_type().as_ref(), Some(&event.event_type)),
            }
        }
        let was_received = |name: &&&str| {
            events
                .iter()
                .any(|event| event.event_type.as_str() == **name)
        };
        let missing: Vec<_> = EventType::KNOWN
            .iter()
            .filter(|name| !was_received(name))
            .collect();
        let only_in_new: &[&str] = if version == "2025-01-01" {
            &["message.edited"]
        } else {
            &[]
        };
        assert_eq!(missing, only_in_new.iter().collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_delivery_is_retried() {
    let account = Account::open();
    let server = account.receiver("2026-02-03", None).await;
    server.respond_next_with(503);
    account.send_inbound("Hello!");
    account.settle().await;

    let received_events = server.received();
    let first = &received_events[0].event_id;
    assert_eq!(
        received_events
            .iter()
            .filter(|event| event.event_id == *first)
            .count(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn routing_token_is_sent_with_the_next_deliveries() {
    let account = Account::open();
    let ours = DeliveryAffinity::new("X-Cluster").unwrap();
    let ours = ours.token("cluster-7").unwrap();
    let server = account.receiver("2026-02-03", Some(ours)).await;
    account.send_inbound("Hello!");
    account.send_inbound("Is anybody there?");
    account.settle().await;

    let tokens = server.headers("x-cluster");
    assert!(tokens.len() > 1);
    assert_eq!(tokens[0], None);
    for token in &tokens[1..] {
        assert_eq!(token.as_deref(), Some("cluster-7"));
    }
    let received_events = server.received();
    let chat = message_events(&received_events)[0]
        .message()
        .unwrap()
        .chat_id
        .unwrap();
    for id in server.headers(DeliveryAffinity::DEFAULT_ID_HEADER) {
        assert_eq!(id.as_deref(), Some(chat.as_str()));
    }
}
