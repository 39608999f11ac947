use crate::{
    LinqError,
    wire::{Header, HttpRequest, HttpResponse, TransportFailure, headers},
};
use bytes::Bytes;
use linq_core::{
    Client,
    error::UploadError,
    exchange::{Attempt, Authorization, Config, Entropy, TokenRequest},
    upload::{Source, Upload, UploadFailure, UploadOutcome, check_complete},
};
use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How a file is to be uploaded.
#[derive(Clone, uniffi::Record)]
pub struct UploadSettings {
    /// The file's name, from which its type is guessed.
    pub filename: String,
    /// Its MIME type, if the name does not tell.
    #[uniffi(default = None)]
    pub content_type: Option<String>,
    /// The time for the transfer; a minute and 128 KiB a second unless told otherwise.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// How often it may be tried again.
    #[uniffi(default = None)]
    pub max_retries: Option<u32>,
    /// The time for all of it, pauses and retries included.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
}

/// A file that messages can carry now.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct UploadedFile {
    /// The attachment, for any number of messages.
    pub attachment_id: String,
    /// Where the file can be downloaded, which is secret; absent if the server did not say.
    pub download_url: Option<String>,
    /// Its name.
    pub filename: String,
    /// What it was announced as.
    pub content_type: String,
    /// How many bytes it has.
    pub size_bytes: u64,
}

/// What to do next.
#[derive(uniffi::Enum)]
pub enum UploadStep {
    /// Fetch a token.
    Token {
        /// Whether the server refused the last one (401), so that another one is needed.
        refused: bool,
        /// How long it may take, if the upload has a deadline.
        within: Option<Duration>,
    },
    /// Send this to the API.
    Call {
        /// What to send.
        request: HttpRequest,
        /// How long to wait first.
        after: Duration,
        /// How long to wait for the complete reply.
        timeout: Duration,
    },
    /// Send the file to the storage: these headers and no others, above all no key.
    Put {
        /// Such as `PUT`.
        method: String,
        /// The whole address, which is secret.
        url: String,
        /// All headers.
        headers: Vec<Header>,
        /// How many bytes the file has.
        size: u64,
        /// Whether it was sent before, so that the source has to go back to its start.
        again: bool,
        /// How long to wait first.
        after: Duration,
        /// How long the transfer may take, reply included.
        timeout: Duration,
    },
    /// The upload has succeeded.
    Done {
        /// What messages can carry.
        file: UploadedFile,
    },
}

/// One upload, on its way: as [`PendingCall`](crate::PendingCall), with the file in between.
#[derive(uniffi::Object)]
pub struct PendingUpload {
    state: Mutex<State>,
}

struct State {
    upload: Upload,
    authorization: Authorization<HttpResponse>,
    /// Whether the last step was one to the API: only there a 401 is about the token.
    calls: bool,
}

#[uniffi::export]
impl PendingUpload {
    /// The first step, `UploadStep::Token`.
    pub fn start(&self) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        match state.authorization.first(Instant::now()) {
            Some(request) => Ok(request.into()),
            None => state.step(None),
        }
    }

    /// The token that was asked for: an API key or a token of your own backend. Fails with `InvalidArgument` if no
    /// header can carry it.
    pub fn authorized(&self, token: String) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        let now = Instant::now();
        let (key, rejected) = state.authorization.accept(token, now)?;
        state.upload.reauthenticate(&key);
        let Some(reply) = rejected else {
            return state.step(None);
        };
        match state.upload.retry_with_token(now) {
            Some(attempt) => Ok(attempt.into()),
            None => state.reply(reply),
        }
    }

    /// No token came in time, or there is no other one: the upload ends, with the refusal if there was one.
    pub fn unauthorized(&self) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        let reply = state.authorization.decline()?;
        state.reply(reply)
    }

    /// A response came, whatever its status. `is_file_sent` tells whether all of the file had been sent by then, and
    /// counts after `UploadStep::Put` only.
    #[uniffi::method(default(is_file_sent = true))]
    pub fn answered(
        &self,
        reply: HttpResponse,
        is_file_sent: bool,
    ) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        if !state.calls {
            let response = reply.into_response().map_err(UploadFailure::Transport);
            let outcome = response.and_then(|response| check_complete(response, is_file_sent));
            return state.step(Some(outcome));
        }
        match state
            .authorization
            .renew(reply.status(), reply, Instant::now())
        {
            Ok(request) => Ok(request.into()),
            Err(reply) => state.reply(reply),
        }
    }

    /// No reply came. `reason` is for people, and part of the error.
    pub fn failed(
        &self,
        failure: TransportFailure,
        reason: String,
    ) -> Result<UploadStep, LinqError> {
        self.lock().step(Some(Err(failure.because(reason).into())))
    }

    /// The file could not be read, or not from its start again.
    pub fn unreadable(&self, reason: String) -> Result<UploadStep, LinqError> {
        self.lock()
            .step(Some(Err(UploadError::Source(reason.into()).into())))
    }

    /// Says that the source cannot be sent from its start any more.
    pub fn source_is_spent(&self) {
        self.lock().upload.source_exhausted();
    }
}

impl PendingUpload {
    pub(crate) fn begin(
        config: &Config,
        size: u64,
        settings: UploadSettings,
        entropy: Entropy,
        authorization: Authorization<HttpResponse>,
    ) -> Result<Arc<Self>, LinqError> {
        let client = Client::dry_run();
        // The bytes stay where they are: core only needs to know how many there are.
        let mut call = client
            .attachments()
            .upload(Source::bytes(settings.filename, Bytes::new()));
        if let Some(content_type) = settings.content_type {
            call = call.content_type(content_type);
        }
        if let Some(timeout) = settings.timeout {
            call = call.timeout(timeout);
        }
        if let Some(retries) = settings.max_retries {
            call = call.max_retries(retries);
        }
        if let Some(deadline) = settings.deadline {
            call = call.deadline(deadline);
        }
        let plan = call.into_prepared().plan;
        let (upload, _) = plan.begin(size, config, entropy, Instant::now())?;
        Ok(Arc::new(Self {
            state: Mutex::new(State {
                upload,
                authorization,
                calls: false,
            }),
        }))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn reply(&mut self, reply: HttpResponse) -> Result<UploadStep, LinqError> {
        let outcome = reply.into_response().map_err(UploadFailure::Transport);
        self.step(Some(outcome))
    }

    fn step(&mut self, outcome: Option<UploadOutcome>) -> Result<UploadStep, LinqError> {
        let step = self.upload.step(outcome, Instant::now());
        self.calls = matches!(step, linq_core::upload::UploadStep::Call(_));
        match step {
            linq_core::upload::UploadStep::Call(attempt) => Ok(attempt.into()),
            linq_core::upload::UploadStep::Put(put) => Ok(UploadStep::Put {
                method: put.request.method().to_string(),
                url: put.request.uri().to_string(),
                headers: headers(put.request.headers()),
                size: put.size,
                again: put.is_retry,
                after: put.after,
                timeout: put.timeout,
            }),
            linq_core::upload::UploadStep::Done(Ok(file)) => Ok(UploadStep::Done {
                file: UploadedFile {
                    attachment_id: file.attachment_id.to_string(),
                    download_url: file.download_url.map(|url| url.as_str().to_owned()),
                    filename: file.filename,
                    content_type: file.content_type.to_string(),
                    size_bytes: file.size_bytes,
                },
            }),
            linq_core::upload::UploadStep::Done(Err(error)) => Err(error.into()),
        }
    }
}

impl From<TokenRequest> for UploadStep {
    fn from(request: TokenRequest) -> Self {
        Self::Token {
            refused: request.is_rejected,
            within: request.within,
        }
    }
}

impl From<Attempt> for UploadStep {
    fn from(attempt: Attempt) -> Self {
        Self::Call {
            request: attempt.request.into(),
            after: attempt.after,
            timeout: attempt.timeout,
        }
    }
}

/// Without the address, which is secret.
impl fmt::Debug for UploadedFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadedFile")
            .field("attachment_id", &self.attachment_id)
            .field("filename", &self.filename)
            .field("content_type", &self.content_type)
            .field("size_bytes", &self.size_bytes)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for PendingUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingUpload")
    }
}
