//! The loop of a scenario: everything that happens, one event after the other.

use crate::{
    application::Action,
    clock::{Clock, Queue, between, chance, seconds},
    coverage::Coverage,
    invariants::Invariants,
    process::{Arrival, Process, ProcessEvent},
    scenario::Scenario,
    server::{LINE, Server},
};
use linq_durable::store::MemoryStore;
use std::{
    fmt::{self, Write as _},
    time::{Duration, Instant},
};

/// The result of a scenario.
pub(crate) struct Report {
    pub(crate) violation: Option<String>,
    pub(crate) coverage: Coverage,
    /// What happened, a line for each event; empty unless it is traced.
    pub(crate) trace: String,
}

pub(crate) struct Simulation {
    pub(crate) scenario: Scenario,
    pub(crate) rng: fastrand::Rng,
    pub(crate) queue: Queue<Event>,
    pub(crate) clock: Clock,
    pub(crate) store: MemoryStore,
    pub(crate) server: Server,
    pub(crate) processes: Vec<Process>,
    pub(crate) invariants: Invariants,
    pub(crate) calls: u64,
    /// Actions of the application that are still to come, and requests on their way.
    pub(crate) outstanding: usize,
    trace: Option<String>,
}

pub(crate) enum Event {
    Action(Action),
    ClockJump(i64),
    Unauthorized(Duration),
    Start(usize),
    Resume(usize, u32),
    Process(usize, u32, ProcessEvent),
    Arrival(Box<Arrival>),
}

/// Simulates the scenario of a seed.
pub(crate) fn simulate(seed: u64, base: Instant, is_traced: bool) -> Report {
    let mut rng = fastrand::Rng::with_seed(seed);
    let scenario = Scenario::new(&mut rng);
    let mut simulation = Simulation {
        invariants: Invariants::new(scenario.run, scenario.disturbances.clock_jumps > 0),
        server: Server::new(scenario.lifetime, scenario.expired),
        processes: (0..scenario.processes)
            .map(|_| Process::default())
            .collect(),
        queue: Queue::new(),
        clock: Clock::new(base),
        store: MemoryStore::new(),
        calls: 0,
        outstanding: 0,
        trace: is_traced.then(String::new),
        scenario,
        rng,
    };
    simulation.prepare();
    simulation.run();
    simulation.invariants.end();
    let mut coverage = simulation.invariants.coverage;
    coverage.replays = simulation.server.replays;
    coverage.rate_limited_by_the_server = simulation.server.rate_limited;
    Report {
        violation: simulation.invariants.violation,
        coverage,
        trace: simulation.trace.unwrap_or_default(),
    }
}

impl Simulation {
    /// No scenario has as many events, unless something spins.
    const MAX_EVENTS: u64 = 200_000;

    fn prepare(&mut self) {
        let disturbances = self.scenario.disturbances;
        let faults_until = self.scenario.faults_until;
        for ordering_key in 0..self.scenario.ordering_keys {
            let to = Self::recipient(ordering_key);
            (self.server).sent_by_others(&to, self.scenario.sent_by_others);
            self.server.chat(LINE, &[to]);
        }
        for process in 0..self.scenario.processes {
            let after = between(&mut self.rng, Duration::ZERO, seconds(5));
            self.queue.add(after, Event::Start(process));
        }
        for _ in 0..disturbances.clock_jumps {
            let after = between(&mut self.rng, Duration::ZERO, faults_until);
            let max = i64::try_from(disturbances.max_jump.as_millis()).unwrap_or(i64::MAX);
            let jump = self.rng.i64(-max..=max);
            self.queue.add(after, Event::ClockJump(jump));
        }
        for _ in 0..disturbances.unauthorized {
            let after = between(&mut self.rng, Duration::ZERO, faults_until);
            let duration = between(&mut self.rng, seconds(1), seconds(60));
            self.queue.add(after, Event::Unauthorized(duration));
        }
        self.plan_actions();
    }

    fn run(&mut self) {
        let mut events = 0;
        while self.invariants.violation.is_none() {
            let Some(event) = self.queue.next() else {
                return self.invariants.fail(None, "nothing happens any more");
            };
            events += 1;
            if events > Self::MAX_EVENTS {
                return self.invariants.fail(None, "spins");
            }
            let pending = self.invariants.pending();
            if self.outstanding == 0 && !self.has_faults() && pending == 0 {
                return;
            }
            if self.queue.now() > self.scenario.drained_until {
                return (self.invariants).fail(None, format!("{pending} entries were not sent"));
            }
            self.process(event);
        }
    }

    fn process(&mut self, event: Event) {
        match event {
            Event::Action(action) => {
                self.outstanding -= 1;
                self.act(action);
            }
            Event::ClockJump(milliseconds) => {
                self.trace(format_args!("the clock is set by {milliseconds} ms"));
                self.invariants.coverage.clock_jumps += 1;
                self.clock.set_ahead_by(milliseconds);
            }
            Event::Unauthorized(duration) => {
                self.trace(format_args!("the API key is rejected for {duration:?}"));
                self.server.unauthorized_until = self.queue.now() + duration;
            }
            Event::Start(process) => {
                self.trace(format_args!("process {process} starts"));
                let seed = self.rng.u64(..);
                self.processes[process].start(&self.scenario.run, seed);
                self.run_process(process);
            }
            Event::Resume(process, generation) => self.resume(process, generation),
            Event::Process(process, generation, event) => {
                if self.processes[process].generation == generation {
                    self.disturb(process, event);
                }
            }
            Event::Arrival(arrival) => {
                self.outstanding -= 1;
                self.arrive(*arrival);
            }
        }
    }

    /// Processes an event of a process, unless the process is killed or paused before.
    fn disturb(&mut self, process: usize, event: ProcessEvent) {
        if let Some(deferred) = &mut self.processes[process].paused {
            return deferred.push(event);
        }
        let disturbances = self.scenario.disturbances;
        if self.has_faults() {
            if chance(&mut self.rng, disturbances.kill) {
                self.trace(format_args!(
                    "process {process} is killed before {}",
                    event.name()
                ));
                let is_commit = matches!(event, ProcessEvent::Committed(_));
                self.invariants.coverage.kills += 1;
                self.invariants.coverage.kills_after_a_commit += u64::from(is_commit);
                return self.end_process(process);
            }
            if chance(&mut self.rng, disturbances.pause) {
                let duration = between(&mut self.rng, seconds(1), disturbances.max_pause);
                self.trace(format_args!(
                    "process {process} is paused for {duration:?} before {}",
                    event.name()
                ));
                let is_zombie = duration > self.scenario.run.lease;
                self.invariants.coverage.pauses += 1;
                self.invariants.coverage.zombies += u64::from(is_zombie);
                let paused = &mut self.processes[process];
                paused.paused = Some(vec![event]);
                let generation = paused.generation;
                return self.queue.add(duration, Event::Resume(process, generation));
            }
            if chance(&mut self.rng, disturbances.stop) {
                self.trace(format_args!("process {process} is stopped"));
                self.invariants.coverage.stops += 1;
                if let Some(running) = &mut self.processes[process].running {
                    running.is_stopping = true;
                }
            }
        }
        self.step(process, event);
    }

    fn resume(&mut self, process: usize, generation: u32) {
        if self.processes[process].generation != generation {
            return;
        }
        self.trace(format_args!("process {process} is resumed"));
        for event in (self.processes[process].paused.take()).unwrap_or_default() {
            self.add_event(process, Duration::ZERO, event);
        }
    }

    /// Ends a process, and starts it again later.
    pub(crate) fn end_process(&mut self, process: usize) {
        self.processes[process].end();
        let after = between(&mut self.rng, seconds(1), seconds(30));
        self.queue.add(after, Event::Start(process));
    }

    /// Adds an event of the present generation of a process.
    pub(crate) fn add_event(&mut self, process: usize, after: Duration, event: ProcessEvent) {
        let generation = self.processes[process].generation;
        (self.queue).add(after, Event::Process(process, generation, event));
    }

    pub(crate) fn has_faults(&self) -> bool {
        self.queue.now() < self.scenario.faults_until
    }

    pub(crate) fn trace(&mut self, line: fmt::Arguments<'_>) {
        if let Some(trace) = &mut self.trace {
            let now = self.queue.now().as_millis();
            let _ = writeln!(trace, "{:>6}.{:03} {line}", now / 1_000, now % 1_000);
        }
    }
}
