//! Client-side rate limiting: calls wait until the documented rate limits allow them, instead of provoking a 429.
//!
//! It is off by default:
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
//! [`RateLimits::limit`] sets others, such as the number of messages from a line, so that a message to 500 recipients
//! is paced:
//!
//! ```
//! # use std::time::Duration;
//! # use linq_core::rate_limit::{Limit, RateLimits};
//! // 60 messages a minute from each line
//! let rate_limits = RateLimits::published().limit(Limit::MessagesPerLine, 60, Duration::from_secs(60));
//! ```
//!
//! Each attempt of a call that counts towards a limit acquires a permit, and is delayed until the time of the permit.
//! All clones of a client share the limits. If a call's deadline is before its permit, it fails at once with
//! [`Error::RateLimited`](crate::Error::RateLimited), and nothing is sent.
//!
//! Calls of other processes, and of the time before this process started, are not counted. If the server responds 429
//! because of them, the call is retried after the delay that the server asks for, and the other calls under the same
//! limit wait as well (cooldown); after a delay of more than one minute, the call fails instead. A call that is dropped
//! while it waits has used its permit.

mod key;
mod rate_limiter;
mod shared;
mod sliding_window;

pub use key::{Limit, RateLimitKey};
pub use rate_limiter::RateLimiter;

pub(crate) use shared::{Permits, SharedRateLimiter};

use crate::error::InvalidArgument;
use std::time::Duration;

/// The rate limits of a client.
#[derive(Clone, Debug)]
pub struct RateLimits {
    rates: [Option<Rate>; Limit::ALL.len()],
    margin: Duration,
}

/// A rate: at most `max` calls in any window of this length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) max: usize,
    pub(crate) window: Duration,
}

impl RateLimits {
    /// Maximum window and margin: beyond any limit of the API, and too small to overflow.
    const MAX_WINDOW: Duration = Duration::from_secs(24 * 60 * 60);

    /// Returns the rate limits that Linq documents:
    ///
    /// | [`Limit`] | maximum | per |
    /// |---|---|---|
    /// | [`Messages`](Limit::Messages) | 30 in 60 seconds | pair of sender and recipient |
    /// | [`CapabilityChecks`](Limit::CapabilityChecks) | 1 in 10 seconds | account |
    /// | [`ContactCards`](Limit::ContactCards) | 3 in 10 minutes | phone number |
    /// | [`ContactCardShares`](Limit::ContactCardShares) | 1 in 5 minutes | chat |
    ///
    /// It documents no number for [`MessagesPerLine`](Limit::MessagesPerLine), which are not limited.
    #[must_use]
    pub fn published() -> Self {
        let seconds = Duration::from_secs;
        Self::none()
            .limit(Limit::Messages, 30, seconds(60))
            .limit(Limit::CapabilityChecks, 1, seconds(10))
            .limit(Limit::ContactCards, 3, seconds(10 * 60))
            .limit(Limit::ContactCardShares, 1, seconds(5 * 60))
    }

    /// Returns rate limits without any limit, to add to.
    #[must_use]
    pub fn none() -> Self {
        Self {
            rates: [None; Limit::ALL.len()],
            margin: Duration::from_secs(1),
        }
    }

    /// Sets a limit of at most `max` calls in any window of this length. There must be at least one call, and the
    /// window must be at most 24 hours; this is checked when the client is built.
    #[must_use]
    pub fn limit(mut self, limit: Limit, max: u32, window: Duration) -> Self {
        let max = usize::try_from(max).unwrap_or(usize::MAX);
        self.rates[limit as usize] = Some(Rate { max, window });
        self
    }

    /// Removes a limit.
    #[must_use]
    pub fn unlimited(mut self, limit: Limit) -> Self {
        self.rates[limit as usize] = None;
        self
    }

    /// Sets the margin that is added to every window, 1 second by default. The server counts requests when they arrive,
    /// and their latency varies.
    #[must_use]
    pub fn margin(mut self, margin: Duration) -> Self {
        self.margin = margin;
        self
    }

    /// Returns the rate of a limit, margin included.
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
                return Err(InvalidArgument::new(path(), "must allow at least one call"));
            }
            if window > Self::MAX_WINDOW {
                return Err(InvalidArgument::new(
                    path(),
                    "the window must be at most 24 hours",
                ));
            }
        }
        if self.margin > Self::MAX_WINDOW {
            return Err(InvalidArgument::new(
                "rate_limits.margin",
                "must be at most 24 hours",
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
