//! Deduplication of events, which are delivered at least once.

use super::{Claim, DedupStore, FencingToken};
use crate::id::EventId;

/// Handles an event unless it is handled, or being handled, already.
///
/// `work` is not polled for a duplicate. If it fails, is dropped before it completes (most servers drop the
/// request when the client disconnects) or panics, the claim is released, so that the next delivery is
/// handled. If it succeeds after its claim has expired ([`DedupStore`]), the event is done nevertheless.
///
/// ```
/// use linq_core::webhook::{DedupError, Deduplicated, Event, MemoryDedupStore, deduplicate};
/// use http::StatusCode;
///
/// async fn hook(store: &MemoryDedupStore, event: Event) -> StatusCode {
///     match deduplicate(store, &event.event_id, handle(&event)).await {
///         Ok(Deduplicated::Handled(()) | Deduplicated::Duplicate) => StatusCode::NO_CONTENT,
///         Ok(Deduplicated::Running) => StatusCode::SERVICE_UNAVAILABLE, // let Linq retry later
///         Err(DedupError::Work(problem)) => { eprintln!("{problem}"); StatusCode::INTERNAL_SERVER_ERROR }
///         Err(DedupError::Store(never)) => match never {},
///     }
/// }
/// # async fn handle(event: &Event) -> Result<(), String> { Ok(()) }
/// ```
///
/// # Errors
///
/// [`DedupError::Store`] if the event could not be claimed, [`DedupError::Work`] if the work failed: respond
/// to both with a 5xx status, and Linq redelivers the event. Errors of the store after the work are
/// ignored, since they do not change the outcome of the work.
pub async fn deduplicate<S: DedupStore + ?Sized, T, E>(
    store: &S,
    event: &EventId,
    work: impl Future<Output = Result<T, E>>,
) -> Result<Deduplicated<T>, DedupError<E, S::Error>> {
    let token = match store.claim(event).await.map_err(DedupError::Store)? {
        Claim::First(token) => token,
        Claim::Running => return Ok(Deduplicated::Running),
        Claim::Done => return Ok(Deduplicated::Duplicate),
    };
    let guard = ClaimGuard {
        store,
        event,
        token,
    };
    let done = work.await;
    // The work completed: the claim is finished or released below.
    std::mem::forget(guard);
    match done {
        Ok(value) => {
            let _ = store.finish(event).await;
            Ok(Deduplicated::Handled(value))
        }
        Err(error) => {
            let _ = store.release(event, token).await;
            Err(DedupError::Work(error))
        }
    }
}

/// Releases the claim when it is dropped.
struct ClaimGuard<'a, S: DedupStore + ?Sized> {
    store: &'a S,
    event: &'a EventId,
    token: FencingToken,
}

impl<S: DedupStore + ?Sized> Drop for ClaimGuard<'_, S> {
    fn drop(&mut self) {
        self.store.release_on_drop(self.event, self.token);
    }
}

/// The outcome of [`deduplicate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deduplicated<T> {
    /// The first delivery, which has been handled.
    Handled(T),
    /// The event had been handled before: respond with a 2xx status.
    Duplicate,
    /// An earlier delivery is still being handled, and may fail: respond with 503, and Linq delivers the event
    /// again.
    Running,
}

/// The error of [`deduplicate`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DedupError<E, S> {
    /// The work failed, and the claim was released.
    #[error(transparent)]
    Work(E),
    /// The store failed, and the work was not started.
    #[error("the deduplication store failed: {0}")]
    Store(S),
}
