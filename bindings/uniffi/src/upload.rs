use crate::{
    LinqError, call,
    wire::{Header, HttpReply, HttpRequest, TransportFailure, headers},
};
use bytes::Bytes;
use linq_core::{
    Client,
    error::UploadError,
    exchange::{Config, Entropy},
    upload::{Source, Upload, UploadFailure, UploadOutcome},
};
use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
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
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct UploadedFile {
    /// The attachment, for any number of messages.
    pub attachment_id: String,
    /// Where the file can be downloaded.
    pub download_url: String,
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
    upload: Mutex<Upload>,
}

#[uniffi::export]
impl PendingUpload {
    /// The first step.
    pub fn start(&self) -> Result<UploadStep, LinqError> {
        self.step(None)
    }

    /// A reply came, whatever its status.
    pub fn answered(&self, reply: HttpReply) -> Result<UploadStep, LinqError> {
        self.step(Some(
            reply.into_response().map_err(UploadFailure::Transport),
        ))
    }

    /// No reply came. `reason` is for people, and part of the error.
    pub fn failed(
        &self,
        failure: TransportFailure,
        reason: String,
    ) -> Result<UploadStep, LinqError> {
        self.step(Some(Err(failure.because(reason).into())))
    }

    /// The file could not be read, or not from its start again.
    pub fn unreadable(&self, reason: String) -> Result<UploadStep, LinqError> {
        self.step(Some(Err(UploadError::Source(reason.into()).into())))
    }

    /// Says that the source cannot be sent from its start any more.
    pub fn source_is_spent(&self) {
        self.lock().source_is_spent();
    }
}

impl PendingUpload {
    pub(crate) fn begin(
        config: &Config,
        size: u64,
        settings: UploadSettings,
        entropy: Entropy,
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
        let (upload, _) = plan.begin(size, config, entropy, call::now())?;
        Ok(Arc::new(Self {
            upload: Mutex::new(upload),
        }))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Upload> {
        self.upload.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn step(&self, outcome: Option<UploadOutcome>) -> Result<UploadStep, LinqError> {
        match self.lock().step(outcome, call::now()) {
            linq_core::upload::UploadStep::Call(attempt) => Ok(UploadStep::Call {
                request: attempt.request.into(),
                after: attempt.after,
                timeout: attempt.timeout,
            }),
            linq_core::upload::UploadStep::Put(put) => Ok(UploadStep::Put {
                method: put.request.method().to_string(),
                url: put.request.uri().to_string(),
                headers: headers(put.request.headers()),
                size: put.size,
                again: put.again,
                after: put.after,
                timeout: put.timeout,
            }),
            linq_core::upload::UploadStep::Done(Ok(file)) => Ok(UploadStep::Done {
                file: UploadedFile {
                    attachment_id: file.attachment_id.to_string(),
                    download_url: file.download_url.as_str().to_owned(),
                    filename: file.filename,
                    content_type: file.content_type.to_string(),
                    size_bytes: file.size_bytes,
                },
            }),
            linq_core::upload::UploadStep::Done(Err(error)) => Err(error.into()),
        }
    }
}

impl fmt::Debug for PendingUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingUpload")
    }
}
