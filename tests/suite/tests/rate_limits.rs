//! Client-side rate limits: bulk sends wait for a permit instead of getting 429.

#![allow(clippy::unwrap_used)] // a test fails by panicking

use linq_core::{
    Client, Error,
    rate_limit::{Limit, RateLimits},
};
use linq_emulator::{Emulator, Fault};
use linq_suite::{on_both_transports, transports::Runner};
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

const LINE: &str = "+12223334444";
const FRIEND: &str = "+15556667777";

on_both_transports! {
    rate_limits_prevent_status_429,
    messages_to_many_recipients_are_paced_by_their_line,
    published_rate_limits_allow_one_burst,
    permit_after_the_deadline_sends_nothing,
    bulk_sends_without_rate_limits_get_status_429,
}

/// The server's limit: ten requests in half a second.
const MAX_REQUESTS: u32 = 10;
const WINDOW: Duration = Duration::from_millis(500);
const SENDS: usize = 35;

fn add_rate_limit(emulator: &Emulator) {
    let limit = Fault::rate_limit(MAX_REQUESTS, WINDOW, 1).path("/v3/chats/*/messages");
    emulator.add_fault(limit).unwrap();
}

fn rate_limits_prevent_status_429<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    add_rate_limit(&emulator);
    let rate_limits = RateLimits::none().limit(Limit::Messages, MAX_REQUESTS, WINDOW);
    let linq = runner
        .builder(&emulator.base_url())
        .rate_limits(rate_limits.margin(Duration::from_millis(100)))
        .max_retries(0)
        .build()
        .unwrap();
    let started = Instant::now();
    assert_eq!(send_all(runner, &linq), 0);
    assert_eq!(emulator.messages().len(), SENDS + 1);
    // The fourth batch of ten starts after three windows.
    let took = started.elapsed();
    assert!(took >= WINDOW * 3, "{took:?}");
    assert!(took < WINDOW * 10, "{took:?}");
}

fn messages_to_many_recipients_are_paced_by_their_line<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let limit = Fault::rate_limit(MAX_REQUESTS, WINDOW, 1).path("/v3/chats");
    emulator.add_fault(limit).unwrap();
    let rate_limits = RateLimits::published().limit(Limit::MessagesPerLine, MAX_REQUESTS, WINDOW);
    let linq = runner
        .builder(&emulator.base_url())
        .rate_limits(rate_limits.margin(Duration::from_millis(100)))
        .max_retries(0)
        .build()
        .unwrap();
    let started = Instant::now();
    for n in 0..13 {
        let created = linq.chats().create(LINE, [format!("+1555666{n:04}")], "hi");
        let chat = runner.wait(created.send()).unwrap().chat.id;
        let sent = linq.chats().messages(&chat).send("hi again");
        runner.wait(sent.rate_limit_line(LINE).send()).unwrap();
    }
    // 26 messages, of which the 21st is sent after two windows.
    let took = started.elapsed();
    assert!(took >= WINDOW * 2, "{took:?}");
    assert!(took < WINDOW * 8, "{took:?}");
    assert_eq!(emulator.messages().len(), 26);
}

fn bulk_sends_without_rate_limits_get_status_429<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    add_rate_limit(&emulator);
    let linq = runner
        .builder(&emulator.base_url())
        .max_retries(0)
        .build()
        .unwrap();
    assert!(send_all(runner, &linq) > 0);
}

/// Sends from several threads, each with a clone of the client; returns the number of 429s.
fn send_all<R: Runner>(runner: &R, linq: &Client<R::Transport>) -> usize {
    let created = linq.chats().create(LINE, [FRIEND], "first").send();
    let chat = runner.wait(created).unwrap().chat.id;
    let (next, rejected) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..7 {
            let linq = linq.clone();
            scope.spawn({
                let (next, rejected, chat) = (&next, &rejected, &chat);
                move || {
                    while next.fetch_add(1, Ordering::Relaxed) < SENDS {
                        let call = linq.chats().messages(chat).send("bulk");
                        if let Err(error) = runner.wait(call.send()) {
                            assert_eq!(error.as_api().unwrap().status().as_u16(), 429);
                            rejected.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    rejected.into_inner()
}

fn rate_limited_client<R: Runner>(runner: &R) -> (Emulator, Client<R::Transport>) {
    let emulator = Emulator::builder()
        .seed(7)
        .enforce_limits(true)
        .start()
        .unwrap();
    let linq = runner
        .builder(&emulator.base_url())
        .rate_limits(RateLimits::published())
        .build()
        .unwrap();
    (emulator, linq)
}

fn published_rate_limits_allow_one_burst<R: Runner>(runner: &R) {
    let (emulator, linq) = rate_limited_client(runner);
    let send = || {
        let call = linq.chats().create(LINE, [FRIEND], "hi");
        runner.wait(call.deadline(Duration::from_secs(2)).send())
    };
    for _ in 0..30 {
        send().unwrap();
    }
    let Error::RateLimited(error) = send().unwrap_err() else {
        panic!("not rate limited")
    };
    assert!(error.wait() > Duration::from_secs(55), "{error}");
    assert_eq!(emulator.requests().len(), 30);
}

fn permit_after_the_deadline_sends_nothing<R: Runner>(runner: &R) {
    let (emulator, linq) = rate_limited_client(runner);
    emulator.set_contact_card(LINE, "Linq", None).unwrap();
    let created = linq.chats().create(LINE, [FRIEND], "hi").send();
    let chat = runner.wait(created).unwrap().chat.id;
    let share = || {
        let call = linq.chats().share_contact_card(&chat);
        runner.wait(call.deadline(Duration::from_secs(60)).send())
    };
    share().unwrap();
    let before = Instant::now();
    let error = share().unwrap_err();
    assert!(matches!(error, Error::RateLimited(_)) && !error.may_have_taken_effect());
    assert!(before.elapsed() < Duration::from_secs(20));
    assert_eq!(emulator.requests().len(), 2);
}
