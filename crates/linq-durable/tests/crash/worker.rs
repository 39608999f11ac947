//! What the processes do: enqueue, and send.

use crate::{
    LEASE,
    journal::{Event, Journal},
};
use linq_core::exchange::RetryQuota;
use linq_durable::{Outbox, RunOptions, RunSummary, store::SqliteStore};
use serde::{Deserialize, Serialize};
use std::{
    env, io,
    ops::Range,
    panic,
    path::PathBuf,
    process::{self, Command},
    thread,
    time::Duration,
};

const VARIABLE: &str = "LINQ_CRASH_TASK";
const FROM: &str = "+12223334444";
const CHATS: u64 = 50;

/// What a process is to do.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Task {
    pub(crate) driver: Driver,
    /// URL of the emulator.
    pub(crate) url: String,
    pub(crate) outbox: PathBuf,
    pub(crate) journal: Journal,
    /// The messages to enqueue.
    pub(crate) numbers: Range<u64>,
    /// True if it ends when all is sent.
    pub(crate) until_empty: bool,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Driver {
    /// [`Outbox::run`].
    Blocking,
    /// [`Outbox::run_async`].
    Async,
}

impl Driver {
    pub(crate) const BOTH: [Self; 2] = [Self::Blocking, Self::Async];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Blocking => "blocking",
            Self::Async => "async",
        }
    }
}

impl Task {
    pub(crate) fn from_env() -> Option<Self> {
        let task = env::var(VARIABLE).ok()?;
        Some(serde_json::from_str(&task).unwrap())
    }

    pub(crate) fn to_env(&self, command: &mut Command) {
        command.env(VARIABLE, serde_json::to_string(self).unwrap());
    }

    /// Returns the idempotency key of a message, which is its text too.
    pub(crate) fn key(&self, number: u64) -> String {
        format!("{}-{number:06}", self.driver.name())
    }
}

/// Executes the task of this process.
pub(crate) fn run(task: &Task) {
    end_with_parent();
    end_with_any_thread();
    let outbox = Outbox::open(&task.outbox).unwrap();
    task.journal.add(Event::Ready);
    let options = RunOptions::new()
        .lease(LEASE)
        .poll_interval(Duration::from_millis(20))
        .max_backoff(Duration::from_millis(20));
    if task.until_empty {
        enqueue(task, &outbox, 1);
        send(task, &outbox, options.until_empty());
    } else {
        thread::scope(|scope| {
            scope.spawn(|| enqueue(task, &outbox, 40));
            send(task, &outbox, options);
        });
    }
}

/// Enqueues the messages, with a delay after each.
fn enqueue(task: &Task, outbox: &Outbox<SqliteStore>, max_delay_millis: u64) {
    let linq = linq_ureq::Client::builder("sk_test").build().unwrap();
    for number in task.numbers.clone() {
        let key = task.key(number);
        let call = linq.chats().create(FROM, recipients(number), key.as_str());
        let id = outbox.enqueue(call.idempotency_key(key)).unwrap().get();
        task.journal.add(Event::Enqueued { number, id });
        thread::sleep(Duration::from_millis(fastrand::u64(..max_delay_millis)));
    }
}

/// Returns the recipients of a message: one of the chats, of which every other is a group.
fn recipients(number: u64) -> Vec<String> {
    let chat = number % CHATS;
    let members = 1 + chat % 2;
    let handle = |member| format!("+1555{member}{chat:06}");
    (0..members).map(handle).collect()
}

/// Sends what is in the outbox: without retries by the blocking client, and with those of the async one.
fn send(task: &Task, outbox: &Outbox<SqliteStore>, options: RunOptions) -> RunSummary {
    let summary = match task.driver {
        Driver::Blocking => {
            let linq = linq_ureq::Client::builder("sk_test").base_url(&task.url);
            let linq = linq.max_retries(0).build().unwrap();
            outbox.run(&linq, options)
        }
        Driver::Async => {
            let linq = linq_reqwest::Client::builder("sk_test").base_url(&task.url);
            let linq = linq.retry_quota(RetryQuota::unlimited()).build().unwrap();
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(outbox.run_async(&linq, options))
        }
    };
    summary.unwrap()
}

fn end_with_parent() {
    // A frozen process does not notice the end of its standard input.
    #[cfg(target_os = "linux")]
    nix::sys::prctl::set_pdeathsig(nix::sys::signal::Signal::SIGKILL).unwrap();
    thread::spawn(|| {
        drop(io::copy(&mut io::stdin(), &mut io::sink()));
        process::exit(1);
    });
}

fn end_with_any_thread() {
    let default = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        default(info);
        process::exit(101);
    }));
}
