use super::{Limiter, Pacing, PacingKey};
use crate::error::InvalidArgument;
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The limiter that all clones of a client share.
#[derive(Clone, Debug)]
pub(crate) struct Pacer(Arc<Mutex<Limiter>>);

impl Pacer {
    pub(crate) fn new(pacing: Pacing) -> Result<Self, InvalidArgument> {
        Ok(Self(Arc::new(Mutex::new(Limiter::new(pacing)?))))
    }

    /// The turns of one call, of which each attempt takes one.
    pub(crate) fn turns(&self, mut keys: Vec<PacingKey>) -> Turns {
        keys.sort_unstable();
        keys.dedup();
        Turns {
            pacer: self.clone(),
            keys,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Turns {
    pacer: Pacer,
    keys: Vec<PacingKey>,
}

impl Turns {
    /// See [`Limiter::take_turn`].
    pub(crate) fn take(
        &self,
        pause: Duration,
        time_left: Option<Duration>,
        now: Instant,
    ) -> Result<Duration, Duration> {
        // A limiter is whole between any two statements that can panic.
        let mut limiter = self.pacer.0.lock().unwrap_or_else(PoisonError::into_inner);
        limiter.take_turn(&self.keys, pause, time_left, now)
    }

    /// See [`Limiter::hold`].
    pub(crate) fn hold(&self, wait: Duration, now: Instant) {
        let mut limiter = self.pacer.0.lock().unwrap_or_else(PoisonError::into_inner);
        limiter.hold(&self.keys, wait, now);
    }
}
