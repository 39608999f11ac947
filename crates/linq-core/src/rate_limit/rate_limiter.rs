use super::{RateLimitKey, RateLimits, sliding_window::SlidingWindow};
use crate::error::InvalidArgument;
use std::{
    collections::HashMap,
    fmt,
    time::{Duration, Instant},
};

/// Hands out turns, with the time as an argument.
///
/// In any stretch of time as long as a limit's window, it hands out no more turns than the limit
/// allows. (Bucket algorithms, which crates for this implement, allow up to twice as many: a full
/// bucket, and what flows into it meanwhile. They also tell a caller that it is too early instead of
/// giving it a turn.)
///
/// Its memory is bounded by what matters: the turns of the last window and those still to come. Keys
/// that have been idle for a window are forgotten.
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
    /// The latest moment heard of: threads may come with theirs in another order.
    now: Option<Instant>,
    /// How many keys there may be before idle ones are looked for.
    sweep_at: usize,
}

impl RateLimiter {
    const FIRST_SWEEP: usize = 64;

    /// A limiter that has seen nothing yet. A limit of no call at all, or one of more than 24 hours,
    /// is refused.
    pub fn new(rate_limits: RateLimits) -> Result<Self, InvalidArgument> {
        rate_limits.check()?;
        Ok(Self {
            rate_limits,
            windows: HashMap::new(),
            now: None,
            sweep_at: Self::FIRST_SWEEP,
        })
    }

    /// Takes the next turn that all `keys` (each given once) allow, not before `delay` is over, and
    /// gives the time until then.
    ///
    /// If that is as long as `time_left` or longer, no turn is taken, and the time is the error.
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
        let permit = self.next_permit(keys, after_delay.max(latest));
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
        self.forget_idle_keys(latest);
        Ok(wait)
    }

    /// Gives out no turn of any of `keys` before `wait` is over, as a server has asked for. Permits that
    /// were given out already are kept.
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

    fn next_permit(&self, keys: &[RateLimitKey], from: Instant) -> Instant {
        let mut permit = from;
        loop {
            let later = keys.iter().fold(permit, |permit, key| {
                match (self.windows.get(key), self.rate_limits.rate(key.limit())) {
                    (Some(window), Some(rate)) => window.first_free(permit, rate),
                    _ => permit,
                }
            });
            if later == permit {
                return permit;
            }
            permit = later;
        }
    }

    fn forget_idle_keys(&mut self, now: Instant) {
        if self.windows.len() < self.sweep_at {
            return;
        }
        let rate_limits = &self.rate_limits;
        self.windows.retain(|key, window| {
            rate_limits
                .rate(key.limit())
                .is_some_and(|rate| !window.is_idle(now, rate))
        });
        // Twice what is left: so looking costs little for each key, and idle ones are half at most.
        self.sweep_at = Self::FIRST_SWEEP.max(2 * self.windows.len());
    }

    /// How many keys it remembers.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.windows.len()
    }
}

/// Without the keys: they may be phone numbers.
impl fmt::Debug for RateLimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimiter")
            .field("rate_limits", &self.rate_limits)
            .field("keys", &self.keys())
            .finish_non_exhaustive()
    }
}
