//! Another key in the middle of a call: for drivers whose keys are tokens that expire.

use super::{Attempt, Exchange, config::bearer};
use crate::{endpoint::Endpoint, secret::ApiKey};
use http::header;
use std::time::{Duration, Instant};

impl<E: Endpoint> Exchange<E> {
    /// Sends under another key from here on.
    pub fn reauthenticate(&mut self, key: &ApiKey) {
        let headers = self.attempts.request.headers_mut();
        headers.insert(header::AUTHORIZATION, bearer(key));
    }

    /// Instead of handing over a 401 to [`step`](Self::step): the same request once more, under the same
    /// idempotency key and within the same deadline, after [`authorize`](Self::authorize). It counts as
    /// an attempt, not as a retry: a refused key says nothing of the rest. `None` if there is no time
    /// left; then the 401 is the outcome after all.
    pub fn retry_with_token(&mut self, now: Instant) -> Option<Attempt> {
        let attempts = &mut self.attempts;
        if attempts.time_left(now).is_some_and(|left| left.is_zero()) {
            return None;
        }
        let wait = attempts.acquire_permit(Duration::ZERO, now).ok()?;
        let retries = attempts.retries_left;
        attempts.retries_left = retries.saturating_add(1);
        let attempt = attempts.next(wait, now);
        attempts.retries_left = retries;
        Some(attempt)
    }
}
