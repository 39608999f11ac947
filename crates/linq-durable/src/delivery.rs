//! What an outcome means for an entry: pure functions.

use crate::{
    entry::{Outcome, State},
    options::RunOptions,
    store::{Claimed, Progress},
};
use http::StatusCode;
use linq_core::{
    Error,
    error::{ApiError, ErrorCode, TransportErrorKind, UploadError},
    stored_call::Receipt,
};
use std::{
    str,
    time::{Duration, SystemTime},
};

const INITIAL_BACKOFF: Duration = Duration::from_secs(1);

const NO_ANSWER: &str = "no definite answer within the time in which a retry is safe";
const KEY_EXPIRED: &str =
    "the idempotency key is that of a message that was deleted or has expired";

/// The disposition of an entry after an attempt.
#[derive(Debug)]
pub(crate) struct Disposition {
    pub(crate) progress: Progress,
    /// Error response if the server rejected the API key, so that no other entry can be sent either.
    pub(crate) unauthorized: Option<Box<ApiError>>,
}

/// Returns the progress of a claimed entry that must not be sent again, because the key may not be honored any more.
pub(crate) fn expired(
    claimed: &Claimed,
    options: &RunOptions,
    now: SystemTime,
) -> Option<Progress> {
    let since = claimed.attempted_before?;
    let is_over = now.duration_since(since).unwrap_or_default() >= options.retry_period();
    is_over.then(|| {
        let mut outcome = claimed.entry.outcome.clone();
        outcome.problem = Some(match outcome.problem {
            Some(last) => format!("{NO_ANSWER}; last: {last}"),
            None => NO_ANSWER.to_owned(),
        });
        finished(State::Uncertain, outcome, options)
    })
}

/// Returns the progress of an entry after a call. `jitter` is from 0 up to but not including 1.
pub(crate) fn after_call(
    claimed: &Claimed,
    result: Result<Receipt, Error>,
    options: &RunOptions,
    now: SystemTime,
    jitter: f64,
) -> Disposition {
    let error = match result {
        Ok(receipt) => return finished(State::Sent, accepted(receipt), options).into(),
        Err(error) => error,
    };
    let may_have_taken_effect = may_have_been_sent(claimed) || error.may_have_taken_effect();
    let retry = Retry {
        claimed,
        options,
        now,
        jitter,
        may_have_taken_effect,
    };
    let mut outcome = rejected(&error);
    match error {
        Error::Api(api) if api.status() == StatusCode::UNAUTHORIZED => Disposition {
            progress: retry.at(Duration::ZERO, outcome),
            unauthorized: Some(api),
        },
        // Without an earlier attempt, it is another message, such as the one that is replied to.
        Error::Api(api)
            if api.code() == Some(ErrorCode::MessageNotFound) && may_have_taken_effect =>
        {
            outcome.problem = Some(KEY_EXPIRED.to_owned());
            finished(State::Uncertain, outcome, options).into()
        }
        // A page of a proxy or of a captive portal: the API has not responded.
        Error::Api(api) if is_foreign(&api) => {
            let retry = Retry {
                may_have_taken_effect: may_have_taken_effect
                    || api.status() == StatusCode::SERVICE_UNAVAILABLE,
                ..retry
            };
            retry.after(api.retry_after(), outcome).into()
        }
        Error::Decode(decode) if !is_json_object(decode.body()) => {
            retry.after(None, outcome).into()
        }
        Error::Transport(error) if is_cancelled(error.kind()) => {
            retry.at(Duration::ZERO, outcome).into()
        }
        Error::RateLimited(limited) => retry.at(limited.wait(), outcome).into(),
        error if error.is_retryable() => {
            let retry_after = error.as_api().and_then(ApiError::retry_after);
            retry.after(retry_after, outcome).into()
        }
        _ if may_have_taken_effect => finished(State::Uncertain, outcome, options).into(),
        _ => finished(State::Failed, outcome, options).into(),
    }
}

/// Returns the progress of an entry whose file could not be uploaded.
pub(crate) fn after_failed_upload(
    claimed: &Claimed,
    error: Error,
    options: &RunOptions,
    now: SystemTime,
    jitter: f64,
) -> Disposition {
    let retry = Retry {
        claimed,
        options,
        now,
        jitter,
        // An upload sends no message.
        may_have_taken_effect: may_have_been_sent(claimed),
    };
    let outcome = rejected(&error);
    // An attachment may be created twice: only messages must not be sent twice.
    let is_retryable = match &error {
        Error::Upload(upload) => {
            matches!(&**upload, UploadError::Rejected(storage) if is_temporary(storage.status()))
        }
        Error::Transport(error) => error.kind() != TransportErrorKind::InvalidRequest,
        Error::Api(api) => is_temporary(api.status()) || error.is_retryable(),
        Error::Decode(_) | Error::RateLimited(_) => true,
        _ => false,
    };
    match error {
        Error::Api(api) if api.status() == StatusCode::UNAUTHORIZED => Disposition {
            progress: retry.at(Duration::ZERO, outcome),
            unauthorized: Some(api),
        },
        error if is_retryable => {
            let retry_after = error.as_api().and_then(ApiError::retry_after);
            retry.after(retry_after, outcome).into()
        }
        _ if retry.may_have_taken_effect => finished(State::Uncertain, outcome, options).into(),
        _ => finished(State::Failed, outcome, options).into(),
    }
}

fn may_have_been_sent(claimed: &Claimed) -> bool {
    claimed.state_before == State::Sending
}

fn is_temporary(status: StatusCode) -> bool {
    status.is_server_error()
        || matches!(
            status,
            StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS
        )
}

/// Returns whether an error response is not of the API, whose errors are JSON, and may be gone later. A gateway may respond
/// 503 after it has forwarded the request.
fn is_foreign(error: &ApiError) -> bool {
    let is_about_the_request = matches!(
        error.status(),
        StatusCode::BAD_REQUEST
            | StatusCode::PAYLOAD_TOO_LARGE
            | StatusCode::URI_TOO_LONG
            | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE
    );
    !is_about_the_request && !is_json_object(error.body())
}

fn is_cancelled(kind: TransportErrorKind) -> bool {
    matches!(kind, TransportErrorKind::Cancelled { .. })
}

/// A retry of a claimed entry.
struct Retry<'a> {
    claimed: &'a Claimed,
    options: &'a RunOptions,
    now: SystemTime,
    jitter: f64,
    may_have_taken_effect: bool,
}

impl Retry<'_> {
    /// Returns a retry after the backoff, or after the delay that the server asks for if it is longer.
    fn after(&self, retry_after: Option<Duration>, outcome: Outcome) -> Progress {
        let doublings = self.claimed.entry.attempts.saturating_sub(1).min(20);
        let full = (INITIAL_BACKOFF * 2_u32.pow(doublings)).min(self.options.max_backoff);
        let backoff = full.mul_f64(1.0 - 0.25 * self.jitter);
        self.at(backoff.max(retry_after.unwrap_or_default()), outcome)
    }

    fn at(&self, delay: Duration, outcome: Outcome) -> Progress {
        let attempted_at = (self.claimed.entry.attempted_at).filter(|_| self.may_have_taken_effect);
        let at = self.now + delay.min(RunOptions::MAX_DELAY);
        // The entry becomes uncertain in time, also if the server asks for a longer delay.
        let end = attempted_at.map(|since| since + self.options.retry_period());
        Progress::Retry {
            at: end.map_or(at, |end| at.min(end.max(self.now))),
            attempted_at,
            outcome,
        }
    }
}

impl From<Progress> for Disposition {
    fn from(progress: Progress) -> Self {
        Self {
            progress,
            unauthorized: None,
        }
    }
}

fn finished(state: State, outcome: Outcome, options: &RunOptions) -> Progress {
    Progress::Finished {
        state,
        outcome,
        holds_back: state != State::Sent && options.failures_hold_back,
    }
}

fn accepted(receipt: Receipt) -> Outcome {
    Outcome {
        status: Some(receipt.response.status.as_u16()),
        trace_id: receipt.response.trace_id().map(str::to_owned),
        response: text(&receipt.response.body),
        message_id: receipt.message_id,
        chat_id: receipt.chat_id,
        ..Outcome::default()
    }
}

fn rejected(error: &Error) -> Outcome {
    let (status, response) = match error {
        Error::Api(error) => (Some(error.status()), None),
        Error::Decode(error) if is_json_object(error.body()) => {
            (Some(error.status()), text(error.body()))
        }
        Error::Decode(error) => (Some(error.status()), None),
        _ => (None, None),
    };
    Outcome {
        status: status.map(|status| status.as_u16()),
        code: error.code().map(ErrorCode::number),
        trace_id: error.trace_id().map(str::to_owned),
        problem: Some(error.to_string()),
        response,
        ..Outcome::default()
    }
}

fn text(body: &[u8]) -> Option<String> {
    str::from_utf8(body).ok().map(str::to_owned)
}

fn is_json_object(body: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(body).is_ok()
}

#[cfg(test)]
#[path = "delivery_tests.rs"]
mod tests;
