//! A blocking client for the [Linq Partner API v3](https://docs.linqapp.com/api/): iMessage, RCS and
//! SMS in one REST API.
//!
//! ```no_run
//! let linq = linq_ureq::Client::from_env()?; // LINQ_API_V3_API_KEY
//! let to = ["+15556667777", "+18889990000"];
//! let created = linq.chats().create("+12223334444", to, "Welcome to the group!").send()?;
//! linq.chats().participants(&created.chat.id).add("+12052499136").send()?;
//! for message in linq.chats().messages(&created.chat.id).list().items() {
//!     println!("{:?}", message?.parts);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`linq_core`] documents everything else: operations, arguments, results, errors, retries, webhooks.
//!
//! TLS is rustls, with the platform's certificates by default. Redirects are not followed. Dropping a client closes its
//! idle connections. The module [`interrupt`] cancels a blocking call.
//!
//! # Logs
//!
//! This crate logs only with the feature `tracing`, and then neither bodies nor secrets. ureq logs to the crate `log`:
//! at level `Trace` the whole URL of each request. Those of uploads and downloads are presigned: for a while,
//! anyone who has them can write or read the file. Keep the target `ureq` at `Debug`, as in `RUST_LOG=trace,ureq=debug`; it then logs neither path
//! nor query.

mod download;
mod failure;
pub mod interrupt;
mod resolver;
mod socket;
mod tls;
mod upload;

pub use download::FileWriter;
pub use linq_core::{self, Error};
pub use upload::FileReader;

use bytes::Bytes;
use failure::{cancelled_error, classify};
use http::{Method, Request, Response, StatusCode, Uri, header};
use linq_core::{
    Connect, Endpoint, Transport,
    call::{ClientConfig, PreparedCall, Route},
    error::{InvalidArgument, TransportError, TransportErrorKind},
    exchange::{Attempt, Entropy, ExchangeConfig, Outcome, Step},
};
use resolver::CachingResolver;
use std::{
    fmt,
    io::Read,
    sync::Arc,
    time::{Duration, Instant},
};
use ureq::unversioned::resolver::Resolver;

/// A blocking client of the Linq API. Cheap to clone, and meant to be shared between threads: all clones share
/// connections.
pub type Client = linq_core::Client<Blocking>;

/// The blocking transport, on ureq.
#[derive(Clone)]
pub struct Blocking {
    agent: ureq::Agent,
    config: Arc<ClientConfig>,
}

impl Connect for Blocking {
    fn connect(config: ClientConfig) -> Result<Self, InvalidArgument> {
        Self::with_resolver(CachingResolver::default(), config)
    }
}

impl Transport for Blocking {
    type Output<T: Send + 'static> = Result<T, Error>;

    fn call<E: Endpoint>(&self, call: PreparedCall<E>) -> Self::Output<E::Response> {
        let mut exchange = call.begin(&self.config.exchange, entropy()?, Instant::now())?;
        let mut outcome = None;
        loop {
            match exchange.step(outcome.take(), Instant::now()) {
                Step::Send(attempt) => outcome = Some(self.send_attempt(attempt)),
                Step::Done(result) => return result,
            }
        }
    }
}

impl Blocking {
    fn with_resolver(
        resolver: impl Resolver,
        config: ClientConfig,
    ) -> Result<Self, InvalidArgument> {
        let base_url = config.exchange.base_url().as_str().parse();
        let proxy = proxy(&config, &base_url.unwrap_or_default())?;
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(config.max_idle_connections)
            .max_idle_connections_per_host(config.max_idle_connections)
            .timeout_connect(Some(
                config.connect_timeout.min(ExchangeConfig::MAX_TIMEOUT),
            ))
            .proxy(proxy)
            .tls_config(tls::config(&config)?)
            .build();
        Ok(Self {
            agent: ureq::Agent::with_parts(agent, socket::connector(), resolver),
            config: Arc::new(config),
        })
    }

    fn send_attempt(&self, attempt: Attempt) -> Outcome {
        let Attempt {
            after,
            timeout,
            request,
            ..
        } = attempt;
        interrupt::delay(self.config.delay(after)).map_err(cancelled_error)?;
        if let Some(canned) = &self.config.canned_responses {
            return canned.respond(request);
        }
        self.exchange(request, timeout).map_err(classify)
    }

    fn exchange(
        &self,
        request: Request<Bytes>,
        timeout: Duration,
    ) -> Result<Response<Bytes>, ureq::Error> {
        let (parts, body) = request.into_parts();
        // Servers expect a length where a body is possible.
        let has_length = !body.is_empty()
            || parts.headers.contains_key(header::CONTENT_TYPE)
            || matches!(parts.method, Method::POST | Method::PUT | Method::PATCH);
        let is_head = parts.method == Method::HEAD;
        let response = if has_length {
            self.run(Request::from_parts(parts, &body[..]), timeout)?
        } else {
            self.run(Request::from_parts(parts, ()), timeout)?
        };
        if is_head {
            return Ok(response.map(|_| Bytes::new()));
        }
        self.read_body(response)
    }

    /// Reads a response's body, up to the limit.
    fn read_body(&self, response: Response<ureq::Body>) -> Result<Response<Bytes>, ureq::Error> {
        let (parts, mut body) = response.into_parts();
        // There is no body to decompress, even with a `Content-Encoding`.
        if matches!(
            parts.status,
            StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED
        ) {
            return Ok(Response::from_parts(parts, Bytes::new()));
        }
        // ureq's own limit counts compressed bytes.
        let limit = self.config.max_response_bytes as u64;
        let mut bytes = Vec::new();
        let reader = body.with_config().reader();
        reader
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            return Err(ureq::Error::BodyExceedsLimit(limit));
        }
        Ok(Response::from_parts(parts, bytes.into()))
    }

    fn run<B: ureq::AsSendBody>(
        &self,
        request: Request<B>,
        timeout: Duration,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        // The API has a DELETE with a body, which ureq rejects by default.
        let configured = self.agent.configure_request(request);
        let request = configured
            .timeout_global(Some(timeout))
            .allow_non_standard_methods(true)
            .build();
        self.agent.run(request)
    }
}

impl fmt::Debug for Blocking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Blocking")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

/// Returns the proxy for requests to a URL.
fn proxy(config: &ClientConfig, target: &Uri) -> Result<Option<ureq::Proxy>, InvalidArgument> {
    match config.route(target)? {
        Route::Direct => Ok(None),
        Route::Environment => Ok(ureq::Proxy::try_from_env()),
        Route::Proxy(proxy) => match ureq::Proxy::new(proxy.expose()) {
            Ok(proxy) => Ok(Some(proxy)),
            Err(_) => Err(InvalidArgument::new(
                "proxy",
                "not supported by this transport",
            )),
        },
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
