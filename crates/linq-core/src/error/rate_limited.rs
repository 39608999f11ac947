use std::time::Duration;

/// The error of a call that a rate limit would have delayed beyond its deadline. Nothing was sent.
///
/// Returned only by clients with [rate limits](crate::rate_limit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not sent: the rate limit allows the call in {wait:.1?}, but its deadline is in {time_left:.1?}"
)]
pub struct RateLimited {
    wait: Duration,
    time_left: Duration,
}

impl RateLimited {
    pub(crate) fn new(wait: Duration, time_left: Duration) -> Self {
        Self { wait, time_left }
    }

    /// Returns the delay that the rate limit required.
    #[must_use]
    pub fn wait(&self) -> Duration {
        self.wait
    }

    /// Returns the time that was left until the deadline.
    #[must_use]
    pub fn time_left(&self) -> Duration {
        self.time_left
    }
}
