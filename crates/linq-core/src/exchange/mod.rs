//! The state machine of one call: attempts, backoff, idempotency key, rate limits and decoding.

mod attempt_observer;
mod authorization;
mod base_url;
mod entropy;
mod exchange_config;
mod options;
mod renewal;
mod request;
mod retry;
pub(crate) mod retry_after;
mod retry_quota;
mod trace;

pub use crate::header::{check_default_header, parse_header_lines};
pub use attempt_observer::{AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse};
pub use authorization::{Authorization, TokenError, TokenRequest};
pub use base_url::BaseUrl;
pub(crate) use base_url::{has_valid_port, is_loopback};
pub use entropy::Entropy;
pub use exchange_config::ExchangeConfig;
pub use options::CallOptions;
pub use retry_quota::RetryQuota;

pub(crate) use attempt_observer::AttemptReporter;
pub(crate) use request::{Encoded, RequestSummary, encode, encode_parts};
pub(crate) use retry::{Failure, MAX_RETRY_AFTER, RetryContext, backoff, retry_delay};
pub(crate) use retry_quota::RetryTokens;

use crate::{
    endpoint::{Decoded, Decoder, Endpoint, EndpointInfo, Idempotency},
    error::{
        ApiError, AttemptHistory, DecodeError, Error, InvalidArgument, RateLimited, TransportError,
        TransportErrorKind,
    },
    message::IdempotencyKey,
    rate_limit::Permits,
    response::{ApiResponse, ResponseContext, trace_id},
    schema::validate_strict,
};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use std::{
    fmt,
    time::{Duration, Instant},
};
use trace::{CallEnd, Trace};

/// The outcome of an [`Attempt`]: a response, whatever its status, or a transport error.
pub type Outcome = Result<Response<Bytes>, TransportError>;

/// One call, from the first attempt to the result.
///
/// **The driver's contract:** call [`step`](Self::step) with `None`; for each [`Step::Send`], wait
/// `after`, send `request`, and call `step` again with the outcome; until [`Step::Done`]. The response is passed
/// complete, whatever its status, redirects included. `now` is always the current instant.
///
/// ```
/// use linq_core::exchange::{Exchange, Outcome, Step, Attempt};
/// use linq_core::{Endpoint, Error};
/// use std::time::Instant;
///
/// fn drive<E: Endpoint>(mut exchange: Exchange<E>, send: impl Fn(Attempt) -> Outcome) -> Result<E::Response, Error> {
///     let mut outcome = None;
///     loop {
///         match exchange.step(outcome.take(), Instant::now()) {
///             Step::Send(attempt) => {
///                 std::thread::sleep(attempt.after);
///                 outcome = Some(send(attempt));
///             }
///             Step::Done(result) => return result,
///         }
///     }
/// }
/// ```
pub struct Exchange<E: Endpoint> {
    attempts: Attempts,
    decode: Decoder<E::Response>,
}

/// The next step of a driver, which has to handle all of them; so it is exhaustive.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // short-lived: destructured as soon as it is returned
pub enum Step<T> {
    /// Send this, then call [`Exchange::step`] with the outcome.
    Send(Attempt),
    /// The call is over.
    Done(Result<T, Error>),
}

/// One request to send.
#[derive(Clone)]
#[non_exhaustive]
pub struct Attempt {
    /// Delay before the request is sent.
    pub after: Duration,
    /// Maximum time until the response is complete, counted from the end of the delay.
    pub timeout: Duration,
    /// Request to send.
    pub request: Request<Bytes>,
}

impl<E: Endpoint> Exchange<E> {
    /// Validates and encodes the request. `entropy` must not be reused for another call.
    ///
    /// # Errors
    ///
    /// The first argument that is not valid. Nothing has been sent then.
    pub fn new(
        config: &ExchangeConfig,
        endpoint: E,
        options: &CallOptions,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Self, InvalidArgument> {
        let (mut keys, info, decode) = (
            endpoint.rate_limit_keys(),
            endpoint.info(),
            endpoint.decoder(),
        );
        if let Some(line) = &options.rate_limit_line {
            for key in &mut keys {
                key.name_line(line);
            }
        }
        let reporter = AttemptReporter::new(
            config.observer.as_ref(),
            info.name,
            endpoint.method(),
            info.path,
        );
        let Encoded {
            request,
            idempotency,
            idempotency_key,
        } = encode(config, endpoint, options, entropy)?;
        let rate_limiter = config.rate_limiter.as_ref().filter(|_| !keys.is_empty());
        let deadline = options.deadline.or(config.deadline);
        Ok(Self {
            attempts: Attempts {
                trace: Trace::new(info),
                reporter,
                retry_tokens: config.retry_quota.tokens(),
                permits: rate_limiter.map(|rate_limiter| rate_limiter.permits(keys)),
                idempotency,
                info,
                request,
                idempotency_key,
                strict_responses: config.strict_responses,
                entropy,
                timeout: options.timeout.unwrap_or(config.timeout),
                retries_left: options.max_retries.unwrap_or(config.max_retries),
                deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
                started: now,
                made: 0,
                history: AttemptHistory::new(idempotency == Idempotency::ReadOnly),
            },
            decode,
        })
    }

    /// Processes the outcome of the last attempt (`None` at the start) and returns the next step.
    pub fn step(&mut self, outcome: Option<Outcome>, now: Instant) -> Step<E::Response> {
        let Some(outcome) = outcome else {
            return match self.attempts.acquire_permit(Duration::ZERO, now) {
                Ok(wait) => Step::Send(self.attempts.next(wait, now)),
                Err(error) => {
                    let error = error.into();
                    self.attempts.trace_failure(&error, now);
                    Step::Done(Err(error))
                }
            };
        };
        match self.attempts.classify(outcome, now) {
            Disposition::Retry(delay) => Step::Send(self.attempts.next(delay, now)),
            Disposition::Success(response) => {
                let status = response.status();
                let result = self.read(response);
                self.attempts.trace_end(Some(status), None, now);
                Step::Done(result)
            }
            Disposition::Failure(error) => {
                self.attempts.trace_failure(&error, now);
                Step::Done(Err(error))
            }
        }
    }

    fn read(&self, response: Response<Bytes>) -> Result<E::Response, Error> {
        let response = ApiResponse::new(response, self.attempts.response_context());
        self.attempts.trace.accepted(&response);
        let Decoded { value, warnings } = self
            .attempts
            .check_strict(response)
            .and_then(self.decode)
            .map_err(Error::Decode)?;
        self.attempts.trace.warn(&warnings);
        Ok(value)
    }
}

impl<E: Endpoint> fmt::Debug for Exchange<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.attempts.fmt(f)
    }
}

impl fmt::Debug for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt")
            .field("after", &self.after)
            .field("timeout", &self.timeout)
            .field("request", &RequestSummary(&self.request))
            .finish()
    }
}

/// The part of an exchange that does not depend on the endpoint's types.
struct Attempts {
    trace: Trace,
    reporter: AttemptReporter,
    retry_tokens: RetryTokens,
    permits: Option<Permits>,
    idempotency: Idempotency,
    info: &'static EndpointInfo,
    request: Request<Bytes>,
    idempotency_key: Option<IdempotencyKey>,
    strict_responses: bool,
    entropy: Entropy,
    timeout: Duration,
    retries_left: u32,
    deadline: Option<Instant>,
    started: Instant,
    made: u32,
    history: AttemptHistory,
}

impl fmt::Debug for Attempts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempts")
            .field("request", &RequestSummary(&self.request))
            .field("idempotency", &self.idempotency)
            .field("timeout", &self.timeout)
            .field("retries_left", &self.retries_left)
            .field("made", &self.made)
            .field("history", &self.history)
            .finish_non_exhaustive()
    }
}

enum Disposition {
    Retry(Duration),
    Success(Response<Bytes>),
    Failure(Error),
}

impl Attempts {
    fn next(&mut self, after: Duration, now: Instant) -> Attempt {
        if self.made > 0 {
            self.retries_left -= 1;
        }
        self.made += 1;
        self.trace.sending(self.made, after);
        self.reporter.request(self.made, after, now);
        let left = self.time_left(now).map(|left| left.saturating_sub(after));
        Attempt {
            after,
            timeout: left
                .map_or(self.timeout, |left| left.min(self.timeout))
                .clamp(Duration::from_millis(1), ExchangeConfig::MAX_TIMEOUT),
            request: self.request.clone(),
        }
    }

    fn classify(&mut self, outcome: Outcome, now: Instant) -> Disposition {
        match outcome {
            Ok(response) if response.status().is_success() => {
                self.retry_tokens.succeeded();
                let trace_id = trace_id(response.headers());
                self.reporter
                    .response(response.status(), None, trace_id, None, now);
                Disposition::Success(response)
            }
            Ok(response) => {
                let should_retry = retry_after::should_retry(response.headers());
                let wait = retry_after::retry_after(response.headers());
                let error = ApiError::read(response, wait);
                self.trace.error_response(self.made, &error);
                let failure = Failure::ErrorResponse {
                    status: error.status(),
                    code: error.code(),
                };
                let error = error.after(self.made, self.history, self.idempotency_key.as_ref());
                self.apply_cooldown(&error, now);
                let delay = self.retry_delay(failure, error.retry_after(), should_retry, now);
                self.reporter
                    .response(error.status(), error.code(), error.trace_id(), delay, now);
                if let Some(delay) = delay {
                    self.history.reached_server = true;
                    self.history.may_have_taken_effect = error.may_have_taken_effect();
                    return Disposition::Retry(delay);
                }
                Disposition::Failure(Error::Api(Box::new(error)))
            }
            Err(error) => {
                self.trace.transport_error(self.made, &error);
                let error = error
                    .after(self.made, self.history, self.idempotency_key.as_ref())
                    .with_host(self.request.uri());
                let delay = self.retry_delay(error.kind().into(), None, None, now);
                self.reporter.failure(error.kind(), delay, now);
                if let Some(delay) = delay {
                    self.history.reached_server = error.may_have_been_sent();
                    self.history.may_have_taken_effect = error.may_have_taken_effect();
                    return Disposition::Retry(delay);
                }
                Disposition::Failure(Error::Transport(error))
            }
        }
    }

    fn trace_failure(&self, error: &Error, now: Instant) {
        let (status, failure) = match error {
            Error::Api(error) => (Some(error.status()), None),
            Error::Transport(error) => (None, Some(error.kind())),
            _ => (None, None),
        };
        self.trace_end(status, failure, now);
    }

    fn trace_end(
        &self,
        status: Option<StatusCode>,
        failure: Option<TransportErrorKind>,
        now: Instant,
    ) {
        self.trace.done(&CallEnd {
            status,
            failure,
            attempts: self.made,
            duration: now.saturating_duration_since(self.started),
        });
    }

    fn response_context(&self) -> ResponseContext {
        ResponseContext {
            attempts: self.made,
            uri: self.request.uri().clone(),
            idempotency_key: self.idempotency_key.clone(),
        }
    }

    /// Rejects a response that is not as documented, if the client is configured to.
    fn check_strict(&self, response: ApiResponse<()>) -> Result<ApiResponse<()>, Box<DecodeError>> {
        let schema = self.info.response_schema.filter(|_| self.strict_responses);
        let is_absent =
            self.info.response_may_be_absent && response.status == StatusCode::NO_CONTENT;
        match schema.filter(|_| !is_absent) {
            Some(schema) => match validate_strict(schema, &response.body) {
                Ok(()) => Ok(response),
                Err(unreadable) => Err(Box::new(DecodeError::new(unreadable, response))),
            },
            None => Ok(response),
        }
    }

    fn retry_delay(
        &mut self,
        failure: Failure,
        retry_after: Option<Duration>,
        should_retry: Option<bool>,
        now: Instant,
    ) -> Option<Duration> {
        let delay = retry_delay(&RetryContext {
            failure,
            idempotency: self.idempotency,
            is_non_retryable_code: matches!(failure, Failure::ErrorResponse { code: Some(code), .. } if self.info.non_retryable_codes.contains(&code)),
            retries_left: self.retries_left,
            retry_after,
            should_retry,
            time_left: self.time_left(now),
            backoff: backoff(self.made, self.entropy.fraction(self.made)),
        })?;
        if !self.retry_tokens.take(failure) {
            self.trace.retry_quota_exhausted(self.made);
            return None;
        }
        let permitted = self.acquire_permit(delay, now).ok();
        if permitted.is_none() {
            self.retry_tokens.put_back(failure);
        }
        permitted
    }

    /// Returns the delay before the next attempt: `delay`, or longer if a rate limit requires it.
    fn acquire_permit(&self, delay: Duration, now: Instant) -> Result<Duration, RateLimited> {
        let (Some(permits), time_left) = (&self.permits, self.time_left(now)) else {
            return Ok(delay);
        };
        permits
            .acquire(delay, time_left, now)
            .map_err(|wait| RateLimited::new(wait, time_left.unwrap_or_default()))
    }

    /// Delays the other calls under the same rate limits after a 429, unless the server asks for more than
    /// [`MAX_RETRY_AFTER`].
    fn apply_cooldown(&self, error: &ApiError, now: Instant) {
        let wait = error.retry_after().filter(|wait| *wait <= MAX_RETRY_AFTER);
        if let (Some(permits), Some(wait), StatusCode::TOO_MANY_REQUESTS) =
            (&self.permits, wait, error.status())
        {
            permits.start_cooldown(wait, now);
        }
    }

    fn time_left(&self, now: Instant) -> Option<Duration> {
        self.deadline
            .map(|deadline| deadline.saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests;
