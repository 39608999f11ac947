//! Events for `tracing`, without contents.

use crate::{
    entry::{EntryId, Outcome, State},
    store::{Progress, StoreError, Update},
};

/// Traces progress that was recorded.
pub(crate) fn progress(update: &Update) {
    match &update.progress {
        Progress::Finished {
            state: State::Sent,
            outcome,
            ..
        } => sent(update.id, outcome),
        Progress::Finished { state, outcome, .. } => not_sent(update.id, *state, outcome),
        Progress::Retry { outcome, .. } => retry(update.id, outcome),
        Progress::Prepared { .. } => {}
    }
}

#[cfg(feature = "tracing")]
mod events {
    use super::{EntryId, Outcome, State, StoreError};
    use tracing::{debug, error, info, warn};

    pub(crate) fn sent(id: EntryId, outcome: &Outcome) {
        let trace_id = outcome.trace_id.as_deref();
        info!(target: "linq", entry = id.get(), trace_id, "sent an entry of the outbox");
    }

    pub(crate) fn not_sent(id: EntryId, state: State, outcome: &Outcome) {
        let Outcome { status, code, .. } = *outcome;
        let (state, trace_id) = (state.name(), outcome.trace_id.as_deref());
        warn!(target: "linq", entry = id.get(), state, status, code, trace_id, "an entry of the outbox was not sent");
    }

    pub(crate) fn retry(id: EntryId, outcome: &Outcome) {
        let Outcome { status, code, .. } = *outcome;
        let trace_id = outcome.trace_id.as_deref();
        debug!(target: "linq", entry = id.get(), status, code, trace_id, "an entry of the outbox is retried later");
    }

    pub(crate) fn lease_lost(id: EntryId) {
        warn!(target: "linq", entry = id.get(), "the lease of an entry of the outbox ended while it was being sent");
    }

    pub(crate) fn store_failed(problem: &StoreError) {
        error!(target: "linq", %problem, "the store of the outbox failed");
    }
}

#[cfg(not(feature = "tracing"))]
mod events {
    use super::{EntryId, Outcome, State, StoreError};

    pub(crate) fn sent(_: EntryId, _: &Outcome) {}
    pub(crate) fn not_sent(_: EntryId, _: State, _: &Outcome) {}
    pub(crate) fn retry(_: EntryId, _: &Outcome) {}
    pub(crate) fn lease_lost(_: EntryId) {}
    pub(crate) fn store_failed(_: &StoreError) {}
}

pub(crate) use events::{lease_lost, store_failed};
use events::{not_sent, retry, sent};
