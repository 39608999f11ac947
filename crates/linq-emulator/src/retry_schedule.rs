//! The delays between the attempts of a delivery.

use std::time::Duration;

/// Delays before the second attempt, the third and so on.
#[derive(Clone, Debug)]
pub(crate) struct RetrySchedule {
    pub(crate) delays: Vec<Duration>,
    /// Whether a delivery is pending while it waits for a retry.
    pub(crate) waits_are_pending: bool,
}

impl RetrySchedule {
    pub(crate) fn of(documented: bool) -> Self {
        if documented {
            Self::documented()
        } else {
            Self::default()
        }
    }

    /// Returns the documented schedule: 10 retries with exponential backoff, in about half an hour. The single delays are
    /// not documented.
    fn documented() -> Self {
        Self {
            delays: (0..10)
                .map(|retry| Duration::from_millis(1750 << retry))
                .collect(),
            waits_are_pending: false,
        }
    }

    pub(crate) fn custom(delays: Vec<Duration>) -> Self {
        Self {
            delays,
            waits_are_pending: true,
        }
    }
}

impl Default for RetrySchedule {
    /// Returns six retries in three seconds.
    fn default() -> Self {
        Self::custom(
            (0..6)
                .map(|retry| Duration::from_millis(50 << retry))
                .collect(),
        )
    }
}
