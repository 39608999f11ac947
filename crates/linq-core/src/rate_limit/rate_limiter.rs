use super::{RateLimitKey, RateLimits, sliding_window::SlidingWindow};
use crate::error::InvalidArgument;
use std::{
    collections::HashMap,
    fmt,
    time::{Duration, Instant},
};

/// A rate limiter with sliding windows, which takes the current time as an argument.
///
/// In any window of a limit's length, it grants no more permits than the limit allows. (A token bucket allows up to
/// twice as many: a full bucket, and the tokens that are added in the window. And it rejects a call that is too early,
/// where this limiter reserves a permit in the future.)
///
/// It stores the permits of the last window and of the future, and removes keys that have been idle for a window.
///
/// ```
/// use linq_core::rate_limit::{Limit, RateLimiter, RateLimits, RateLimitKey};
/// use std::time::{Duration, Instant};
///
/// let two_a_second = RateLimits::none()
///     .limit(Limit::Messages, 2, Duration::from_secs(1))
///     .margin(Duration::ZERO);
/// let mut limiter = RateLimiter::new(two_a_second)?;
/// let key = [RateLimitKey::new(Limit::Messages, "chat")];
/// let now = Instant::now();
/// let waits = [(); 3].map(|()| limiter.acquire(&key, Duration::ZERO, None, now).unwrap());
/// assert_eq!(waits, [0, 0, 1].map(Duration::from_secs));
/// # Ok::<(), linq_core::error::InvalidArgument>(())
/// ```
pub struct RateLimiter {
    rate_limits: RateLimits,
    windows: HashMap<RateLimitKey, SlidingWindow>,
    /// Latest `now` so far: those of different threads may arrive out of order.
    now: Option<Instant>,
    /// Number of keys at which idle ones are removed.
    sweep_at: usize,
}

impl RateLimiter {
    const FIRST_SWEEP: usize = 64;

    /// Creates a limiter.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] for a limit of zero calls, or with a window or margin of more than 24 hours.
    pub fn new(rate_limits: RateLimits) -> Result<Self, InvalidArgument> {
        rate_limits.check()?;
        Ok(Self {
            rate_limits,
            windows: HashMap::new(),
            now: None,
            sweep_at: Self::FIRST_SWEEP,
        })
    }

    /// Acquires the next permit that all `keys` (without duplicates) allow, not earlier than `delay` from `now`.
    /// Returns the delay until the permit.
    ///
    /// # Errors
    ///
    /// The delay, if it is not less than `time_left`; no permit is acquired then.
    pub fn acquire(
        &mut self,
        keys: &[RateLimitKey],
        delay: Duration,
        time_left: Option<Duration>,
        now: Instant,
    ) -> Result<Duration, Duration> {
        let latest = self.now.map_or(now, |latest| latest.max(now));
        self.now = Some(latest);
        let Some(after_delay) = now.checked_add(delay) else {
            return Err(delay);
        };
        let permit = self.earliest(keys, after_delay.max(latest));
        let wait = permit - now;
        if wait > delay && time_left.is_some_and(|left| wait >= left) {
            return Err(wait);
        }
        for key in keys {
            if let Some(rate) = self.rate_limits.rate(key.limit()) {
                let window = self.windows.entry(key.clone()).or_default();
                window.record(permit, latest, rate);
            }
        }
        self.evict_idle_keys(latest);
        Ok(wait)
    }

    /// Starts a cooldown: grants no permit of any of `keys` for the duration of `wait`, as after a 429. Permits that
    /// were granted before are not affected.
    pub fn start_cooldown(&mut self, keys: &[RateLimitKey], wait: Duration, now: Instant) {
        let Some(until) = now.checked_add(wait) else {
            return;
        };
        for key in keys {
            if self.rate_limits.rate(key.limit()).is_some() {
                self.windows
                    .entry(key.clone())
                    .or_default()
                    .start_cooldown(until);
            }
        }
    }

    fn earliest(&self, keys: &[RateLimitKey], from: Instant) -> Instant {
        let mut permit = from;
        loop {
            let later = keys.iter().fold(permit, |permit, key| {
                match (self.windows.get(key), self.rate_limits.rate(key.limit())) {
                    (Some(window), Some(rate)) => window.earliest(permit, rate),
                    _ => permit,
                }
            });
            if later == permit {
                return permit;
            }
            permit = later;
        }
    }

    fn evict_idle_keys(&mut self, now: Instant) {
        if self.windows.len() < self.sweep_at {
            return;
        }
        let rate_limits = &self.rate_limits;
        self.windows.retain(|key, window| {
            rate_limits
                .rate(key.limit())
                .is_some_and(|rate| !window.is_idle(now, rate))
        });
        // Twice the remaining number, so that the amortized cost is constant and at most half of the keys are idle.
        self.sweep_at = Self::FIRST_SWEEP.max(2 * self.windows.len());
    }

    /// Returns the number of stored keys.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.windows.len()
    }
}

/// Omits the keys, which may be phone numbers.
impl fmt::Debug for RateLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimiter")
            .field("rate_limits", &self.rate_limits)
            .field("keys", &self.keys())
            .finish_non_exhaustive()
    }
}
