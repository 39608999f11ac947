//! When a call needs a token: for drivers that fetch one for each call, such as those of Swift and Kotlin.

use crate::{invalid_argument::InvalidArgument, secret::ApiKey};
use http::StatusCode;
use std::time::{Duration, Instant};

/// Decides when a call fetches a token: first of all, and once more after a 401. The time for it is the call's own.
///
/// `R` is the response that a driver has, which is kept while a token is fetched in place of the rejected one.
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

/// A token that is to be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenRequest {
    /// Whether the server rejected the last one (401), so that another one is needed.
    pub is_rejected: bool,
    /// Maximum time to fetch it, if the call has a deadline.
    pub within: Option<Duration>,
}

/// Why a call does not go on with a token.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TokenError {
    /// No header can hold the token, or none was requested.
    #[error(transparent)]
    InvalidArgument(#[from] InvalidArgument),
    /// There was no token before the deadline of the call. Nothing was sent.
    #[error("no token in time; nothing was sent")]
    TimedOut,
}

impl<R> Authorization<R> {
    /// The authorization of a call that begins now. One that brings an `Authorization` header of its own fetches no token.
    #[must_use]
    pub fn new(deadline: Option<Duration>, has_own_header: bool, now: Instant) -> Self {
        Self {
            deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
            has_own_header,
            is_renewed: false,
            pending: None,
        }
    }

    /// Returns the token to fetch before the first request, unless the call needs none.
    pub fn first(&mut self, now: Instant) -> Option<TokenRequest> {
        (!self.has_own_header).then(|| self.request(Pending::Start, now))
    }

    /// Keeps a response if another token may help, and else returns it.
    ///
    /// # Errors
    ///
    /// The response, which is the outcome of the attempt.
    pub fn renew(
        &mut self,
        status: Option<StatusCode>,
        response: R,
        now: Instant,
    ) -> Result<TokenRequest, R> {
        let is_final = self.has_own_header || self.is_renewed || self.is_over(now);
        if status != Some(StatusCode::UNAUTHORIZED) || is_final {
            return Err(response);
        }
        self.is_renewed = true;
        Ok(self.request(Pending::Rejected(response), now))
    }

    /// Takes the token that was fetched. Returns it with the rejected response, if there is one: the attempt is then sent
    /// again, or, if there is no time left, ends with that response.
    ///
    /// # Errors
    ///
    /// [`TokenError::InvalidArgument`] if no header can hold the token, [`TokenError::TimedOut`] if the deadline is over.
    pub fn accept(
        &mut self,
        token: String,
        now: Instant,
    ) -> Result<(ApiKey, Option<R>), TokenError> {
        let key = ApiKey::new(token).map_err(|reason| InvalidArgument::new(TOKEN, reason))?;
        match self.take()? {
            Pending::Start if self.is_over(now) => Err(TokenError::TimedOut),
            Pending::Start => Ok((key, None)),
            Pending::Rejected(response) => Ok((key, Some(response))),
        }
    }

    /// Ends the call where no token was fetched. Returns the response that rejected the last one.
    ///
    /// # Errors
    ///
    /// [`TokenError::TimedOut`] if nothing has been sent.
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

    fn take(&mut self) -> Result<Pending<R>, InvalidArgument> {
        let pending = self.pending.take();
        pending.ok_or_else(|| InvalidArgument::new(TOKEN, "the call did not ask for one"))
    }

    fn is_over(&self, now: Instant) -> bool {
        self.deadline.is_some_and(|deadline| deadline <= now)
    }
}

const TOKEN: &str = "key";

#[cfg(test)]
#[allow(clippy::disallowed_methods)] // some instant to count from
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
        let invalid = call.decline().unwrap_err().to_string();
        assert_eq!(invalid, "key: the call did not ask for one");
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
