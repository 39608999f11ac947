use crate::{
    LinqError,
    attempts::AttemptRecorder,
    pending::pending_methods,
    wire::{Header, HttpRequest, HttpResponse, TransportFailure, header_map, headers},
};
use http::StatusCode;
use linq_core::{
    Client,
    download::{BodyCheck, BodyUse, Download, DownloadFailure, DownloadOutcome, DownloadSource},
    error::DownloadError,
    exchange::{Authorization, Entropy, ExchangeConfig},
};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// The source and options of a download.
#[derive(Clone, uniffi::Record)]
pub struct DownloadConfig {
    /// An identifier of an attachment, or a URL, which contains `://`; in place of the next two.
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// Identifier of an attachment, by which an expired URL is renewed.
    #[uniffi(default = None)]
    pub attachment_id: Option<String>,
    /// URL, which is secret.
    #[uniffi(default = None)]
    pub url: Option<String>,
    /// Maximum size of the file in bytes; 100 MiB by default.
    #[uniffi(default = None)]
    pub max_bytes: Option<u64>,
    /// Maximum time without a byte of the file; by default the timeout of a call.
    #[uniffi(default = None)]
    pub timeout: Option<Duration>,
    /// Maximum number of retries.
    #[uniffi(default = None)]
    pub max_retries: Option<u32>,
    /// Maximum time for the whole download, including delays and retries.
    #[uniffi(default = None)]
    pub deadline: Option<Duration>,
}

/// The next action of the host.
#[derive(uniffi::Enum)]
pub enum DownloadStep {
    /// Fetch a token.
    Token {
        /// True if the server rejected the last token (401), so that another one is needed.
        rejected: bool,
        /// Maximum time for it, if the download has a deadline.
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
    /// Request the file from the storage, with these headers and no others: the storage must not receive the key.
    Get {
        /// The request, whose URL is secret.
        request: HttpRequest,
        /// Delay before it is sent.
        delay: Duration,
        /// Maximum time without a byte of the response.
        stall_timeout: Duration,
        /// Maximum time for the complete response, counted from the end of the delay, if there is a deadline.
        timeout: Option<Duration>,
    },
    /// The target has the whole file.
    Done {
        /// Size of the file in bytes.
        size: u64,
    },
}

/// The meaning of the body of a response to `DownloadStep::Get`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum DownloadBodyUse {
    /// The file, whose chunks are recorded and written.
    File,
    /// An error, passed on with the response; what exceeds 64 KiB may be left out.
    Error,
    /// Not to be read: the download has failed.
    Stop,
}

/// The action after a chunk was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ChunkAction {
    /// Write it.
    Write,
    /// Write it, and report progress.
    Report {
        /// Number of bytes received.
        received: u64,
        /// Size of the file in bytes, if the storage declared it.
        total: Option<u64>,
    },
    /// Stop reading: the download has failed.
    Stop,
}

/// A download in progress, used as a [`PendingCall`](crate::PendingCall).
///
/// For `DownloadStep::Get`, the host passes the head of the response to [`handle_head`](Self::handle_head), and of each
/// chunk of a file the size to [`record`](Self::record). It then continues with
/// [`handle_response`](Self::handle_response), without the body if that was the file; also after `Stop`.
#[derive(uniffi::Object)]
pub struct PendingDownload {
    state: Mutex<State>,
    recorder: Option<Arc<AttemptRecorder>>,
}

struct State {
    download: Download,
    check: BodyCheck,
    progress: Arc<Mutex<Option<Report>>>,
    authorization: Authorization<HttpResponse>,
    phase: Phase,
}

/// Number of bytes received, and the total if it is known.
type Report = (u64, Option<u64>);

/// The kind of the next response.
enum Phase {
    /// A response of the API; the storage's 401 is not about the token.
    Api,
    /// A response of the storage that is not the file.
    Error,
    File,
    /// A response of the storage that was not read to its end.
    Stopped(DownloadError),
}

pending_methods!(PendingDownload, download, DownloadStep::Call);

#[uniffi::export]
impl PendingDownload {
    /// Returns the first step: `DownloadStep::Token`, unless there is only a URL.
    pub fn start(&self) -> Result<DownloadStep, LinqError> {
        let mut state = self.lock();
        if state.download.may_call_api()
            && let Some(request) = state.authorization.first(Instant::now())
        {
            return Ok(request.into());
        }
        state.step(None)
    }

    /// Returns the meaning of the body of a response of the storage.
    pub fn handle_head(&self, status: u16, headers: Vec<Header>) -> DownloadBodyUse {
        let mut state = self.lock();
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
        let (phase, body_use) = match state.check.start(status, &header_map(headers)) {
            Ok(BodyUse::File) => (Phase::File, DownloadBodyUse::File),
            Ok(BodyUse::Error) => (Phase::Error, DownloadBodyUse::Error),
            Err(error) => (Phase::Stopped(error), DownloadBodyUse::Stop),
        };
        state.phase = phase;
        body_use
    }

    /// Records the size of a chunk of the file, before it is written.
    pub fn record(&self, bytes: u64) -> ChunkAction {
        let mut state = self.lock();
        let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
        if let Err(error) = state.check.record(bytes) {
            state.phase = Phase::Stopped(error);
            return ChunkAction::Stop;
        }
        let report = state
            .progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match report {
            Some((received, total)) => ChunkAction::Report { received, total },
            None => ChunkAction::Write,
        }
    }

    /// Continues with a response of any status. That of a file has no body.
    pub fn handle_response(&self, response: HttpResponse) -> Result<DownloadStep, LinqError> {
        let mut state = self.lock();
        let outcome = match std::mem::replace(&mut state.phase, Phase::Api) {
            Phase::Api => return state.handle_api_response(response),
            Phase::Stopped(error) => Err(error.into()),
            Phase::File => {
                let complete = state.check.finish();
                complete.and_then(|()| Ok(response.into_response()?))
            }
            Phase::Error => response.into_response().map_err(DownloadFailure::Transport),
        };
        state.step(Some(outcome))
    }

    /// Continues after an attempt without a complete response. `reason` becomes part of the error message.
    pub fn handle_failure(
        &self,
        failure: TransportFailure,
        reason: String,
    ) -> Result<DownloadStep, LinqError> {
        let mut state = self.lock();
        let outcome = match std::mem::replace(&mut state.phase, Phase::Api) {
            Phase::Stopped(error) => error.into(),
            // The transport limits the size too.
            Phase::File if failure == TransportFailure::ResponseTooLarge => {
                state.check.too_large().into()
            }
            _ => failure.into_error(reason).into(),
        };
        state.step(Some(Err(outcome)))
    }

    /// Continues after a failure to write the file. `reason` becomes part of the error message.
    pub fn handle_target_error(&self, reason: String) -> Result<DownloadStep, LinqError> {
        self.lock()
            .step(Some(Err(DownloadError::from_target(reason).into())))
    }

    /// Reports that the target has been written to and cannot be emptied, so that the download is not retried.
    pub fn target_exhausted(&self) {
        self.lock().download.target_exhausted();
    }
}

impl PendingDownload {
    pub(crate) fn begin(
        config: &ExchangeConfig,
        options: DownloadConfig,
        entropy: Entropy,
        authorization: Authorization<HttpResponse>,
        recorder: Option<Arc<AttemptRecorder>>,
    ) -> Result<Arc<Self>, LinqError> {
        let client = Client::dry_run();
        let progress = Arc::new(Mutex::new(None));
        let report = Arc::clone(&progress);
        let source = match (options.source, options.url, options.attachment_id) {
            (Some(source), ..) => source.into(),
            (None, Some(url), Some(id)) => DownloadSource::url(url).renewed_from(id),
            (None, Some(url), None) => DownloadSource::url(url),
            (None, None, Some(id)) => DownloadSource::attachment(id),
            (None, None, None) => DownloadSource::default(),
        };
        let mut call = client
            .attachments()
            .download(source)
            .on_progress(move |received, total| {
                *report.lock().unwrap_or_else(PoisonError::into_inner) = Some((received, total));
            });
        if let Some(bytes) = options.max_bytes {
            call = call.max_bytes(bytes);
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
        let (download, check) = plan.begin(config, entropy, Instant::now())?;
        Ok(Arc::new(Self {
            recorder,
            state: Mutex::new(State {
                download,
                check,
                progress,
                authorization,
                phase: Phase::Api,
            }),
        }))
    }
}

impl State {
    fn step(&mut self, outcome: Option<DownloadOutcome>) -> Result<DownloadStep, LinqError> {
        match self.download.step(outcome, Instant::now()) {
            linq_core::download::DownloadStep::Call(attempt) => {
                self.phase = Phase::Api;
                Ok(attempt.into())
            }
            linq_core::download::DownloadStep::Get(get) => {
                self.phase = Phase::Error;
                Ok(DownloadStep::Get {
                    request: HttpRequest {
                        method: get.request.method().to_string(),
                        url: get.request.uri().to_string(),
                        headers: headers(get.request.headers()),
                        body: None,
                    },
                    delay: get.after,
                    stall_timeout: get.stall_timeout,
                    timeout: get.timeout,
                })
            }
            linq_core::download::DownloadStep::Done(Ok(())) => Ok(DownloadStep::Done {
                size: self.check.received(),
            }),
            linq_core::download::DownloadStep::Done(Err(error)) => Err(error.into()),
        }
    }
}
