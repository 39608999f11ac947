use super::{Transfer, TransferStep, TransportSettings};
use crate::wire::{HttpRequest, HttpResponse, TransportFailure, headers};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, Uri, header::CONTENT_LENGTH};
use linq_core::{
    ApiKey, Connect,
    call::{ProxyUrl, Settings},
    error::{InvalidArgument, TransportError},
    exchange::{BaseUrl, Config},
    upload::{Source, UploadFailure},
};
use linq_reqwest::Async;
use nix::sys::signal::{SigSet, Signal};
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{
    runtime::{Builder, Runtime},
    sync::{
        Mutex,
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    },
    task::AbortHandle,
};

pub(super) struct Stack {
    runtime: &'static Runtime,
    remote: Async,
    /// For this machine, where the proxy of the environment has no place; only if there is a request to it.
    local: Arc<OnceLock<Async>>,
    settings: Settings,
}

pub(super) struct Running {
    task: AbortHandle,
    steps: Mutex<UnboundedReceiver<TransferStep>>,
}

impl Stack {
    pub(super) fn new(options: TransportSettings) -> Result<Self, InvalidArgument> {
        let mut settings = Settings::new(config(BaseUrl::default())?);
        if let Some(timeout) = options.connect_timeout {
            settings.connect_timeout = timeout;
        }
        if let Some(proxy) = options.proxy {
            settings.proxy = Some(ProxyUrl::new(&proxy)?);
        }
        if let Some(limit) = options.max_response_bytes {
            settings.max_response_bytes = usize::try_from(limit).unwrap_or(usize::MAX);
        }
        settings.root_certificates = options.root_certificates;
        Ok(Self {
            runtime: runtime()?,
            remote: Async::connect(settings.clone())?,
            local: Arc::default(),
            settings,
        })
    }

    pub(super) fn send(&self, request: HttpRequest, timeout: Duration) -> Arc<Transfer> {
        let http = self.http(&request.url);
        self.run(async move |_| {
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
        self.run(async move |progress| {
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

    fn http(&self, url: &str) -> Result<Async, TransportError> {
        let is_local = url
            .parse::<Uri>()
            .ok()
            .and_then(|url| BaseUrl::insecure(&format!("http://{}", url.authority()?)).ok())
            .filter(BaseUrl::is_loopback);
        let Some(address) = is_local else {
            return Ok(self.remote.clone());
        };
        if let Some(local) = self.local.get() {
            return Ok(local.clone());
        }
        let mut settings = self.settings.clone();
        let local = config(address).and_then(|config| {
            settings.config = config;
            Async::connect(settings)
        });
        let local = local.map_err(|error| unsendable(error.to_string()))?;
        Ok(self.local.get_or_init(|| local).clone())
    }

    fn run<F>(
        &self,
        work: impl FnOnce(UnboundedSender<TransferStep>) -> F + Send + 'static,
    ) -> Arc<Transfer>
    where
        F: Future<Output = Result<Response<Bytes>, UploadFailure>> + Send,
    {
        let (sender, steps) = unbounded_channel();
        let task = self.runtime.spawn(async move {
            let last = match work(sender.clone()).await {
                Ok(response) => TransferStep::Response {
                    reply: response.into(),
                },
                Err(UploadFailure::Transport(error)) => TransferStep::Failed {
                    failure: TransportFailure::from(error.kind()),
                    reason: cause(&error),
                },
                Err(UploadFailure::Source(error)) => TransferStep::Unreadable {
                    reason: error.to_string(),
                },
                Err(_) => TransferStep::Failed {
                    failure: TransportFailure::ConnectionLost,
                    reason: "unknown".to_owned(),
                },
            };
            let _ = sender.send(last);
        });
        let running = Running {
            task: task.abort_handle(),
            steps: Mutex::new(steps),
        };
        Arc::new(Transfer { running })
    }
}

impl Running {
    pub(super) async fn next(&self) -> TransferStep {
        // The end of the task drops the sender.
        let step = self.steps.lock().await.recv().await;
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

/// One for all transports of the process, for as long as it runs.
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
    // Fails for no valid set.
    let _ = signals.thread_block();
}

/// Only the address matters here: every request brings its headers.
fn config(address: BaseUrl) -> Result<Config, InvalidArgument> {
    let key = ApiKey::new("-").map_err(|reason| InvalidArgument::new("transport", reason))?;
    Ok(Config::new(address, &key))
}

/// The length is that of the body, whatever a header says.
fn read(request: HttpRequest) -> Result<Request<Bytes>, TransportError> {
    let invalid = |what: &str| unsendable(format!("{what}: invalid"));
    let mut read = Request::builder()
        .method(request.method.as_str())
        .uri(&request.url)
        .body(Bytes::from(request.body.unwrap_or_default()))
        .map_err(|_| invalid("method or address"))?;
    for header in request.headers {
        let name = header.name.parse::<HeaderName>();
        let name = name.map_err(|_| invalid("name of a header"))?;
        let value = HeaderValue::from_str(&header.value);
        let value = value.map_err(|_| invalid(name.as_str()))?;
        if name != CONTENT_LENGTH {
            read.headers_mut().append(name, value);
        }
    }
    Ok(read)
}

fn unsendable(reason: String) -> TransportError {
    TransportFailure::InvalidRequest.because(reason)
}

/// Core adds the rest to the message.
fn cause(error: &TransportError) -> String {
    std::error::Error::source(error).map_or_else(String::new, ToString::to_string)
}
