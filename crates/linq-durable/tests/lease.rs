//! How long a job may take within its lease.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_durable::{
    Command, Dispatcher, Outbox, RunOptions,
    store::{MemoryStore, Store},
};
use std::time::{Duration, SystemTime};

#[test]
fn call_ends_before_its_lease() {
    for (lease_millis, deadline_millis) in [
        (120_000, 115_000),
        (10_000, 5_000),
        (9_000, 4_500),
        (2_000, 1_000),
        // Less than the minimum.
        (0, 500),
    ] {
        let options = RunOptions::new().lease(Duration::from_millis(lease_millis));
        let deadline = Duration::from_millis(deadline_millis);
        assert_eq!(deadline_of_call(options), deadline, "{lease_millis}");
    }
}

/// Returns the deadline of a call that is started when it is claimed.
fn deadline_of_call(options: RunOptions) -> Duration {
    let outbox = Outbox::new(MemoryStore::new());
    let linq = linq_ureq::Client::builder("sk_test").build().unwrap();
    let call = linq.messages().create("+15556667777", "Hello");
    outbox.enqueue(call).unwrap();
    let mut dispatcher = Dispatcher::new(options, 7);
    let now = SystemTime::now();
    loop {
        match dispatcher.command(now) {
            Command::Advance { updates, claim } => {
                let advanced = outbox.store().advance(&updates, claim.as_ref(), now);
                dispatcher.advanced(advanced, now);
            }
            Command::Start(job) => return job.deadline,
            command => panic!("unexpected {command:?}"),
        }
    }
}
