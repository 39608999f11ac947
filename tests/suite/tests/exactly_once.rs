//! Exactly-once delivery: 1,000 sends while 30 % of the responses are lost and 10 % of the connections close.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Error, Transport,
    api::messages::CreateMessage,
    call::PreparedCall,
    exchange::{CallOptions, RetryQuota},
    id::ChatId,
    message::{IdempotencyKey, MessageContent},
};
use linq_emulator::{Emulator, Fault};
use linq_suite::{on_both_transports, transports::Runner};
use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

const SENDS: usize = 1_000;
const THREADS: usize = 50;

on_both_transports! {
    lossy_network_delivers_once_or_reports_uncertainty,
    idempotency_key_in_field_header_and_message,
}

fn lossy_network_delivers_once_or_reports_uncertainty<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let builder = runner.builder(&emulator.base_url());
    let linq = builder
        .retry_quota(RetryQuota::unlimited())
        .build()
        .unwrap();
    let created = runner.wait(
        linq.chats()
            .create("+12223334444", ["+15556667777", "+18889990000"], "first")
            .send(),
    );
    let chat = created.unwrap().chat.id;
    // The first fault that applies wins, so this one applies to a third of the remaining 90 %.
    emulator.add_fault(Fault::close().probability(0.1)).unwrap();
    emulator
        .add_fault(Fault::drop_response().probability(0.3 / 0.9))
        .unwrap();

    let results = send_all(runner, &linq, &chat);
    let requests = emulator.requests().len() - 1;
    let mut copies: HashMap<String, usize> = HashMap::new();
    for message in emulator.messages() {
        *copies.entry(message.text.concat()).or_default() += 1;
    }

    let (mut delivered, mut uncertain, mut uncertain_but_delivered) = (0, 0, 0);
    for (text, result) in &results {
        let copies = copies.get(text).copied().unwrap_or(0);
        match result {
            Ok(()) => {
                delivered += 1;
                assert_eq!(copies, 1, "{text} was reported as sent");
            }
            Err(error) => {
                assert!(error.may_have_taken_effect(), "{text}: {error}");
                assert!(copies <= 1, "{text} arrived {copies} times");
                uncertain += 1;
                uncertain_but_delivered += copies;
            }
        }
    }
    println!(
        "{SENDS} sends, {requests} requests: {delivered} delivered, {uncertain} reported as uncertain \
         ({uncertain_but_delivered} of those delivered), 0 extra copies"
    );
    assert_eq!(results.len(), SENDS);
    assert!(requests > SENDS * 4 / 3, "no faults were injected");
}

/// linq-python sends the key of this operation in a header, other clients in the message.
fn idempotency_key_in_field_header_and_message<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = runner.client(&emulator.base_url());
    let to = ["+15556667777"];
    let key: IdempotencyKey = "order-17".parse().unwrap();
    let as_field = || {
        let mut create = CreateMessage::new("shipped".into(), vec![to[0].parse().unwrap()]);
        create.idempotency_key = Some(key.clone());
        let call = PreparedCall::new(create, CallOptions::default());
        runner.wait(linq.transport().call(call))
    };
    let create = |message: MessageContent| linq.messages().create(to, message);
    let first = as_field().unwrap().message.id;
    for retry in [
        as_field(),
        runner.wait(create("shipped".into()).idempotency_key("order-17").send()),
        runner.wait(
            create("shipped".into())
                .header("Idempotency-Key", "order-17")
                .send(),
        ),
        runner.wait(create(MessageContent::from("shipped").idempotency_key(key.clone())).send()),
    ] {
        assert_eq!(retry.unwrap().message.id, first);
    }
    assert_eq!(emulator.messages().len(), 1);
}

fn send_all<R: Runner>(
    runner: &R,
    linq: &linq_core::Client<R::Transport>,
    chat: &ChatId,
) -> Vec<(String, Result<(), Error>)> {
    let next = AtomicUsize::new(0);
    let sender = || {
        let mut results = Vec::new();
        loop {
            let n = next.fetch_add(1, Ordering::Relaxed);
            if n >= SENDS {
                return results;
            }
            let text = format!("message {n}");
            let sent = runner.wait(linq.chats().messages(chat).send(text.as_str()).send());
            results.push((text, sent.map(drop)));
        }
    };
    thread::scope(|scope| {
        let senders: Vec<_> = (0..THREADS).map(|_| scope.spawn(sender)).collect();
        senders
            .into_iter()
            .flat_map(|sender| sender.join().unwrap())
            .collect()
    })
}
