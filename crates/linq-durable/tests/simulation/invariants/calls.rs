//! Checks of what is sent, and of what the server does with it.

use super::Invariants;
use crate::{
    clock::Time,
    server::{Accepted, OPTED_OUT},
};
use linq_core::{Error, error::ErrorCode};
use linq_durable::{EntryId, State, store::Fence};
use std::time::{Duration, SystemTime};

impl Invariants {
    /// Checks the start of a call, and returns the fencing token of its claim.
    pub(crate) fn started(&mut self, id: EntryId, now: Time, wall: SystemTime) -> Option<Fence> {
        let known = self.known.get_mut(&id)?;
        let fence = known.fence;
        let has_lease = known.claim.as_ref().is_some_and(|claim| claim.until > wall);
        let since = known.attempted_since;
        let age = since.map(|since| wall.duration_since(since).unwrap_or_default());
        let is_late = age.is_some_and(|age| age >= self.run.retry_period());
        let failed_at = known.failed_at.take().filter(|_| !self.has_clock_jumps);
        let backoff = Duration::from_secs(1).mul_f64(0.75);
        let is_early = failed_at.is_some_and(|failed_at| now < failed_at + backoff);
        // Set back, the clock makes a lease longer than it was.
        let has_lease = has_lease || self.has_clock_jumps;
        self.require(has_lease, id, "started without a lease");
        self.require(!is_late, id, "retried after the time in which that is safe");
        self.require(!is_early, id, "retried without a backoff");
        fence
    }

    /// Checks a request that is being sent.
    pub(crate) fn sending(&mut self, id: EntryId, fence: Option<Fence>, now: Time) {
        let Some(known) = self.known.get_mut(&id).filter(|known| known.fence == fence) else {
            return;
        };
        let wait_until = known.wait_until.take().filter(|_| !self.has_clock_jumps);
        let is_early = wait_until.is_some_and(|wait_until| now < wait_until);
        self.require(
            !is_early,
            id,
            "sent before the time that the server asked for",
        );
    }

    /// Records what a process learned from an attempt.
    pub(crate) fn attempted(
        &mut self,
        id: EntryId,
        fence: Option<Fence>,
        may_have_taken_effect: bool,
        wait_until: Option<Time>,
    ) {
        let Some(known) = self.known.get_mut(&id) else {
            return;
        };
        if may_have_taken_effect {
            known.may_have_been_sent = true;
            let at = known.claim.as_ref().map(|claim| claim.at);
            known.attempted_since = known.attempted_since.or(at);
        }
        if known.fence == fence {
            known.wait_until = wait_until;
        }
    }

    /// Records the result of a call.
    pub(crate) fn finished(
        &mut self,
        id: EntryId,
        fence: Option<Fence>,
        error: Option<&Error>,
        now: Time,
    ) {
        let Some(known) = self.known.get_mut(&id) else {
            return;
        };
        let status = error.and_then(|error| Some(error.as_api()?.status().as_u16()));
        let code = error.and_then(Error::code).map_or(0, ErrorCode::number);
        known.had_not_found |= code == 2002;
        known.had_definite_failure |=
            error.is_some_and(|error| !error.is_retryable()) && status != Some(401);
        let has_backoff = match error {
            None | Some(Error::RateLimited(_)) => false,
            Some(_) => status != Some(401),
        };
        if known.fence == fence {
            known.failed_at = has_backoff.then_some(now);
        }
    }

    /// Checks a message that the server sends to its recipients.
    pub(crate) fn executed(&mut self, accepted: &Accepted) {
        self.coverage.executed += 1;
        let number = (accepted.text.split(' ').nth(1)).and_then(|number| number.parse().ok());
        let mut known = self.known.iter();
        let found = known.find(|(_, known)| Some(known.message.number) == number);
        let Some((id, known)) = found else {
            return self.fail(None, "a message was sent that was never enqueued");
        };
        let (id, text) = (*id, &accepted.text);
        let is_loose = known.was_uncertain || known.is_misled;
        let problem = if known.is_executed && !is_loose {
            Some("sent twice")
        } else if known.message.key != accepted.key {
            Some("sent under another key")
        } else if known.message.text != *text && !is_loose {
            Some("sent in an old form")
        } else if text.contains(OPTED_OUT) {
            Some("sent although it was rejected")
        } else if known.entry.state != State::Sending && !is_loose {
            Some("sent while it was not being sent")
        } else if known.is_deleted && !is_loose {
            Some("sent after it was deleted")
        } else {
            None
        };
        let others = self.known.range(..id).map(|(_, known)| known);
        let ordering_key = &known.message.ordering_key;
        let mut earlier = others.filter(|other| other.message.ordering_key == *ordering_key);
        let is_overtaking = earlier.any(|other| {
            !other.is_deleted
                && !other.is_executed
                && other.entry.state.is_pending()
                && other.pending_since < known.head_since
        });
        if let Some(problem) = problem {
            self.fail(Some(id), problem);
        }
        self.require(!is_overtaking || is_loose, id, "sent before an earlier one");
        self.known.get_mut(&id).expect("a known entry").is_executed = true;
    }

    /// Records that the server responded 503 although it accepted the message.
    pub(crate) fn misled(&mut self, key: &str) {
        let id = self.by_key.get(key);
        if let Some(known) = id.and_then(|id| self.known.get_mut(id)) {
            known.is_misled = true;
        }
    }
}
