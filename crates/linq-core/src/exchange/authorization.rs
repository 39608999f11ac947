//! Token handling of one call, for drivers that fetch a token per call, such as those of Swift and Kotlin.

use crate::{
    error::{InvalidArgument, InvalidState},
    secret::ApiKey,
};
use http::StatusCode;
use std::time::{Duration, Instant};

/// The token state of a call: a token is fetched before the first request, and once more after a 401, within the
/// call's deadline.
///
/// `R` is the driver's response type; a 401 is kept while a new token is fetched.
#[derive(Debug)]
pub struct Authorization<R> {
    deadline: Option<Instant>,
    has_own_header: bool,
    is_renewed: bool,
    pending: Option<Pending<R>>,
}

#[derive(Debug)]
enum Pending<R> {
    Start,
    Rejected(R),
}

/// A request to fetch a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// True if the server rejected the previous token (401), so that a cached one must not be used.
    pub is_rejected: bool,
    /// Maximum time to fetch the token, if the call has a deadline.
    pub within: Option<Duration>,
}

/// An error while a call obtains its token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// The token is not valid in a header.
    #[error(transparent)]
    InvalidArgument(#[from] InvalidArgument),
    /// No token was requested: a mistake of the driver.
    #[error(transparent)]
    InvalidState(#[from] InvalidState),
    /// The deadline of the call passed before there was a token. Nothing was sent.
    #[error("timed out waiting for a token; nothing was sent")]
    TimedOut,
}

impl<R> Authorization<R> {
    /// Creates the state of a call that starts at `now`. A call with an `Authorization` header of its own fetches no
    /// token.
    #[must_use]
    pub fn new(deadline: Option<Duration>, has_own_header: bool, now: Instant) -> Self {
        Self {
            deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
            has_own_header,
            is_renewed: false,
            pending: None,
        }
    }

    /// Returns the token request to make before the first attempt, or `None` if the call needs no token.
    pub fn first(&mut self, now: Instant) -> Option<TokenRequest> {
        (!self.has_own_header).then(|| self.request(Pending::Start, now))
    }

    /// Keeps a response that is a 401 and returns the request for another token, at most once.
    ///
    /// # Errors
    ///
    /// Any other response, unchanged: it is the outcome of the attempt.
    pub fn renew(
        &mut self,
        status: Option<StatusCode>,
        response: R,
        now: Instant,
    ) -> Result<TokenRequest, R> {
        let is_final = self.has_own_header || self.is_renewed || self.is_expired(now);
        if status != Some(StatusCode::UNAUTHORIZED) || is_final {
            return Err(response);
        }
        self.is_renewed = true;
        Ok(self.request(Pending::Rejected(response), now))
    }

    /// Validates a fetched token. Returns it with the 401 response, if there is one: the attempt is then retried, or,
    /// if no time is left, the call fails with that response.
    ///
    /// # Errors
    ///
    /// [`TokenError::InvalidArgument`] if the token is not valid in a header, [`TokenError::TimedOut`] if the deadline
    /// has passed, [`TokenError::InvalidState`] if no token was requested.
    pub fn accept(
        &mut self,
        token: String,
        now: Instant,
    ) -> Result<(ApiKey, Option<R>), TokenError> {
        let key = ApiKey::new(token).map_err(|reason| InvalidArgument::new(TOKEN, reason))?;
        match self.take()? {
            Pending::Start if self.is_expired(now) => Err(TokenError::TimedOut),
            Pending::Start => Ok((key, None)),
            Pending::Rejected(response) => Ok((key, Some(response))),
        }
    }

    /// Ends the call without another token. Returns the 401 response of the previous one.
    ///
    /// # Errors
    ///
    /// [`TokenError::TimedOut`] if nothing has been sent, [`TokenError::InvalidState`] if no token was requested.
    pub fn decline(&mut self) -> Result<R, TokenError> {
        match self.take()? {
            Pending::Start => Err(TokenError::TimedOut),
            Pending::Rejected(response) => Ok(response),
        }
    }

    fn request(&mut self, pending: Pending<R>, now: Instant) -> TokenRequest {
        let is_rejected = matches!(pending, Pending::Rejected(_));
        self.pending = Some(pending);
        let left = |deadline: Instant| deadline.saturating_duration_since(now);
        TokenRequest {
            is_rejected,
            within: self.deadline.map(left),
        }
    }

    fn take(&mut self) -> Result<Pending<R>, InvalidState> {
        let pending = self.pending.take();
        pending.ok_or(InvalidState::new("no token was requested"))
    }

    fn is_expired(&self, now: Instant) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= now)
    }
}

const TOKEN: &str = "key";

#[cfg(test)]
#[allow(clippy::disallowed_methods)] // any instant will do
mod tests {
    use super::*;

    const REJECTED: Option<StatusCode> = Some(StatusCode::UNAUTHORIZED);

    #[test]
    fn token_is_renewed_once() {
        let now = Instant::now();
        let mut call = Authorization::new(None, false, now);
        let first = call.first(now).unwrap();
        assert_eq!((first.is_rejected, first.within), (false, None));
        let (key, rejected) = call.accept("one".into(), now).unwrap();
        assert_eq!((key.expose(), rejected), ("one", None));
        assert_eq!(call.renew(Some(StatusCode::OK), 1, now), Err(1));
        assert!(call.renew(REJECTED, 2, now).unwrap().is_rejected);
        let (key, rejected) = call.accept("two".into(), now).unwrap();
        assert_eq!((key.expose(), rejected), ("two", Some(2)));
        assert_eq!(call.renew(REJECTED, 3, now), Err(3));
    }

    #[test]
    fn call_without_another_token_ends_with_the_401() {
        let now = Instant::now();
        let mut call = Authorization::new(None, false, now);
        assert!(call.renew(REJECTED, 1, now).is_ok());
        assert_eq!(call.decline(), Ok(1));
        let error = call.decline().unwrap_err();
        assert!(matches!(error, TokenError::InvalidState(_)));
        assert_eq!(error.to_string(), "invalid state: no token was requested");
        let mut own = Authorization::new(None, true, now);
        assert_eq!(own.first(now), None);
        assert_eq!(own.renew(REJECTED, 1, now), Err(1));
    }

    #[test]
    fn tokens_are_fetched_within_the_deadline() {
        let now = Instant::now();
        let [early, late] = [1, 5].map(|seconds| now + Duration::from_secs(seconds));
        let mut call = Authorization::new(Some(Duration::from_secs(5)), false, now);
        let within = call.first(early).unwrap().within;
        assert_eq!(within, Some(Duration::from_secs(4)));
        assert_eq!(
            call.accept("t".into(), late).unwrap_err(),
            TokenError::TimedOut
        );
        assert!(call.first(early).is_some());
        assert_eq!(call.decline(), Err(TokenError::TimedOut));
        assert_eq!(call.renew(REJECTED, 1, late), Err(1));
        assert!(call.renew(REJECTED, 2, early).is_ok());
        assert!(
            call.accept("a\nb".into(), early)
                .unwrap_err()
                .to_string()
                .starts_with("key: ")
        );
    }
}
