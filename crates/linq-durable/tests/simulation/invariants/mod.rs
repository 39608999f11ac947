//! What must hold at any time: the promises of the outbox, checked from outside.

mod calls;
mod claims;

use crate::{clock::Time, coverage::Coverage, scenario::Run};
use linq_durable::{
    Entry, EntryId, State,
    store::{Fence, Lookup, MemoryStore, Store as _},
};
use std::{collections::BTreeMap, time::SystemTime};

/// A message that the application enqueued.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) number: usize,
    pub(crate) text: String,
    pub(crate) key: String,
    pub(crate) ordering_key: String,
}

/// Why entries have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    Application,
    Run,
}

pub(crate) struct Invariants {
    run: Run,
    has_clock_jumps: bool,
    pub(crate) known: BTreeMap<EntryId, Known>,
    by_key: BTreeMap<String, EntryId>,
    /// Number of changes of the store so far.
    changes: u64,
    pub(crate) coverage: Coverage,
    pub(crate) violation: Option<String>,
}

/// What is known about an entry.
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub(crate) struct Known {
    pub(crate) message: Message,
    entry: Entry,
    is_deleted: bool,
    fence: Option<Fence>,
    claim: Option<Claim>,
    /// Change at which it was enqueued, or queued again.
    pending_since: u64,
    /// Change at which it became the head.
    head_since: u64,
    /// True if an attempt may have taken effect, and the time of its claim.
    may_have_been_sent: bool,
    attempted_since: Option<SystemTime>,
    is_executed: bool,
    was_uncertain: bool,
    /// True if the server broke its promise that a 503 means that nothing was done.
    is_misled: bool,
    /// Time until which the server asked to wait.
    wait_until: Option<Time>,
    /// Time of the last failure after which there must be a backoff.
    failed_at: Option<Time>,
    had_definite_failure: bool,
    had_not_found: bool,
}

struct Claim {
    fence: Fence,
    at: SystemTime,
    until: SystemTime,
}

impl Invariants {
    pub(crate) fn new(run: Run, has_clock_jumps: bool) -> Self {
        Self {
            run,
            has_clock_jumps,
            known: BTreeMap::new(),
            by_key: BTreeMap::new(),
            changes: 0,
            coverage: Coverage::default(),
            violation: None,
        }
    }

    pub(crate) fn fail(&mut self, id: Option<EntryId>, problem: impl Into<String>) {
        let problem = problem.into();
        self.violation.get_or_insert_with(|| match id {
            Some(id) => format!("entry {id}: {problem}"),
            None => problem,
        });
    }

    fn require(&mut self, holds: bool, id: EntryId, problem: &str) {
        if !holds {
            self.fail(Some(id), problem);
        }
    }

    /// Records an entry that was enqueued.
    pub(crate) fn enqueued(&mut self, store: &MemoryStore, id: EntryId, message: Message) {
        self.changes += 1;
        let Ok(Some(mut entry)) = store.get(Lookup::Id(id)) else {
            return self.fail(Some(id), "enqueued, but not stored");
        };
        entry.ready_at = None;
        self.require(entry.state == State::Queued, id, "enqueued, but not queued");
        self.by_key.insert(message.key.clone(), id);
        let ordering_key = message.ordering_key.clone();
        let known = Known {
            message,
            entry,
            is_deleted: false,
            fence: None,
            claim: None,
            pending_since: self.changes,
            head_since: 0,
            may_have_been_sent: false,
            attempted_since: None,
            is_executed: false,
            was_uncertain: false,
            is_misled: false,
            wait_until: None,
            failed_at: None,
            had_definite_failure: false,
            had_not_found: false,
        };
        self.known.insert(id, known);
        self.refresh(store, &ordering_key, Cause::Application);
    }

    /// Records that the application has changed an entry.
    pub(crate) fn edited(&mut self, store: &MemoryStore, id: EntryId, text: Option<String>) {
        self.changes += 1;
        let Some(known) = self.known.get_mut(&id) else {
            return;
        };
        if let Some(text) = text {
            known.message.text = text;
        }
        let ordering_key = known.message.ordering_key.clone();
        self.refresh(store, &ordering_key, Cause::Application);
    }

    /// Records that finished entries were deleted.
    pub(crate) fn deleted(&mut self, store: &MemoryStore, before: SystemTime) {
        self.changes += 1;
        for id in self.known.keys().copied().collect::<Vec<_>>() {
            let is_there = matches!(store.get(Lookup::Id(id)), Ok(Some(_)));
            let known = self.known.get_mut(&id).expect("a known entry");
            if known.is_deleted || is_there {
                continue;
            }
            known.is_deleted = true;
            let finished_at = known.entry.finished_at;
            let is_old = finished_at.is_some_and(|finished_at| finished_at < before);
            let is_finished = !known.entry.state.is_pending() && is_old;
            self.coverage.deleted += 1;
            self.require(is_finished, id, "deleted, but not finished before");
        }
    }

    /// Compares the entries with an ordering key with what they were.
    fn refresh(&mut self, store: &MemoryStore, ordering_key: &str, cause: Cause) {
        let ids = self
            .known
            .iter()
            .filter(|(_, known)| !known.is_deleted && known.message.ordering_key == ordering_key);
        let ids: Vec<_> = ids.map(|(id, _)| *id).collect();
        let mut ready = 0;
        let mut first = None;
        for id in ids {
            let Ok(Some(entry)) = store.get(Lookup::Id(id)) else {
                self.fail(Some(id), "lost");
                continue;
            };
            if entry.ready_at.is_some() {
                ready += 1;
                self.require(entry.state.is_pending(), id, "finished, but ready");
            }
            let holds_back = self.run.failures_hold_back
                && matches!(entry.state, State::Failed | State::Uncertain);
            if first.is_none() && (holds_back || entry.state.is_pending()) {
                first = Some((id, entry.state));
            }
            self.changed(id, entry, cause);
        }
        match first {
            Some((id, state)) if state.is_pending() => {
                self.require(ready > 0, id, "first of its ordering key, but not ready");
            }
            Some((id, _)) => {
                self.require(
                    ready == 0,
                    id,
                    "holds back others, but one of them is ready",
                );
            }
            None => {}
        }
        if ready > 1 {
            self.fail(
                None,
                format!("{ready} entries with {ordering_key} are ready"),
            );
        }
    }

    fn changed(&mut self, id: EntryId, entry: Entry, cause: Cause) {
        let changes = self.changes;
        let known = self.known.get_mut(&id).expect("a known entry");
        if known.entry.ready_at.is_none() && entry.ready_at.is_some() {
            known.head_since = changes;
        }
        let (before, after) = (known.entry.state, entry.state);
        known.entry = entry;
        if before == after {
            return;
        }
        match after {
            State::Uncertain => {
                known.was_uncertain = true;
                self.coverage.uncertain += 1;
            }
            State::Sent => self.coverage.sent += 1,
            State::Failed => self.coverage.failed += 1,
            State::Cancelled => self.coverage.cancelled += 1,
            _ => {}
        }
        let is_allowed = match (before, after) {
            (State::Queued | State::Failed | State::Uncertain, State::Cancelled) => {
                cause == Cause::Application
            }
            (State::Failed | State::Uncertain, after) if after.is_pending() => {
                known.pending_since = changes;
                known.attempted_since = None;
                known.failed_at = None;
                known.wait_until = None;
                cause == Cause::Application
            }
            (State::Queued, State::Sending)
            | (State::Sending, State::Queued | State::Sent | State::Failed | State::Uncertain) => {
                cause == Cause::Run
            }
            _ => false,
        };
        let problem = format!("{before} became {after} by the {cause:?}");
        self.require(is_allowed, id, &problem);
    }

    /// Returns the entries that are still to be sent and not held back.
    pub(crate) fn pending(&self) -> usize {
        let pending = self.known.values().filter(|known| {
            !known.is_deleted && known.entry.state.is_pending() && known.entry.ready_at.is_some()
        });
        pending.count()
    }

    /// Checks the end of the scenario.
    pub(crate) fn end(&mut self) {
        for id in self.known.keys().copied().collect::<Vec<_>>() {
            let known = &self.known[&id];
            let is_failed = known.entry.state == State::Failed && !known.was_uncertain;
            let is_cancelled = known.entry.state == State::Cancelled && !known.was_uncertain;
            if (is_failed || is_cancelled) && known.is_executed && !known.is_misled {
                self.fail(Some(id), "finished without being sent, but it was sent");
            }
        }
    }
}
