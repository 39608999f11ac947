//! Whether to try again: one pure function.

use crate::{
    endpoint::Idempotency,
    error::{ErrorCode, ServerAdvice, TransportErrorKind},
};
use http::StatusCode;
use std::time::Duration;

/// A server that asks for a longer pause than this is not waited for.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// What errors.md documents for 4004 where the reply does not say.
const SERVICE_UNAVAILABLE_WAIT: Duration = Duration::from_secs(30);
const FIRST_BACKOFF: Duration = Duration::from_millis(500);
const LONGEST_BACKOFF: Duration = Duration::from_secs(8);

/// All that the decision depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation {
    pub(crate) failure: Failure,
    /// What a repeat of the request may do.
    pub(crate) idempotency: Idempotency,
    /// Whether the endpoint counts the code as final although it is worth a retry elsewhere.
    pub(crate) final_code: bool,
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
    Unsent,
    /// It may have been carried out, but no reply came.
    Lost,
    /// The same would happen again.
    Hopeless,
    /// The server replied, and not with a success.
    Refused {
        status: StatusCode,
        code: Option<ErrorCode>,
    },
}

impl From<TransportErrorKind> for Failure {
    fn from(kind: TransportErrorKind) -> Self {
        match kind {
            TransportErrorKind::Connect
            | TransportErrorKind::ConnectTimeout
            | TransportErrorKind::NotProcessed => Self::Unsent,
            TransportErrorKind::Unsendable
            | TransportErrorKind::ReplyTooLarge
            | TransportErrorKind::Cancelled { .. } => Self::Hopeless,
            TransportErrorKind::Timeout | TransportErrorKind::Interrupted => Self::Lost,
        }
    }
}

/// The pause before the next attempt, or `None` to give up.
pub(crate) fn decide(situation: &Situation) -> Option<Duration> {
    let worthwhile = situation.retries_left > 0
        && match situation.failure {
            Failure::Unsent => true,
            Failure::Lost => situation.idempotency != Idempotency::NotIdempotent,
            Failure::Hopeless => false,
            Failure::Refused { status, code } => server_wants_more(situation, status, code),
        };
    let pause = match situation.retry_after {
        // "At once", or a moment that is over: all who were refused would come back together.
        Some(Duration::ZERO) => situation.backoff,
        Some(wait) => wait,
        None => documented_wait(situation.failure).unwrap_or(situation.backoff),
    };
    let in_time = situation.time_left.is_none_or(|left| pause < left);
    (worthwhile && in_time && pause <= LONGEST_WAIT).then_some(pause)
}

fn server_wants_more(situation: &Situation, status: StatusCode, code: Option<ErrorCode>) -> bool {
    if let Some(answer) = situation.should_retry {
        return answer;
    }
    match code.map_or(ServerAdvice::ByStatus, |code| code.advice(status)) {
        ServerAdvice::Retry | ServerAdvice::RetryAfter => !situation.final_code,
        ServerAdvice::GiveUp => false,
        // A bare 408 or 5xx may come after the work was done; 429 and 503 say that it was not.
        ServerAdvice::ByStatus if situation.idempotency == Idempotency::NotIdempotent => {
            matches!(
                status,
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE
            )
        }
        ServerAdvice::ByStatus => {
            matches!(
                status,
                StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
            ) || status.is_server_error()
        }
    }
}

fn documented_wait(failure: Failure) -> Option<Duration> {
    match failure {
        Failure::Refused {
            status: StatusCode::SERVICE_UNAVAILABLE,
            code: Some(ErrorCode::ServiceUnavailable),
        } => Some(SERVICE_UNAVAILABLE_WAIT),
        _ => None,
    }
}

/// Half a second, doubling up to eight, less up to a quarter.
pub(crate) fn backoff(attempts_made: u32, fraction: f64) -> Duration {
    let doublings = attempts_made.saturating_sub(1).min(10);
    let full = (FIRST_BACKOFF * 2_u32.pow(doublings)).min(LONGEST_BACKOFF);
    full.mul_f64(1.0 - 0.25 * fraction)
}

#[cfg(test)]
#[path = "decision_tests.rs"]
mod tests;
