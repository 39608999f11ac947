//! The retry decision, a pure function.

use super::retry_after;
use crate::{
    endpoint::Idempotency,
    error::{Error, ErrorCode, RetryHint, TransportErrorKind},
};
use http::StatusCode;
use std::time::Duration;

/// Maximum `Retry-After` to wait for; a longer one fails the call.
pub(crate) const MAX_RETRY_AFTER: Duration = Duration::from_secs(60);
/// Documented delay of code 4004 if the response has no `Retry-After`.
const SERVICE_UNAVAILABLE_DELAY: Duration = Duration::from_secs(30);
const INITIAL_BACKOFF: Duration = Duration::from_millis(500);
const MAX_BACKOFF: Duration = Duration::from_secs(8);

/// Everything that the retry decision depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RetryContext {
    pub(crate) failure: Failure,
    /// Idempotency of the request.
    pub(crate) idempotency: Idempotency,
    /// True if this endpoint does not retry the error code, though others do.
    pub(crate) is_non_retryable_code: bool,
    pub(crate) retries_left: u32,
    /// Delay that the server asks for.
    pub(crate) retry_after: Option<Duration>,
    /// Value of the header `x-should-retry`.
    pub(crate) should_retry: Option<bool>,
    /// Time left until the deadline.
    pub(crate) time_left: Option<Duration>,
    /// Delay if the server asks for none.
    pub(crate) backoff: Duration,
}

/// The failure of an attempt, by what it means for a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nothing was sent.
    NotSent,
    /// The request may have taken effect, but no response arrived.
    ResponseLost,
    /// A retry would fail in the same way.
    NotRetryable,
    /// The server responded with an error status.
    ErrorResponse {
        status: StatusCode,
        code: Option<ErrorCode>,
    },
}

impl From<TransportErrorKind> for Failure {
    fn from(kind: TransportErrorKind) -> Self {
        match kind {
            TransportErrorKind::Connect
            | TransportErrorKind::ConnectTimeout
            | TransportErrorKind::NotProcessed => Self::NotSent,
            TransportErrorKind::InvalidRequest
            | TransportErrorKind::ResponseTooLarge
            | TransportErrorKind::Cancelled { .. } => Self::NotRetryable,
            TransportErrorKind::Timeout | TransportErrorKind::ConnectionLost => Self::ResponseLost,
        }
    }
}

/// Returns the delay before the next attempt, or `None` if the call must not be retried.
pub(crate) fn retry_delay(context: &RetryContext) -> Option<Duration> {
    let is_retryable = context.retries_left > 0
        && match context.failure {
            Failure::NotSent => true,
            Failure::ResponseLost => context.idempotency != Idempotency::NotIdempotent,
            Failure::NotRetryable => false,
            Failure::ErrorResponse { status, code } => is_retryable_response(context, status, code),
        };
    let delay = match context.retry_after {
        // Zero, or a date in the past: backoff avoids a thundering herd.
        Some(Duration::ZERO) => context.backoff,
        Some(wait) => wait,
        None => default_retry_after(context.failure).unwrap_or(context.backoff),
    };
    let in_time = context.time_left.is_none_or(|left| delay < left);
    (is_retryable && in_time && delay <= MAX_RETRY_AFTER).then_some(delay)
}

fn is_retryable_response(
    context: &RetryContext,
    status: StatusCode,
    code: Option<ErrorCode>,
) -> bool {
    if let Some(should_retry) = context.should_retry {
        return should_retry;
    }
    match code.map_or(RetryHint::ByStatus, |code| code.retry_hint(status)) {
        RetryHint::Retry | RetryHint::RetryAfter => !context.is_non_retryable_code,
        RetryHint::Never => false,
        // Without a code, a 408 or 5xx may come after the request took effect; a 429 or 503 means that it did not.
        RetryHint::ByStatus if context.idempotency == Idempotency::NotIdempotent => {
            matches!(
                status,
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE
            )
        }
        RetryHint::ByStatus => {
            matches!(
                status,
                StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
            ) || status.is_server_error()
        }
    }
}

impl Error {
    /// Returns whether the same request may succeed later, under the same idempotency key: nothing was sent, the
    /// response was lost, or the server asked for a retry, or responded with a status that may be temporary. So it is
    /// `false` for an error that the next attempt would get again.
    ///
    /// A call has been retried already, as far as its options allowed. After the failure of an operation without an
    /// idempotency key, a retry may also take effect a second time: see
    /// [`may_have_taken_effect`](Self::may_have_taken_effect).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        let failure = match self {
            Self::RateLimited(_) => return true,
            Self::Transport(error) => error.kind().into(),
            Self::Api(error) => Failure::ErrorResponse {
                status: error.status(),
                code: error.code(),
            },
            _ => return false,
        };
        let retry_delay = retry_delay(&RetryContext {
            failure,
            idempotency: Idempotency::Keyed,
            is_non_retryable_code: false,
            retries_left: 1,
            retry_after: None,
            should_retry: (self.as_api())
                .and_then(|error| retry_after::should_retry(error.headers())),
            time_left: None,
            backoff: INITIAL_BACKOFF,
        });
        retry_delay.is_some()
    }
}

fn default_retry_after(failure: Failure) -> Option<Duration> {
    match failure {
        Failure::ErrorResponse {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: Some(ErrorCode::ServiceUnavailable),
        } => Some(SERVICE_UNAVAILABLE_DELAY),
        _ => None,
    }
}

/// Returns the exponential backoff: 0.5 s, doubling up to 8 s, minus up to 25 % jitter.
pub(crate) fn backoff(attempts_made: u32, fraction: f64) -> Duration {
    let doublings = attempts_made.saturating_sub(1).min(10);
    let full = (INITIAL_BACKOFF * 2_u32.pow(doublings)).min(MAX_BACKOFF);
    full.mul_f64(1.0 - 0.25 * fraction)
}

#[cfg(test)]
#[path = "retry_tests.rs"]
mod tests;
