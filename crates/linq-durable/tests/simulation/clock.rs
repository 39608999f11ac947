//! Virtual time: a queue of events, a wall clock that can be set, and instants.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant, SystemTime},
};

/// Time since the start of the scenario.
pub(crate) type Time = Duration;

/// The events to come, in the order of their times; those of the same time in the order in which they were added.
pub(crate) struct Queue<E> {
    now: Time,
    added: u64,
    events: BTreeMap<(Time, u64), E>,
}

impl<E> Queue<E> {
    pub(crate) fn new() -> Self {
        Self {
            now: Time::ZERO,
            added: 0,
            events: BTreeMap::new(),
        }
    }

    pub(crate) fn now(&self) -> Time {
        self.now
    }

    pub(crate) fn add(&mut self, after: Duration, event: E) {
        self.added += 1;
        self.events.insert((self.now + after, self.added), event);
    }

    /// Removes the next event, and sets the time to its own.
    pub(crate) fn next(&mut self) -> Option<E> {
        let ((time, _), event) = self.events.pop_first()?;
        self.now = time;
        Some(event)
    }
}

/// The clocks of the machine, which all processes share.
pub(crate) struct Clock {
    base: Instant,
    /// Milliseconds by which the wall clock is ahead.
    ahead: i64,
}

impl Clock {
    pub(crate) fn new(base: Instant) -> Self {
        Self { base, ahead: 0 }
    }

    pub(crate) fn instant(&self, now: Time) -> Instant {
        self.base + now
    }

    pub(crate) fn wall(&self, now: Time) -> SystemTime {
        const START: Duration = Duration::from_secs(1_700_000_000);
        let wall = SystemTime::UNIX_EPOCH + START + now;
        let ahead = Duration::from_millis(self.ahead.unsigned_abs());
        if self.ahead < 0 {
            wall - ahead
        } else {
            wall + ahead
        }
    }

    pub(crate) fn set_ahead_by(&mut self, milliseconds: i64) {
        self.ahead += milliseconds;
    }
}

/// Returns a random duration in a range.
pub(crate) fn between(rng: &mut fastrand::Rng, from: Duration, to: Duration) -> Duration {
    let millis = |duration: Duration| u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    Duration::from_millis(rng.u64(millis(from)..=millis(to)))
}

/// Returns true with a probability.
pub(crate) fn chance(rng: &mut fastrand::Rng, probability: f64) -> bool {
    rng.f64() < probability
}

/// Returns one of the choices.
pub(crate) fn pick<T: Copy>(rng: &mut fastrand::Rng, choices: &[T]) -> T {
    choices[rng.usize(..choices.len())]
}

pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(crate) const fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

pub(crate) const fn hours(hours: u64) -> Duration {
    minutes(60 * hours)
}
