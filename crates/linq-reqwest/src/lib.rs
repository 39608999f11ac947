//! An async client for the [Linq Partner API v3](https://docs.linqapp.com/api/): iMessage, RCS and SMS
//! in one REST API. It runs on tokio.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let linq = linq_reqwest::Client::from_env()?; // LINQ_API_V3_API_KEY
//! let to = ["+15556667777", "+18889990000"];
//! let created = linq.chats().create("+12223334444", to, "Welcome to the group!").await?;
//! linq.chats().participants(&created.chat.id).add("+12052499136").await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`linq_core`] documents everything else: operations, arguments, results, errors, retries, webhooks.
//!
//! TLS is rustls, with the platform's certificates by default. Redirects are not followed. Dropping a call's future
//! cancels it; the call may have taken effect by then.

mod body;
mod download;
mod failure;
mod permit;
mod storage;
mod tls;
mod upload;

pub use download::FileResponse;
pub use linq_core::{self, Error};
pub use upload::FileReader;

use body::TrackedBody;
use bytes::{Bytes, BytesMut};
use failure::{Failure, classify};
use http::{HeaderValue, Method, Request, Response, header::CONTENT_LENGTH};
use linq_core::{
    Connect, Endpoint, Transport,
    call::{ClientConfig, PreparedCall, Route},
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{Attempt, Entropy, ExchangeConfig, Outcome, Step},
};
use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};
use storage::Storage;
use tokio::sync::Semaphore;

/// An async client of the Linq API. Cheap to clone, and meant to be shared between tasks: all clones share connections.
pub type Client = linq_core::Client<Async>;

/// The future of an async call.
pub type CallFuture<T> = Pin<Box<dyn Future<Output = Result<T, Error>> + Send>>;

/// The async transport, on reqwest and tokio.
#[derive(Clone)]
pub struct Async {
    http: reqwest::Client,
    storage: Arc<Storage>,
    connections: Arc<Semaphore>,
    config: Arc<ClientConfig>,
}

impl Connect for Async {
    fn connect(config: ClientConfig) -> Result<Self, InvalidArgument> {
        let tls = tls::config(&config.root_certificates)?;
        Self::with_builder(builder(&config, tls.clone())?, tls, config)
    }
}

fn builder(
    config: &ClientConfig,
    mut tls: rustls::ClientConfig,
) -> Result<reqwest::ClientBuilder, InvalidArgument> {
    tls.alpn_protocols = if cfg!(feature = "http2") {
        vec![b"h2".to_vec(), b"http/1.1".to_vec()]
    } else {
        vec![b"http/1.1".to_vec()]
    };
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        // Core decides about retries. hyper still takes a new connection for a request that it had not begun
        // to write when the old one closed.
        .retry(reqwest::retry::never())
        .connect_timeout(config.connect_timeout.min(ExchangeConfig::MAX_TIMEOUT))
        .pool_max_idle_per_host(config.max_idle_connections)
        .tls_backend_preconfigured(tls);
    let base_url = config.exchange.base_url().as_str().parse();
    match config.route(&base_url.unwrap_or_default())? {
        Route::Environment => Ok(builder),
        Route::Direct => Ok(builder.no_proxy()),
        Route::Proxy(proxy) => match reqwest::Proxy::all(proxy.expose()) {
            Ok(proxy) => Ok(builder.proxy(proxy)),
            Err(_) => Err(InvalidArgument::new(
                "proxy",
                "not supported by this transport",
            )),
        },
    }
}

impl Transport for Async {
    type Output<T: Send + 'static> = CallFuture<T>;

    fn call<E: Endpoint>(&self, call: PreparedCall<E>) -> Self::Output<E::Response> {
        let this = self.clone();
        Box::pin(async move {
            let mut exchange = call.begin(&this.config.exchange, entropy()?, Instant::now())?;
            let mut outcome = None;
            loop {
                match exchange.step(outcome.take(), Instant::now()) {
                    Step::Send(attempt) => outcome = Some(this.send_attempt(attempt).await),
                    Step::Done(result) => return result,
                }
            }
        })
    }
}

impl Async {
    fn with_builder(
        builder: reqwest::ClientBuilder,
        tls: rustls::ClientConfig,
        config: ClientConfig,
    ) -> Result<Self, InvalidArgument> {
        let http = builder
            .build()
            .map_err(|error| InvalidArgument::new("transport", error.to_string()))?;
        Ok(Self {
            http,
            connections: Arc::new(Semaphore::new(
                config.max_connections.min(Semaphore::MAX_PERMITS),
            )),
            storage: Arc::new(Storage::new(&config, tls)),
            config: Arc::new(config),
        })
    }

    /// Sends a request once, without retries, and returns the response with any status: for callers that drive an
    /// [`Exchange`](linq_core::exchange::Exchange) themselves. `timeout` is from connecting to the last byte of the
    /// response.
    ///
    /// # Errors
    ///
    /// A transport error if no complete response arrived; its kind says how far the request got.
    pub async fn send(
        &self,
        request: Request<Bytes>,
        timeout: Duration,
    ) -> Result<Response<Bytes>, TransportError> {
        self.exchange(request, timeout).await.map_err(classify)
    }

    async fn send_attempt(&self, attempt: Attempt) -> Outcome {
        let Attempt {
            after,
            timeout,
            request,
            ..
        } = attempt;
        self.delay(after).await;
        if let Some(canned) = &self.config.canned_responses {
            return canned.respond(request);
        }
        let (_permit, timeout) = self.permit(timeout).await?;
        self.send(request, timeout).await
    }

    async fn delay(&self, after: Duration) {
        let delay = self.config.delay(after);
        if delay > Duration::ZERO {
            tokio::time::sleep(delay).await;
        }
    }

    async fn exchange(
        &self,
        request: Request<Bytes>,
        timeout: Duration,
    ) -> Result<Response<Bytes>, Failure> {
        let (head, bytes) = request.into_parts();
        let has_body = !bytes.is_empty();
        let (body, polled) = TrackedBody::new(bytes);
        let mut request = reqwest::Request::try_from(Request::from_parts(head, Vec::new()))?;
        if has_body {
            *request.body_mut() = Some(reqwest::Body::wrap(body));
        } else if matches!(
            *request.method(),
            Method::POST | Method::PUT | Method::PATCH
        ) {
            // Servers expect a length where a body is possible.
            let length = HeaderValue::from_static("0");
            request.headers_mut().insert(CONTENT_LENGTH, length);
        }
        *request.timeout_mut() = Some(timeout);
        match self.http.execute(request).await {
            Ok(response) => self.read_body(response).await,
            Err(error) if has_body && !polled.get() => Err(Failure::NotSent(error)),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads a response's body, up to the limit.
    async fn read_body(&self, mut received: reqwest::Response) -> Result<Response<Bytes>, Failure> {
        let limit = self.config.max_response_bytes;
        let mut body = BytesMut::new();
        while let Some(chunk) = received.chunk().await? {
            if body.len() + chunk.len() > limit {
                return Err(Failure::TooLarge { limit });
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = Response::new(body.freeze());
        *response.status_mut() = received.status();
        *response.headers_mut() = std::mem::take(received.headers_mut());
        Ok(response)
    }
}

impl fmt::Debug for Async {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Async")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

fn entropy() -> Result<Entropy, TransportError> {
    let mut bytes = [0; Entropy::LEN];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(Entropy::new(bytes)),
        Err(error) => Err(TransportError::new(
            TransportErrorKind::InvalidRequest,
            error,
        )),
    }
}

#[cfg(test)]
mod tests;
