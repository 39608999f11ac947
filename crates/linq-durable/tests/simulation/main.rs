//! Deterministic simulation of the outbox: processes, network, server and clock in virtual time, from a seed.
//!
//! `LINQ_SIMULATION_SCENARIOS` sets the number of scenarios. `LINQ_SIMULATION_SEED` runs the scenario of one seed, and
//! prints everything that happens in it.

mod application;
mod calls;
mod clock;
mod coverage;
mod invariants;
mod network;
mod process;
mod run;
mod scenario;
mod server;
mod simulation;

use coverage::Coverage;
use simulation::simulate;
use std::{
    env,
    num::NonZero,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Instant,
};

/// Number of scenarios by default.
const SCENARIOS: u64 = 4_000;

#[test]
fn outbox_keeps_its_promises() {
    let base = Instant::now();
    if let Some(seed) = number("LINQ_SIMULATION_SEED") {
        let report = simulate(seed, base, true);
        println!("{}", report.trace);
        assert_eq!(report.violation, None, "seed {seed}");
        return;
    }
    let scenarios = number("LINQ_SIMULATION_SCENARIOS").unwrap_or(SCENARIOS);
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let has_failed = AtomicBool::new(false);
    let simulate_some = |first: usize| {
        let mut coverage = Coverage::default();
        for seed in (0..scenarios).skip(first).step_by(threads) {
            if has_failed.load(Ordering::Relaxed) {
                break;
            }
            let report = simulate(seed, base, false);
            coverage.add(&report.coverage);
            if let Some(violation) = report.violation {
                has_failed.store(true, Ordering::Relaxed);
                let trace = simulate(seed, base, true).trace;
                panic!("{trace}\nseed {seed}: {violation}\nLINQ_SIMULATION_SEED={seed} replays it");
            }
        }
        coverage
    };
    let mut coverage = Coverage::default();
    thread::scope(|scope| {
        let simulate_some = &simulate_some;
        let threads = (0..threads).map(|first| scope.spawn(move || simulate_some(first)));
        for thread in threads.collect::<Vec<_>>() {
            match thread.join() {
                Ok(some) => coverage.merge(&some),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    println!("{scenarios} scenarios; number of those with\n{coverage}");
    if scenarios >= SCENARIOS {
        assert_eq!(coverage.missing(), [""; 0], "never happened");
    }
}

#[test]
fn seed_determines_everything() {
    for seed in 0..50 {
        let first = simulate(seed, Instant::now(), true);
        let second = simulate(seed, Instant::now(), true);
        assert!(!first.trace.is_empty());
        assert_eq!(first.trace, second.trace, "seed {seed}");
        assert_eq!(first.violation, second.violation, "seed {seed}");
    }
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}
