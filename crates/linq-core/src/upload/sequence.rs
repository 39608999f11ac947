use super::{
    Put, Uploaded,
    put::{Target, UPLOAD_RATE},
};
use crate::{
    api::attachments::{CreateAttachment, DeleteAttachment},
    endpoint::{Endpoint, Idempotency},
    error::{AttemptHistory, Error, InvalidArgument, StorageError, TransportError, UploadError},
    exchange::{
        Attempt, CallOptions, Config, Entropy, Exchange, Failure, RetryContext, Step, backoff,
        retry_after, retry_delay,
    },
    id::AttachmentId,
    secret::ApiKey,
};
use bytes::Bytes;
use http::{Response, StatusCode};
use std::{
    fmt, mem,
    time::{Duration, Instant},
};

/// How long the caller waits for each thing that was announced in vain to be deleted.
const CLEANING_TIME: Duration = Duration::from_secs(5);

/// One upload, from the announcement to the result.
///
/// **The driver's contract:** call [`step`](Self::step) with `None`; for each [`UploadStep::Call`],
/// wait `after`, send `request` to the API, and call `step` again with what came of it; for each
/// [`UploadStep::Put`] do the same with the file as the body, back at its start if `again` says so; until
/// [`UploadStep::Done`]. If the source cannot go back and something was read from it, say so with
/// [`source_is_spent`](Self::source_is_spent) before the next step. `now` is always the present moment.
pub struct Upload {
    config: Config,
    options: CallOptions,
    entropy: Entropy,
    file: CreateAttachment,
    transfer_time: Duration,
    deadline: Option<Instant>,
    state: State,
    retries_left: u32,
    puts: u32,
    /// What came of the transfers so far.
    history: AttemptHistory,
    /// Whether the storage has sent us back for another URL already.
    renewed: bool,
    spent: bool,
    /// What was announced in vain.
    orphans: Vec<AttachmentId>,
}

/// What a driver does next.
#[derive(Debug)]
#[allow(clippy::large_enum_variant)] // it is taken apart as soon as it is made
pub enum UploadStep {
    /// Send this to the API.
    Call(Attempt),
    /// Send the file to the storage.
    Put(Put),
    /// The upload is over.
    Done(Result<Uploaded, Error>),
}

/// What came of a step: a reply, whatever its status, or none.
pub type UploadOutcome = Result<Response<Bytes>, UploadFailure>;

/// Why a step brought no reply.
#[derive(Debug)]
#[non_exhaustive]
pub enum UploadFailure {
    /// Something is wrong with the connection.
    Transport(TransportError),
    /// Something is wrong with the file.
    Source(UploadError),
}

impl From<TransportError> for UploadFailure {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

impl From<UploadError> for UploadFailure {
    fn from(error: UploadError) -> Self {
        Self::Source(error)
    }
}

enum State {
    Announcing(Exchange<CreateAttachment>),
    Sending(Target),
    CleaningUp(Exchange<DeleteAttachment>, Result<Uploaded, Error>),
    Over,
}

/// What to do about a file that was not taken.
enum Remedy {
    /// Send it to the same place once more.
    Again(Duration),
    /// Ask for another place.
    Renew,
    Never,
}

impl Upload {
    pub(super) fn new(
        config: &Config,
        file: CreateAttachment,
        options: CallOptions,
        transfer_time: Option<Duration>,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Self, InvalidArgument> {
        let default_time = || {
            let for_bytes = Duration::from_secs(file.size_bytes / UPLOAD_RATE);
            config.timeout.saturating_add(for_bytes)
        };
        let deadline = options.deadline.or(config.deadline);
        let announcement = Exchange::new(config, file.clone(), &options, entropy, now)?;
        Ok(Self {
            transfer_time: transfer_time.unwrap_or_else(default_time),
            deadline: deadline.and_then(|deadline| now.checked_add(deadline)),
            state: State::Announcing(announcement),
            retries_left: options.max_retries.unwrap_or(config.max_retries),
            config: config.clone(),
            options,
            entropy,
            file,
            puts: 0,
            history: AttemptHistory::default(),
            renewed: false,
            spent: false,
            orphans: Vec::new(),
        })
    }

    /// Says that the source cannot be sent from its start any more.
    pub fn source_is_spent(&mut self) {
        self.spent = true;
    }

    /// Calls the API under another key from here on.
    pub fn reauthenticate(&mut self, key: &ApiKey) {
        self.config = self.config.clone().api_key(key);
        match &mut self.state {
            State::Announcing(exchange) => exchange.reauthenticate(key),
            State::CleaningUp(exchange, _) => exchange.reauthenticate(key),
            State::Sending(_) | State::Over => {}
        }
    }

    /// Instead of handing over a 401: the last request to the API once more, as
    /// [`Exchange::retry_with_token`] has it. `None` also if the last step was none to the API.
    pub fn retry_with_token(&mut self, now: Instant) -> Option<Attempt> {
        match &mut self.state {
            State::Announcing(exchange) => exchange.retry_with_token(now),
            State::CleaningUp(exchange, _) => exchange.retry_with_token(now),
            State::Sending(_) | State::Over => None,
        }
    }

    /// Takes the outcome of the last step (`None` at the start) and says what to do next.
    pub fn step(&mut self, outcome: Option<UploadOutcome>, now: Instant) -> UploadStep {
        match (mem::replace(&mut self.state, State::Over), outcome) {
            (State::Announcing(exchange), outcome) => self.announce(exchange, outcome, now),
            (State::Sending(target), Some(outcome)) => self.classify(target, outcome, now),
            (State::Sending(target), None) => self.put(target, Duration::ZERO, now),
            (State::CleaningUp(exchange, result), outcome) => {
                self.clean_up(exchange, result, outcome, now)
            }
            (State::Over, _) => {
                let over = InvalidArgument::new("upload", "it is over, and goes no further");
                UploadStep::Done(Err(over.into()))
            }
        }
    }

    fn announce(
        &mut self,
        mut exchange: Exchange<CreateAttachment>,
        outcome: Option<UploadOutcome>,
        now: Instant,
    ) -> UploadStep {
        let outcome = match outcome.transpose() {
            Ok(reply) => reply.map(Ok),
            Err(UploadFailure::Transport(error)) => Some(Err(error)),
            Err(UploadFailure::Source(error)) => return self.fail(error, now),
        };
        match exchange.step(outcome, now) {
            Step::Send(attempt) => {
                self.state = State::Announcing(exchange);
                UploadStep::Call(attempt)
            }
            Step::Done(Err(error)) => self.finish(Err(error), now),
            Step::Done(Ok(created)) => {
                let id = created.attachment_id.clone();
                match Target::new(created, self.file.size_bytes, &self.config.base_url, now) {
                    Ok(target) => self.put(target, Duration::ZERO, now),
                    Err(error) => {
                        self.orphans.push(id);
                        self.fail(error, now)
                    }
                }
            }
        }
    }

    fn put(&mut self, target: Target, after: Duration, now: Instant) -> UploadStep {
        self.puts += 1;
        let left = self.time_left(now).map(|left| left.saturating_sub(after));
        let timeout = left.map_or(self.transfer_time, |left| left.min(self.transfer_time));
        let put = Put {
            after,
            timeout: timeout.clamp(Duration::from_millis(1), Config::MAX_TIMEOUT),
            request: target.request(),
            size: self.file.size_bytes,
            again: self.puts > 1,
        };
        self.state = State::Sending(target);
        UploadStep::Put(put)
    }

    fn classify(&mut self, target: Target, outcome: UploadOutcome, now: Instant) -> UploadStep {
        match outcome {
            Ok(reply) if reply.status().is_success() => {
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
            Ok(reply) => {
                let wait = retry_after::retry_after(reply.headers());
                let status = reply.status();
                let refusal = StorageError::read(reply).after(self.puts);
                let remedy = if wants_another_url(&refusal) {
                    self.renewal()
                } else {
                    self.remedy(&target, failure(&refusal), wait, now)
                };
                match remedy {
                    Remedy::Never => {
                        self.orphans.push(target.created.attachment_id);
                        self.fail(UploadError::Refused(refusal), now)
                    }
                    remedy => {
                        self.history.reached_server = true;
                        self.history.may_have_taken_effect |= status.is_server_error();
                        self.apply(&remedy, target, now)
                    }
                }
            }
            Err(UploadFailure::Transport(error)) => {
                let error = error.after(self.puts, self.history, None);
                match self.remedy(&target, error.kind().into(), None, now) {
                    // To delete what was announced would take the connection that has just failed.
                    Remedy::Never => UploadStep::Done(Err(error.into())),
                    remedy => {
                        self.history.reached_server = error.may_have_been_sent();
                        self.history.may_have_taken_effect = error.may_have_taken_effect();
                        self.apply(&remedy, target, now)
                    }
                }
            }
            Err(UploadFailure::Source(error)) => {
                self.orphans.push(target.created.attachment_id);
                self.fail(error, now)
            }
        }
    }

    fn remedy(
        &self,
        target: &Target,
        failure: Failure,
        retry_after: Option<Duration>,
        now: Instant,
    ) -> Remedy {
        if self.spent || self.retries_left == 0 {
            return Remedy::Never;
        }
        let delay = retry_delay(&RetryContext {
            failure,
            idempotency: Idempotency::Idempotent,
            is_non_retryable_code: false,
            retries_left: self.retries_left,
            retry_after,
            should_retry: None,
            time_left: self.time_left(now),
            backoff: backoff(self.puts, self.entropy.fraction(self.puts)),
        });
        match delay {
            None => Remedy::Never,
            Some(delay) if target.is_expired(now + delay) => Remedy::Renew,
            Some(delay) => Remedy::Again(delay),
        }
    }

    /// An expired URL is refused as a wrong one is, so another one is asked for once.
    fn renewal(&self) -> Remedy {
        if self.spent || self.retries_left == 0 || self.renewed {
            Remedy::Never
        } else {
            Remedy::Renew
        }
    }

    fn apply(&mut self, remedy: &Remedy, target: Target, now: Instant) -> UploadStep {
        self.retries_left -= 1;
        if let Remedy::Again(delay) = remedy {
            return self.put(target, *delay, now);
        }
        self.renewed = true;
        self.orphans.push(target.created.attachment_id);
        match self.exchange(self.file.clone(), self.options.clone(), now) {
            Ok(exchange) => self.announce(exchange, None, now),
            Err(invalid) => self.finish(Err(invalid.into()), now),
        }
    }

    fn fail(&mut self, error: UploadError, now: Instant) -> UploadStep {
        self.finish(Err(Box::new(error).into()), now)
    }

    /// Deletes what was announced in vain, one after the other, and then ends.
    fn finish(&mut self, result: Result<Uploaded, Error>, now: Instant) -> UploadStep {
        let in_time = self.time_left(now).is_none_or(|left| !left.is_zero());
        if let Some(orphan) = self.orphans.pop().filter(|_| in_time) {
            let options = CallOptions {
                headers: self.options.headers.clone(),
                ..CallOptions::default()
            };
            let options = options.max_retries(0).timeout(CLEANING_TIME);
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
            Ok(reply) => reply.map(Ok),
            Err(UploadFailure::Transport(error)) => Some(Err(error)),
            Err(UploadFailure::Source(_)) => return UploadStep::Done(result),
        };
        match exchange.step(outcome, now) {
            Step::Send(attempt) => {
                self.state = State::CleaningUp(exchange, result);
                UploadStep::Call(attempt)
            }
            // Whether it worked is beside the point: the upload has a result of its own.
            Step::Done(_) => self.finish(result, now),
        }
    }

    /// A call to the API within what is left of the deadline.
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

fn failure(refusal: &StorageError) -> Failure {
    match refusal.reason() {
        // S3's words, with status 400, for a transfer that stood still for too long.
        Some("RequestTimeout") => Failure::ResponseLost,
        _ => Failure::ErrorResponse {
            status: refusal.status(),
            code: None,
        },
    }
}

/// Whether the URL may be too old.
fn wants_another_url(refusal: &StorageError) -> bool {
    match refusal.reason() {
        // With status 400.
        Some("ExpiredToken" | "RequestExpired" | "TokenRefreshRequired") => true,
        // With status 403, for a request that is not the one that was signed.
        Some("SignatureDoesNotMatch") => false,
        _ => matches!(
            refusal.status(),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::GONE
        ),
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("file", &self.file)
            .field("state", &self.state)
            .field("puts", &self.puts)
            .field("retries_left", &self.retries_left)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Announcing(exchange) => f.debug_tuple("Announcing").field(exchange).finish(),
            Self::Sending(target) => f.debug_tuple("Sending").field(target).finish(),
            Self::CleaningUp(exchange, _) => f.debug_tuple("CleaningUp").field(exchange).finish(),
            Self::Over => f.write_str("Over"),
        }
    }
}
