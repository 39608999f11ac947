use crate::{
    LinqError,
    attempts::AttemptRecorder,
    pending::pending_methods,
    wire::{Header, HttpRequest, HttpResponse, TransportFailure, headers},
};
use bytes::Bytes;
use linq_core::{
    Client,
    error::UploadError,
    exchange::{Authorization, Entropy, ExchangeConfig},
    upload::{Source, Upload, UploadFailure, UploadOutcome, check_complete},
};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Options of an upload.
#[derive(Clone, uniffi::Record)]
pub struct UploadConfig {
    /// File name, from which the content type is guessed.
    pub filename: String,
    /// Content type; by default guessed from the file name.
    #[uniffi(default = None)]
    pub content_type: Option<String>,
    /// Maximum time for one transfer; by default one minute, and one second more for each 128 KiB.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// Maximum number of retries.
    #[uniffi(default = None)]
    pub max_retries: Option<u32>,
    /// Maximum time for the whole upload, including delays and retries.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
}

/// An uploaded file, which messages can contain.
#[derive(Clone, PartialEq, Eq, uniffi::Record)]
pub struct UploadedFile {
    /// Identifier of the attachment, for any number of messages.
    pub attachment_id: String,
    /// Download URL, which is secret; absent if the server did not send one.
    pub download_url: Option<String>,
    /// File name.
    pub filename: String,
    /// Declared content type.
    pub content_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
}

/// The next action of the host.
#[derive(uniffi::Enum)]
pub enum UploadStep {
    /// Fetch a token.
    Token {
        /// True if the server rejected the last token (401), so that another one is needed.
        rejected: bool,
        /// Maximum time for it, if the upload has a deadline.
        timeout: Option<Duration>,
    },
    /// Send a request to the API.
    Call {
        /// The request.
        request: HttpRequest,
        /// Delay before it is sent.
        delay: Duration,
        /// Maximum time for the complete response, counted from the end of the delay.
        timeout: Duration,
    },
    /// Send the file to the storage, with these headers and no others: the storage must not receive the key.
    Put {
        /// HTTP method, such as `PUT`.
        method: String,
        /// URL, which is secret.
        url: String,
        /// All headers.
        headers: Vec<Header>,
        /// Size of the file in bytes.
        size: u64,
        /// True if the file was sent before, so that the source must be rewound.
        is_retry: bool,
        /// Delay before it is sent.
        delay: Duration,
        /// Maximum time for the transfer, including the response.
        timeout: Duration,
    },
    /// The upload has succeeded.
    Done {
        /// The uploaded file.
        file: UploadedFile,
    },
}

/// An upload in progress, used as a [`PendingCall`](crate::PendingCall).
#[derive(uniffi::Object)]
pub struct PendingUpload {
    state: Mutex<State>,
    recorder: Option<Arc<AttemptRecorder>>,
}

struct State {
    upload: Upload,
    authorization: Authorization<HttpResponse>,
    /// True if the last request was to the API: the storage's 401 is not about the token.
    is_api_request: bool,
}

pending_methods!(PendingUpload, upload, UploadStep::Call);

#[uniffi::export]
impl PendingUpload {
    /// Returns the first step, `UploadStep::Token`.
    pub fn start(&self) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        match state.authorization.first(Instant::now()) {
            Some(request) => Ok(request.into()),
            None => state.step(None),
        }
    }

    /// Continues with a response of any status. `is_file_sent` is whether the whole file had been sent by then; it is
    /// ignored except after `UploadStep::Put`.
    #[uniffi::method(default(is_file_sent = true))]
    pub fn handle_response(
        &self,
        response: HttpResponse,
        is_file_sent: bool,
    ) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        if state.is_api_request {
            return state.handle_api_response(response);
        }
        let response = response.into_response().map_err(UploadFailure::Transport);
        let outcome = response.and_then(|response| check_complete(response, is_file_sent));
        state.step(Some(outcome))
    }

    /// Continues after an attempt without a response. `reason` becomes part of the error message.
    pub fn handle_failure(
        &self,
        failure: TransportFailure,
        reason: String,
    ) -> Result<UploadStep, LinqError> {
        let mut state = self.lock();
        state.step(Some(Err(failure.into_error(reason).into())))
    }

    /// Continues after a failure to read the file, or to rewind it. `reason` becomes part of the error message.
    pub fn handle_source_error(&self, reason: String) -> Result<UploadStep, LinqError> {
        self.lock()
            .step(Some(Err(UploadError::from_source(reason).into())))
    }

    /// Reports that the source cannot be rewound, so that the transfer is not retried.
    pub fn source_exhausted(&self) {
        self.lock().upload.source_exhausted();
    }
}

impl PendingUpload {
    pub(crate) fn begin(
        config: &ExchangeConfig,
        size: u64,
        options: UploadConfig,
        entropy: Entropy,
        authorization: Authorization<HttpResponse>,
        recorder: Option<Arc<AttemptRecorder>>,
    ) -> Result<Arc<Self>, LinqError> {
        let client = Client::dry_run();
        // The host reads the file: core only needs its size.
        let mut call = client
            .attachments()
            .upload(Source::bytes(options.filename, Bytes::new()));
        if let Some(content_type) = options.content_type {
            call = call.content_type(content_type);
        }
        if let Some(timeout) = options.timeout {
            call = call.timeout(timeout);
        }
        if let Some(retries) = options.max_retries {
            call = call.max_retries(retries);
        }
        if let Some(deadline) = options.deadline {
            call = call.deadline(deadline);
        }
        let plan = call.into_prepared().plan;
        let (upload, _) = plan.begin(size, config, entropy, Instant::now())?;
        Ok(Arc::new(Self {
            recorder,
            state: Mutex::new(State {
                upload,
                authorization,
                is_api_request: false,
            }),
        }))
    }
}

impl State {
    fn step(&mut self, outcome: Option<UploadOutcome>) -> Result<UploadStep, LinqError> {
        let step = self.upload.step(outcome, Instant::now());
        self.is_api_request = matches!(step, linq_core::upload::UploadStep::Call(_));
        match step {
            linq_core::upload::UploadStep::Call(attempt) => Ok(attempt.into()),
            linq_core::upload::UploadStep::Put(put) => Ok(UploadStep::Put {
                method: put.request.method().to_string(),
                url: put.request.uri().to_string(),
                headers: headers(put.request.headers()),
                size: put.size,
                is_retry: put.is_retry,
                delay: put.after,
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

/// Omits the URL, which is secret.
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
