//! The state machine of a run: which entries to claim, what to do with them, and when.

use crate::{
    delivery,
    entry::{EntryId, State},
    error::RunError,
    files,
    options::RunOptions,
    store::{Advanced, ClaimRequest, Claimed, Progress, StoreError, Update},
    trace,
};
use linq_core::{
    Error,
    stored_call::{Receipt, StoredCall},
    upload::Uploaded,
};
use std::{
    collections::{HashMap, VecDeque},
    mem,
    path::PathBuf,
    time::{Duration, SystemTime},
};

/// The state machine of [`Outbox::run`](crate::Outbox::run), for drivers of your own.
///
/// **The driver's contract:** do what [`command`](Self::command) returns, until [`Command::Done`]. After
/// [`Command::Advance`], call [`advanced`](Self::advanced) with the result. Begin a [`Command::Start`], without waiting
/// for it, and pass its result to [`finished`](Self::finished) as soon as it is there. During [`Command::Wait`], wait for
/// the time, for a result, or for [`wake`](Self::wake), whatever comes first. `now` is always the current time.
#[derive(Debug)]
pub struct Dispatcher {
    options: RunOptions,
    rng: fastrand::Rng,
    in_flight: HashMap<EntryId, InFlight>,
    /// Entries whose next job is to be started.
    to_start: VecDeque<EntryId>,
    /// Updates to record, and those that are being recorded.
    updates: Vec<Update>,
    recording: Vec<Update>,
    /// Claim that is being made.
    claiming: Option<ClaimRequest>,
    /// Time of the next claim; `None` for at once.
    claim_at: Option<SystemTime>,
    /// True if the last claim found nothing that is ready now or later.
    is_drained: bool,
    is_stopping: bool,
    /// True if the last updates could not be recorded.
    has_store_failed: bool,
    /// Time until which a store that is locked by another process is left alone.
    locked_until: Option<SystemTime>,
    error: Option<RunError>,
    summary: RunSummary,
}

/// The next command for a driver, which has to handle all of them; so it is exhaustive.
#[derive(Debug)]
pub enum Command {
    /// Call [`Store::advance`](crate::store::Store::advance) with these.
    Advance {
        /// Updates.
        updates: Vec<Update>,
        /// Claim.
        claim: Option<ClaimRequest>,
    },
    /// Begin this.
    Start(Job),
    /// Wait until this time, for a result, or for [`Dispatcher::wake`]; without a time, for one of the latter.
    Wait(Option<SystemTime>),
    /// The run is over.
    Done(Result<RunSummary, RunError>),
}

/// A task to begin for an entry.
#[derive(Debug)]
#[non_exhaustive]
pub struct Job {
    /// Identifier of the entry.
    pub id: EntryId,
    /// The task.
    pub task: Task,
    /// Maximum time, retries included.
    pub deadline: Duration,
}

/// A task of an entry.
#[derive(Debug)]
pub enum Task {
    /// Upload this file.
    Upload(PathBuf),
    /// Send this call.
    Call(Box<StoredCall>),
}

/// The result of a [`Task`].
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // short-lived: destructured as soon as it is returned
pub enum TaskResult {
    /// Result of [`Task::Upload`].
    Upload(Result<Uploaded, Error>),
    /// Result of [`Task::Call`].
    Call(Result<Receipt, Error>),
}

/// The number of entries that a run has finished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunSummary {
    /// Entries that were sent.
    pub sent: u64,
    /// Entries that failed.
    pub failed: u64,
    /// Entries that became uncertain.
    pub uncertain: u64,
}

#[derive(Debug)]
struct InFlight {
    claimed: Claimed,
    lease_until: SystemTime,
    stage: Stage,
    /// File that is being uploaded.
    uploading: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// A job is being done.
    Working,
    /// The body with the uploaded file is being recorded; the next job follows.
    Preparing,
    /// The outcome is being recorded; the entry is released then.
    Releasing,
}

impl Dispatcher {
    /// Creates a state machine. `seed` is that of the jitter.
    #[must_use]
    pub fn new(options: RunOptions, seed: u64) -> Self {
        Self {
            options,
            rng: fastrand::Rng::with_seed(seed),
            in_flight: HashMap::new(),
            to_start: VecDeque::new(),
            updates: Vec::new(),
            recording: Vec::new(),
            claiming: None,
            claim_at: None,
            is_drained: false,
            is_stopping: false,
            has_store_failed: false,
            locked_until: None,
            error: None,
            summary: RunSummary::default(),
        }
    }

    /// Returns the next command.
    pub fn command(&mut self, now: SystemTime) -> Command {
        while let Some(id) = self.to_start.pop_front() {
            if let Some(job) = self.start(id, now) {
                return Command::Start(job);
            }
        }
        let is_locked =
            |until: &SystemTime| *until > now && *until <= now + self.options.poll_interval;
        if let Some(until) = self.locked_until.filter(is_locked) {
            return Command::Wait(Some(until));
        }
        self.claiming = self.claim_request(now);
        // After a failure of the store, the last outcomes are recorded together, in one further attempt.
        let must_wait = self.has_store_failed && self.is_working();
        let can_record = !self.updates.is_empty() && !must_wait;
        if can_record || self.claiming.is_some() {
            self.renew_leases(now);
            self.recording = mem::take(&mut self.updates);
            return Command::Advance {
                updates: self.recording.clone(),
                claim: self.claiming,
            };
        }
        let is_over = self.is_stopping || (self.options.until_empty && self.is_drained);
        if is_over && self.in_flight.is_empty() {
            return Command::Done(match self.error.take() {
                Some(error) => Err(error),
                None => Ok(self.summary),
            });
        }
        let can_claim = !self.is_stopping && self.free_slots() > 0;
        Command::Wait(self.claim_at.filter(|_| can_claim))
    }

    /// Processes the result of [`Command::Advance`].
    pub fn advanced(&mut self, result: Result<Advanced, StoreError>, now: SystemTime) {
        let recording = mem::take(&mut self.recording);
        let advanced = match result {
            Ok(advanced) => advanced,
            Err(error) => return self.store_failed(recording, error, now),
        };
        self.has_store_failed = false;
        self.locked_until = None;
        for (update, is_applied) in recording.iter().zip(advanced.applied) {
            self.recorded(update, is_applied);
        }
        let Some(request) = self.claiming.take() else {
            return;
        };
        self.is_drained = advanced.claimed.is_empty() && advanced.next_ready_at.is_none();
        let poll_at = now + self.options.poll_interval;
        self.claim_at = match advanced.next_ready_at {
            _ if advanced.claimed.len() >= request.limit => None,
            Some(ready_at) => Some(ready_at.min(poll_at)),
            None => Some(poll_at),
        };
        for claimed in advanced.claimed {
            self.claimed(claimed, now);
        }
    }

    /// Processes the result of a job.
    pub fn finished(&mut self, id: EntryId, result: TaskResult, now: SystemTime) {
        let jitter = self.rng.f64();
        let Some(in_flight) = self.in_flight.get_mut(&id) else {
            return;
        };
        let (claimed, options) = (&mut in_flight.claimed, &self.options);
        let disposition = match result {
            TaskResult::Upload(Ok(uploaded)) => {
                // Another process may have uploaded it meanwhile.
                let path = in_flight.uploading.take();
                let call = path.and_then(|path| {
                    files::with_attachment(&claimed.entry.call, &path, &uploaded.attachment_id)
                });
                if let Some(call) = call {
                    claimed.entry.call = call;
                }
                return self.prepare(id, now);
            }
            TaskResult::Upload(Err(error)) => {
                delivery::after_failed_upload(claimed, error, options, now, jitter)
            }
            TaskResult::Call(result) => delivery::after_call(claimed, result, options, now, jitter),
        };
        if let Some(error) = disposition.unauthorized {
            self.is_stopping = true;
            self.error.get_or_insert(RunError::Unauthorized(error));
        }
        self.release(id, disposition.progress);
    }

    /// Looks for entries at once, since some were added.
    pub fn wake(&mut self) {
        self.claim_at = None;
        self.is_drained = false;
    }

    /// Claims no more entries. Those that are being sent are finished.
    pub fn stop(&mut self) {
        self.is_stopping = true;
    }

    fn is_working(&self) -> bool {
        (self.in_flight.values()).any(|in_flight| in_flight.stage == Stage::Working)
    }

    /// Returns the number of entries that may be claimed with the next updates.
    fn free_slots(&self) -> usize {
        let in_flight = self.in_flight.values();
        let taken = in_flight.filter(|in_flight| in_flight.stage != Stage::Releasing);
        self.options.concurrency.saturating_sub(taken.count())
    }

    fn claim_request(&self, now: SystemTime) -> Option<ClaimRequest> {
        let is_due = self
            .claim_at
            .is_none_or(|at| at <= now || at > now + self.options.poll_interval);
        let limit = self.free_slots();
        (!self.is_stopping && is_due && limit > 0).then_some(ClaimRequest {
            limit,
            lease: self.options.lease,
            horizon: RunOptions::MAX_DELAY + self.options.lease_of_upload(),
        })
    }

    fn claimed(&mut self, mut claimed: Claimed, now: SystemTime) {
        let id = claimed.entry.id;
        let lease_until = claimed.entry.ready_at.unwrap_or(now);
        let has_file = files::next_file(&claimed.entry.call).is_some();
        if has_file {
            // Earlier claims uploaded files, but cannot have sent the message.
            claimed.state_before = State::Queued;
            claimed.attempted_before = None;
            claimed.entry.attempted_at = Some(now);
        }
        let working = self.in_flight.get_mut(&id);
        if let Some(in_flight) = working.filter(|in_flight| in_flight.stage == Stage::Working) {
            // The lease ended before the job: its result is that of the new claim. A second job would race with it.
            in_flight.lease_until = lease_until;
            in_flight.claimed = claimed;
            return;
        }
        let expired = delivery::expired(&claimed, &self.options, now);
        let in_flight = InFlight {
            lease_until,
            claimed,
            stage: Stage::Working,
            uploading: None,
        };
        self.in_flight.insert(id, in_flight);
        match expired {
            Some(progress) => self.release(id, progress),
            None if has_file => self.prepare(id, now),
            None => self.to_start.push_back(id),
        }
    }

    /// Returns the next job of an entry, unless too little is left of its lease; another process can claim it then.
    fn start(&mut self, id: EntryId, now: SystemTime) -> Option<Job> {
        let in_flight = self.in_flight.get_mut(&id)?;
        let left = in_flight
            .lease_until
            .duration_since(now)
            .unwrap_or_default();
        let deadline = left.saturating_sub(self.options.lease_margin());
        let claimed = &in_flight.claimed;
        let (task, deadline) = if let Some(path) = files::next_file(&claimed.entry.call) {
            (Task::Upload(path), deadline)
        } else {
            // The last retry within the call must not be later than the server honors the key.
            let key_until = claimed.attempted_before.unwrap_or(now) + self.options.key_lifetime;
            let key_left = key_until.duration_since(now).unwrap_or_default();
            let call = Box::new(claimed.entry.call.clone());
            (Task::Call(call), deadline.min(key_left))
        };
        if deadline.is_zero() {
            self.in_flight.remove(&id);
            trace::lease_lost(id);
            return None;
        }
        in_flight.uploading = match &task {
            Task::Upload(path) => Some(path.clone()),
            Task::Call(_) => None,
        };
        Some(Job { id, task, deadline })
    }

    /// Records the call of an entry with a lease for its next job.
    fn prepare(&mut self, id: EntryId, now: SystemTime) {
        let Some(in_flight) = self.in_flight.get_mut(&id) else {
            return;
        };
        in_flight.stage = Stage::Preparing;
        let call = in_flight.claimed.entry.call.clone();
        let progress = Progress::Prepared {
            call,
            lease_until: now,
        };
        self.update(id, progress);
    }

    /// Sets the leases of updates that are about to be recorded, which may have waited.
    fn renew_leases(&mut self, now: SystemTime) {
        for update in &mut self.updates {
            let Progress::Prepared { call, lease_until } = &mut update.progress else {
                continue;
            };
            let lease = match files::next_file(call) {
                Some(_) => self.options.lease_of_upload(),
                None => self.options.lease,
            };
            *lease_until = now + lease;
            if let Some(in_flight) = self.in_flight.get_mut(&update.id) {
                in_flight.lease_until = *lease_until;
            }
        }
    }

    fn release(&mut self, id: EntryId, progress: Progress) {
        if let Some(in_flight) = self.in_flight.get_mut(&id) {
            in_flight.stage = Stage::Releasing;
        }
        match &progress {
            Progress::Finished { .. } => self.claim_at = None,
            Progress::Retry { at, .. } => {
                self.claim_at = self.claim_at.map(|claim_at| claim_at.min(*at));
            }
            Progress::Prepared { .. } => {}
        }
        self.update(id, progress);
    }

    fn update(&mut self, id: EntryId, progress: Progress) {
        if let Some(in_flight) = self.in_flight.get(&id) {
            let fence = in_flight.claimed.fence;
            self.updates.push(Update {
                id,
                fence,
                progress,
            });
        }
    }

    fn recorded(&mut self, update: &Update, is_applied: bool) {
        match update.progress {
            Progress::Prepared { .. } if is_applied => {
                if let Some(in_flight) = self.in_flight.get_mut(&update.id) {
                    in_flight.stage = Stage::Working;
                    self.to_start.push_back(update.id);
                }
                return;
            }
            Progress::Finished { state, .. } if is_applied => match state {
                State::Sent => self.summary.sent += 1,
                State::Failed => self.summary.failed += 1,
                _ => self.summary.uncertain += 1,
            },
            _ => {}
        }
        if is_applied {
            trace::progress(update);
        } else {
            // Another process has claimed the entry after the lease.
            trace::lease_lost(update.id);
        }
        self.in_flight.remove(&update.id);
    }

    /// Keeps the updates for one further attempt, and stops; if the store is only locked, tries again until it is stopped.
    /// Entries whose outcome cannot be recorded are sent again under the same key, after their lease.
    fn store_failed(&mut self, recording: Vec<Update>, error: StoreError, now: SystemTime) {
        trace::store_failed(&error);
        self.claiming = None;
        if matches!(error, StoreError::Locked(_)) && !self.is_stopping {
            self.updates.splice(..0, recording);
            self.locked_until = Some(now + self.options.poll_interval);
            return;
        }
        self.is_stopping = true;
        if self.has_store_failed {
            for update in recording {
                self.in_flight.remove(&update.id);
            }
        } else {
            self.updates.splice(..0, recording);
        }
        self.has_store_failed = true;
        self.error.get_or_insert(RunError::Store(error));
    }
}
