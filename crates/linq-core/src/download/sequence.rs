use super::{DownloadSource, GetRequest, get_request};
use crate::{
    api::attachments::RetrieveAttachment,
    endpoint::Idempotency,
    error::{
        AttemptHistory, DownloadError, Error, InvalidArgument, InvalidState, StorageError,
        TransportError, TransportErrorKind,
    },
    exchange::{
        Attempt, AttemptReporter, CallOptions, Entropy, Exchange, ExchangeConfig, Failure,
        RetryContext, RetryTokens, Step, backoff, retry_after, retry_delay,
    },
    id::AttachmentId,
    model::AttachmentRetrieveResponse,
    secret::ApiKey,
    upload::storage_failure,
};
use bytes::Bytes;
use http::{Method, Response, StatusCode, Uri, header};
use std::{
    fmt, mem,
    time::{Duration, Instant},
};

/// The state machine of a download.
///
/// **The driver's contract:** call [`step`](Self::step) with `None`. For each [`DownloadStep::Call`], wait `after`,
/// send `request` to the API, and call `step` again with the outcome. For each [`DownloadStep::Get`], wait `after`,
/// send `request`, and pass the head of the response to [`BodyCheck::start`](super::BodyCheck::start). If the body is
/// the file, write it to the target, emptied of what an earlier attempt wrote, and call `step` again with the response
/// without its body; otherwise with the response and its body. Continue until [`DownloadStep::Done`]. If the target
/// cannot be emptied and has been written to, call [`target_exhausted`](Self::target_exhausted) before the next step.
/// `now` is always the current instant.
pub struct Download {
    config: ExchangeConfig,
    options: CallOptions,
    entropy: Entropy,
    attachment: Option<AttachmentId>,
    stall_timeout: Duration,
    deadline: Option<Instant>,
    state: State,
    retries_left: u32,
    retry_tokens: RetryTokens,
    /// Number of times that the file was requested, without redirects.
    transfers: u32,
    /// Reports the requests to the storage.
    reporter: AttemptReporter,
    history: AttemptHistory,
    /// True if the URL was retrieved again because it may have expired.
    url_renewed: bool,
    target_exhausted: bool,
}

/// The next step of a driver.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // short-lived: destructured as soon as it is returned
pub enum DownloadStep {
    /// Send a request to the API.
    Call(Attempt),
    /// Request the file from the storage.
    Get(GetRequest),
    /// The download is over; if it succeeded, the target has the whole file.
    Done(Result<(), Error>),
}

/// The outcome of a step: a response, whatever its status, or a failure.
pub type DownloadOutcome = Result<Response<Bytes>, DownloadFailure>;

/// The reason why a step had no complete response.
#[derive(Debug)]
#[non_exhaustive]
pub enum DownloadFailure {
    /// A transport error.
    Transport(TransportError),
    /// An error of the file or the target.
    Download(DownloadError),
}

impl From<TransportError> for DownloadFailure {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

/// A request that is invalid is not sent.
impl From<InvalidArgument> for DownloadFailure {
    fn from(invalid: InvalidArgument) -> Self {
        TransportError::new(TransportErrorKind::InvalidRequest, invalid).into()
    }
}

impl From<DownloadError> for DownloadFailure {
    fn from(error: DownloadError) -> Self {
        Self::Download(error)
    }
}

enum State {
    Retrieving(Box<Exchange<RetrieveAttachment>>),
    Getting(Hop),
    Finished,
}

/// A request for the file, which may be that of a redirect.
struct Hop {
    /// URL to start over from.
    first: Uri,
    uri: Uri,
    redirects: u32,
}

impl Hop {
    fn first(uri: Uri) -> Self {
        Self {
            first: uri.clone(),
            uri,
            redirects: 0,
        }
    }
}

impl Download {
    /// Default maximum size of a file: 100 MiB, the maximum of uploads.
    pub const DEFAULT_MAX_BYTES: u64 = 100 << 20;
    /// Maximum number of redirects.
    pub const MAX_REDIRECTS: u32 = 5;

    pub(super) fn new(
        config: &ExchangeConfig,
        source: DownloadSource,
        options: CallOptions,
        stall_timeout: Option<Duration>,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Self, InvalidArgument> {
        let state = match (source.url, &source.attachment) {
            (Some(url), _) => {
                let uri = get_request::parse_url(url.as_str(), &config.base_url);
                State::Getting(Hop::first(
                    uri.map_err(|reason| InvalidArgument::new("url", reason))?,
                ))
            }
            (None, Some(id)) => {
                let retrieval = RetrieveAttachment::new(id.clone());
                let exchange = Exchange::new(config, retrieval, &options, entropy, now)?;
                State::Retrieving(Box::new(exchange))
            }
            (None, None) => {
                return Err(InvalidArgument::new(
                    "source",
                    "must have an identifier or a URL",
                ));
            }
        };
        let deadline = options.deadline.or(config.deadline);
        let stall_timeout = stall_timeout.or(options.timeout).unwrap_or(config.timeout);
        Ok(Self {
            attachment: source.attachment,
            stall_timeout: stall_timeout
                .clamp(Duration::from_millis(1), ExchangeConfig::MAX_TIMEOUT),
            deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
            state,
            retries_left: options.max_retries.unwrap_or(config.max_retries),
            retry_tokens: config.retry_quota.tokens(),
            reporter: AttemptReporter::new(
                config.observer.as_ref(),
                "attachments.download",
                Method::GET,
                "",
            ),
            config: config.clone(),
            options,
            entropy,
            transfers: 0,
            history: AttemptHistory::new(true),
            url_renewed: false,
            target_exhausted: false,
        })
    }

    /// Records that the target cannot be emptied, so that the download is not retried.
    pub fn target_exhausted(&mut self) {
        self.target_exhausted = true;
    }

    /// Returns whether the download may call the API: to retrieve a URL, or to renew it.
    #[must_use]
    pub fn may_call_api(&self) -> bool {
        self.attachment.is_some()
    }

    /// Replaces the API key of all further calls.
    pub fn reauthenticate(&mut self, key: &ApiKey) {
        self.config = self.config.clone().api_key(key);
        if let State::Retrieving(exchange) = &mut self.state {
            exchange.reauthenticate(key);
        }
    }

    /// Records the arrival of a 401 from the API: see [`Exchange::token_rejected`].
    pub fn token_rejected(&mut self, trace_id: Option<&str>, now: Instant) {
        if let State::Retrieving(exchange) = &mut self.state {
            exchange.token_rejected(trace_id, now);
        }
    }

    /// Returns the attempt to send after a 401 and [`reauthenticate`](Self::reauthenticate), instead of passing the 401
    /// to [`step`](Self::step): see [`Exchange::retry_with_token`]. `None` also if the last step was not a call to the
    /// API.
    pub fn retry_with_token(&mut self, now: Instant) -> Option<Attempt> {
        match &mut self.state {
            State::Retrieving(exchange) => exchange.retry_with_token(now),
            State::Getting(_) | State::Finished => None,
        }
    }

    /// Processes the outcome of the last step (`None` at the start) and returns the next step. After
    /// [`Done`](DownloadStep::Done) it returns [`Error::InvalidState`].
    pub fn step(&mut self, outcome: Option<DownloadOutcome>, now: Instant) -> DownloadStep {
        match (mem::replace(&mut self.state, State::Finished), outcome) {
            (State::Retrieving(exchange), outcome) => self.retrieve(exchange, outcome, now),
            (State::Getting(hop), Some(outcome)) => self.classify(hop, outcome, now),
            (State::Getting(hop), None) => self.get(hop, Duration::ZERO, now),
            (State::Finished, _) => {
                let finished = InvalidState::new("the download has finished");
                DownloadStep::Done(Err(finished.into()))
            }
        }
    }

    fn retrieve(
        &mut self,
        mut exchange: Box<Exchange<RetrieveAttachment>>,
        outcome: Option<DownloadOutcome>,
        now: Instant,
    ) -> DownloadStep {
        let outcome = match outcome.transpose() {
            Ok(response) => response.map(Ok),
            Err(DownloadFailure::Transport(error)) => Some(Err(error)),
            Err(DownloadFailure::Download(error)) => return fail(error),
        };
        match exchange.step(outcome, now) {
            Step::Send(attempt) => {
                self.state = State::Retrieving(exchange);
                DownloadStep::Call(attempt)
            }
            Step::Done(Err(error)) => DownloadStep::Done(Err(error)),
            Step::Done(Ok(attachment)) => match self.url_of(attachment) {
                Ok(uri) => self.get(Hop::first(uri), Duration::ZERO, now),
                Err(error) => fail(error),
            },
        }
    }

    fn url_of(&self, attachment: AttachmentRetrieveResponse) -> Result<Uri, DownloadError> {
        let url = attachment.download_url.ok_or(DownloadError::NoUrl)?;
        get_request::parse_url(url.as_str(), &self.config.base_url)
            .map_err(DownloadError::InvalidUrl)
    }

    fn get(&mut self, hop: Hop, after: Duration, now: Instant) -> DownloadStep {
        if hop.redirects == 0 {
            self.transfers += 1;
        }
        self.reporter.request(self.transfers, after, now);
        let left = self.time_left(now).map(|left| left.saturating_sub(after));
        let get = GetRequest {
            after,
            stall_timeout: self.stall_timeout,
            timeout: left
                .map(|left| left.clamp(Duration::from_millis(1), ExchangeConfig::MAX_TIMEOUT)),
            request: get_request::request(hop.uri.clone()),
        };
        self.state = State::Getting(hop);
        DownloadStep::Get(get)
    }

    fn classify(&mut self, hop: Hop, outcome: DownloadOutcome, now: Instant) -> DownloadStep {
        self.history.reached_server |= outcome.is_ok();
        match outcome {
            Ok(response) if response.status() == StatusCode::OK => {
                self.retry_tokens.succeeded();
                self.report(response.status(), None, now);
                DownloadStep::Done(Ok(()))
            }
            Ok(response) if is_redirect(response.status()) => {
                self.report(response.status(), None, now);
                self.follow(hop, &response, now)
            }
            Ok(response) => {
                let wait = retry_after::retry_after(response.headers());
                let status = response.status();
                let error = StorageError::read(response).after(self.transfers);
                let failure = storage_failure(&error);
                if let Some(id) = self.renewable(&error, failure) {
                    self.report(status, Some(Duration::ZERO), now);
                    return self.renew(id, now);
                }
                let delay = self.retry_delay(failure, wait, now);
                self.report(status, delay, now);
                match delay {
                    Some(delay) => self.start_over(hop, delay, now),
                    None => fail(DownloadError::Rejected(error)),
                }
            }
            Err(DownloadFailure::Transport(error)) => {
                let delay = self.retry_delay(error.kind().into(), None, now);
                self.reporter.failure(error.kind(), delay, now);
                if let Some(delay) = delay {
                    self.history.reached_server |= error.may_have_been_sent();
                    self.start_over(hop, delay, now)
                } else {
                    let error = error.after(self.transfers, self.history, None);
                    DownloadStep::Done(Err(error.with_host(&hop.uri).into()))
                }
            }
            Err(DownloadFailure::Download(error)) => {
                let kind = match error {
                    DownloadError::TooLarge { .. } => TransportErrorKind::ResponseTooLarge,
                    _ => TransportErrorKind::Cancelled { sent: true },
                };
                self.reporter.failure(kind, None, now);
                fail(error)
            }
        }
    }

    /// Reports a response of the storage to the observer.
    fn report(&self, status: StatusCode, retry_delay: Option<Duration>, now: Instant) {
        self.reporter.response(status, None, None, retry_delay, now);
    }

    fn follow(&mut self, hop: Hop, response: &Response<Bytes>, now: Instant) -> DownloadStep {
        if hop.redirects == Self::MAX_REDIRECTS {
            return fail(DownloadError::TooManyRedirects {
                max: Self::MAX_REDIRECTS,
            });
        }
        let location = response.headers().get(header::LOCATION);
        let target = location
            .ok_or("the target is missing")
            .and_then(|location| {
                get_request::redirect_target(&hop.uri, location.as_bytes(), &self.config.base_url)
            });
        match target {
            Ok(uri) => {
                let next = Hop {
                    uri,
                    redirects: hop.redirects + 1,
                    ..hop
                };
                self.get(next, Duration::ZERO, now)
            }
            Err(reason) => fail(DownloadError::InvalidRedirect(reason)),
        }
    }

    fn start_over(&mut self, hop: Hop, delay: Duration, now: Instant) -> DownloadStep {
        self.retries_left -= 1;
        self.get(Hop::first(hop.first), delay, now)
    }

    /// Returns the attachment to retrieve again, if the URL may have expired. Storages also report a missing file for
    /// an expired URL.
    fn renewable(&mut self, error: &StorageError, failure: Failure) -> Option<AttachmentId> {
        let may_be_expired = error.may_be_expired_url() || error.status() == StatusCode::NOT_FOUND;
        let can_renew = may_be_expired && !self.url_renewed && self.retries_left > 0;
        let id = self.attachment.clone().filter(|_| can_renew)?;
        self.retry_tokens.take(failure).then_some(id)
    }

    fn renew(&mut self, id: AttachmentId, now: Instant) -> DownloadStep {
        self.retries_left -= 1;
        self.url_renewed = true;
        let mut options = self.options.clone();
        options.deadline = self.time_left(now);
        let retrieval = RetrieveAttachment::new(id);
        match Exchange::new(&self.config, retrieval, &options, self.entropy, now) {
            Ok(exchange) => self.retrieve(Box::new(exchange), None, now),
            Err(invalid) => DownloadStep::Done(Err(invalid.into())),
        }
    }

    fn retry_delay(
        &mut self,
        failure: Failure,
        retry_after: Option<Duration>,
        now: Instant,
    ) -> Option<Duration> {
        if self.target_exhausted {
            return None;
        }
        let delay = retry_delay(&RetryContext {
            failure,
            idempotency: Idempotency::ReadOnly,
            is_non_retryable_code: false,
            retries_left: self.retries_left,
            retry_after,
            should_retry: None,
            time_left: self.time_left(now),
            backoff: backoff(self.transfers, self.entropy.fraction(self.transfers)),
        })?;
        self.retry_tokens.take(failure).then_some(delay)
    }

    fn time_left(&self, now: Instant) -> Option<Duration> {
        self.deadline
            .map(|deadline| deadline.saturating_duration_since(now))
    }
}

fn fail(error: DownloadError) -> DownloadStep {
    DownloadStep::Done(Err(Box::new(error).into()))
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("attachment", &self.attachment)
            .field("transfers", &self.transfers)
            .field("retries_left", &self.retries_left)
            .finish_non_exhaustive()
    }
}
