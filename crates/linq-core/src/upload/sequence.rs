use super::{
    PutRequest, Uploaded,
    put_request::{MIN_THROUGHPUT, Target},
};
use crate::{
    api::attachments::{CreateAttachment, DeleteAttachment},
    endpoint::{Endpoint, Idempotency},
    error::{
        AttemptHistory, Error, InvalidArgument, InvalidState, StorageError, TransportError,
        TransportErrorKind, UploadError,
    },
    exchange::{
        Attempt, AttemptReporter, CallOptions, Entropy, Exchange, ExchangeConfig, Failure,
        RetryContext, RetryTokens, Step, backoff, retry_after, retry_delay,
    },
    id::AttachmentId,
    secret::ApiKey,
};
use bytes::Bytes;
use http::{Method, Response};
use std::{
    fmt, mem,
    time::{Duration, Instant},
};

/// Timeout for deleting each attachment of a failed transfer.
const CLEANUP_TIMEOUT: Duration = Duration::from_secs(5);

/// The state machine of an upload.
///
/// **The driver's contract:** call [`step`](Self::step) with `None`; for each [`UploadStep::Call`], wait
/// `after`, send `request` to the API, and call `step` again with the outcome; for each
/// [`UploadStep::Put`] do the same with the file as the body, rewound if `is_retry`; until
/// [`UploadStep::Done`]. If the source cannot be rewound and has been read from, call
/// [`source_exhausted`](Self::source_exhausted) before the next step. `now` is always the current instant.
pub struct Upload {
    config: ExchangeConfig,
    options: CallOptions,
    entropy: Entropy,
    file: CreateAttachment,
    transfer_time: Duration,
    deadline: Option<Instant>,
    state: State,
    retries_left: u32,
    retry_tokens: RetryTokens,
    transfers: u32,
    /// Reports the transfers.
    reporter: AttemptReporter,
    /// Outcomes of the transfers so far.
    history: AttemptHistory,
    /// True if another URL was requested before.
    url_renewed: bool,
    source_exhausted: bool,
    /// Attachments of failed transfers, to be deleted.
    orphans: Vec<AttachmentId>,
}

/// The next step of a driver, which has to handle all of them; so it is exhaustive.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // short-lived: destructured as soon as it is returned
pub enum UploadStep {
    /// Send a request to the API.
    Call(Attempt),
    /// Send the file to the storage.
    Put(PutRequest),
    /// The upload is over.
    Done(Result<Uploaded, Error>),
}

/// The outcome of a step: a response, whatever its status, or a failure.
pub type UploadOutcome = Result<Response<Bytes>, UploadFailure>;

/// The reason why a step had no response.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UploadFailure {
    /// A transport error.
    Transport(TransportError),
    /// An error of the source.
    Source(UploadError),
}

impl From<TransportError> for UploadFailure {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

/// A request that is invalid is not sent.
impl From<InvalidArgument> for UploadFailure {
    fn from(invalid: InvalidArgument) -> Self {
        TransportError::new(TransportErrorKind::InvalidRequest, invalid).into()
    }
}

impl From<UploadError> for UploadFailure {
    fn from(error: UploadError) -> Self {
        Self::Source(error)
    }
}

enum State {
    Creating(Exchange<CreateAttachment>),
    Sending(Target),
    CleaningUp(Exchange<DeleteAttachment>, Result<Uploaded, Error>),
    Finished,
}

/// The action after a failed transfer.
enum RecoveryAction {
    /// Retry with the same URL, after a delay.
    Retry(Duration),
    /// Request another URL.
    RenewUrl,
    Never,
}

impl RecoveryAction {
    /// Returns the delay before the next request, if there is one.
    fn delay(&self) -> Option<Duration> {
        match self {
            Self::Retry(delay) => Some(*delay),
            Self::RenewUrl => Some(Duration::ZERO),
            Self::Never => None,
        }
    }
}

impl Upload {
    pub(super) fn new(
        config: &ExchangeConfig,
        file: CreateAttachment,
        options: CallOptions,
        transfer_time: Option<Duration>,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Self, InvalidArgument> {
        let default_time = || {
            let for_bytes = Duration::from_secs(file.size_bytes / MIN_THROUGHPUT);
            config.timeout.saturating_add(for_bytes)
        };
        let deadline = options.deadline.or(config.deadline);
        let creation = Exchange::new(config, file.clone(), &options, entropy, now)?;
        Ok(Self {
            transfer_time: transfer_time.unwrap_or_else(default_time),
            deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
            state: State::Creating(creation),
            retries_left: options.max_retries.unwrap_or(config.max_retries),
            retry_tokens: config.retry_quota.tokens(),
            reporter: AttemptReporter::new(
                config.observer.as_ref(),
                "attachments.upload",
                Method::PUT,
                "",
            ),
            config: config.clone(),
            options,
            entropy,
            file,
            transfers: 0,
            history: AttemptHistory::default(),
            url_renewed: false,
            source_exhausted: false,
            orphans: Vec::new(),
        })
    }

    /// Records that the source cannot be rewound, so that the transfer is not retried.
    pub fn source_exhausted(&mut self) {
        self.source_exhausted = true;
    }

    /// Replaces the API key of all further calls.
    pub fn reauthenticate(&mut self, key: &ApiKey) {
        self.config = self.config.clone().api_key(key);
        match &mut self.state {
            State::Creating(exchange) => exchange.reauthenticate(key),
            State::CleaningUp(exchange, _) => exchange.reauthenticate(key),
            State::Sending(_) | State::Finished => {}
        }
    }

    /// Records the arrival of a 401 from the API: see [`Exchange::token_rejected`].
    pub fn token_rejected(&mut self, trace_id: Option<&str>, now: Instant) {
        match &mut self.state {
            State::Creating(exchange) => exchange.token_rejected(trace_id, now),
            State::CleaningUp(exchange, _) => exchange.token_rejected(trace_id, now),
            State::Sending(_) | State::Finished => {}
        }
    }

    /// Returns the attempt to send after a 401 and [`reauthenticate`](Self::reauthenticate), instead of passing the 401
    /// to [`step`](Self::step): see [`Exchange::retry_with_token`]. `None` also if the last step was not a call to the
    /// API.
    pub fn retry_with_token(&mut self, now: Instant) -> Option<Attempt> {
        match &mut self.state {
            State::Creating(exchange) => exchange.retry_with_token(now),
            State::CleaningUp(exchange, _) => exchange.retry_with_token(now),
            State::Sending(_) | State::Finished => None,
        }
    }

    /// Processes the outcome of the last step (`None` at the start) and returns the next step. After
    /// [`Done`](UploadStep::Done) it returns [`Error::InvalidState`].
    pub fn step(&mut self, outcome: Option<UploadOutcome>, now: Instant) -> UploadStep {
        match (mem::replace(&mut self.state, State::Finished), outcome) {
            (State::Creating(exchange), outcome) => self.create(exchange, outcome, now),
            (State::Sending(target), Some(outcome)) => self.classify(target, outcome, now),
            (State::Sending(target), None) => self.transfer(target, Duration::ZERO, now),
            (State::CleaningUp(exchange, result), outcome) => {
                self.clean_up(exchange, result, outcome, now)
            }
            (State::Finished, _) => {
                let finished = InvalidState::new("the upload has finished");
                UploadStep::Done(Err(finished.into()))
            }
        }
    }

    fn create(
        &mut self,
        mut exchange: Exchange<CreateAttachment>,
        outcome: Option<UploadOutcome>,
        now: Instant,
    ) -> UploadStep {
        let outcome = match outcome.transpose() {
            Ok(response) => response.map(Ok),
            Err(UploadFailure::Transport(error)) => Some(Err(error)),
            Err(UploadFailure::Source(error)) => return self.fail(error, now),
        };
        match exchange.step(outcome, now) {
            Step::Send(attempt) => {
                self.state = State::Creating(exchange);
                UploadStep::Call(attempt)
            }
            Step::Done(Err(error)) => self.finish(Err(error), now),
            Step::Done(Ok(created)) => {
                let id = created.attachment_id.clone();
                match Target::new(created, self.file.size_bytes, &self.config.base_url, now) {
                    Ok(target) => self.transfer(target, Duration::ZERO, now),
                    Err(error) => {
                        self.orphans.push(id);
                        self.fail(error, now)
                    }
                }
            }
        }
    }

    fn transfer(&mut self, target: Target, after: Duration, now: Instant) -> UploadStep {
        self.transfers += 1;
        self.reporter.request(self.transfers, after, now);
        let left = self.time_left(now).map(|left| left.saturating_sub(after));
        let timeout = left.map_or(self.transfer_time, |left| left.min(self.transfer_time));
        let put = PutRequest {
            after,
            timeout: timeout.clamp(Duration::from_millis(1), ExchangeConfig::MAX_TIMEOUT),
            request: target.request(),
            size: self.file.size_bytes,
            is_retry: self.transfers > 1,
        };
        self.state = State::Sending(target);
        UploadStep::Put(put)
    }

    fn classify(&mut self, target: Target, outcome: UploadOutcome, now: Instant) -> UploadStep {
        match outcome {
            Ok(response) if response.status().is_success() => {
                self.retry_tokens.succeeded();
                self.reporter
                    .response(response.status(), None, None, None, now);
                let CreateAttachment {
                    filename,
                    content_type,
                    size_bytes,
                    ..
                } = self.file.clone();
                let uploaded = Uploaded {
                    attachment_id: target.created.attachment_id,
                    download_url: target.created.download_url,
                    filename,
                    content_type,
                    size_bytes,
                };
                self.finish(Ok(uploaded), now)
            }
            Ok(response) => {
                let wait = retry_after::retry_after(response.headers());
                let status = response.status();
                let error = StorageError::read(response).after(self.transfers);
                let failure = storage_failure(&error);
                let action = if error.may_be_expired_url() {
                    self.url_renewal(failure)
                } else {
                    self.recovery_action(&target, failure, wait, now)
                };
                self.reporter
                    .response(status, None, None, action.delay(), now);
                match action {
                    RecoveryAction::Never => {
                        self.orphans.push(target.created.attachment_id);
                        self.fail(UploadError::Rejected(error), now)
                    }
                    action => {
                        self.history.reached_server = true;
                        self.history.may_have_taken_effect |= status.is_server_error();
                        self.apply(&action, target, now)
                    }
                }
            }
            Err(UploadFailure::Transport(error)) => {
                let error = error
                    .after(self.transfers, self.history, None)
                    .with_host(target.request().uri());
                let action = self.recovery_action(&target, error.kind().into(), None, now);
                self.reporter.failure(error.kind(), action.delay(), now);
                match action {
                    // Deleting the attachment would need the connection that has just failed.
                    RecoveryAction::Never => UploadStep::Done(Err(error.into())),
                    action => {
                        self.history.reached_server = error.may_have_been_sent();
                        self.history.may_have_taken_effect = error.may_have_taken_effect();
                        self.apply(&action, target, now)
                    }
                }
            }
            Err(UploadFailure::Source(error)) => {
                let cancelled = TransportErrorKind::Cancelled { sent: true };
                self.reporter.failure(cancelled, None, now);
                self.orphans.push(target.created.attachment_id);
                self.fail(error, now)
            }
        }
    }

    fn recovery_action(
        &mut self,
        target: &Target,
        failure: Failure,
        retry_after: Option<Duration>,
        now: Instant,
    ) -> RecoveryAction {
        if self.source_exhausted || self.retries_left == 0 {
            return RecoveryAction::Never;
        }
        let delay = retry_delay(&RetryContext {
            failure,
            idempotency: Idempotency::Idempotent,
            is_non_retryable_code: false,
            retries_left: self.retries_left,
            retry_after,
            should_retry: None,
            time_left: self.time_left(now),
            backoff: backoff(self.transfers, self.entropy.fraction(self.transfers)),
        });
        match delay {
            None => RecoveryAction::Never,
            Some(_) if !self.retry_tokens.take(failure) => RecoveryAction::Never,
            Some(delay) if target.is_expired(now + delay) => RecoveryAction::RenewUrl,
            Some(delay) => RecoveryAction::Retry(delay),
        }
    }

    /// Returns the action if the URL may have expired: an expired URL is rejected like an invalid one, so another one
    /// is requested once.
    fn url_renewal(&mut self, failure: Failure) -> RecoveryAction {
        let can_renew = !self.source_exhausted && self.retries_left > 0 && !self.url_renewed;
        if can_renew && self.retry_tokens.take(failure) {
            RecoveryAction::RenewUrl
        } else {
            RecoveryAction::Never
        }
    }

    fn apply(&mut self, action: &RecoveryAction, target: Target, now: Instant) -> UploadStep {
        self.retries_left -= 1;
        if let RecoveryAction::Retry(delay) = action {
            return self.transfer(target, *delay, now);
        }
        self.url_renewed = true;
        self.orphans.push(target.created.attachment_id);
        match self.exchange(self.file.clone(), self.options.clone(), now) {
            Ok(exchange) => self.create(exchange, None, now),
            Err(invalid) => self.finish(Err(invalid.into()), now),
        }
    }

    fn fail(&mut self, error: UploadError, now: Instant) -> UploadStep {
        self.finish(Err(Box::new(error).into()), now)
    }

    /// Deletes the attachments of failed transfers, one after the other, and returns the result.
    fn finish(&mut self, result: Result<Uploaded, Error>, now: Instant) -> UploadStep {
        let in_time = self.time_left(now).is_none_or(|left| !left.is_zero());
        if let Some(orphan) = self.orphans.pop().filter(|_| in_time) {
            let options = CallOptions {
                headers: self.options.headers.clone(),
                ..CallOptions::default()
            };
            let options = options.max_retries(0).timeout(CLEANUP_TIMEOUT);
            let deletion = DeleteAttachment::new(orphan);
            if let Ok(exchange) = self.exchange(deletion, options, now) {
                return self.clean_up(exchange, result, None, now);
            }
        }
        UploadStep::Done(result)
    }

    fn clean_up(
        &mut self,
        mut exchange: Exchange<DeleteAttachment>,
        result: Result<Uploaded, Error>,
        outcome: Option<UploadOutcome>,
        now: Instant,
    ) -> UploadStep {
        let outcome = match outcome.transpose() {
            Ok(response) => response.map(Ok),
            Err(UploadFailure::Transport(error)) => Some(Err(error)),
            Err(UploadFailure::Source(_)) => return UploadStep::Done(result),
        };
        match exchange.step(outcome, now) {
            Step::Send(attempt) => {
                self.state = State::CleaningUp(exchange, result);
                UploadStep::Call(attempt)
            }
            // The result of the upload does not depend on the deletion.
            Step::Done(_) => self.finish(result, now),
        }
    }

    /// Starts a call to the API within the remaining time until the deadline.
    fn exchange<E: Endpoint>(
        &self,
        endpoint: E,
        mut options: CallOptions,
        now: Instant,
    ) -> Result<Exchange<E>, InvalidArgument> {
        options.deadline = self.time_left(now);
        Exchange::new(&self.config, endpoint, &options, self.entropy, now)
    }

    fn time_left(&self, now: Instant) -> Option<Duration> {
        self.deadline
            .map(|deadline| deadline.saturating_duration_since(now))
    }
}

pub(crate) fn storage_failure(error: &StorageError) -> Failure {
    match error.reason() {
        // S3's code, with status 400, for a stalled transfer.
        Some("RequestTimeout") => Failure::ResponseLost,
        _ => Failure::ErrorResponse {
            status: error.status(),
            code: None,
        },
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("file", &self.file)
            .field("state", &self.state)
            .field("transfers", &self.transfers)
            .field("retries_left", &self.retries_left)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Creating(exchange) => f.debug_tuple("Creating").field(exchange).finish(),
            Self::Sending(target) => f.debug_tuple("Sending").field(target).finish(),
            Self::CleaningUp(exchange, _) => f.debug_tuple("CleaningUp").field(exchange).finish(),
            Self::Finished => f.write_str("Finished"),
        }
    }
}
