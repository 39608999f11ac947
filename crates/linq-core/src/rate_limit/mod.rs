//! Waiting here instead of being refused there: the documented limits, kept on this side.
//!
//! Off unless a client is built with it:
//!
//! ```
//! # use linq_core::{Client, Connect, error::InvalidArgument};
//! use linq_core::rate_limit::RateLimits;
//!
//! # fn build<C: Connect>() -> Result<Client<C>, InvalidArgument> {
//! let linq = Client::builder("sk_…").rate_limits(RateLimits::published()).build()?;
//! # Ok(linq)
//! # }
//! ```
//!
//! A call that counts towards a limit then waits for its turn before it is sent, and so does each
//! repeat of it. Permits are handed out in one place, which all clones of the client share: the clones
//! together stay within the limits, and a turn that was given is kept. If a call's deadline ends before
//! its turn, it fails at once with [`Error::RateLimited`](crate::Error::RateLimited), and nothing is sent.
//!
//! What this cannot know: the sends of other processes, and those from before this one started. The
//! server then still answers 429, and the call waits as long as the server says, and so do the others
//! under the same limit (of up to a minute; a longer pause is the caller's to decide). A call that is dropped
//! while it waits has used up its turn.

mod key;
mod rate_limiter;
mod shared;
mod sliding_window;

pub use key::{Limit, RateLimitKey};
pub use rate_limiter::RateLimiter;

pub(crate) use shared::{Permits, SharedRateLimiter};

use crate::error::InvalidArgument;
use std::time::Duration;

/// How many calls in how much time.
#[derive(Clone, Debug)]
pub struct RateLimits {
    rates: [Option<Rate>; Limit::ALL.len()],
    margin: Duration,
}

/// At most so many calls in any stretch of time of this length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) max: usize,
    pub(crate) window: Duration,
}

impl RateLimits {
    /// Far beyond any limit of the API, and small enough to reckon with.
    const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

    /// The limits that Linq documents:
    ///
    /// | [`Limit`] | at most | for each |
    /// |---|---|---|
    /// | [`Messages`](Limit::Messages) | 30 in 60 seconds | pair of sender and recipient |
    /// | [`CapabilityChecks`](Limit::CapabilityChecks) | 1 in 10 seconds | account |
    /// | [`ContactCards`](Limit::ContactCards) | 3 in 10 minutes | phone number |
    /// | [`ContactCardShares`](Limit::ContactCardShares) | 1 in 5 minutes | chat |
    #[must_use]
    pub fn published() -> Self {
        let seconds = Duration::from_secs;
        Self::none()
            .limit(Limit::Messages, 30, seconds(60))
            .limit(Limit::CapabilityChecks, 1, seconds(10))
            .limit(Limit::ContactCards, 3, seconds(10 * 60))
            .limit(Limit::ContactCardShares, 1, seconds(5 * 60))
    }

    /// No limit at all, to add one's own to.
    #[must_use]
    pub fn none() -> Self {
        Self {
            rates: [None; Limit::ALL.len()],
            margin: Duration::from_secs(1),
        }
    }

    /// At most `max` calls in any stretch of time as long as `window`: at least one, in at most 24
    /// hours.
    #[must_use]
    pub fn limit(mut self, limit: Limit, max: u32, window: Duration) -> Self {
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        self.rates[limit as usize] = Some(Rate { max, window });
        self
    }

    /// Without one of the limits.
    #[must_use]
    pub fn unlimited(mut self, limit: Limit) -> Self {
        self.rates[limit as usize] = None;
        self
    }

    /// What is added to every window, 1 second unless told otherwise: requests are counted when they
    /// arrive, and one may take longer on its way than the next.
    #[must_use]
    pub fn margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// The rate to keep, margin included.
    fn rate(&self, limit: Limit) -> Option<Rate> {
        let Rate { max, window } = self.rates[limit as usize]?;
        Some(Rate {
            max,
            window: window + self.margin,
        })
    }

    fn check(&self) -> Result<(), InvalidArgument> {
        for limit in Limit::ALL {
            let Some(Rate { max, window }) = self.rates[*limit as usize] else {
                continue;
            };
            let path = || format!("rate_limits.{}", limit.name());
            if max == 0 {
                return Err(InvalidArgument::new(
                    path(),
                    "it lets at least one call through",
                ));
            }
            if window > Self::LONGEST {
                return Err(InvalidArgument::new(path(), "the time is 24 hours at most"));
            }
        }
        if self.margin > Self::LONGEST {
            return Err(InvalidArgument::new(
                "rate_limits.margin",
                "the time is 24 hours at most",
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
