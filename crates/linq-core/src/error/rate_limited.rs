use std::time::Duration;

/// The call's turn would have come after its deadline, so it was not sent.
///
/// Only clients that are built with [`pacing`](crate::pacing) know this error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not sent: the pace allows it in {wait:.1?}, and the deadline is in {time_left:.1?}")]
pub struct RateLimited {
    wait: Duration,
    time_left: Duration,
}

impl RateLimited {
    pub(crate) fn new(wait: Duration, time_left: Duration) -> Self {
        Self { wait, time_left }
    }

    /// How long the call would have waited for its turn.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// What was left of its deadline.
    #[must_use]
    pub fn time_left(&self) -> Duration {
        self.time_left
    }
}
