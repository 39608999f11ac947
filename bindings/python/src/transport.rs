//! Core clients: connected on first use, shared by copies with other call options, closed together.

use crate::errors;
use linq_core::{
    Endpoint,
    call::{ClientConfig, PreparedCall},
    error::InvalidArgument,
    exchange::{AttemptObserver, ExchangeConfig, RetryQuota},
    rate_limit::RateLimits,
};
use pyo3::{exceptions::PyRuntimeError, prelude::*};
use std::{
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

const USER_AGENT: &str = concat!("linq-client-python/", env!("CARGO_PKG_VERSION"));

/// The core client that copies of a client share.
pub(crate) struct SharedClient {
    config: CoreClientConfig,
    base_url: String,
    state: Mutex<State>,
    group: Arc<ClientGroup>,
}

/// A client and its copies, which are closed together.
#[derive(Default)]
struct ClientGroup(Mutex<Vec<Weak<SharedClient>>>);

/// Configuration of a core client. It is kept, since a forked child cannot use the parent's connections.
pub(crate) struct CoreClientConfig {
    pub(crate) kind: ClientKind,
    pub(crate) api_key: String,
    pub(crate) base_url: Option<String>,
    pub(crate) allow_http: bool,
    pub(crate) rate_limits: Option<RateLimits>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) proxy: Option<String>,
    pub(crate) root_certificates: Vec<Vec<u8>>,
    pub(crate) max_response_bytes: Option<usize>,
    /// Maximum number of requests that have a connection at the same time; async clients only.
    pub(crate) max_connections: Option<usize>,
    /// True if a response that violates the documentation is an error.
    pub(crate) strict_responses: bool,
    /// Quota of the retries of all calls; core's default if absent.
    pub(crate) retry_quota: Option<RetryQuota>,
    pub(crate) observer: Option<Arc<dyn AttemptObserver>>,
}

/// Kind of client.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClientKind {
    Blocking,
    Async,
    /// With a transport written in Python.
    Python,
}

enum State {
    New,
    Open {
        process: u32,
        client: Box<CoreClient>,
    },
    Closed,
}

/// A client of linq-core, by its transport.
#[derive(Clone)]
pub(crate) enum CoreClient {
    Blocking(linq_ureq::Client),
    Async(linq_reqwest::Client),
    Python(linq_core::Client<NullTransport>),
}

/// A transport that sends nothing: Python sends the attempts of a [`PendingCall`](crate::pending::PendingCall).
#[derive(Clone)]
pub(crate) struct NullTransport(Arc<ClientConfig>);

impl linq_core::Connect for NullTransport {
    fn connect(config: ClientConfig) -> Result<Self, InvalidArgument> {
        Ok(Self(Arc::new(config)))
    }
}

impl linq_core::Transport for NullTransport {
    type Output<T: Send + 'static> = ();

    /// Does nothing: see [`pending`](crate::pending).
    fn call<E: Endpoint>(&self, _: PreparedCall<E>) {}
}

impl CoreClient {
    fn build(config: &CoreClientConfig) -> Result<Self, InvalidArgument> {
        Ok(match config.kind {
            ClientKind::Blocking => Self::Blocking(config.build()?),
            ClientKind::Async => Self::Async(config.build()?),
            ClientKind::Python => Self::Python(config.build()?),
        })
    }
}

impl NullTransport {
    pub(crate) fn config(&self) -> &ExchangeConfig {
        &self.0.exchange
    }

    /// Returns the maximum size of a response's body after decompression, in bytes.
    pub(crate) fn max_response_bytes(&self) -> usize {
        self.0.max_response_bytes
    }
}

impl CoreClientConfig {
    fn build<C: linq_core::Connect>(&self) -> Result<linq_core::Client<C>, InvalidArgument> {
        let mut builder = linq_core::Client::builder(self.api_key.as_str());
        builder = builder.header("user-agent", USER_AGENT);
        if let Some(base_url) = &self.base_url {
            builder = builder.base_url(base_url.as_str());
        }
        if self.allow_http {
            builder = builder.allow_http();
        }
        if let Some(rate_limits) = &self.rate_limits {
            builder = builder.rate_limits(rate_limits.clone());
        }
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(proxy) = &self.proxy {
            builder = builder.proxy(proxy.as_str());
        }
        if let Some(bytes) = self.max_response_bytes {
            builder = builder.max_response_bytes(bytes);
        }
        if let Some(connections) = self.max_connections {
            builder = builder.max_connections(connections);
        }
        if let Some(quota) = self.retry_quota {
            builder = builder.retry_quota(quota);
        }
        if let Some(observer) = &self.observer {
            builder = builder.observer(Arc::clone(observer));
        }
        for certificate in &self.root_certificates {
            builder = builder.root_certificate(certificate.as_slice());
        }
        builder.strict_responses(self.strict_responses).build()
    }
}

impl ClientGroup {
    fn members(&self) -> MutexGuard<'_, Vec<Weak<SharedClient>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self, shared: &Arc<SharedClient>) {
        let mut members = self.members();
        members.retain(|member| member.strong_count() > 0);
        members.push(Arc::downgrade(shared));
    }
}

impl SharedClient {
    /// Checks the configuration. The client joins the group of `member`, if there is one.
    pub(crate) fn new(
        py: Python<'_>,
        config: CoreClientConfig,
        member: Option<&Self>,
    ) -> PyResult<Arc<Self>> {
        let checked: Result<linq_core::Client<NullTransport>, _> = config.build();
        let checked = checked.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let state = match member {
            Some(member) if member.is_closed() => State::Closed,
            _ => State::New,
        };
        let group = member.map(|member| Arc::clone(&member.group));
        let shared = Arc::new(Self {
            config,
            base_url: checked.transport().config().base_url().to_string(),
            state: Mutex::new(state),
            group: group.unwrap_or_default(),
        });
        shared.group.join(&shared);
        Ok(shared)
    }

    /// Closes all clients of the group.
    pub(crate) fn close_all(&self, py: Python<'_>) {
        let members = self.group.members().clone();
        for member in members.iter().filter_map(Weak::upgrade) {
            member.close(py);
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        matches!(*self.state(), State::Closed)
    }

    /// Base URL of requests, without a trailing `/`.
    pub(crate) fn base_url(&self) -> &str {
        &self.base_url
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn close(&self, py: Python<'_>) {
        let open = std::mem::replace(&mut *self.state(), State::Closed);
        match open {
            State::Open { process, .. } if process != process::id() => std::mem::forget(open),
            open => py.detach(|| drop(open)),
        }
    }

    /// Returns the core client, which is created on first use in each process.
    pub(crate) fn core_client(&self, py: Python<'_>) -> PyResult<CoreClient> {
        let mut state = self.state();
        let here = process::id();
        match &*state {
            State::Open { process, client } if *process == here => {
                return Ok(CoreClient::clone(client));
            }
            State::Open { .. } | State::New => {}
            State::Closed => return Err(PyRuntimeError::new_err("the client is closed")),
        }
        let client = CoreClient::build(&self.config);
        let client = client.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let opened = State::Open {
            process: here,
            client: Box::new(client.clone()),
        };
        // The connections of a parent process must not be closed here.
        std::mem::forget(std::mem::replace(&mut *state, opened));
        Ok(client)
    }
}
