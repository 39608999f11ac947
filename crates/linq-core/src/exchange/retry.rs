//! Whether to try again: one pure function.

use crate::{
    endpoint::Idempotency,
    error::{ErrorCode, RetryHint, TransportErrorKind},
};
use http::StatusCode;
use std::time::Duration;

/// A server that asks for a longer pause than this is not waited for.
pub(crate) const MAX_RETRY_AFTER: Duration = Duration::from_secs(60);
/// What errors.md documents for 4004 where the reply does not say.
const SERVICE_UNAVAILABLE_RETRY_AFTER: Duration = Duration::from_secs(30);
const INITIAL_BACKOFF: Duration = Duration::from_millis(500);
const MAX_BACKOFF: Duration = Duration::from_secs(8);

/// All that the decision depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RetryContext {
    pub(crate) failure: Failure,
    /// What a repeat of the request may do.
    pub(crate) idempotency: Idempotency,
    /// Whether the endpoint counts the code as final although it is worth a retry elsewhere.
    pub(crate) is_non_retryable_code: bool,
    pub(crate) retries_left: u32,
    /// How long the server asks to wait.
    pub(crate) retry_after: Option<Duration>,
    /// What the header `x-should-retry` says.
    pub(crate) should_retry: Option<bool>,
    /// What remains of the deadline.
    pub(crate) time_left: Option<Duration>,
    /// The pause if the server asks for none.
    pub(crate) backoff: Duration,
}

/// How an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Nothing was sent.
    NotSent,
    /// It may have been carried out, but no reply came.
    ResponseLost,
    /// The same would happen again.
    NotRetryable,
    /// The server replied, and not with a success.
    Rejected {
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

/// The pause before the next attempt, or `None` to give up.
pub(crate) fn retry_delay(context: &RetryContext) -> Option<Duration> {
    let worthwhile = context.retries_left > 0
        && match context.failure {
            Failure::NotSent => true,
            Failure::ResponseLost => context.idempotency != Idempotency::NotIdempotent,
            Failure::NotRetryable => false,
            Failure::Rejected { status, code } => is_retryable_response(context, status, code),
        };
    let delay = match context.retry_after {
        // "At once", or a moment that is over: all who were refused would come back together.
        Some(Duration::ZERO) => context.backoff,
        Some(wait) => wait,
        None => default_retry_after(context.failure).unwrap_or(context.backoff),
    };
    let in_time = context.time_left.is_none_or(|left| delay < left);
    (worthwhile && in_time && delay <= MAX_RETRY_AFTER).then_some(delay)
}

fn is_retryable_response(
    context: &RetryContext,
    status: StatusCode,
    code: Option<ErrorCode>,
) -> bool {
    if let Some(answer) = context.should_retry {
        return answer;
    }
    match code.map_or(RetryHint::ByStatus, |code| code.retry_hint(status)) {
        RetryHint::Retry | RetryHint::RetryAfter => !context.is_non_retryable_code,
        RetryHint::Never => false,
        // A bare 408 or 5xx may come after the work was done; 429 and 503 say that it was not.
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

fn default_retry_after(failure: Failure) -> Option<Duration> {
    match failure {
        Failure::Rejected {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: Some(ErrorCode::ServiceUnavailable),
        } => Some(SERVICE_UNAVAILABLE_RETRY_AFTER),
        _ => None,
    }
}

/// Half a second, doubling up to eight, less up to a quarter.
pub(crate) fn backoff(attempts_made: u32, fraction: f64) -> Duration {
    let doublings = attempts_made.saturating_sub(1).min(10);
    let full = (INITIAL_BACKOFF * 2_u32.pow(doublings)).min(MAX_BACKOFF);
    full.mul_f64(1.0 - 0.25 * fraction)
}

#[cfg(test)]
#[path = "retry_tests.rs"]
mod tests;
