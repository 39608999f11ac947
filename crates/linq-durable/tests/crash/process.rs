//! Processes to be killed.

use crate::{journal::Journal, worker::Task};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use std::{
    env,
    os::unix::process::ExitStatusExt,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const MAX_START: Duration = Duration::from_secs(60);
const MAX_DRAIN: Duration = Duration::from_secs(20 * 60);

/// A process that executes a task, and is killed when it is dropped.
pub(crate) struct Process {
    /// Its standard input ends with this process.
    child: Child,
    journal: Journal,
    lives_before: usize,
}

impl Process {
    /// Starts the program of this test once more.
    pub(crate) fn start(task: &Task) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.arg("--nocapture").stdin(Stdio::piped());
        task.to_env(&mut command);
        Self {
            journal: task.journal.clone(),
            lives_before: task.journal.lives(),
            child: command.stdout(Stdio::null()).spawn().unwrap(),
        }
    }

    pub(crate) fn wait_until_ready(&mut self) {
        self.wait(MAX_START, |process| {
            let status = process.child.try_wait().unwrap();
            assert_eq!(status, None, "the process ended");
            process.journal.lives() > process.lives_before
        });
    }

    pub(crate) fn freeze(&self) {
        self.signal(Signal::SIGSTOP);
    }

    pub(crate) fn resume(&self) {
        self.signal(Signal::SIGCONT);
    }

    pub(crate) fn kill(mut self) {
        self.signal(Signal::SIGKILL);
        let status = self.child.wait().unwrap();
        let signal = Some(Signal::SIGKILL as i32);
        assert_eq!(status.signal(), signal, "the process ended with {status}");
    }

    pub(crate) fn wait_for_success(mut self) {
        self.wait(MAX_DRAIN, |process| {
            let status = process.child.try_wait().unwrap();
            status
                .inspect(|status| assert!(status.success(), "{status}"))
                .is_some()
        });
    }

    fn wait(&mut self, max: Duration, mut is_over: impl FnMut(&mut Self) -> bool) {
        let start = Instant::now();
        while !is_over(self) {
            assert!(start.elapsed() < max, "the process takes too long");
            thread::sleep(Duration::from_millis(2));
        }
    }

    fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.id()).unwrap();
        kill(Pid::from_raw(pid), signal).unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
