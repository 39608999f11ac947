//! Stores for the deduplication of events.

use crate::id::EventId;
use std::{error::Error, pin::Pin, sync::Arc};

/// The result of claiming an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// The event was unclaimed, and is now claimed by the caller, under this token.
    First(FencingToken),
    /// The event is claimed by another worker, which may still fail.
    Running,
    /// The event has been handled.
    Done,
}

/// A fencing token, unique to a claim, so that the holder of an expired claim cannot release the claim of
/// another worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FencingToken(pub u64);

/// A store of claims, which can be shared by several processes.
///
/// Claiming must be atomic: of two simultaneous claims, one is [`First`](Claim::First). A claim must expire
/// after a while, as a crashed process does not release it; handled events should be stored for an hour,
/// as Linq retries for about 30 minutes.
///
/// A worker may outlive its claim:
///
/// - Its [`release`](Self::release) does nothing, since its token is no longer that of the event's
///   claim.
/// - Its [`finish`](Self::finish) marks the event as done, and therefore takes no token: the work has been
///   done, whichever claim it was done under. If another worker has claimed the event meanwhile, its
///   release does not undo that.
///
/// `Arc<S>`, `Box<S>` and `&S` implement it if `S` does, and so does `dyn` [`DynDedupStore`].
///
/// With Redis (7.0 or later: before, `NX` and `GET` exclude each other):
///
/// ```text
/// claim      INCR linq:token → the token
///            SET linq:event:{id} {token} NX GET EX 60 → nil: First, "done": Done, else Running
/// finish     SET linq:event:{id} done EX 3600
/// release    EVAL "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end" 1 linq:event:{id} {token}
/// ```
///
/// With SQL, here for `PostgreSQL`; in `SQLite`, `now()` is `unixepoch()`, and `interval '1 minute'` is `60`:
///
/// ```sql
/// CREATE TABLE linq_events (id text PRIMARY KEY, token bigint NOT NULL, state text NOT NULL, at timestamptz NOT NULL);
///
/// -- claim: returns the token of First
/// INSERT INTO linq_events VALUES ($1, 1, 'running', now())
///     ON CONFLICT (id) DO UPDATE SET token = linq_events.token + 1, state = 'running', at = now()
///     WHERE linq_events.state = 'released'
///         OR linq_events.state = 'running' AND linq_events.at < now() - interval '1 minute'
///     RETURNING token;
/// -- if there is no row: 'done' is Done, all else Running
/// SELECT state FROM linq_events WHERE id = $1;
/// -- finish
/// UPDATE linq_events SET state = 'done', at = now() WHERE id = $1;
/// -- release
/// UPDATE linq_events SET state = 'released', at = now() WHERE id = $1 AND token = $2 AND state = 'running';
/// ```
///
/// Delete rows that are older than a day periodically, but not on release: the next claim would get the
/// token of an earlier one. If the work itself is in the same database, put the claim and the work into
/// one transaction, so that they are atomic.
pub trait DedupStore: Send + Sync {
    /// Error of the store.
    type Error;

    /// Claims an event, or returns its state if it is claimed or done.
    fn claim(&self, event: &EventId) -> impl Future<Output = Result<Claim, Self::Error>> + Send;

    /// Marks an event as handled, permanently.
    fn finish(&self, event: &EventId) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Releases the claim with this token, so that the event is unclaimed. Does nothing if the event is done,
    /// or claimed under another token.
    fn release(
        &self,
        event: &EventId,
        token: FencingToken,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Called when the work on a claimed event was dropped. Must not block: release the claim in the
    /// background, or, as by default, let it expire.
    fn release_on_drop(&self, _event: &EventId, _token: FencingToken) {}
}

/// A dyn-compatible [`DedupStore`]. It is implemented by every store whose error can be boxed.
///
/// ```
/// use linq_core::webhook::{DynDedupStore, MemoryDedupStore, deduplicate};
/// use std::sync::Arc;
///
/// # async fn example(event: linq_core::webhook::Event) -> Result<(), Box<dyn std::error::Error>> {
/// let store: Arc<dyn DynDedupStore> = Arc::new(MemoryDedupStore::default());
/// deduplicate(&store, &event.event_id, async { Ok::<_, std::io::Error>(()) }).await?;
/// # Ok(())
/// # }
/// ```
pub trait DynDedupStore: Send + Sync {
    #[doc(hidden)]
    fn claim_boxed<'a>(&'a self, event: &'a EventId) -> Boxed<'a, Claim>;

    #[doc(hidden)]
    fn finish_boxed<'a>(&'a self, event: &'a EventId) -> Boxed<'a, ()>;

    #[doc(hidden)]
    fn release_boxed<'a>(&'a self, event: &'a EventId, token: FencingToken) -> Boxed<'a, ()>;

    #[doc(hidden)]
    fn release_on_drop_boxed(&self, event: &EventId, token: FencingToken);
}

type BoxError = Box<dyn Error + Send + Sync>;
type Boxed<'a, T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send + 'a>>;

impl<S: DedupStore<Error: Into<BoxError>>> DynDedupStore for S {
    fn claim_boxed<'a>(&'a self, event: &'a EventId) -> Boxed<'a, Claim> {
        Box::pin(async move { self.claim(event).await.map_err(Into::into) })
    }

    fn finish_boxed<'a>(&'a self, event: &'a EventId) -> Boxed<'a, ()> {
        Box::pin(async move { self.finish(event).await.map_err(Into::into) })
    }

    fn release_boxed<'a>(&'a self, event: &'a EventId, token: FencingToken) -> Boxed<'a, ()> {
        Box::pin(async move { self.release(event, token).await.map_err(Into::into) })
    }

    fn release_on_drop_boxed(&self, event: &EventId, token: FencingToken) {
        self.release_on_drop(event, token);
    }
}

impl DedupStore for dyn DynDedupStore + '_ {
    type Error = BoxError;

    async fn claim(&self, event: &EventId) -> Result<Claim, BoxError> {
        self.claim_boxed(event).await
    }

    async fn finish(&self, event: &EventId) -> Result<(), BoxError> {
        self.finish_boxed(event).await
    }

    async fn release(&self, event: &EventId, token: FencingToken) -> Result<(), BoxError> {
        self.release_boxed(event, token).await
    }

    fn release_on_drop(&self, event: &EventId, token: FencingToken) {
        self.release_on_drop_boxed(event, token);
    }
}

macro_rules! delegate_to_pointee {
    ($($pointer:ty),*) => {$(
        impl<S: DedupStore + ?Sized> DedupStore for $pointer {
            type Error = S::Error;

            async fn claim(&self, event: &EventId) -> Result<Claim, S::Error> {
                (**self).claim(event).await
            }

            async fn finish(&self, event: &EventId) -> Result<(), S::Error> {
                (**self).finish(event).await
            }

            async fn release(&self, event: &EventId, token: FencingToken) -> Result<(), S::Error> {
                (**self).release(event, token).await
            }

            fn release_on_drop(&self, event: &EventId, token: FencingToken) {
                (**self).release_on_drop(event, token);
            }
        }
    )*};
}

delegate_to_pointee!(&S, Arc<S>, Box<S>);
