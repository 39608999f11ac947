//! Handling an event once, though it is delivered at least once.

use crate::id::EventId;

/// Handles an event unless it has been handled, or is being handled, already.
///
/// `work` is not begun for a repeat. If it fails, is dropped halfway (a client that hangs up ends its
/// request in most servers) or panics, the claim is given back, so that the next delivery is handled.
///
/// Fails with [`DedupError::Store`] if the claim could not be made, and with [`DedupError::Work`] if
/// the work failed: answer both with a 5xx status, and Linq delivers the event again. What the store
/// says afterwards is not reported: the work is done or not done, whatever it says.
///
/// ```
/// use linq_core::webhook::{DedupError, Deduplicated, Event, MemoryDedupStore, deduplicate};
/// use http::StatusCode;
///
/// async fn hook(store: &MemoryDedupStore, event: Event) -> StatusCode {
///     match deduplicate(store, &event.event_id, handle(&event)).await {
///         Ok(Deduplicated::Handled(()) | Deduplicated::Duplicate) => StatusCode::NO_CONTENT,
///         Ok(Deduplicated::Running) => StatusCode::SERVICE_UNAVAILABLE, // come back when that is over
///         Err(DedupError::Work(problem)) => { eprintln!("{problem}"); StatusCode::INTERNAL_SERVER_ERROR }
///         Err(DedupError::Store(never)) => match never {},
///     }
/// }
/// # async fn handle(event: &Event) -> Result<(), String> { Ok(()) }
/// ```
pub async fn deduplicate<S: DedupStore, T, E>(
    store: &S,
    event: &EventId,
    work: impl Future<Output = Result<T, E>>,
) -> Result<Deduplicated<T>, DedupError<E, S::Error>> {
    match store.claim(event).await.map_err(DedupError::Store)? {
        Claim::First => {}
        Claim::Running => return Ok(Deduplicated::Running),
        Claim::Done => return Ok(Deduplicated::Duplicate),
    }
    let unfinished = Unfinished { store, event };
    let done = work.await;
    // It came to an end, so there is nothing to give back unseen.
    std::mem::forget(unfinished);
    match done {
        Ok(value) => {
            let _ = store.finish(event).await;
            Ok(Deduplicated::Handled(value))
        }
        Err(error) => {
            let _ = store.release(event).await;
            Err(DedupError::Work(error))
        }
    }
}

/// Gives the claim back when it is dropped.
struct Unfinished<'a, S: DedupStore> {
    store: &'a S,
    event: &'a EventId,
}

impl<S: DedupStore> Drop for Unfinished<'_, S> {
    fn drop(&mut self) {
        self.store.abandon(self.event);
    }
}

/// What [`deduplicate`] came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deduplicated<T> {
    /// This was the first delivery, and it has been handled.
    Handled(T),
    /// The event had been handled before: answer with a 2xx status.
    Duplicate,
    /// An earlier delivery is still being handled, and may yet fail: answer with 503, and Linq
    /// delivers the event again.
    Running,
}

/// Why [`deduplicate`] came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DedupError<E, S> {
    /// The work failed, and the claim was given back.
    #[error(transparent)]
    Work(E),
    /// The store failed, and nothing was done.
    #[error("the store of seen events failed: {0}")]
    Store(S),
}

/// Whose turn it is with an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// Yours: nobody has claimed it before.
    First,
    /// Somebody else's, who is still at it.
    Running,
    /// Nobody's: it has been handled.
    Done,
}

/// Where several processes remember which events they have seen.
///
/// Claiming must be atomic: of two that claim at the same moment, one is [`First`](Claim::First). A
/// claim has to lapse by itself after a while, for a process that dies gives nothing back; and what
/// has been handled should be remembered for an hour, as Linq tries for about 30 minutes.
///
/// With Redis (7.0 or later: before, `NX` and `GET` exclude each other), that is one command each:
///
/// ```text
/// claim      SET linq:{id} running NX GET EX 60   → nil: First, "running": Running, "done": Done
/// finish     SET linq:{id} done EX 3600
/// release    EVAL "if redis.call('GET', KEYS[1]) == 'running' then return redis.call('DEL', KEYS[1]) end" 1 linq:{id}
/// ```
///
/// A release must leave alone what is done: a claim that has lapsed may have been taken up, and
/// finished, by another process.
///
/// With SQL, a table, and old rows deleted now and then:
///
/// ```sql
/// CREATE TABLE linq_events (id text PRIMARY KEY, done boolean NOT NULL, at timestamptz NOT NULL);
///
/// -- claim: a row comes back for the First; otherwise SELECT done tells Done from Running
/// INSERT INTO linq_events VALUES ($1, false, now()) ON CONFLICT (id) DO UPDATE SET at = now()
///     WHERE NOT linq_events.done AND linq_events.at < now() - interval '1 minute' RETURNING id;
/// -- finish
/// UPDATE linq_events SET done = true, at = now() WHERE id = $1;
/// -- release
/// DELETE FROM linq_events WHERE id = $1 AND NOT done;
/// ```
///
/// If the work itself is in that database, put the claim and the work into one transaction: then
/// they happen together or not at all.
pub trait DedupStore: Sync {
    /// What goes wrong in the store.
    type Error;

    /// Claims an event, and says whose turn it is.
    fn claim(&self, event: &EventId) -> impl Future<Output = Result<Claim, Self::Error>> + Send;

    /// Notes that a claimed event has been handled.
    fn finish(&self, event: &EventId) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Gives a claim back, as if it had never been made.
    fn release(&self, event: &EventId) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Is told that the work on a claimed event ended without a result. It must not wait: give the
    /// claim back in the background, or, as it is unless overridden, let it lapse.
    fn abandon(&self, _event: &EventId) {}
}
