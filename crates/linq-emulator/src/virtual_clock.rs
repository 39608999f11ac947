//! The clock of webhook retries and delays.

use std::time::{Duration, Instant};

use tokio::sync::watch;

/// Time since the start: the real one, and the time by which the clock was advanced.
#[derive(Clone, Debug)]
pub(crate) struct VirtualClock {
    started: Instant,
    advanced: watch::Sender<Duration>,
}

impl VirtualClock {
    pub(crate) fn new() -> Self {
        Self {
            started: Instant::now(),
            advanced: watch::Sender::new(Duration::ZERO),
        }
    }

    /// Returns the real time since the start.
    pub(crate) fn real(&self) -> Duration {
        self.started.elapsed()
    }

    pub(crate) fn now(&self) -> Duration {
        self.real().saturating_add(self.advanced())
    }

    /// Returns the time by which it was advanced.
    pub(crate) fn advanced(&self) -> Duration {
        *self.advanced.borrow()
    }

    pub(crate) fn advance(&self, time: Duration) {
        self.advanced
            .send_modify(|advanced| *advanced = advanced.saturating_add(time));
    }

    pub(crate) async fn sleep_until(&self, due: Duration) {
        let mut advanced = self.advanced.subscribe();
        loop {
            let now = self.real().saturating_add(*advanced.borrow_and_update());
            let left = due.saturating_sub(now);
            if left.is_zero() {
                return;
            }
            tokio::select! {
                () = tokio::time::sleep(left) => {}
                // The sender is `self`, so that this is never an error.
                _ = advanced.changed() => {}
            }
        }
    }
}
