//! A client: where calls go, as whom, how patiently, and over what.

use crate::{
    arguments, errors,
    errors::About,
    logging,
    model::Class,
    options::{Defaults, Extras, duration},
    reply::{Form, Wanted},
};
use linq_core::{
    Endpoint,
    call::{CustomRequest, Prepared, Raw, Settings},
    describe::Shape,
    dynamic::AnyEndpoint,
    endpoint::EndpointInfo,
    error::Invalid,
    exchange::{CallOptions, Config},
    pacing::Pacing,
};
use pyo3::{
    exceptions::PyRuntimeError,
    prelude::*,
    types::{PyDict, PyType},
};
use std::{
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::{Duration, Instant},
};

const DEFAULT_BASE_URL: &str = "https://api.linqapp.com/api/partner";
const USER_AGENT: &str = concat!("linq-client-python/", env!("CARGO_PKG_VERSION"));

/// The native half of a client. Clients with other options share one transport.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Client {
    shared: Arc<Shared>,
    defaults: Defaults,
}

struct Shared {
    recipe: Recipe,
    state: Mutex<State>,
    family: Arc<Family>,
}

/// A client and those that were made of it, which are closed together.
#[derive(Default)]
struct Family(Mutex<Vec<Weak<Shared>>>);

/// How the transport is opened: again in a forked child, which cannot use the parent's connections.
struct Recipe {
    kind: Kind,
    api_key: String,
    base_url: Option<String>,
    allow_http: bool,
    pacing: bool,
    connect_timeout: Option<Duration>,
    proxy: Option<String>,
    root_certificates: Vec<Vec<u8>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blocking,
    Async,
    /// The transport is in Python.
    Python,
}

enum State {
    New,
    Open {
        process: u32,
        transport: Box<Transport>,
    },
    Closed,
}

/// What carries calls.
#[derive(Clone)]
pub(crate) enum Transport {
    Blocking(linq_ureq::Client),
    Async(linq_reqwest::Client),
    Python(linq_core::Client<Bare>),
}

/// A transport that carries nothing itself.
#[derive(Clone)]
pub(crate) struct Bare(Settings);

impl linq_core::Transport for Bare {
    fn open(settings: Settings) -> Result<Self, Invalid> {
        Ok(Self(settings))
    }
}

impl linq_core::Caller for Bare {
    type Output<T: Send + 'static> = ();

    /// Calls are driven step by step from Python: see [`pending`](crate::pending).
    fn call<E: Endpoint>(&self, _: Prepared<E>) {}
}

/// A call that can be carried out.
pub(crate) enum Job {
    Named(Prepared<AnyEndpoint>),
    /// To a path that has no method.
    Custom(Prepared<Raw<CustomRequest>>),
}

impl Transport {
    fn open(recipe: &Recipe) -> Result<Self, Invalid> {
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
}

impl Recipe {
    fn open<C: linq_core::Transport>(&self) -> Result<linq_core::Client<C>, Invalid> {
        let mut builder = linq_core::Client::builder(self.api_key.as_str());
        builder = builder.header("user-agent", USER_AGENT);
        if let Some(base_url) = &self.base_url {
            builder = builder.base_url(base_url.as_str());
        }
        if self.allow_http {
            builder = builder.allow_http();
        }
        if self.pacing {
            builder = builder.pacing(Pacing::documented());
        }
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(proxy) = &self.proxy {
            builder = builder.proxy(proxy.as_str());
        }
        for certificate in &self.root_certificates {
            builder = builder.root_certificate(certificate.as_slice());
        }
        builder.build()
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
    fn transport(&self, py: Python<'_>) -> PyResult<Transport> {
        let mut state = self.state();
        let here = process::id();
        match &*state {
            State::Open { process, transport } if *process == here => {
                return Ok(Transport::clone(transport));
            }
            State::Open { .. } | State::New => {}
            State::Closed => return Err(PyRuntimeError::new_err("the client is closed")),
        }
        let transport = Transport::open(&self.recipe);
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

impl Client {
    pub(crate) fn transport(&self, py: Python<'_>) -> PyResult<Transport> {
        self.shared.transport(py)
    }

    /// The options of one call.
    pub(crate) fn options(
        &self,
        py: Python<'_>,
        extras: Option<&Extras<'_>>,
    ) -> PyResult<CallOptions> {
        self.defaults.options(py, extras)
    }

    /// One of the operations of the API.
    pub(crate) fn named(
        &self,
        name: &str,
        given: &Bound<'_, PyDict>,
        extras: Option<&Extras<'_>>,
        form: impl FnOnce(&'static EndpointInfo) -> PyResult<Form>,
    ) -> PyResult<(Job, Wanted)> {
        let py = given.py();
        logging::refresh(py)?;
        let json = arguments::json(given)?;
        let endpoint = AnyEndpoint::named(name, &json);
        let endpoint = endpoint.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let options = self.options(py, extras)?;
        let wanted = Wanted {
            form: form(endpoint.info())?,
            about: self.about(
                endpoint.method().as_str(),
                &endpoint.path().unwrap_or_default(),
            ),
            began: Instant::now(),
        };
        Ok((Job::Named(Prepared::new(endpoint, options)), wanted))
    }

    /// A request to any path.
    pub(crate) fn custom(
        &self,
        py: Python<'_>,
        method: &str,
        path: &str,
        body: Option<&Bound<'_, PyAny>>,
        extras: Option<&Extras<'_>>,
    ) -> PyResult<(Job, Wanted)> {
        logging::refresh(py)?;
        let refused = |_| errors::invalid(py, "method", "it is no method of HTTP");
        let method_name: linq_core::Method = method.parse().map_err(refused)?;
        let dry_run = linq_core::Client::dry_run();
        let mut call = dry_run.request(method_name, path);
        if let Some(body) = body {
            let json = arguments::json_of("body", body)?;
            call = call.body("application/json", json);
        }
        let options = self.options(py, extras)?;
        let wanted = Wanted {
            form: Form::Reply(None, None),
            about: self.about(method, path),
            began: Instant::now(),
        };
        Ok((
            Job::Custom(call.options(options).raw().into_prepared()),
            wanted,
        ))
    }

    pub(crate) fn about(&self, method: &str, path: &str) -> About {
        let base = self.shared.recipe.base_url.as_deref();
        let base = base.unwrap_or(DEFAULT_BASE_URL).trim_end_matches('/');
        About {
            method: method.to_owned(),
            url: format!("{base}{path}"),
        }
    }
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (kind, api_key, *, base_url = None, allow_http = false, pacing = false, connect_timeout = None, proxy = None, root_certificates = Vec::new(), family = None))]
    #[allow(clippy::too_many_arguments, reason = "they are named in Python")]
    fn new(
        py: Python<'_>,
        kind: &str,
        api_key: String,
        base_url: Option<String>,
        allow_http: bool,
        pacing: bool,
        connect_timeout: Option<f64>,
        proxy: Option<String>,
        root_certificates: Vec<Vec<u8>>,
        family: Option<&Bound<'_, Self>>,
    ) -> PyResult<Self> {
        let kind = match kind {
            "blocking" => Kind::Blocking,
            "async" => Kind::Async,
            _ => Kind::Python,
        };
        let connect_timeout =
            connect_timeout.map(|seconds| duration(py, "connect_timeout", seconds));
        let recipe = Recipe {
            kind,
            api_key,
            base_url,
            allow_http,
            pacing,
            connect_timeout: connect_timeout.transpose()?,
            proxy,
            root_certificates,
        };
        let check: Result<linq_core::Client<Bare>, _> = recipe.open();
        check.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let family = family.map(|member| &member.get().shared);
        let is_closed = family.is_some_and(|member| matches!(*member.state(), State::Closed));
        let state = if is_closed { State::Closed } else { State::New };
        let family = family.map(|member| Arc::clone(&member.family));
        let shared = Arc::new(Shared {
            recipe,
            state: Mutex::new(state),
            family: family.unwrap_or_default(),
        });
        shared.family.join(&shared);
        Ok(Self {
            shared,
            defaults: Defaults::default(),
        })
    }

    /// A client with other options over the same transport.
    #[pyo3(signature = (*, timeout, max_retries, deadline, headers, query))]
    fn with_options(
        &self,
        py: Python<'_>,
        timeout: f64,
        max_retries: u32,
        deadline: Option<f64>,
        headers: &Bound<'_, PyAny>,
        query: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let mut options = CallOptions::default()
            .timeout(duration(py, "timeout", timeout)?)
            .max_retries(max_retries);
        if let Some(deadline) = deadline {
            options = options.deadline(duration(py, "deadline", deadline)?);
        }
        Ok(Self {
            shared: Arc::clone(&self.shared),
            defaults: Defaults::new(options, headers, query)?,
        })
    }

    /// Closes the transport, and those of all clients that were made of this one or that it was made of.
    fn close(&self, py: Python<'_>) {
        let members = self.shared.family.members().clone();
        for member in members.iter().filter_map(Weak::upgrade) {
            member.close(py);
        }
    }

    /// Whether [`close`] was called.
    fn is_closed(&self) -> bool {
        matches!(*self.shared.state(), State::Closed)
    }
}

/// The form of an operation's result: a page of the given class, the raw reply, or its value.
pub(crate) fn form(
    info: &'static EndpointInfo,
    page: Option<&Bound<'_, PyType>>,
    raw: bool,
) -> PyResult<Form> {
    let shape = info.response_shape;
    let page = match (page, shape) {
        (Some(class), Some(Shape::Page(item))) => Some(Class::of_page(class, item)?),
        _ => None,
    };
    Ok(match (page, raw) {
        (page, true) => Form::Reply(shape, page),
        (Some(page), false) => Form::Page(page),
        (None, false) => Form::Value(shape),
    })
}
