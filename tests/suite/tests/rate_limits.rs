//! A bulk sender that keeps to the limits never hears of them.

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
    a_bulk_sender_is_never_refused,
    the_real_limits_let_a_burst_through_and_no_more,
    a_turn_after_the_deadline_sends_nothing,
    a_bulk_sender_without_pacing_is_refused,
}

/// Ten requests in half a second, as the server counts.
const MOST: u32 = 10;
const WINDOW: Duration = Duration::from_millis(500);
const SENDS: usize = 35;

fn limited(emulator: &Emulator) {
    let limit = Fault::rate_limit(MOST, WINDOW, 1).path("/v3/chats/*/messages");
    emulator.add_fault(limit).unwrap();
}

fn a_bulk_sender_is_never_refused<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    limited(&emulator);
    let rate_limits = RateLimits::none().limit(Limit::Messages, MOST, WINDOW);
    let linq = runner
        .builder(&emulator.base_url())
        .rate_limits(rate_limits.margin(Duration::from_millis(100)))
        .max_retries(0)
        .build()
        .unwrap();
    let started = Instant::now();
    assert_eq!(send_all(runner, &linq), 0);
    assert_eq!(emulator.messages().len(), SENDS + 1);
    // The fourth ten start when three windows have passed, and not much later.
    let took = started.elapsed();
    assert!(took >= WINDOW * 3, "{took:?}");
    assert!(took < WINDOW * 10, "{took:?}");
}

fn a_bulk_sender_without_pacing_is_refused<R: Runner>(runner: &R) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    limited(&emulator);
    let linq = runner
        .builder(&emulator.base_url())
        .max_retries(0)
        .build()
        .unwrap();
    assert!(send_all(runner, &linq) > 0);
}

/// Sends from several threads with a clone of the client each; how many were refused.
fn send_all<R: Runner>(runner: &R, linq: &Client<R::Transport>) -> usize {
    let created = linq.chats().create(LINE, [FRIEND], "first").send();
    let chat = runner.wait(created).unwrap().chat.id;
    let (next, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..7 {
            let linq = linq.clone();
            scope.spawn({
                let (next, refused, chat) = (&next, &refused, &chat);
                move || {
                    while next.fetch_add(1, Ordering::Relaxed) < SENDS {
                        let call = linq.chats().messages(chat).send("bulk");
                        if let Err(error) = runner.wait(call.send()) {
                            assert_eq!(error.as_api().unwrap().status().as_u16(), 429);
                            refused.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    refused.into_inner()
}

fn paced<R: Runner>(runner: &R) -> (Emulator, Client<R::Transport>) {
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

fn the_real_limits_let_a_burst_through_and_no_more<R: Runner>(runner: &R) {
    let (emulator, linq) = paced(runner);
    let send = || {
        let call = linq.chats().create(LINE, [FRIEND], "hi");
        runner.wait(call.deadline(Duration::from_secs(2)).send())
    };
    for _ in 0..30 {
        send().unwrap();
    }
    let Error::RateLimited(error) = send().unwrap_err() else {
        panic!("not paced")
    };
    assert!(error.wait() > Duration::from_secs(55), "{error}");
    assert_eq!(emulator.requests().len(), 30);
}

fn a_turn_after_the_deadline_sends_nothing<R: Runner>(runner: &R) {
    let (emulator, linq) = paced(runner);
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
