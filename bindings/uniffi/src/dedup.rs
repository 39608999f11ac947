use crate::LinqError;
use linq_core::{
    error::InvalidArgument,
    webhook::{self, FencingToken},
};
use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::Arc,
};

/// In-memory store of the claims on webhook events.
#[derive(Debug, uniffi::Object)]
pub struct MemoryDedupStore {
    store: webhook::MemoryDedupStore,
}

/// The state of an event at the time of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Claim {
    /// It was unclaimed, and is now claimed under this token.
    First {
        /// Fencing token, for `release`.
        token: u64,
    },
    /// Another delivery of it is being handled, and may still fail.
    Running,
    /// It has been handled.
    Done,
}

#[uniffi::export]
impl MemoryDedupStore {
    /// Creates a store of up to `capacity` events, 10,000 by default. The oldest is evicted first.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` if the capacity is 0.
    #[uniffi::constructor]
    pub fn new(capacity: Option<u32>) -> Result<Arc<Self>, LinqError> {
        let store = match capacity {
            None => webhook::MemoryDedupStore::default(),
            Some(capacity) => {
                let capacity = NonZeroU32::new(capacity)
                    .and_then(|capacity| NonZeroUsize::try_from(capacity).ok())
                    .ok_or_else(|| InvalidArgument::new("capacity", "must be at least 1"))?;
                webhook::MemoryDedupStore::with_capacity(capacity)
            }
        };
        Ok(Arc::new(Self { store }))
    }

    /// Claims an event, or returns the state of the claim on it.
    #[must_use]
    pub fn claim(&self, event_id: &str) -> Claim {
        match self.store.claim(&event_id.into()) {
            webhook::Claim::First(token) => Claim::First { token: token.0 },
            webhook::Claim::Running => Claim::Running,
            webhook::Claim::Done => Claim::Done,
        }
    }

    /// Marks an event as handled, regardless of the claim's token.
    pub fn finish(&self, event_id: &str) {
        self.store.finish(&event_id.into());
    }

    /// Releases the claim with this token. Does nothing if the event is done, or claimed under another token.
    pub fn release(&self, event_id: &str, token: u64) {
        self.store.release(&event_id.into(), FencingToken(token));
    }
}
