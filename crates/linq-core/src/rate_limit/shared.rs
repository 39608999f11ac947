use super::{RateLimitKey, RateLimiter, RateLimits};
use crate::error::InvalidArgument;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The rate limiter that all clones of a client share.
#[derive(Clone, Debug)]
pub(crate) struct SharedRateLimiter(Arc<Mutex<RateLimiter>>);

impl SharedRateLimiter {
    pub(crate) fn new(rate_limits: RateLimits) -> Result<Self, InvalidArgument> {
        Ok(Self(Arc::new(Mutex::new(RateLimiter::new(rate_limits)?))))
    }

    /// Returns the permits of one call, of which each attempt acquires one.
    pub(crate) fn permits(&self, mut keys: Vec<RateLimitKey>) -> Permits {
        keys.sort_unstable();
        keys.dedup();
        Permits {
            rate_limiter: self.clone(),
            keys,
        }
    }
}

/// The permits of one call.
#[derive(Debug)]
pub(crate) struct Permits {
    rate_limiter: SharedRateLimiter,
    keys: Vec<RateLimitKey>,
}

impl Permits {
    /// Acquires a permit, see [`RateLimiter::acquire`].
    pub(crate) fn acquire(
        &self,
        delay: Duration,
        time_left: Option<Duration>,
        now: Instant,
    ) -> Result<Duration, Duration> {
        // A panic cannot leave a limiter in an inconsistent state.
        let mut limiter = self
            .rate_limiter
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        limiter.acquire(&self.keys, delay, time_left, now)
    }

    /// Starts a cooldown, see [`RateLimiter::start_cooldown`].
    pub(crate) fn start_cooldown(&self, wait: Duration, now: Instant) {
        let mut limiter = self
            .rate_limiter
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        limiter.start_cooldown(&self.keys, wait, now);
    }
}
