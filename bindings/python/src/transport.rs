//! Transports: opened when they are first needed, shared by clients with other options, closed together.

use crate::errors;
use linq_core::{
    Endpoint,
    call::{PreparedCall, Settings},
    error::InvalidArgument,
    exchange::Config,
    rate_limit::RateLimits,
};
use pyo3::{exceptions::PyRuntimeError, prelude::*};
use std::{
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

const USER_AGENT: &str = concat!("linq-client-python/", env!("CARGO_PKG_VERSION"));

/// What clients with other options share.
pub(crate) struct Shared {
    recipe: Recipe,
    base_url: String,
    state: Mutex<State>,
    family: Arc<Family>,
}

/// A client and those that were made of it, which are closed together.
#[derive(Default)]
struct Family(Mutex<Vec<Weak<Shared>>>);

/// How the transport is opened: again in a forked child, which cannot use the parent's connections.
pub(crate) struct Recipe {
    pub(crate) kind: Kind,
    pub(crate) api_key: String,
    pub(crate) base_url: Option<String>,
    pub(crate) allow_http: bool,
    pub(crate) rate_limits: bool,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) proxy: Option<String>,
    pub(crate) root_certificates: Vec<Vec<u8>>,
    pub(crate) max_response_bytes: Option<usize>,
    /// Of an async client: how many requests may have a connection at the same time.
    pub(crate) max_connections: Option<usize>,
    /// Whether a response that is not as documented is an error.
    pub(crate) strict_responses: bool,
}

/// What kind of client it is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Blocking,
    Async,
    /// The transport is in Python.
    Python,
}

enum State {
    New,
    Open {
        process: u32,
        transport: Box<AnyClient>,
    },
    Closed,
}

/// What carries calls.
#[derive(Clone)]
pub(crate) enum AnyClient {
    Blocking(linq_ureq::Client),
    Async(linq_reqwest::Client),
    Python(linq_core::Client<Bare>),
}

/// A transport that carries nothing itself.
#[derive(Clone)]
pub(crate) struct Bare(Settings);

impl linq_core::Connect for Bare {
    fn connect(settings: Settings) -> Result<Self, InvalidArgument> {
        Ok(Self(settings))
    }
}

impl linq_core::Transport for Bare {
    type Output<T: Send + 'static> = ();

    /// Calls are driven step by step from Python: see [`pending`](crate::pending).
    fn call<E: Endpoint>(&self, _: PreparedCall<E>) {}
}

impl AnyClient {
    fn open(recipe: &Recipe) -> Result<Self, InvalidArgument> {
        Ok(match recipe.kind {
            Kind::Blocking => Self::Blocking(recipe.open()?),
            Kind::Async => Self::Async(recipe.open()?),
            Kind::Python => Self::Python(recipe.open()?),
        })
    }
}

impl Bare {
    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    /// The largest body of a response, after decompression.
    pub(crate) fn max_response_bytes(&self) -> usize {
        self.0.max_response_bytes
    }
}

impl Recipe {
    fn open<C: linq_core::Connect>(&self) -> Result<linq_core::Client<C>, InvalidArgument> {
        let mut builder = linq_core::Client::builder(self.api_key.as_str());
        builder = builder.header("user-agent", USER_AGENT);
        if let Some(base_url) = &self.base_url {
            builder = builder.base_url(base_url.as_str());
        }
        if self.allow_http {
            builder = builder.allow_http();
        }
        if self.rate_limits {
            builder = builder.rate_limits(RateLimits::published());
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
        for certificate in &self.root_certificates {
            builder = builder.root_certificate(certificate.as_slice());
        }
        builder.strict_responses(self.strict_responses).build()
    }
}

impl Family {
    fn members(&self) -> MutexGuard<'_, Vec<Weak<Shared>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self, shared: &Arc<Shared>) {
        let mut members = self.members();
        members.retain(|member| member.strong_count() > 0);
        members.push(Arc::downgrade(shared));
    }
}

impl Shared {
    /// Checks a recipe, for a client that is made of another one or of none.
    pub(crate) fn new(
        py: Python<'_>,
        recipe: Recipe,
        relative: Option<&Self>,
    ) -> PyResult<Arc<Self>> {
        let checked: Result<linq_core::Client<Bare>, _> = recipe.open();
        let checked = checked.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let state = match relative {
            Some(relative) if relative.is_closed() => State::Closed,
            _ => State::New,
        };
        let family = relative.map(|relative| Arc::clone(&relative.family));
        let shared = Arc::new(Self {
            recipe,
            base_url: checked.transport().config().base_url().to_string(),
            state: Mutex::new(state),
            family: family.unwrap_or_default(),
        });
        shared.family.join(&shared);
        Ok(shared)
    }

    /// Closes the transport, and those of all clients that were made of this one or that it was made of.
    pub(crate) fn close_all(&self, py: Python<'_>) {
        let members = self.family.members().clone();
        for member in members.iter().filter_map(Weak::upgrade) {
            member.close(py);
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        matches!(*self.state(), State::Closed)
    }

    /// Where requests go, without a `/` at the end.
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

    /// The transport, which is opened when it is first needed in this process.
    pub(crate) fn transport(&self, py: Python<'_>) -> PyResult<AnyClient> {
        let mut state = self.state();
        let here = process::id();
        match &*state {
            State::Open { process, transport } if *process == here => {
                return Ok(AnyClient::clone(transport));
            }
            State::Open { .. } | State::New => {}
            State::Closed => return Err(PyRuntimeError::new_err("the client is closed")),
        }
        let transport = AnyClient::open(&self.recipe);
        let transport = transport.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let opened = State::Open {
            process: here,
            transport: Box::new(transport.clone()),
        };
        // What a parent opened is not closed here: its connections are the parent's.
        std::mem::forget(std::mem::replace(&mut *state, opened));
        Ok(transport)
    }
}
