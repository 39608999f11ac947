use crate::store::StoreError;
use linq_core::error::{ApiError, InvalidArgument};

/// The error of [`Outbox::enqueue`](crate::Outbox::enqueue): nothing was stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EnqueueError {
    /// An argument of the call is invalid, or another call was enqueued under its idempotency key.
    #[error(transparent)]
    InvalidArgument(#[from] InvalidArgument),
    /// The entry could not be stored.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The error of [`Outbox::run`](crate::Outbox::run). No entry is lost: those that were being sent are sent again under
/// the same key, after their lease.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RunError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server rejected the API key (401). No entry fails.
    #[error("the API key was rejected")]
    Unauthorized(#[source] Box<ApiError>),
}
