//! The limits of a sandbox account.

use std::collections::HashSet;

use jiff::Timestamp;

use super::State;
use crate::error::ApiError;

/// Maximum number of messages in a day.
pub(crate) const MAX_MESSAGES_PER_DAY: u32 = 100;

const SECONDS_PER_DAY: i64 = 24 * 60 * 60;

#[derive(Debug, Default)]
pub(crate) struct Sandbox {
    pub(crate) is_enabled: bool,
    /// Lines and the handles that have sent a message to them, also before it was enabled.
    senders: HashSet<(String, String)>,
    /// The day (UTC, since 1970) of `sent`.
    day: i64,
    /// Messages sent on that day while it was enabled.
    sent: u32,
}

impl Sandbox {
    pub(crate) fn new(is_enabled: bool) -> Self {
        Self {
            is_enabled,
            ..Self::default()
        }
    }

    pub(crate) fn record_inbound(&mut self, line: &str, handle: &str) {
        self.senders.insert((line.to_owned(), handle.to_owned()));
    }

    fn has_written(&self, line: &str, handle: &str) -> bool {
        self.senders.contains(&(line.to_owned(), handle.to_owned()))
    }

    /// Returns the number of messages that may still be sent on the day of `now`.
    pub(crate) fn remaining(&mut self, now: Timestamp) -> u32 {
        let day = now.as_second().div_euclid(SECONDS_PER_DAY);
        if day != self.day {
            self.day = day;
            self.sent = 0;
        }
        MAX_MESSAGES_PER_DAY.saturating_sub(self.sent)
    }
}

impl State {
    /// Rejects a send to a recipient who has not written to the line, or over the limit of the day.
    pub(super) fn check_sandbox<'a>(
        &mut self,
        line: &str,
        mut recipients: impl Iterator<Item = &'a str>,
    ) -> Result<(), ApiError> {
        if !self.sandbox.is_enabled {
            return Ok(());
        }
        if !recipients.all(|handle| self.sandbox.has_written(line, handle)) {
            return Err(ApiError::recipient_not_allowed());
        }
        let now = self.now();
        if self.sandbox.remaining(now) > 0 {
            return Ok(());
        }
        let until_midnight = SECONDS_PER_DAY - now.as_second().rem_euclid(SECONDS_PER_DAY);
        Err(ApiError::rate_limited(until_midnight.unsigned_abs()))
    }

    /// Counts a message that was not rejected.
    pub(super) fn count_in_sandbox(&mut self) {
        if self.sandbox.is_enabled {
            self.sandbox.sent += 1;
        }
    }
}
