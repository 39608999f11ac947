//! A client: where calls go, as whom, how patiently, and over what.

use crate::{
    arguments, errors,
    errors::About,
    loading, logging,
    model::Class,
    options::{Defaults, Extras, duration},
    response::{ResponseSpec, Wanted},
    transport::{AnyClient, Kind, Recipe, Shared},
};
use linq_core::{
    Endpoint, call::PreparedCall, dynamic::AnyEndpoint, endpoint::EndpointInfo,
    exchange::CallOptions, schema::Schema,
};
use pyo3::{
    prelude::*,
    types::{PyDict, PyType},
};
use std::{sync::Arc, time::Instant};

/// The native half of a client. Clients with other options share one transport.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Client {
    shared: Arc<Shared>,
    defaults: Defaults,
}

impl Client {
    pub(crate) fn transport(&self, py: Python<'_>) -> PyResult<AnyClient> {
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
        response: impl FnOnce(&'static EndpointInfo) -> ResponseSpec,
    ) -> PyResult<(PreparedCall<AnyEndpoint>, Wanted)> {
        let py = given.py();
        loading::everything(py)?;
        logging::refresh(py)?;
        let json = arguments::json(given)?;
        let endpoint = AnyEndpoint::named(name, &json);
        let endpoint = endpoint.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let options = self.options(py, extras)?;
        let wanted = Wanted {
            response: response(endpoint.info()),
            about: self.about(
                endpoint.method().as_str(),
                &endpoint.path().unwrap_or_default(),
            ),
            began: Instant::now(),
        };
        Ok((PreparedCall::new(endpoint, options), wanted))
    }

    /// A request to any path.
    pub(crate) fn custom(
        &self,
        py: Python<'_>,
        method: &str,
        path: &str,
        body: Option<&Bound<'_, PyAny>>,
        extras: Option<&Extras<'_>>,
    ) -> PyResult<(PreparedCall<AnyEndpoint>, Wanted)> {
        loading::everything(py)?;
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
            response: ResponseSpec::RAW,
            about: self.about(method, path),
            began: Instant::now(),
        };
        Ok((call.options(options).into_prepared().into(), wanted))
    }

    pub(crate) fn about(&self, method: &str, path: &str) -> About {
        About {
            method: method.to_owned(),
            url: format!("{}{path}", self.shared.base_url()),
        }
    }
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (kind, api_key, *, base_url = None, allow_http = false, rate_limits = false, connect_timeout = None, proxy = None, root_certificates = Vec::new(), max_response_bytes = None, max_connections = None, strict_responses = false, family = None))]
    #[allow(clippy::too_many_arguments, reason = "they are named in Python")]
    fn new(
        py: Python<'_>,
        kind: &str,
        api_key: String,
        base_url: Option<String>,
        allow_http: bool,
        rate_limits: bool,
        connect_timeout: Option<f64>,
        proxy: Option<String>,
        root_certificates: Vec<Vec<u8>>,
        max_response_bytes: Option<usize>,
        max_connections: Option<usize>,
        strict_responses: bool,
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
            rate_limits,
            connect_timeout: connect_timeout.transpose()?,
            proxy,
            root_certificates,
            max_response_bytes,
            max_connections,
            strict_responses,
        };
        let relative = family.map(|member| &*member.get().shared);
        let shared = Shared::new(py, recipe, relative)?;
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

    /// Where requests go, without a `/` at the end.
    #[getter]
    fn base_url(&self) -> &str {
        self.shared.base_url()
    }

    /// Closes the transport, and those of all clients that were made of this one or that it was made of.
    fn close(&self, py: Python<'_>) {
        self.shared.close_all(py);
    }

    /// Whether [`close`] was called.
    fn is_closed(&self) -> bool {
        self.shared.is_closed()
    }
}

/// What an operation returns: a page of the given class, the raw response, or its value.
pub(crate) fn response_spec(
    info: &'static EndpointInfo,
    page: Option<&Bound<'_, PyType>>,
    raw: bool,
) -> ResponseSpec {
    let page = match (page, info.response_schema) {
        (Some(class), Some(Schema::Page(page))) => Some(Class::of_page(class, page)),
        _ => None,
    };
    ResponseSpec {
        info: Some(info),
        page,
        is_raw: raw,
    }
}
