//! A process that runs the outbox: a dispatcher, and the calls that it has started.

use crate::{network::Fate, scenario::Run};
use bytes::Bytes;
use http::Request;
use linq_core::{
    exchange::{Exchange, ExchangeConfig, Outcome},
    stored_call::StoredCall,
};
use linq_durable::{
    Dispatcher, EntryId, TaskResult,
    store::{Advanced, ClaimRequest, Fence, StoreError, Update},
};
use std::{
    collections::{BTreeMap, VecDeque},
    time::{Duration, SystemTime},
};

/// A process, which may be killed and started again.
#[derive(Default)]
pub(crate) struct Process {
    /// Number of times that it was started or ended; events of earlier ones are void.
    pub(crate) generation: u32,
    pub(crate) running: Option<Running>,
    /// Events that wait until the process is resumed.
    pub(crate) paused: Option<Vec<ProcessEvent>>,
}

pub(crate) struct Running {
    pub(crate) dispatcher: Dispatcher,
    pub(crate) config: ExchangeConfig,
    pub(crate) calls: BTreeMap<u64, Call>,
    /// Entries with a job, one for each job.
    pub(crate) jobs: Vec<EntryId>,
    pub(crate) inbox: VecDeque<Message>,
    /// True while the store is being used.
    pub(crate) is_busy: bool,
    pub(crate) is_stopping: bool,
    /// Number of waits so far; timers of earlier ones are void.
    pub(crate) waits: u64,
    /// Number of entries that it has finished.
    pub(crate) finished: u64,
    /// True if the last claim found entries that are ready or will be.
    pub(crate) left_entries: bool,
}

/// A message to the loop of a run.
pub(crate) enum Message {
    Finished(EntryId, Box<TaskResult>),
    Woken,
}

/// A call that is being made.
pub(crate) struct Call {
    pub(crate) id: EntryId,
    pub(crate) fence: Option<Fence>,
    pub(crate) exchange: Exchange<StoredCall>,
    pub(crate) attempt: u32,
    pub(crate) request: Option<Request<Bytes>>,
    pub(crate) timeout: Duration,
}

/// A place in a call that an outcome belongs to.
#[derive(Clone, Copy)]
pub(crate) struct AttemptId {
    pub(crate) process: usize,
    pub(crate) generation: u32,
    pub(crate) call: u64,
    pub(crate) attempt: u32,
}

pub(crate) enum ProcessEvent {
    /// The loop was woken because entries were added.
    Wake,
    Timer(u64),
    /// The transaction is executed.
    Commit(Box<Transaction>),
    /// The loop sees its result.
    Committed(Box<Result<Advanced, StoreError>>),
    Send(u64),
    Outcome(AttemptId, Box<Outcome>),
    Uploaded(EntryId, Box<TaskResult>),
}

impl ProcessEvent {
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Wake => "wake",
            Self::Timer(_) => "timer",
            Self::Commit(_) => "commit",
            Self::Committed(_) => "committed",
            Self::Send(_) => "send",
            Self::Outcome(..) => "outcome",
            Self::Uploaded(..) => "uploaded",
        }
    }
}

pub(crate) struct Transaction {
    pub(crate) updates: Vec<Update>,
    pub(crate) claim: Option<ClaimRequest>,
    pub(crate) now: SystemTime,
}

/// A request on its way to the server.
pub(crate) struct Arrival {
    pub(crate) request: Request<Bytes>,
    pub(crate) fate: Fate,
    pub(crate) attempt: AttemptId,
    pub(crate) is_duplicate: bool,
}

impl Process {
    pub(crate) fn start(&mut self, run: &Run, seed: u64) {
        self.generation += 1;
        self.paused = None;
        self.running = Some(Running {
            dispatcher: Dispatcher::new(run.options(), seed),
            config: run.config(),
            calls: BTreeMap::new(),
            jobs: Vec::new(),
            inbox: VecDeque::new(),
            is_busy: false,
            is_stopping: false,
            waits: 0,
            finished: 0,
            left_entries: true,
        });
    }

    /// Ends the process. What it was doing is lost.
    pub(crate) fn end(&mut self) {
        self.generation += 1;
        self.running = None;
        self.paused = None;
    }
}

impl Running {
    pub(crate) fn job_is_done(&mut self, id: EntryId, result: TaskResult) {
        if let Some(index) = self.jobs.iter().position(|job| *job == id) {
            self.jobs.swap_remove(index);
        }
        (self.inbox).push_back(Message::Finished(id, Box::new(result)));
    }
}
