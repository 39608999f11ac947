//! Deduplication of events.

#![allow(clippy::unwrap_used, reason = "test helpers")]

use linq_core::{
    id::EventId,
    webhook::{
        Claim, DedupError, DedupStore, Deduplicated, DynDedupStore, FencingToken, MemoryDedupStore,
        deduplicate,
    },
};
use std::{
    cell::Cell,
    convert::Infallible,
    future::{Future, pending, ready},
    num::NonZeroUsize,
    pin::pin,
    sync::{
        Arc, Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

fn store(capacity: usize) -> MemoryDedupStore {
    MemoryDedupStore::with_capacity(NonZeroUsize::new(capacity).unwrap())
}

fn event(number: usize) -> EventId {
    format!("evt_{number}").into()
}

/// Claims an unclaimed event.
fn claim_first(store: &MemoryDedupStore, event: &EventId) -> FencingToken {
    match store.claim(event) {
        Claim::First(token) => token,
        claim => panic!("{claim:?}"),
    }
}

/// Runs a future that is ready at the first poll.
fn run<T>(future: impl Future<Output = T>) -> T {
    match poll(pin!(future)) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("pending"),
    }
}

fn poll<T>(future: std::pin::Pin<&mut impl Future<Output = T>>) -> Poll<T> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn first_claim_holds_until_released() {
    let store = store(10);
    let token = claim_first(&store, &event(1));
    assert_eq!(store.claim(&event(1)), Claim::Running);
    claim_first(&store, &event(2));
    store.release(&event(1), token);
    let token = claim_first(&store, &event(1));
    store.finish(&event(1));
    assert_eq!(store.claim(&event(1)), Claim::Done);
    store.release(&event(1), token);
    assert_eq!(store.claim(&event(1)), Claim::Done);
}

#[test]
fn late_release_leaves_the_claim_of_another_worker() {
    let store = store(1);
    let expired = claim_first(&store, &event(1));
    let token = claim_first(&store, &event(2)); // The capacity is one.
    let new = claim_first(&store, &event(1));
    store.release(&event(1), expired);
    store.release(&event(1), token);
    assert_eq!(store.claim(&event(1)), Claim::Running);
    store.release(&event(1), new);
    let newest = claim_first(&store, &event(1));
    store.release(&event(1), new);
    assert_eq!(store.claim(&event(1)), Claim::Running);
    store.release(&event(1), newest);
    claim_first(&store, &event(1));
}

#[test]
fn late_finish_is_not_undone_by_the_release_of_another_worker() {
    let store = store(1);
    claim_first(&store, &event(1));
    claim_first(&store, &event(2));
    let new = claim_first(&store, &event(1));
    store.finish(&event(1)); // By the worker whose claim expired.
    store.release(&event(1), new);
    assert_eq!(store.claim(&event(1)), Claim::Done);
}

#[test]
fn oldest_event_is_evicted_first() {
    let store = store(3);
    for number in 1..=3 {
        claim_first(&store, &event(number));
        store.finish(&event(number));
    }
    // Another claim does not renew its age.
    assert_eq!(store.claim(&event(1)), Claim::Done);
    claim_first(&store, &event(4));
    assert_eq!(store.claim(&event(2)), Claim::Done);
    assert_eq!(store.claim(&event(3)), Claim::Done);
    claim_first(&store, &event(1));
    claim_first(&store, &event(2));
}

#[test]
fn released_claims_do_not_count_towards_the_capacity() {
    let store = store(2);
    claim_first(&store, &event(1));
    for number in 100..200 {
        let token = claim_first(&store, &event(number));
        store.release(&event(number), token);
    }
    assert_eq!(store.claim(&event(1)), Claim::Running);
}

#[test]
fn size_is_limited_by_the_capacity() {
    let store = store(5);
    for number in 0..1000 {
        claim_first(&store, &event(number));
    }
    assert_eq!(
        format!("{store:?}"),
        "MemoryDedupStore { capacity: 5, events: 5 }"
    );
}

#[test]
fn finish_after_the_claim_has_expired() {
    let store = store(1);
    claim_first(&store, &event(1));
    claim_first(&store, &event(2));
    store.finish(&event(1));
    assert_eq!(store.claim(&event(1)), Claim::Done);
}

#[test]
fn one_of_many_threads_claims_each_event() {
    const THREADS: usize = 8;
    const EVENTS: usize = 500;
    let store = store(EVENTS);
    let start = Barrier::new(THREADS);
    let won: usize = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    (0..EVENTS)
                        .filter(|number| matches!(store.claim(&event(*number)), Claim::First(_)))
                        .count()
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .sum()
    });
    assert_eq!(won, EVENTS);
}

#[test]
fn duplicate_is_not_handled() {
    let store = store(10);
    let count = Cell::new(0);
    let work = || async {
        count.set(count.get() + 1);
        Ok::<_, String>("done")
    };
    assert_eq!(
        run(deduplicate(&store, &event(1), work())),
        Ok(Deduplicated::Handled("done"))
    );
    assert_eq!(
        run(deduplicate(&store, &event(1), work())),
        Ok(Deduplicated::Duplicate)
    );
    assert_eq!(count.get(), 1);
}

#[test]
fn failed_work_is_retried() {
    let store = store(10);
    let failed = run(deduplicate(
        &store,
        &event(1),
        ready(Err::<(), _>("no luck")),
    ));
    assert_eq!(failed, Err(DedupError::Work("no luck")));
    let worked = run(deduplicate(&store, &event(1), ready(Ok::<_, &str>(1))));
    assert_eq!(worked, Ok(Deduplicated::Handled(1)));
}

#[test]
fn simultaneous_deliveries_are_handled_once() {
    let store = store(10);
    let id = event(1);
    let mut first = Box::pin(deduplicate(&store, &id, pending::<Result<(), String>>()));
    assert!(poll(first.as_mut()).is_pending());
    let second = run(deduplicate(&store, &id, ready(Ok::<(), String>(()))));
    assert_eq!(second, Ok(Deduplicated::Running));

    // The first client disconnects.
    drop(first);
    let third = run(deduplicate(&store, &id, ready(Ok::<(), String>(()))));
    assert_eq!(third, Ok(Deduplicated::Handled(())));
}

#[test]
fn panicked_work_is_retried() {
    let store = store(10);
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let work =
            std::future::poll_fn(|_| -> Poll<Result<(), Infallible>> { panic!("as planned") });
        run(deduplicate(&store, &event(1), work))
    }));
    assert!(panicked.is_err());
    claim_first(&store, &event(1));
}

/// A store with preset results.
struct PresetStore {
    claim: Result<Claim, &'static str>,
    after: Result<(), &'static str>,
    dropped: AtomicUsize,
}

impl PresetStore {
    fn new(claim: Result<Claim, &'static str>, after: Result<(), &'static str>) -> Self {
        Self {
            claim,
            after,
            dropped: AtomicUsize::new(0),
        }
    }
}

impl DedupStore for PresetStore {
    type Error = &'static str;

    async fn claim(&self, _: &EventId) -> Result<Claim, Self::Error> {
        self.claim
    }

    async fn finish(&self, _: &EventId) -> Result<(), Self::Error> {
        self.after
    }

    async fn release(&self, _: &EventId, _: FencingToken) -> Result<(), Self::Error> {
        self.after
    }

    fn release_on_drop(&self, _: &EventId, _: FencingToken) {
        self.dropped.fetch_add(1, Ordering::Relaxed);
    }
}

/// The scenario that each language tests with its own store: an event fails, is handled, and is delivered again.
fn scenario<S: DedupStore + ?Sized>(store: &S) {
    let id = event(1);
    let handle = |result| match run(deduplicate(store, &id, ready(result))) {
        Ok(outcome) => Ok(outcome),
        Err(DedupError::Work(problem)) => Err(problem),
        Err(DedupError::Store(_)) => panic!("the store failed"),
    };
    let mut dropped = Box::pin(deduplicate(store, &id, pending::<Result<(), String>>()));
    assert!(poll(dropped.as_mut()).is_pending());
    assert_eq!(handle(Ok(())), Ok(Deduplicated::Running));
    drop(dropped);
    assert_eq!(handle(Err("no luck")), Err("no luck"));
    assert_eq!(handle(Ok(())), Ok(Deduplicated::Handled(())));
    assert_eq!(handle(Ok(())), Ok(Deduplicated::Duplicate));
}

#[test]
fn stores_by_value_pointer_and_dyn() {
    scenario(&MemoryDedupStore::default());
    scenario::<&MemoryDedupStore>(&&store(10));
    scenario::<Arc<MemoryDedupStore>>(&Arc::new(store(10)));
    scenario::<Box<MemoryDedupStore>>(&Box::new(store(10)));
    scenario::<dyn DynDedupStore>(&store(10));
    scenario::<Arc<dyn DynDedupStore>>(&(Arc::new(store(10)) as Arc<dyn DynDedupStore>));
}

#[test]
fn dyn_store_keeps_the_error_and_the_token() {
    let down: &dyn DynDedupStore = &PresetStore::new(Err("down"), Err("down"));
    assert_eq!(run(down.claim(&event(1))).unwrap_err().to_string(), "down");
    assert_eq!(run(down.finish(&event(1))).unwrap_err().to_string(), "down");
    let token = FencingToken(7);
    let released = run(down.release(&event(1), token));
    assert_eq!(released.unwrap_err().to_string(), "down");
    let up: &dyn DynDedupStore = &PresetStore::new(Ok(Claim::First(token)), Ok(()));
    assert_eq!(run(up.claim(&event(1))).unwrap(), Claim::First(token));
}

#[test]
fn deduplication_over_dyn_can_be_spawned() {
    fn is_send(_: &impl Send) {}
    let (store, id): (Arc<dyn DynDedupStore>, _) = (Arc::new(store(10)), event(1));
    is_send(&deduplicate(&store, &id, ready(Ok::<(), String>(()))));
    is_send(&deduplicate(&*store, &id, ready(Ok::<(), String>(()))));
}

#[test]
fn work_is_not_started_without_a_claim() {
    let store = PresetStore::new(Err("down"), Ok(()));
    let work =
        std::future::poll_fn(|_| -> Poll<Result<(), String>> { panic!("no claim was made") });
    let result = run(deduplicate(&store, &event(1), work));
    assert_eq!(result, Err(DedupError::Store("down")));
}

#[test]
fn store_errors_after_the_work_are_ignored() {
    let store = PresetStore::new(Ok(Claim::First(FencingToken(7))), Err("down"));
    let worked = run(deduplicate(&store, &event(1), ready(Ok::<_, String>(1))));
    assert_eq!(worked, Ok(Deduplicated::Handled(1)));
    let failed = run(deduplicate(
        &store,
        &event(1),
        ready(Err::<(), _>("no luck")),
    ));
    assert_eq!(failed, Err(DedupError::Work("no luck")));
}

#[test]
fn release_on_drop_is_called_for_dropped_work_only() {
    let store = PresetStore::new(Ok(Claim::First(FencingToken(7))), Ok(()));
    let id = event(1);
    assert!(run(deduplicate(&store, &id, ready(Ok::<_, String>(1)))).is_ok());
    assert!(run(deduplicate(&store, &id, ready(Err::<(), _>("no luck")))).is_err());
    assert_eq!(store.dropped.load(Ordering::Relaxed), 0);

    let mut begun = Box::pin(deduplicate(&store, &id, pending::<Result<(), String>>()));
    assert!(poll(begun.as_mut()).is_pending());
    drop(begun);
    assert_eq!(store.dropped.load(Ordering::Relaxed), 1);
}
