use crate::wake::Stop;
use linq_core::exchange::CallOptions;
use std::time::Duration;

/// The options of [`Outbox::run`](crate::Outbox::run).
#[derive(Clone, Debug)]
pub struct RunOptions {
    pub(crate) until_empty: bool,
    pub(crate) concurrency: usize,
    pub(crate) poll_interval: Duration,
    pub(crate) lease: Duration,
    pub(crate) upload_lease: Duration,
    pub(crate) key_lifetime: Duration,
    pub(crate) uncertain_after: Duration,
    pub(crate) failures_hold_back: bool,
    pub(crate) max_backoff: Duration,
    pub(crate) stop: Stop,
    pub(crate) call_options: CallOptions,
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            until_empty: false,
            concurrency: 8,
            poll_interval: Duration::from_secs(1),
            lease: Duration::from_secs(2 * 60),
            upload_lease: Duration::from_secs(30 * 60),
            key_lifetime: Self::DAY,
            uncertain_after: Self::DAY,
            failures_hold_back: false,
            max_backoff: Duration::from_secs(5 * 60),
            stop: Stop::new(),
            call_options: CallOptions::default(),
        }
    }
}

impl RunOptions {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    /// Maximum of all durations, too small to overflow.
    const MAX: Duration = Duration::from_secs(365 * 24 * 60 * 60);
    /// Minimum time for the first attempt.
    const MIN_KEY_LIFETIME: Duration = Duration::from_secs(1);
    /// Maximum delay before a retry, also if the server asks for more.
    pub(crate) const MAX_DELAY: Duration = Self::DAY;
    const MIN_LEASE: Duration = Duration::from_secs(1);
    const MAX_LEASE_MARGIN: Duration = Duration::from_secs(5);

    /// Creates the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the run return when no entry is left to be sent. By default, it waits for further ones, until it is stopped.
    ///
    /// Entries that wait for a retry, or that another process is sending, are waited for; those that a failed entry holds
    /// back are not.
    #[must_use]
    pub fn until_empty(mut self) -> Self {
        self.until_empty = true;
        self
    }

    /// Sets the handle that stops the run.
    #[must_use]
    pub fn stop(mut self, stop: &Stop) -> Self {
        self.stop = stop.clone();
        self
    }

    /// Sets the maximum number of entries that are sent at the same time, each with another ordering key; 8 by default.
    #[must_use]
    pub fn concurrency(mut self, entries: usize) -> Self {
        self.concurrency = entries.max(1);
        self
    }

    /// Sets how often entries of other processes are looked for, 1 second by default. Those that are enqueued through
    /// the same [`Outbox`](crate::Outbox) are sent at once.
    #[must_use]
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        self.poll_interval = interval.clamp(Duration::from_millis(1), Self::MAX);
        self
    }

    /// Sets the lease: the time for which a process may work on an entry before another may take it over; 2 minutes by
    /// default, at least 1 second. It determines how long the entries that were being sent wait after a crash. A call with
    /// its retries ends 5 seconds before the lease, or after half of it if that is later, so that its outcome is recorded
    /// in time. An upload has a [longer one](Self::upload_lease).
    #[must_use]
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease.clamp(Self::MIN_LEASE, Self::DAY);
        self
    }

    /// Sets the lease of an entry while a file is being uploaded: 30 minutes by default, at least [`lease`](Self::lease)
    /// and at most a day. It determines how long an entry with a file waits after a crash, and later ones of its chat with it.
    #[must_use]
    pub fn upload_lease(mut self, lease: Duration) -> Self {
        self.upload_lease = lease.min(Self::DAY);
        self
    }

    /// Sets how long the server is trusted to honor an idempotency key, counted from the first attempt that may have
    /// taken effect; 24 hours by default, at least 1 second. **Linq does not publish it.** After that, a retry could send the message a
    /// second time, so it is not made: the entry becomes [`Uncertain`](crate::State::Uncertain).
    #[must_use]
    pub fn key_lifetime(mut self, lifetime: Duration) -> Self {
        self.key_lifetime = lifetime.clamp(Self::MIN_KEY_LIFETIME, Self::MAX);
        self
    }

    /// Sets how long a definite answer is waited for, counted from the first attempt that may have taken effect, before
    /// the entry becomes [`Uncertain`](crate::State::Uncertain); 24 hours by default, and at most
    /// [`key_lifetime`](Self::key_lifetime).
    #[must_use]
    pub fn uncertain_after(mut self, time: Duration) -> Self {
        self.uncertain_after = time.min(Self::MAX);
        self
    }

    /// Makes an entry that failed or became uncertain hold back later ones with its ordering key, until it is
    /// [retried](crate::Outbox::retry) or [cancelled](crate::Outbox::cancel). By default, they are sent.
    #[must_use]
    pub fn failures_hold_back(mut self, hold_back: bool) -> Self {
        self.failures_hold_back = hold_back;
        self
    }

    /// Sets the maximum delay before an entry is retried, 5 minutes by default. The first is 1 second, and each is
    /// twice the one before, minus up to 25 % jitter. A longer one that the server asks for is obeyed, up to 24 hours.
    #[must_use]
    pub fn max_backoff(mut self, backoff: Duration) -> Self {
        self.max_backoff = backoff.min(Self::MAX_DELAY);
        self
    }

    /// Sets options of all calls and of the API calls of uploads, such as the timeout of an attempt. Their deadline is
    /// limited by the [lease](Self::lease). By default, they are those of the client.
    #[must_use]
    pub fn call_options(mut self, options: CallOptions) -> Self {
        self.call_options = options;
        self
    }

    /// Returns the part of a lease that is left for recording the outcome.
    pub(crate) fn lease_margin(&self) -> Duration {
        (self.lease / 2).min(Self::MAX_LEASE_MARGIN)
    }

    /// Returns the lease of an entry while a file is being uploaded.
    pub(crate) fn lease_of_upload(&self) -> Duration {
        self.upload_lease.max(self.lease)
    }

    /// Returns the time for which a retry under the same key is made.
    pub(crate) fn retry_period(&self) -> Duration {
        self.uncertain_after.min(self.key_lifetime)
    }
}
