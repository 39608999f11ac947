use super::Rate;
use std::{collections::VecDeque, time::Instant};

/// The sliding window of one key: its permits in order, without those that are older than the window.
#[derive(Debug, Default)]
pub(super) struct SlidingWindow {
    permits: VecDeque<Instant>,
    /// End of the cooldown, before which no permit is granted.
    cooldown_until: Option<Instant>,
}

impl SlidingWindow {
    /// Returns the first instant, not before `from`, at which one more permit is within the rate.
    pub(super) fn earliest(&self, from: Instant, rate: Rate) -> Instant {
        let mut at = self.cooldown_until.map_or(from, |until| until.max(from));
        while let Some(later) = self.blocked_until(at, rate) {
            at = later;
        }
        at
    }

    /// Returns the instant at which the first full window around `at` allows another permit; `None` if a permit at `at`
    /// is within the rate.
    fn blocked_until(&self, at: Instant, rate: Rate) -> Option<Instant> {
        let Rate { max, window } = rate;
        let after = self.permits.partition_point(|permit| *permit <= at);
        // Every run of `max` permits that contains `at` or is next to it.
        let runs = after.saturating_sub(max)..=after;
        let mut runs = runs.filter_map(|first| {
            let last = first.checked_add(max - 1)?;
            Some((*self.permits.get(first)?, *self.permits.get(last)?))
        });
        runs.find(|(first, last)| at.max(*last) - at.min(*first) < window)
            .map(|(first, _)| first + window)
    }

    pub(super) fn start_cooldown(&mut self, until: Instant) {
        self.cooldown_until = self.cooldown_until.max(Some(until));
    }

    /// Records a permit, and removes those that are older than the window at `now`.
    pub(super) fn record(&mut self, permit: Instant, now: Instant, rate: Rate) {
        let expired = self
            .permits
            .partition_point(|permit| *permit + rate.window <= now);
        self.permits.drain(..expired);
        let index = self.permits.partition_point(|other| *other <= permit);
        self.permits.insert(index, permit);
    }

    /// Returns whether there is no cooldown and no permit within the window.
    pub(super) fn is_idle(&self, now: Instant, rate: Rate) -> bool {
        self.cooldown_until.is_none_or(|until| until <= now)
            && self
                .permits
                .back()
                .is_none_or(|last| *last + rate.window <= now)
    }
}
