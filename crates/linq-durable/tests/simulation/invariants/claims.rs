//! Checks of what runs record: claims and updates.

use super::{Cause, Claim, Invariants};
use crate::server::Server;
use linq_durable::{
    EntryId, State,
    store::{ClaimRequest, Claimed, MemoryStore, Progress, Update},
};
use std::time::SystemTime;

impl Invariants {
    /// Checks updates that a run has recorded.
    pub(crate) fn updated(
        &mut self,
        store: &MemoryStore,
        server: &Server,
        updates: &[Update],
        applied: &[bool],
        now: SystemTime,
    ) {
        self.changes += 1;
        for (update, is_applied) in updates.iter().zip(applied) {
            self.updated_one(store, server, update, *is_applied, now);
        }
    }

    /// Checks a claim.
    pub(crate) fn claimed(
        &mut self,
        store: &MemoryStore,
        request: &ClaimRequest,
        claimed: &[Claimed],
        now: SystemTime,
    ) {
        self.changes += 1;
        let ids: Vec<_> = claimed.iter().map(|claimed| claimed.entry.id).collect();
        self.check_selection(request, &ids, now);
        for claimed in claimed {
            self.claimed_one(claimed, request, now);
        }
        for id in ids {
            self.refresh_of(store, id);
        }
    }

    fn refresh_of(&mut self, store: &MemoryStore, id: EntryId) {
        if let Some(known) = self.known.get(&id).filter(|known| !known.is_deleted) {
            let ordering_key = known.message.ordering_key.clone();
            self.refresh(store, &ordering_key, Cause::Run);
        }
    }

    fn updated_one(
        &mut self,
        store: &MemoryStore,
        server: &Server,
        update: &Update,
        is_applied: bool,
        now: SystemTime,
    ) {
        let id = update.id;
        let Some(known) = self.known.get_mut(&id) else {
            return self.fail(Some(id), "unknown");
        };
        let is_valid = (known.claim.as_ref()).is_some_and(|claim| claim.fence == update.fence);
        if !is_applied {
            self.coverage.stale_updates += 1;
            return self.require(!is_valid, id, "an update of its claim was not applied");
        }
        if !is_valid {
            return self.fail(Some(id), "an update of an old claim was applied");
        }
        let attempted_at = known.entry.attempted_at;
        match &update.progress {
            Progress::Prepared { lease_until, .. } => {
                if let Some(claim) = &mut known.claim {
                    claim.until = *lease_until;
                }
            }
            Progress::Retry { .. } | Progress::Finished { .. } => known.claim = None,
        }
        self.refresh_of(store, id);
        let known = &self.known[&id];
        let outcome = &known.entry.outcome;
        match known.entry.state {
            State::Sent => {
                let accepted = server.accepted(&known.message.key);
                let has_ids = accepted.is_some_and(|accepted| {
                    let ids = (&outcome.message_id, &outcome.chat_id);
                    let (Some(message_id), Some(chat_id)) = ids else {
                        return false;
                    };
                    message_id.as_str() == accepted.message_id
                        && chat_id.as_str() == accepted.chat_id
                });
                let is_executed = known.is_executed;
                self.require(is_executed, id, "sent, but the server has not accepted it");
                self.require(has_ids, id, "sent, with other ids than the server's");
            }
            State::Failed => {
                let is_sound = !known.is_executed && !known.may_have_been_sent;
                let (is_misled, has_reason) = (known.is_misled, known.had_definite_failure);
                self.require(
                    is_sound || is_misled,
                    id,
                    "failed, but it may have been sent",
                );
                self.require(has_reason, id, "failed, but the server did not reject it");
            }
            State::Uncertain if !known.may_have_been_sent && !known.had_not_found => {
                self.fail(Some(id), "uncertain, but certainly not sent");
            }
            State::Uncertain => {
                let problem = outcome.problem.as_deref().unwrap_or_default();
                let age = attempted_at.map(|since| now.duration_since(since).unwrap_or_default());
                let has_reason = if problem.starts_with("no definite answer") {
                    age.is_some_and(|age| age >= self.run.retry_period())
                } else if problem.starts_with("the idempotency key") {
                    self.coverage.keys_not_found += 1;
                    known.had_not_found
                } else {
                    known.had_definite_failure
                };
                self.require(has_reason, id, "uncertain without a reason");
            }
            State::Queued if !known.is_misled => {
                let is_sound = !known.is_executed && !known.may_have_been_sent;
                self.require(is_sound, id, "queued, but it may have been sent");
            }
            _ => {}
        }
    }

    /// Checks that the entries that were ready first were claimed.
    fn check_selection(&mut self, request: &ClaimRequest, claimed: &[EntryId], now: SystemTime) {
        let ready = self.known.iter().filter_map(|(id, known)| {
            let ready_at = known.entry.ready_at.filter(|_| !known.is_deleted)?;
            let is_ready = ready_at <= now || ready_at > now + request.horizon;
            is_ready.then_some((ready_at, *id))
        });
        let mut ready: Vec<_> = ready.collect();
        ready.sort_unstable();
        let expected: Vec<_> = (ready.into_iter().take(request.limit))
            .map(|(_, id)| id)
            .collect();
        if expected != claimed {
            self.fail(
                None,
                format!("claimed {claimed:?} in place of {expected:?}"),
            );
        }
    }

    fn claimed_one(&mut self, claimed: &Claimed, request: &ClaimRequest, now: SystemTime) {
        let id = claimed.entry.id;
        let Some(known) = self.known.get_mut(&id) else {
            return self.fail(Some(id), "unknown");
        };
        let mut problem = None;
        if known.fence.is_some_and(|fence| claimed.fence <= fence) {
            problem = Some("its fence did not grow");
        }
        if let Some(claim) = known.claim.take() {
            if claim.until > now && claim.until <= now + request.horizon {
                problem = Some("claimed twice at the same time");
            }
            // The process that had it is dead, or slow.
            self.coverage.takeovers += 1;
            let has_file = known.entry.call.body().get().contains("file://");
            if !has_file {
                known.may_have_been_sent = true;
                known.attempted_since.get_or_insert(claim.at);
            }
            known.wait_until = None;
            known.failed_at = None;
        }
        known.fence = Some(claimed.fence);
        known.claim = Some(Claim {
            fence: claimed.fence,
            at: now,
            until: now + self.run.lease,
        });
        let (head_since, ordering_key) = (known.head_since, known.message.ordering_key.clone());
        let others = self.known.range(..id).map(|(_, known)| known);
        let mut earlier = others.filter(|other| other.message.ordering_key == ordering_key);
        let is_overtaken = earlier.any(|other| {
            !other.is_deleted && other.entry.state.is_pending() && other.pending_since < head_since
        });
        if is_overtaken {
            problem = Some("claimed before an earlier entry");
        }
        if let Some(problem) = problem {
            self.fail(Some(id), problem);
        }
    }
}
