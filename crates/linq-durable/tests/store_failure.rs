//! Runs whose store fails.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_durable::{
    Entry, EntryId, Outbox, RunError, RunOptions, State,
    store::{
        Advanced, ClaimRequest, Edit, Inserted, Lookup, MemoryStore, NewEntry, Store, StoreError,
        Update,
    },
};
use linq_emulator::Emulator;
use std::{
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, SystemTime},
};

/// A store that is full while it records outcomes.
#[derive(Default)]
struct FullStore {
    inner: MemoryStore,
    /// Number of times that recording fails.
    failures: AtomicUsize,
    attempts: AtomicUsize,
}

impl Store for FullStore {
    fn advance(
        &self,
        updates: &[Update],
        claim: Option<&ClaimRequest>,
        now: SystemTime,
    ) -> Result<Advanced, StoreError> {
        if !updates.is_empty() {
            let attempt = self.attempts.fetch_add(1, Ordering::SeqCst);
            if attempt < self.failures.load(Ordering::SeqCst) {
                return Err(StoreError::DiskFull("no space left on device".into()));
            }
        }
        self.inner.advance(updates, claim, now)
    }

    fn insert(&self, entry: &NewEntry, now: SystemTime) -> Result<Inserted, StoreError> {
        self.inner.insert(entry, now)
    }

    fn get(&self, key: Lookup<'_>) -> Result<Option<Entry>, StoreError> {
        self.inner.get(key)
    }

    fn list(
        &self,
        state: Option<State>,
        after: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.inner.list(state, after, limit)
    }

    fn count(&self) -> Result<Vec<(State, u64)>, StoreError> {
        self.inner.count()
    }

    fn edit(&self, id: EntryId, edit: &Edit, now: SystemTime) -> Result<bool, StoreError> {
        self.inner.edit(id, edit, now)
    }

    fn delete_finished(&self, before: SystemTime, limit: usize) -> Result<u64, StoreError> {
        self.inner.delete_finished(before, limit)
    }
}

/// Runs 20 entries until the store fails, and returns the states, and the number of messages at the end.
fn run(failures: usize) -> (Vec<(State, u64)>, usize) {
    let emulator = Emulator::builder().seed(7).start().unwrap();
    let linq = linq_ureq::Client::builder("sk_test").base_url(emulator.base_url());
    let linq = linq.build().unwrap();
    let store = FullStore::default();
    store.failures.store(failures, Ordering::SeqCst);
    let outbox = Outbox::new(store);
    for number in 0..20 {
        let to = format!("+1555666{number:04}");
        outbox
            .enqueue(linq.chats().create("+12223334444", to, "Hello"))
            .unwrap();
    }
    let options = RunOptions::new()
        .until_empty()
        .lease(Duration::from_secs(1));
    let error = outbox.run(&linq, options.clone()).unwrap_err();
    assert!(
        matches!(error, RunError::Store(StoreError::DiskFull(_))),
        "{error}"
    );
    assert_eq!(error.to_string(), "the disk is full");
    let counts = outbox.count().unwrap();
    outbox.run(&linq, options).unwrap();
    assert_eq!(outbox.count().unwrap(), [(State::Sent, 20)]);
    (counts, emulator.messages().len())
}

#[test]
fn outcomes_are_recorded_at_the_second_attempt() {
    let (counts, messages) = run(1);
    assert!(
        counts.iter().all(|(state, _)| *state != State::Sending),
        "{counts:?}"
    );
    assert_eq!(messages, 20);
}

#[test]
fn entries_whose_outcome_was_not_recorded_are_sent_once() {
    let (counts, messages) = run(2);
    assert!(counts.contains(&(State::Sending, 8)), "{counts:?}");
    assert_eq!(messages, 20);
}
