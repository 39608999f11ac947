//! Handling an event once, though it is delivered at least once.

use super::{Claim, DedupStore, FencingToken};
use crate::id::EventId;

/// Handles an event unless it has been handled, or is being handled, already.
///
/// `work` is not begun for a duplicate. If it fails, is dropped halfway (a client that hangs up ends
/// its request in most servers) or panics, the claim is released, so that the next delivery is
/// handled. If it outlives its claim ([`DedupStore`]) and succeeds, the event is done nevertheless.
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
    let unfinished = Unfinished {
        store,
        event,
        token,
    };
    let done = work.await;
    // It ended, so there is nothing to abandon.
    std::mem::forget(unfinished);
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

/// Abandons the claim when it is dropped.
struct Unfinished<'a, S: DedupStore + ?Sized> {
    store: &'a S,
    event: &'a EventId,
    token: FencingToken,
}

impl<S: DedupStore + ?Sized> Drop for Unfinished<'_, S> {
    fn drop(&mut self) {
        self.store.abandon(self.event, self.token);
    }
}

/// The outcome of [`deduplicate`].
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

/// Why [`deduplicate`] handled nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum DedupError<E, S> {
    /// The work failed, and the claim was released.
    #[error(transparent)]
    Work(E),
    /// The store failed, and nothing was done.
    #[error("the deduplication store failed: {0}")]
    Store(S),
}
