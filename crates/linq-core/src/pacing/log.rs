use super::Rate;
use std::{collections::VecDeque, time::Instant};

/// The turns of one key, the past ones as long as they matter, in order.
#[derive(Debug, Default)]
pub(super) struct Log {
    turns: VecDeque<Instant>,
    /// Before this there are none.
    held_until: Option<Instant>,
}

impl Log {
    /// The first moment from `from` on at which one more turn keeps the rate.
    pub(super) fn first_free(&self, from: Instant, rate: Rate) -> Instant {
        let mut at = self.held_until.map_or(from, |until| until.max(from));
        while let Some(later) = self.blocked_until(at, rate) {
            at = later;
        }
        at
    }

    /// If a turn at `at` would be one too many for some window: when the turns that fill this window
    /// are out of the way.
    fn blocked_until(&self, at: Instant, rate: Rate) -> Option<Instant> {
        let Rate { most, window } = rate;
        let after = self.turns.partition_point(|turn| *turn <= at);
        // Every run of `most` turns that `at` stands in or next to.
        let runs = after.saturating_sub(most)..=after;
        let mut runs = runs.filter_map(|first| {
            let last = first.checked_add(most - 1)?;
            Some((*self.turns.get(first)?, *self.turns.get(last)?))
        });
        runs.find(|(first, last)| at.max(*last) - at.min(*first) < window)
            .map(|(first, _)| first + window)
    }

    pub(super) fn hold(&mut self, until: Instant) {
        self.held_until = self.held_until.max(Some(until));
    }

    /// Notes a turn, and forgets those that no longer matter at `now`.
    pub(super) fn note(&mut self, turn: Instant, now: Instant, rate: Rate) {
        let past = self
            .turns
            .partition_point(|turn| *turn + rate.window <= now);
        self.turns.drain(..past);
        let place = self.turns.partition_point(|other| *other <= turn);
        self.turns.insert(place, turn);
    }

    /// Whether none of the turns matters any longer.
    pub(super) fn is_idle(&self, now: Instant, rate: Rate) -> bool {
        self.held_until.is_none_or(|until| until <= now)
            && self
                .turns
                .back()
                .is_none_or(|last| *last + rate.window <= now)
    }
}
