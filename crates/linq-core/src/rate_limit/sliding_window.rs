use super::Rate;
use std::{collections::VecDeque, time::Instant};

/// The turns of one key, the past ones as long as they matter, in order.
#[derive(Debug, Default)]
pub(super) struct SlidingWindow {
    permits: VecDeque<Instant>,
    /// Before this there are none.
    cooldown_until: Option<Instant>,
}

impl SlidingWindow {
    /// The first moment from `from` on at which one more turn keeps the rate.
    pub(super) fn first_free(&self, from: Instant, rate: Rate) -> Instant {
        let mut at = self.cooldown_until.map_or(from, |until| until.max(from));
        while let Some(later) = self.blocked_until(at, rate) {
            at = later;
        }
        at
    }

    /// If a turn at `at` would be one too many for some window: when the turns that fill this window
    /// are out of the way.
    fn blocked_until(&self, at: Instant, rate: Rate) -> Option<Instant> {
        let Rate { max, window } = rate;
        let after = self.permits.partition_point(|permit| *permit <= at);
        // Every run of `max` turns that `at` stands in or next to.
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

    /// Notes a turn, and forgets those that no longer matter at `now`.
    pub(super) fn record(&mut self, permit: Instant, now: Instant, rate: Rate) {
        let past = self
            .permits
            .partition_point(|permit| *permit + rate.window <= now);
        self.permits.drain(..past);
        let place = self.permits.partition_point(|other| *other <= permit);
        self.permits.insert(place, permit);
    }

    /// Whether none of the turns matters any longer.
    pub(super) fn is_idle(&self, now: Instant, rate: Rate) -> bool {
        self.cooldown_until.is_none_or(|until| until <= now)
            && self
                .permits
                .back()
                .is_none_or(|last| *last + rate.window <= now)
    }
}
