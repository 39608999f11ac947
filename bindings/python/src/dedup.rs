//! Core's memory store of claims on events.

use crate::errors;
use linq_core::webhook::{self, FencingToken};
use pyo3::prelude::*;
use std::num::NonZeroUsize;

/// The claims of one process on events: remembers the last so many, 10,000 by default.
///
/// `deduplicate` does with it what most receivers need. The oldest is forgotten first, so let the capacity be as many
/// events as can come in 30 minutes, for so long Linq retries.
#[pyclass(frozen, module = "linq_client.webhooks")]
#[derive(Default)]
pub(crate) struct MemoryDedupStore {
    store: webhook::MemoryDedupStore,
}

/// The state of an event at the time of a claim, and the claim's token if it is the first.
#[pyclass(frozen, get_all, module = "linq_client.webhooks")]
pub(crate) struct Claim {
    /// `"first"`: the event is the caller's to handle; `"running"`: another claim holds it, and may still fail; `"done"`:
    /// it has been handled.
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

    /// Claims an event, or reports who has it. Of several threads, one is the first.
    fn claim(&self, event_id: &str) -> Claim {
        let (state, token) = match self.store.claim(&event_id.into()) {
            webhook::Claim::First(token) => ("first", Some(token.0)),
            webhook::Claim::Running => ("running", None),
            webhook::Claim::Done => ("done", None),
        };
        Claim { state, token }
    }

    /// Marks an event as handled, whichever claim that was under.
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
