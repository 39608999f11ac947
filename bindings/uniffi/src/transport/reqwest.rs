use super::{Transfer, TransferStep, TransportConfig};
use crate::wire::{HttpRequest, HttpResponse, TransportFailure, headers};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, header::CONTENT_LENGTH};
use linq_core::{
    ApiKey, Connect,
    call::{ClientConfig, ProxyUrl, Route},
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{BaseUrl, ExchangeConfig},
    upload::{Source, UploadFailure},
};
use linq_reqwest::Async;
use nix::sys::signal::{SigSet, Signal};
use std::{
    error::Error,
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{
    runtime::{Builder, Runtime},
    sync::{
        Mutex, Semaphore,
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    },
    task::AbortHandle,
};

pub(super) struct Stack {
    runtime: &'static Runtime,
    remote: Async,
    /// Client for loopback, which ignores the proxy of the environment; created on first use.
    local: Arc<OnceLock<Async>>,
    config: ClientConfig,
}

pub(super) struct Running {
    task: AbortHandle,
    steps: Mutex<UnboundedReceiver<TransferStep>>,
    /// Number of chunks of a download that may be sent before others are taken.
    credits: Arc<Semaphore>,
}

/// Number of chunks of a download that are read ahead.
const CHUNKS_AHEAD: usize = 4;

impl Stack {
    pub(super) fn new(options: TransportConfig) -> Result<Self, InvalidArgument> {
        let mut config = ClientConfig::new(exchange_config(BaseUrl::default())?);
        if let Some(timeout) = options.connect_timeout {
            config.connect_timeout = timeout;
        }
        if let Some(proxy) = options.proxy {
            config.proxy = Some(ProxyUrl::new(&proxy)?);
        }
        if let Some(limit) = options.max_response_bytes {
            config.max_response_bytes = usize::try_from(limit).unwrap_or(usize::MAX);
        }
        config.root_certificates = options.root_certificates;
        Ok(Self {
            runtime: runtime()?,
            remote: Async::connect(config.clone())?,
            local: Arc::default(),
            config,
        })
    }

    pub(super) fn send(&self, request: HttpRequest, timeout: Duration) -> Arc<Transfer> {
        let http = self.http(&request.url);
        self.run(None, async move |_| {
            let request = read(request)?;
            Ok(http?.send(request, timeout).await?)
        })
    }

    pub(super) fn upload(
        &self,
        request: HttpRequest,
        path: Option<String>,
        timeout: Duration,
    ) -> Arc<Transfer> {
        let http = self.http(&request.url);
        self.run(path.clone(), async move |progress| {
            let (head, body) = read(request)?.into_parts();
            let source = match path {
                Some(path) => Source::path(path),
                None => Source::bytes("", body),
            };
            let on_progress = move |sent, total| {
                // A dropped transfer has no receiver.
                let _ = progress.send(TransferStep::Progress { sent, total });
            };
            let request = Request::from_parts(head, ());
            http?.send_file(request, source, timeout, on_progress).await
        })
    }

    pub(super) fn download(
        &self,
        request: HttpRequest,
        stall_timeout: Duration,
        timeout: Option<Duration>,
    ) -> Arc<Transfer> {
        let http = self.http(&request.url);
        let credits = Arc::new(Semaphore::new(CHUNKS_AHEAD));
        let taken = Arc::clone(&credits);
        self.start(taken, async move |steps| {
            let receiving = receive(http, request, stall_timeout, &steps, &credits);
            let result = match timeout {
                None => receiving.await,
                Some(timeout) => match tokio::time::timeout(timeout, receiving).await {
                    Ok(result) => result,
                    Err(elapsed) => Err(TransportError::new(TransportErrorKind::Timeout, elapsed)),
                },
            };
            match result {
                Ok(()) => TransferStep::End,
                Err(error) => failed(&error),
            }
        })
    }

    fn http(&self, url: &str) -> Result<Async, TransportError> {
        let is_direct = url
            .parse()
            .is_ok_and(|url| matches!(self.config.route(&url), Ok(Route::Direct)));
        if !is_direct {
            return Ok(self.remote.clone());
        }
        if let Some(local) = self.local.get() {
            return Ok(local.clone());
        }
        let local = BaseUrl::insecure("http://localhost")
            .and_then(exchange_config)
            .and_then(|exchange| {
                let mut config = self.config.clone();
                config.exchange = exchange;
                Async::connect(config)
            });
        let local = local.map_err(|error| unsendable(error.to_string()))?;
        Ok(self.local.get_or_init(|| local).clone())
    }

    fn run<F>(
        &self,
        path: Option<String>,
        work: impl FnOnce(UnboundedSender<TransferStep>) -> F + Send + 'static,
    ) -> Arc<Transfer>
    where
        F: Future<Output = Result<Response<Bytes>, UploadFailure>> + Send,
    {
        self.start(
            Arc::new(Semaphore::new(0)),
            async move |steps| match work(steps).await {
                Ok(response) => TransferStep::Response {
                    response: response.into(),
                },
                Err(UploadFailure::Transport(error)) => failed(&error),
                Err(UploadFailure::Source(error)) => TransferStep::SourceFailed {
                    reason: prefixed(path.as_deref(), cause(&error)),
                },
                Err(_) => TransferStep::Failed {
                    failure: TransportFailure::ConnectionLost,
                    reason: "unknown error".to_owned(),
                },
            },
        )
    }

    /// Starts a transfer whose last step is the result of `work`.
    fn start<F>(
        &self,
        credits: Arc<Semaphore>,
        work: impl FnOnce(UnboundedSender<TransferStep>) -> F + Send + 'static,
    ) -> Arc<Transfer>
    where
        F: Future<Output = TransferStep> + Send,
    {
        let (sender, steps) = unbounded_channel();
        let task = self.runtime.spawn(async move {
            let last = work(sender.clone()).await;
            // A dropped transfer has no receiver.
            let _ = sender.send(last);
        });
        let running = Running {
            task: task.abort_handle(),
            steps: Mutex::new(steps),
            credits,
        };
        Arc::new(Transfer { running })
    }
}

/// Receives a file, chunk by chunk.
async fn receive(
    http: Result<Async, TransportError>,
    request: HttpRequest,
    stall_timeout: Duration,
    steps: &UnboundedSender<TransferStep>,
    credits: &Semaphore,
) -> Result<(), TransportError> {
    let request = read(request)?.map(drop);
    let mut response = http?.receive(request, stall_timeout).await?;
    let send = |step| {
        // A dropped transfer has no receiver.
        let _ = steps.send(step);
    };
    send(TransferStep::Head {
        status: response.head.status.as_u16(),
        headers: headers(&response.head.headers),
    });
    while let Some(chunk) = response.next().await? {
        // The semaphore is never closed.
        if let Ok(credit) = credits.acquire().await {
            credit.forget();
        }
        send(TransferStep::Chunk {
            bytes: chunk.into(),
        });
    }
    Ok(())
}

fn failed(error: &TransportError) -> TransferStep {
    TransferStep::Failed {
        failure: TransportFailure::from(error.kind()),
        reason: cause(error),
    }
}

impl Running {
    pub(super) async fn next(&self) -> TransferStep {
        // The end of the task drops the sender.
        let step = self.steps.lock().await.recv().await;
        if matches!(step, Some(TransferStep::Chunk { .. })) {
            self.credits.add_permits(1);
        }
        step.unwrap_or(TransferStep::Cancelled)
    }

    pub(super) fn cancel(&self) {
        self.task.abort();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl From<Response<Bytes>> for HttpResponse {
    fn from(response: Response<Bytes>) -> Self {
        Self {
            status: response.status().as_u16(),
            headers: headers(response.headers()),
            body: response.into_body().into(),
        }
    }
}

/// Returns the runtime of all transports of the process. It is never shut down.
fn runtime() -> Result<&'static Runtime, InvalidArgument> {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime);
    }
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("linq-http")
        .on_thread_start(block_sigpipe)
        .enable_all()
        .build()
        .map_err(|error| InvalidArgument::new("transport", error.to_string()))?;
    Ok(RUNTIME.get_or_init(|| runtime))
}

/// A write to a closed connection raises SIGPIPE, which by default ends a process that is not Rust's own.
fn block_sigpipe() {
    let mut signals = SigSet::empty();
    signals.add(Signal::SIGPIPE);
    // Fails only for invalid sets.
    let _ = signals.thread_block();
}

/// Only the base URL is used: every request has its own headers.
fn exchange_config(address: BaseUrl) -> Result<ExchangeConfig, InvalidArgument> {
    let key = ApiKey::new("-").map_err(|reason| InvalidArgument::new("transport", reason))?;
    Ok(ExchangeConfig::new(address, &key))
}

/// Ignores `Content-Length`, which follows from the body.
fn read(request: HttpRequest) -> Result<Request<Bytes>, TransportError> {
    let invalid = |what: &str| unsendable(format!("invalid {what}"));
    let mut read = Request::builder()
        .method(request.method.as_str())
        .uri(&request.url)
        .body(Bytes::from(request.body.unwrap_or_default()))
        .map_err(|_| invalid("method or URL"))?;
    for header in request.headers {
        let name = header.name.parse::<HeaderName>();
        let name = name.map_err(|_| invalid("header name"))?;
        let value = HeaderValue::from_str(&header.value);
        let value = value.map_err(|_| invalid(&format!("value of the header `{name}`")))?;
        if name != CONTENT_LENGTH {
            read.headers_mut().append(name, value);
        }
    }
    Ok(read)
}

fn unsendable(reason: String) -> TransportError {
    TransportFailure::InvalidRequest.into_error(reason)
}

/// Returns the message of an error's source, or its own if it has none. Core adds the kind of failure and the host.
fn cause(error: &dyn Error) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

/// Prepends a name to a message that does not contain it.
fn prefixed(name: Option<&str>, message: String) -> String {
    match name {
        Some(name) if !message.contains(name) => format!("{name}: {message}"),
        _ => message,
    }
}
