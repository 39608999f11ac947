use super::{
    Advanced, ClaimRequest, Claimed, Edit, Fence, Inserted, Lookup, NewEntry, Progress, Store,
    StoreError, Update,
};
use crate::entry::{Entry, EntryId, Outcome, State};
use std::{
    collections::{BTreeMap, HashMap},
    fmt, iter,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

/// A store in memory, for tests and simulations. It does not survive the process.
#[derive(Default)]
pub struct MemoryStore(Mutex<Rows>);

#[derive(Default)]
struct Rows {
    last: i64,
    by_id: BTreeMap<EntryId, Row>,
    by_key: HashMap<String, EntryId>,
}

struct Row {
    entry: Entry,
    fence: Fence,
    /// True if later entries with the ordering key wait for this one.
    holds_back: bool,
}

impl MemoryStore {
    /// Creates an empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn rows(&self) -> MutexGuard<'_, Rows> {
        // A panic cannot leave rows in an inconsistent state: nothing that follows a change panics.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn insert(&self, new: &NewEntry, now: SystemTime) -> Result<Inserted, StoreError> {
        let mut rows = self.rows();
        let key = new.call.idempotency_key();
        if let Some(row) = rows.by_key.get(key).and_then(|id| rows.by_id.get(id)) {
            return Ok(Inserted::Existing(Box::new(row.entry.clone())));
        }
        rows.last += 1;
        let id = EntryId::new(rows.last);
        let entry = Entry {
            id,
            call: new.call.clone(),
            ordering_key: new.ordering_key.clone(),
            state: State::Queued,
            attempts: 0,
            created_at: now,
            ready_at: None,
            attempted_at: None,
            finished_at: None,
            outcome: Outcome::default(),
        };
        rows.by_key.insert(key.to_owned(), id);
        let row = Row {
            entry,
            fence: Fence(0),
            holds_back: true,
        };
        rows.by_id.insert(id, row);
        rows.promote(&new.ordering_key, now);
        Ok(Inserted::New(id))
    }

    fn advance(
        &self,
        updates: &[Update],
        claim: Option<&ClaimRequest>,
        now: SystemTime,
    ) -> Result<Advanced, StoreError> {
        let mut rows = self.rows();
        let applied = updates.iter().map(|update| rows.apply(update, now));
        let mut advanced = Advanced {
            applied: applied.collect(),
            ..Advanced::default()
        };
        if let Some(request) = claim {
            advanced.claimed = rows.claim(request, now);
            let claimed: Vec<_> = advanced
                .claimed
                .iter()
                .map(|claimed| claimed.entry.id)
                .collect();
            let others = rows.by_id.values().map(|row| &row.entry);
            advanced.next_ready_at = others
                .filter(|entry| !claimed.contains(&entry.id))
                .filter_map(|entry| entry.ready_at)
                .min();
        }
        Ok(advanced)
    }

    fn get(&self, key: Lookup<'_>) -> Result<Option<Entry>, StoreError> {
        let rows = self.rows();
        let id = match key {
            Lookup::Id(id) => Some(id),
            Lookup::IdempotencyKey(key) => rows.by_key.get(key).copied(),
        };
        let row = id.and_then(|id| rows.by_id.get(&id));
        Ok(row.map(|row| row.entry.clone()))
    }

    fn list(
        &self,
        state: Option<State>,
        after: Option<EntryId>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let rows = self.rows();
        let entries = rows.by_id.values().map(|row| &row.entry);
        let listed = entries
            .filter(|entry| after.is_none_or(|after| entry.id > after))
            .filter(|entry| state.is_none_or(|state| entry.state == state));
        Ok(listed.take(limit).cloned().collect())
    }

    fn count(&self) -> Result<Vec<(State, u64)>, StoreError> {
        let rows = self.rows();
        let in_state = |state| {
            rows.by_id
                .values()
                .filter(move |row| row.entry.state == state)
        };
        let counts = State::ALL.map(|state| (state, in_state(state).count() as u64));
        Ok(counts.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    fn edit(&self, id: EntryId, edit: &Edit, now: SystemTime) -> Result<bool, StoreError> {
        let mut rows = self.rows();
        let Some(row) = rows.by_id.get_mut(&id) else {
            return Ok(false);
        };
        let entry = &mut row.entry;
        let is_allowed = match edit {
            Edit::Cancel => matches!(
                entry.state,
                State::Queued | State::Failed | State::Uncertain
            ),
            Edit::Replace(_) => entry.state == State::Queued,
            Edit::Retry => matches!(entry.state, State::Failed | State::Uncertain),
        };
        if !is_allowed {
            return Ok(false);
        }
        match edit {
            Edit::Cancel => {
                entry.state = State::Cancelled;
                entry.ready_at = None;
                entry.finished_at = Some(now);
                row.holds_back = false;
            }
            Edit::Replace(call) => entry.call = call.clone(),
            Edit::Retry => {
                entry.state = match entry.state {
                    State::Uncertain => State::Sending,
                    _ => State::Queued,
                };
                entry.finished_at = None;
                entry.attempted_at = None;
                entry.attempts = 0;
                row.holds_back = true;
                row.fence.0 += 1;
            }
        }
        let ordering_key = entry.ordering_key.clone();
        if matches!(edit, Edit::Retry) {
            rows.postpone_later(&ordering_key, id);
        }
        rows.promote(&ordering_key, now);
        Ok(true)
    }

    fn delete_finished(&self, before: SystemTime, limit: usize) -> Result<u64, StoreError> {
        let mut rows = self.rows();
        let old = rows.by_id.values().filter(|row| {
            let finished_at = row.entry.finished_at;
            !row.holds_back && finished_at.is_some_and(|finished_at| finished_at < before)
        });
        let mut old: Vec<_> = old
            .map(|row| (row.entry.finished_at, row.entry.id))
            .collect();
        old.sort_unstable();
        old.truncate(limit);
        for (_, id) in &old {
            if let Some(row) = rows.by_id.remove(id) {
                rows.by_key.remove(row.entry.call.idempotency_key());
            }
        }
        Ok(old.len() as u64)
    }
}

impl Rows {
    /// Makes a later entry that has not been tried wait for the one that is retried.
    fn postpone_later(&mut self, ordering_key: &str, retried: EntryId) {
        let later = self.by_id.values_mut().map(|row| &mut row.entry);
        let untried = later.filter(|entry| {
            let is_untried = entry.state == State::Queued && entry.attempts == 0;
            is_untried && entry.id > retried && entry.ordering_key == ordering_key
        });
        for entry in untried {
            entry.ready_at = None;
        }
    }

    /// Makes the first entry that is waiting ready, unless another one with its ordering key is ready or being
    /// sent.
    fn promote(&mut self, ordering_key: &str, now: SystemTime) {
        let mut waiting = (self.by_id.values_mut())
            .filter(|row| row.holds_back && row.entry.ordering_key == ordering_key);
        let Some(first) = waiting.next() else { return };
        let is_head_taken =
            first.entry.ready_at.is_some() || waiting.any(|row| row.entry.ready_at.is_some());
        if first.entry.state.is_pending() && !is_head_taken {
            first.entry.ready_at = Some(now);
        }
    }

    fn apply(&mut self, update: &Update, now: SystemTime) -> bool {
        let row = self.by_id.get_mut(&update.id);
        let Some(row) =
            row.filter(|row| row.fence == update.fence && row.entry.state == State::Sending)
        else {
            return false;
        };
        let entry = &mut row.entry;
        match &update.progress {
            Progress::Prepared { call, lease_until } => {
                entry.call = call.clone();
                entry.ready_at = Some(*lease_until);
            }
            Progress::Retry {
                at,
                attempted_at,
                outcome,
            } => {
                entry.ready_at = Some(*at);
                entry.attempted_at = *attempted_at;
                entry.outcome = outcome.clone();
                if attempted_at.is_none() {
                    entry.state = State::Queued;
                }
                // The next claim increments it again; until then, no update of this claim is valid.
                row.fence.0 += 1;
            }
            Progress::Finished {
                state,
                outcome,
                holds_back,
            } => {
                entry.state = *state;
                entry.ready_at = None;
                entry.finished_at = Some(now);
                entry.outcome = outcome.clone();
                row.holds_back = *holds_back;
                let ordering_key = entry.ordering_key.clone();
                self.promote(&ordering_key, now);
            }
        }
        true
    }

    fn claim(&mut self, request: &ClaimRequest, now: SystemTime) -> Vec<Claimed> {
        let (far, lease_until) = (later(now, request.horizon), later(now, request.lease));
        let ready = (self.by_id.values()).filter_map(|row| {
            let ready_at = row.entry.ready_at?;
            let is_ready = ready_at <= now || ready_at > far;
            is_ready.then_some((ready_at, row.entry.id))
        });
        let mut ready: Vec<_> = ready.collect();
        ready.sort_unstable();
        ready.truncate(request.limit);
        let claim = |(_, id)| {
            let row = self.by_id.get_mut(&id)?;
            row.fence.0 += 1;
            let state_before = row.entry.state;
            let attempted_before = row.entry.attempted_at;
            row.entry.state = State::Sending;
            row.entry.ready_at = Some(lease_until);
            row.entry.attempts += 1;
            // Not in the future, if the clock was set back.
            row.entry.attempted_at = Some(attempted_before.map_or(now, |at| at.min(now)));
            Some(Claimed {
                entry: row.entry.clone(),
                fence: row.fence,
                state_before,
                attempted_before,
            })
        };
        ready.into_iter().filter_map(claim).collect()
    }
}

/// Returns the time after `duration`, or the latest that can be represented within a factor of two.
fn later(time: SystemTime, duration: Duration) -> SystemTime {
    let mut shorter = iter::successors(Some(duration), |duration| Some(*duration / 2));
    shorter
        .find_map(|duration| time.checked_add(duration))
        .unwrap_or(time)
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore")
            .field("entries", &self.rows().by_id.len())
            .finish()
    }
}
