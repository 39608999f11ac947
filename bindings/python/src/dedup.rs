//! The in-memory store of claims on webhook events.

use crate::errors;
use linq_core::webhook::{self, FencingToken};
use pyo3::prelude::*;
use std::num::NonZeroUsize;

/// An in-memory store of claims on webhook events, for the receivers of one process.
///
/// It stores `capacity` events, 10,000 by default, and evicts the oldest first. The capacity should be at least the
/// number of events in 30 minutes, the period in which Linq retries a delivery. Most receivers only need `deduplicate`.
#[pyclass(frozen, module = "linq_client.webhooks")]
#[derive(Default)]
pub(crate) struct MemoryDedupStore {
    store: webhook::MemoryDedupStore,
}

/// The result of a claim: the state of the event, and the claim's token if it is the first.
#[pyclass(frozen, get_all, module = "linq_client.webhooks")]
pub(crate) struct Claim {
    /// `"first"`: the caller handles the event; `"running"`: another delivery of it is being
    /// handled and may still fail; `"done"`: it has been handled.
    state: &'static str,
    /// The token of this claim, for `release`; `None` unless the state is `"first"`.
    token: Option<u64>,
}

#[pymethods]
impl MemoryDedupStore {
    #[new]
    #[pyo3(signature = (capacity = None))]
    fn new(py: Python<'_>, capacity: Option<usize>) -> PyResult<Self> {
        let Some(capacity) = capacity else {
            return Ok(Self::default());
        };
        let capacity = NonZeroUsize::new(capacity)
            .ok_or_else(|| errors::invalid(py, "capacity", "must be at least 1"))?;
        Ok(Self {
            store: webhook::MemoryDedupStore::with_capacity(capacity),
        })
    }

    /// Claims an event, or returns the state of the claim on it. Of concurrent callers, exactly one is the first.
    fn claim(&self, event_id: &str) -> Claim {
        let (state, token) = match self.store.claim(&event_id.into()) {
            webhook::Claim::First(token) => ("first", Some(token.0)),
            webhook::Claim::Running => ("running", None),
            webhook::Claim::Done => ("done", None),
        };
        Claim { state, token }
    }

    /// Marks an event as handled, regardless of the claim's token.
    fn finish(&self, event_id: &str) {
        self.store.finish(&event_id.into());
    }

    /// Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
    /// claimed under another token.
    fn release(&self, event_id: &str, token: u64) {
        self.store.release(&event_id.into(), FencingToken(token));
    }
}

#[pymethods]
impl Claim {
    fn __repr__(&self) -> String {
        let token = self.token.map_or("None".to_owned(), |it| it.to_string());
        format!("Claim(state='{}', token={token})", self.state)
    }
}
