//! The retry quota, a token bucket: it keeps retries from amplifying an outage.

use super::Failure;
use std::sync::{Arc, Mutex, PoisonError};

/// The retry quota of a client, which limits the retries of all its calls together, so that an outage is not
/// amplified.
///
/// It is a token bucket, full at first. A retry takes 5 tokens after an error response, and 10 after a transport error.
/// A call that succeeds returns the tokens of its retries, and one token if it had none. While there are too few
/// tokens, a call that fails is not retried, whatever the server asks for: its error is returned at once. The same
/// holds for transfers of uploads and downloads, where the renewal of a URL that may have expired is a retry too.
///
/// So with the default capacity of 500, at most 100 retries are made in a row without a success between them. All
/// clones of a client share the quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryQuota {
    capacity: Option<u32>,
}

impl RetryQuota {
    /// Default capacity: 500 tokens.
    pub const DEFAULT_CAPACITY: u32 = 500;

    /// Creates a quota of this many tokens. With fewer than 5, no call is retried.
    #[must_use]
    pub const fn new(capacity: u32) -> Self {
        Self {
            capacity: Some(capacity),
        }
    }

    /// Returns no quota: each call is retried on its own terms.
    #[must_use]
    pub const fn unlimited() -> Self {
        Self { capacity: None }
    }
}

/// A quota of [`DEFAULT_CAPACITY`](RetryQuota::DEFAULT_CAPACITY).
impl Default for RetryQuota {
    fn default() -> Self {
        Self::new(Self::DEFAULT_CAPACITY)
    }
}

/// The state of a quota.
#[derive(Debug)]
struct TokenBucket {
    capacity: u32,
    available: u32,
}

impl TokenBucket {
    /// Tokens returned by a success without retries.
    const REWARD: u32 = 1;

    fn new(capacity: u32) -> Self {
        Self {
            capacity,
            available: capacity,
        }
    }

    /// Takes tokens, if there are enough.
    fn withdraw(&mut self, tokens: u32) -> bool {
        match self.available.checked_sub(tokens) {
            Some(left) => {
                self.available = left;
                true
            }
            None => false,
        }
    }

    fn deposit(&mut self, tokens: u32) {
        self.available = self.available.saturating_add(tokens).min(self.capacity);
    }
}

/// Returns the tokens that a retry takes.
fn cost(failure: Failure) -> u32 {
    match failure {
        Failure::ErrorResponse { .. } => 5,
        Failure::NotSent | Failure::ResponseLost | Failure::NotRetryable => 10,
    }
}

/// The quota that all clones of a client share; `None` if it is unlimited.
#[derive(Clone, Debug)]
pub(crate) struct SharedRetryQuota(Option<Arc<Mutex<TokenBucket>>>);

impl SharedRetryQuota {
    pub(crate) fn new(quota: RetryQuota) -> Self {
        let bucket = quota.capacity.map(TokenBucket::new);
        Self(bucket.map(|bucket| Arc::new(Mutex::new(bucket))))
    }

    /// Returns the tokens of a new call.
    pub(crate) fn tokens(&self) -> RetryTokens {
        RetryTokens {
            quota: self.clone(),
            taken: 0,
        }
    }

    /// Changes the bucket, if there is one.
    fn update<T>(&self, unlimited: T, change: impl FnOnce(&mut TokenBucket) -> T) -> T {
        match &self.0 {
            // A panic cannot leave a bucket in an inconsistent state.
            Some(bucket) => change(&mut bucket.lock().unwrap_or_else(PoisonError::into_inner)),
            None => unlimited,
        }
    }
}

/// The tokens that the retries of one call have taken.
#[derive(Debug)]
pub(crate) struct RetryTokens {
    quota: SharedRetryQuota,
    taken: u32,
}

impl RetryTokens {
    /// Takes the tokens of a retry after this failure, and returns whether there were enough.
    pub(crate) fn take(&mut self, failure: Failure) -> bool {
        let tokens = cost(failure);
        let is_taken = self.quota.update(true, |bucket| bucket.withdraw(tokens));
        if is_taken {
            self.taken += tokens;
        }
        is_taken
    }

    /// Returns the tokens of a retry that is not made after all.
    pub(crate) fn put_back(&mut self, failure: Failure) {
        let tokens = cost(failure);
        self.taken -= tokens;
        self.quota.update((), |bucket| bucket.deposit(tokens));
    }

    /// Records the success of the call.
    pub(crate) fn succeeded(&mut self) {
        let tokens = std::mem::take(&mut self.taken).max(TokenBucket::REWARD);
        self.quota.update((), |bucket| bucket.deposit(tokens));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::StatusCode;

    const UNAVAILABLE: Failure = Failure::ErrorResponse {
        status: StatusCode::SERVICE_UNAVAILABLE,
        code: None,
    };

    #[test]
    fn token_bucket_table() {
        /// Tokens to take, if not negative; else to return.
        type Change = i32;
        let table: [(u32, &[Change], u32); 8] = [
            (500, &[], 500),
            (500, &[5], 495),
            (500, &[10, 10, -20], 500),
            // Never above the capacity.
            (500, &[5, -10], 500),
            // Too few: nothing is taken.
            (9, &[5, 5], 4),
            (9, &[10, 5], 4),
            (4, &[5], 4),
            (0, &[5, -1], 0),
        ];
        for (capacity, changes, expected) in table {
            let mut bucket = TokenBucket::new(capacity);
            for change in changes {
                let tokens = change.unsigned_abs();
                if *change < 0 {
                    bucket.deposit(tokens);
                } else {
                    let before = bucket.available;
                    assert_eq!(bucket.withdraw(tokens), before >= tokens);
                }
            }
            assert_eq!(bucket.available, expected, "{capacity} {changes:?}");
        }
    }

    #[test]
    fn cost_of_each_failure() {
        for (failure, expected) in [
            (UNAVAILABLE, 5),
            (Failure::NotSent, 10),
            (Failure::ResponseLost, 10),
        ] {
            assert_eq!(cost(failure), expected, "{failure:?}");
        }
    }

    fn available(quota: &SharedRetryQuota) -> u32 {
        quota.update(u32::MAX, |bucket| bucket.available)
    }

    #[test]
    fn success_returns_the_tokens_of_its_retries_or_one() {
        let quota = SharedRetryQuota::new(RetryQuota::new(30));
        let (mut first, mut second) = (quota.tokens(), quota.tokens());
        assert!(first.take(UNAVAILABLE) && first.take(Failure::ResponseLost));
        assert!(second.take(Failure::NotSent));
        assert_eq!(available(&quota), 5);
        assert!(!second.take(Failure::NotSent));
        first.succeeded();
        assert_eq!(available(&quota), 20);
        quota.tokens().succeeded();
        assert_eq!(available(&quota), 21);
        second.put_back(Failure::NotSent);
        second.succeeded();
        assert_eq!(available(&quota), 30);
    }

    #[test]
    fn tokens_of_a_failed_call_are_not_returned() {
        let quota = SharedRetryQuota::new(RetryQuota::new(10));
        let mut call = quota.tokens();
        assert!(call.take(UNAVAILABLE) && call.take(UNAVAILABLE));
        drop(call);
        assert!(!quota.tokens().take(UNAVAILABLE));
    }

    #[test]
    fn unlimited_quota_allows_every_retry() {
        let quota = SharedRetryQuota::new(RetryQuota::unlimited());
        let mut call = quota.tokens();
        assert!((0..1_000).all(|_| call.take(Failure::ResponseLost)));
        call.put_back(Failure::ResponseLost);
        call.succeeded();
    }
}
