//! The state machine of a run, step by step.

#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use linq_core::{
    Client,
    error::{TransportError, TransportErrorKind},
    exchange::Entropy,
    message::{Media, MessageContent},
};
use linq_durable::{
    Command, Dispatcher, EntryId, Job, RunOptions, State, Task, TaskResult,
    store::{Lookup, MemoryStore, NewEntry, Store as _, StoreError},
};
use std::time::{Duration, SystemTime};

/// A run, whose commands are executed at a given time.
struct Run {
    store: MemoryStore,
    dispatcher: Dispatcher,
}

impl Run {
    /// Creates a run with an entry.
    fn new(message: impl Into<MessageContent>, now: SystemTime) -> (Self, EntryId) {
        let linq = Client::dry_run();
        let call = linq.messages().create("+15556667777", message);
        let entropy = Entropy::new([7; Entropy::LEN]);
        let new = NewEntry {
            call: call.into_prepared().into_stored(entropy).unwrap(),
            ordering_key: "chat".to_owned(),
        };
        let run = Self {
            store: MemoryStore::new(),
            dispatcher: Dispatcher::new(RunOptions::new(), 0),
        };
        run.store.insert(&new, now).unwrap();
        (run, EntryId::new(1))
    }

    /// Executes commands until the run waits, and returns the jobs to start.
    fn jobs(&mut self, now: SystemTime) -> Vec<Job> {
        let mut jobs = Vec::new();
        loop {
            match self.dispatcher.command(now) {
                Command::Advance { updates, claim } => {
                    let advanced = self.store.advance(&updates, claim.as_ref(), now);
                    self.dispatcher.advanced(advanced, now);
                }
                Command::Start(job) => jobs.push(job),
                Command::Wait(_) => return jobs,
                Command::Done(result) => panic!("{result:?}"),
            }
        }
    }
}

fn start() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)
}

#[test]
fn job_that_outlives_its_lease_is_the_only_one() {
    let start = start();
    let (mut run, id) = Run::new("Hello", start);
    assert_eq!(run.jobs(start).len(), 1);
    // The process was suspended.
    let later = start + Duration::from_secs(10 * 60);
    assert_eq!(run.jobs(later).len(), 0);
    let attempts = |run: &Run| run.store.get(Lookup::Id(id)).unwrap().unwrap().attempts;
    assert_eq!(attempts(&run), 2);

    let lost = TransportError::new(TransportErrorKind::ConnectionLost, "reset");
    let result = TaskResult::Call(Err(lost.into()));
    run.dispatcher.finished(id, result, later);
    assert_eq!(run.jobs(later).len(), 0);
    let entry = run.store.get(Lookup::Id(id)).unwrap().unwrap();
    assert_eq!(entry.state, State::Sending);
    assert!(entry.outcome.problem.is_some());
    let retry = later + Duration::from_secs(5);
    assert_eq!(run.jobs(retry).len(), 1);
    assert_eq!(attempts(&run), 3);
}

#[test]
fn message_is_sent_after_an_upload_that_was_interrupted_long_ago() {
    let photo = Media::attachment("file:///tmp/cake.jpg");
    let (mut run, id) = Run::new(photo, start());
    assert_eq!(run.jobs(start()).len(), 1);
    // The process crashed.
    run.dispatcher = Dispatcher::new(RunOptions::new(), 0);
    let later = start() + Duration::from_secs(3 * 24 * 60 * 60);
    let jobs = run.jobs(later);
    assert!(matches!(jobs[0].task, Task::Upload(_)), "{jobs:?}");
    let lost = TransportError::new(TransportErrorKind::ConnectionLost, "reset");
    let result = TaskResult::Upload(Err(lost.into()));
    run.dispatcher.finished(id, result, later);
    assert_eq!(run.jobs(later).len(), 0);
    let entry = run.store.get(Lookup::Id(id)).unwrap().unwrap();
    assert_eq!((entry.state, entry.attempted_at), (State::Queued, None));
}

#[test]
fn call_ends_before_the_server_may_forget_its_key() {
    let (mut run, id) = Run::new("Hello", start());
    let options = RunOptions::new().key_lifetime(Duration::from_secs(30));
    run.dispatcher = Dispatcher::new(options, 0);
    assert_eq!(run.jobs(start())[0].deadline, Duration::from_secs(30));
    let lost = TransportError::new(TransportErrorKind::ConnectionLost, "reset");
    let result = TaskResult::Call(Err(lost.into()));
    let later = start() + Duration::from_secs(10);
    run.dispatcher.finished(id, result, later);
    run.jobs(later);
    let retry = start() + Duration::from_secs(12);
    assert_eq!(run.jobs(retry)[0].deadline, Duration::from_secs(18));
}

#[test]
fn locked_store_is_waited_for() {
    let (mut run, id) = Run::new("Hello", start());
    assert_eq!(run.jobs(start()).len(), 1);
    let rejected = TransportError::new(TransportErrorKind::ConnectionLost, "reset");
    let result = TaskResult::Call(Err(rejected.into()));
    run.dispatcher.finished(id, result, start());
    let Command::Advance { updates, .. } = run.dispatcher.command(start()) else {
        panic!("not recorded");
    };
    assert_eq!(updates.len(), 1);
    let locked = || Err(StoreError::Locked("locked".into()));
    run.dispatcher.advanced(locked(), start());
    let later = start() + Duration::from_secs(1);
    let command = run.dispatcher.command(start());
    assert!(
        matches!(command, Command::Wait(Some(time)) if time == later),
        "{command:?}"
    );
    assert_eq!(run.jobs(later).len(), 1, "recorded, and retried");

    // A run that is stopped does not wait for ever.
    run.dispatcher.stop();
    let lost = TransportError::new(TransportErrorKind::ConnectionLost, "reset");
    run.dispatcher
        .finished(id, TaskResult::Call(Err(lost.into())), later);
    for _ in 0..2 {
        assert!(matches!(
            run.dispatcher.command(later),
            Command::Advance { .. }
        ));
        run.dispatcher.advanced(locked(), later);
    }
    let command = run.dispatcher.command(later);
    assert!(matches!(command, Command::Done(Err(_))), "{command:?}");
}
