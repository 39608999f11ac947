//! Token renewal (refresh) during a call, for drivers whose API keys are tokens that expire.

use super::{Attempt, Exchange, exchange_config::bearer};
use crate::{endpoint::Endpoint, secret::ApiKey};
use http::header;
use std::time::{Duration, Instant};

impl<E: Endpoint> Exchange<E> {
    /// Replaces the API key of all further attempts.
    pub fn reauthenticate(&mut self, key: &ApiKey) {
        let headers = self.attempts.request.headers_mut();
        headers.insert(header::AUTHORIZATION, bearer(key));
    }

    /// Records the arrival of a 401, and its trace ID, before another token is fetched: for the
    /// [observer](super::AttemptObserver), which is called when it is known whether there is a further attempt.
    pub fn token_rejected(&mut self, trace_id: Option<&str>, now: Instant) {
        self.attempts.reporter.token_rejected(trace_id, now);
    }

    /// Returns the attempt to send after a 401 and [`reauthenticate`](Self::reauthenticate), instead of passing the 401
    /// to [`step`](Self::step).
    ///
    /// It is the same request, under the same idempotency key and within the same deadline, and counts as an attempt
    /// but not as a retry. `None` if no time is left; pass the 401 to `step` then.
    pub fn retry_with_token(&mut self, now: Instant) -> Option<Attempt> {
        let attempts = &mut self.attempts;
        if attempts.time_left(now).is_some_and(|left| left.is_zero()) {
            return None;
        }
        let wait = attempts.acquire_permit(Duration::ZERO, now).ok()?;
        attempts.reporter.token_renewed(wait, now);
        let retries = attempts.retries_left;
        attempts.retries_left = retries.saturating_add(1);
        let attempt = attempts.next(wait, now);
        attempts.retries_left = retries;
        Some(attempt)
    }
}
