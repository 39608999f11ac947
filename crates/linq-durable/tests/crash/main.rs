//! Two processes send over one SQLite file, and are killed again and again, while responses are lost and connections are
//! closed: each message arrives once, and in order within its chat.
//!
//! `LINQ_CRASH_SENDS` sets the number of messages, `LINQ_CRASH_KILLS` how often each process is killed, and
//! `LINQ_CRASH_SEED` the seed of the faults and of when they are killed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

mod check;
mod journal;
mod process;
mod worker;

use journal::Journal;
use linq_emulator::{Emulator, Fault};
use process::Process;
use std::{
    env, thread,
    time::{Duration, Instant},
};
use worker::{Driver, Task};

/// What a kill costs: the entries that were being sent wait until its end.
const LEASE: Duration = Duration::from_secs(2);

#[test]
fn killed_processes_send_each_message_once_and_in_order() {
    if let Some(task) = Task::from_env() {
        return worker::run(&task);
    }
    let sends = number_from_env("LINQ_CRASH_SENDS").unwrap_or(400);
    let kills = number_from_env("LINQ_CRASH_KILLS").unwrap_or(10);
    let seed = number_from_env("LINQ_CRASH_SEED").unwrap_or_else(|| fastrand::u64(..1 << 32));
    println!("LINQ_CRASH_SEED={seed}");
    let start = Instant::now();

    let emulator = Emulator::builder().seed(seed).start().unwrap();
    // The first fault that applies wins, so the second applies to a third of the remaining 90 %.
    for fault in [
        Fault::close().probability(0.1),
        Fault::drop_response().probability(0.3 / 0.9),
    ] {
        emulator.add_fault(fault).unwrap();
    }
    let directory = tempfile::tempdir().unwrap();
    let tasks = Driver::BOTH.map(|driver| Task {
        driver,
        url: emulator.base_url(),
        outbox: directory.path().join("outbox.db"),
        journal: Journal::new(directory.path().join(driver.name())),
        numbers: 0..sends / 2,
        until_empty: false,
    });
    thread::scope(|scope| {
        for (task, seed) in tasks.iter().zip(seed..) {
            let emulator = &emulator;
            scope.spawn(move || {
                kill_again_and_again(task, kills, fastrand::Rng::with_seed(seed));
                let (driver, arrived) = (task.driver, emulator.messages().len());
                println!("{driver:?}: killed {kills} times, {arrived} of {sends} have arrived");
                drain(task);
            });
        }
    });
    check::all_arrived_once_and_in_order(&emulator, &tasks);
    println!("{:.1} s", start.elapsed().as_secs_f64());
}

fn number_from_env(name: &str) -> Option<u64> {
    let number = env::var(name).ok()?;
    Some(number.parse().unwrap())
}

/// Starts the process and kills it, while it enqueues its part of the messages, a few in each of its lives.
fn kill_again_and_again(task: &Task, kills: u64, mut rng: fastrand::Rng) {
    let mut sleep_up_to = |millis| thread::sleep(Duration::from_millis(rng.u64(..millis)));
    for life in 1..=kills {
        let mut process = Process::start(&Task {
            numbers: task.journal.next()..task.numbers.end * life / (kills + 1),
            ..task.clone()
        });
        // A tenth is killed while it opens the file.
        if life % 10 == 0 {
            sleep_up_to(100);
        } else {
            process.wait_until_ready();
            sleep_up_to(1_500);
        }
        // A tenth goes on after another process may have taken over its entries.
        if life % 10 == 5 {
            process.freeze();
            thread::sleep(LEASE);
            sleep_up_to(1_500);
            process.resume();
            sleep_up_to(1_500);
        }
        process.kill();
    }
}

/// Lets the process enqueue what is left, and run until the outbox is empty.
fn drain(task: &Task) {
    let process = Process::start(&Task {
        numbers: task.journal.next()..task.numbers.end,
        until_empty: true,
        ..task.clone()
    });
    process.wait_for_success();
}
