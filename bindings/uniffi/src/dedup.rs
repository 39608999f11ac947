use crate::LinqError;
use linq_core::{
    error::InvalidArgument,
    webhook::{self, FencingToken},
};
use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::Arc,
};

/// Core's memory store of claims on events.
#[derive(Debug, uniffi::Object)]
pub struct MemoryDedupStore {
    store: webhook::MemoryDedupStore,
}

/// The state of an event at the time of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Claim {
    /// It was unclaimed, and is now claimed under this token.
    First {
        /// What `release` takes.
        token: u64,
    },
    /// Another claim holds it, and may still fail.
    Running,
    /// It has been handled.
    Done,
}

#[uniffi::export]
impl MemoryDedupStore {
    /// Remembers `capacity` events, or as many as core does by default.
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

    /// Claims an event, or reports who has it.
    #[must_use]
    pub fn claim(&self, event_id: &str) -> Claim {
        match self.store.claim(&event_id.into()) {
            webhook::Claim::First(token) => Claim::First { token: token.0 },
            webhook::Claim::Running => Claim::Running,
            webhook::Claim::Done => Claim::Done,
        }
    }

    /// Marks an event as handled, whichever claim that was under.
    pub fn finish(&self, event_id: &str) {
        self.store.finish(&event_id.into());
    }

    /// Releases the claim with this token, unless the event is done, or claimed under another token.
    pub fn release(&self, event_id: &str, token: u64) {
        self.store.release(&event_id.into(), FencingToken(token));
    }
}
