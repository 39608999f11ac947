//! The loop of a run: a driver of the dispatcher, in virtual time.

use crate::{
    calls::transport_error,
    clock::{between, chance},
    process::{Message, ProcessEvent, Transaction},
    simulation::Simulation,
};
use linq_core::{error::TransportErrorKind, upload::Uploaded};
use linq_durable::{
    Command, Job, RunError, RunSummary, Task, TaskResult,
    store::{Advanced, Progress, Store as _, StoreError},
};
use std::time::Duration;

impl Simulation {
    /// Processes an event of a process, then lets its loop go on.
    pub(crate) fn step(&mut self, process: usize, event: ProcessEvent) {
        let Some(running) = &mut self.processes[process].running else {
            return;
        };
        match event {
            ProcessEvent::Wake => running.inbox.push_back(Message::Woken),
            ProcessEvent::Timer(wait) if wait != running.waits => return,
            ProcessEvent::Timer(_) => {}
            ProcessEvent::Commit(transaction) => return self.commit(process, &transaction),
            ProcessEvent::Committed(result) => {
                running.is_busy = false;
                let wall = self.clock.wall(self.queue.now());
                running.dispatcher.advanced(*result, wall);
            }
            ProcessEvent::Send(call) => return self.send(process, call),
            ProcessEvent::Outcome(attempt, outcome) => {
                self.receive(process, attempt, *outcome);
            }
            ProcessEvent::Uploaded(id, result) => running.job_is_done(id, *result),
        }
        self.run_process(process);
    }

    /// Runs the loop of a process until it waits.
    pub(crate) fn run_process(&mut self, process: usize) {
        let wall = self.clock.wall(self.queue.now());
        loop {
            let Some(running) = &mut self.processes[process].running else {
                return;
            };
            if running.is_busy {
                return;
            }
            while let Some(message) = running.inbox.pop_front() {
                match message {
                    Message::Finished(id, result) => {
                        running.dispatcher.finished(id, *result, wall);
                    }
                    Message::Woken => {
                        running.left_entries = true;
                        running.dispatcher.wake();
                    }
                }
            }
            if running.is_stopping {
                running.dispatcher.stop();
            }
            match running.dispatcher.command(wall) {
                Command::Advance { updates, claim } => {
                    running.is_busy = true;
                    if running.is_stopping && claim.is_some() {
                        self.invariants.fail(None, "a stopped run claims entries");
                    }
                    let transaction = Transaction {
                        updates,
                        claim,
                        now: wall,
                    };
                    let event = ProcessEvent::Commit(Box::new(transaction));
                    let after = between(&mut self.rng, Duration::ZERO, Self::STORE);
                    self.add_event(process, after, event);
                }
                Command::Start(job) => self.start(process, job),
                Command::Wait(until) => {
                    running.waits += 1;
                    let timer = ProcessEvent::Timer(running.waits);
                    if let Some(until) = until {
                        let after = until.duration_since(wall).unwrap_or_default();
                        self.add_event(process, after, timer);
                    }
                    return;
                }
                Command::Done(result) => {
                    let is_early = running.left_entries && !running.is_stopping && result.is_ok();
                    let summary = result.as_ref().ok();
                    let finished = summary.map(|summary| {
                        let RunSummary {
                            sent,
                            failed,
                            uncertain,
                            ..
                        } = *summary;
                        sent + failed + uncertain
                    });
                    if finished.is_some_and(|finished| finished != running.finished) {
                        self.invariants.fail(None, "the summary of a run is wrong");
                    }
                    self.trace(format_args!("process {process} ends: {result:?}"));
                    match result {
                        Ok(_) => self.invariants.coverage.drained_runs += 1,
                        Err(RunError::Unauthorized(_)) => {
                            self.invariants.coverage.unauthorized_runs += 1;
                        }
                        Err(_) => {}
                    }
                    if is_early {
                        (self.invariants).fail(None, "a run ended although entries were left");
                    }
                    return self.end_process(process);
                }
            }
        }
    }

    /// Maximum time from a command to the commit, and from there to its result.
    const STORE: Duration = Duration::from_millis(20);

    fn commit(&mut self, process: usize, transaction: &Transaction) {
        let probability = self.scenario.disturbances.store_failure;
        let result = if self.has_faults() && chance(&mut self.rng, probability) {
            self.invariants.coverage.store_failures += 1;
            self.trace(format_args!("process {process} cannot use the store"));
            Err(StoreError::Locked("simulated".into()))
        } else {
            self.advance(process, transaction)
        };
        let event = ProcessEvent::Committed(Box::new(result));
        let after = between(&mut self.rng, Duration::ZERO, Self::STORE);
        self.add_event(process, after, event);
    }

    fn advance(
        &mut self,
        process: usize,
        transaction: &Transaction,
    ) -> Result<Advanced, StoreError> {
        let Transaction {
            updates,
            claim,
            now,
        } = transaction;
        // In two steps, so that the state between the updates and the claim is checked too.
        let mut advanced = self.store.advance(updates, None, *now)?;
        let applied = &advanced.applied;
        (self.invariants).updated(&self.store, &self.server, updates, applied, *now);
        if let Some(request) = claim {
            let Advanced {
                claimed,
                next_ready_at,
                ..
            } = self.store.advance(&[], Some(request), *now)?;
            (self.invariants).claimed(&self.store, request, &claimed, *now);
            (advanced.claimed, advanced.next_ready_at) = (claimed, next_ready_at);
        }
        if !updates.is_empty() || !advanced.claimed.is_empty() {
            let claimed = advanced.claimed.iter();
            let claimed: Vec<_> = claimed.map(|claimed| claimed.entry.id.get()).collect();
            let updates: Vec<_> = updates.iter().map(|update| update.id.get()).collect();
            self.trace(format_args!(
                "process {process} updates {updates:?} {:?}, claims {claimed:?}",
                advanced.applied
            ));
        }
        if let Some(running) = &mut self.processes[process].running {
            let finished = updates
                .iter()
                .zip(&advanced.applied)
                .filter(|(update, applied)| {
                    **applied && matches!(update.progress, Progress::Finished { .. })
                });
            running.finished += finished.count() as u64;
            if claim.is_some() {
                running.left_entries = self.invariants.pending() > 0;
            }
        }
        Ok(advanced)
    }

    fn start(&mut self, process: usize, job: Job) {
        let Some(running) = &mut self.processes[process].running else {
            return;
        };
        let id = job.id;
        if running.jobs.contains(&id) {
            self.invariants.fail(Some(id), "has two jobs in a process");
        }
        running.jobs.push(id);
        // The jobs of claims that were lost go on for a while.
        let is_steady =
            self.scenario.disturbances.clock_jumps == 0 && self.scenario.disturbances.pause <= 0.0;
        if is_steady && running.jobs.len() > self.scenario.run.concurrency {
            self.invariants
                .fail(None, "more jobs than the concurrency allows");
        }
        match job.task {
            Task::Call(call) => self.begin(process, id, *call, job.deadline),
            Task::Upload(_) => {
                self.trace(format_args!("process {process} uploads the file of {id}"));
                self.invariants.coverage.uploads += 1;
                let is_lost = self.has_faults() && chance(&mut self.rng, 0.2);
                let result = if is_lost {
                    Err(transport_error(TransportErrorKind::ConnectionLost).into())
                } else {
                    Ok(uploaded())
                };
                let longest = Duration::from_secs(30).min(job.deadline / 2);
                let after = between(&mut self.rng, Duration::ZERO, longest);
                let result = Box::new(TaskResult::Upload(result));
                self.add_event(process, after, ProcessEvent::Uploaded(id, result));
            }
        }
    }
}

fn uploaded() -> Uploaded {
    serde_json::from_value(serde_json::json!({
        "attachment_id": "00000000-0000-4000-a000-000000000000",
        "filename": "cake.jpg",
        "content_type": "image/jpeg",
        "size_bytes": 3,
    }))
    .expect("a valid attachment")
}
