//! The native client: configuration, default call options and the transport.

use crate::{
    arguments, errors,
    errors::RequestInfo,
    loading, logging,
    model::Class,
    observer::PyObserver,
    options::{Defaults, PyCallOptions, PyRateLimits, duration},
    response::{CallContext, ResponseSpec},
    transport::{ClientKind, CoreClient, CoreClientConfig, SharedClient},
};
use linq_core::{
    Endpoint, call::PreparedCall, dynamic::AnyEndpoint, endpoint::EndpointInfo, error::IntoField,
    exchange::CallOptions, exchange::RetryQuota, handle::PhoneNumber, schema::Schema,
};
use pyo3::{
    prelude::*,
    types::{PyDict, PyType},
};
use std::{sync::Arc, time::Instant};

/// The native part of a client. Copies with other call options share one transport.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Client {
    shared: Arc<SharedClient>,
    defaults: Defaults,
}

impl Client {
    pub(crate) fn core_client(&self, py: Python<'_>) -> PyResult<CoreClient> {
        self.shared.core_client(py)
    }

    /// Returns the options of one call.
    pub(crate) fn options(
        &self,
        py: Python<'_>,
        options: Option<&PyCallOptions<'_>>,
    ) -> PyResult<CallOptions> {
        self.defaults.options(py, options)
    }

    /// Returns the options to store with a call.
    pub(crate) fn options_to_store(
        &self,
        py: Python<'_>,
        options: Option<&PyCallOptions<'_>>,
    ) -> PyResult<CallOptions> {
        self.defaults.options_to_store(py, options)
    }

    /// Returns the options of calls that were stored.
    pub(crate) fn options_of_stored_calls(&self, py: Python<'_>) -> PyResult<CallOptions> {
        self.defaults.options_of_stored_calls(py)
    }

    /// Prepares an operation of the API.
    pub(crate) fn prepare_operation(
        &self,
        name: &str,
        arguments: &Bound<'_, PyDict>,
        options: Option<&PyCallOptions<'_>>,
        response: impl FnOnce(&'static EndpointInfo) -> ResponseSpec,
    ) -> PyResult<(PreparedCall<AnyEndpoint>, CallContext)> {
        let py = arguments.py();
        loading::load_all(py)?;
        logging::update_level(py)?;
        let json = arguments::json(arguments)?;
        let endpoint = AnyEndpoint::named(name, &json);
        let endpoint = endpoint.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let options = self.options(py, options)?;
        let context = CallContext {
            response: response(endpoint.info()),
            request: self.request_info(
                endpoint.method().as_str(),
                &endpoint.path().unwrap_or_default(),
            ),
            started: Instant::now(),
        };
        Ok((PreparedCall::new(endpoint, options), context))
    }

    /// Prepares a request to any path.
    pub(crate) fn prepare_request(
        &self,
        py: Python<'_>,
        method: &str,
        path: &str,
        body: Option<&Bound<'_, PyAny>>,
        options: Option<&PyCallOptions<'_>>,
    ) -> PyResult<(PreparedCall<AnyEndpoint>, CallContext)> {
        loading::load_all(py)?;
        logging::update_level(py)?;
        let invalid = |_| errors::invalid(py, "method", "not a valid HTTP method");
        let method_name: linq_core::Method = method.parse().map_err(invalid)?;
        let dry_run = linq_core::Client::dry_run();
        let mut call = dry_run.request(method_name, path);
        if let Some(body) = body {
            let json = arguments::json_of("body", body)?;
            call = call.body("application/json", json);
        }
        let options = self.options(py, options)?;
        let context = CallContext {
            response: ResponseSpec::RAW,
            request: self.request_info(method, path),
            started: Instant::now(),
        };
        Ok((call.options(options).into_prepared().into(), context))
    }

    pub(crate) fn request_info(&self, method: &str, path: &str) -> RequestInfo {
        RequestInfo {
            method: method.to_owned(),
            url: format!("{}{path}", self.shared.base_url()),
        }
    }
}

#[pymethods]
impl Client {
    #[new]
    #[pyo3(signature = (kind, api_key, *, base_url = None, allow_http = false, rate_limits = None, connect_timeout = None, proxy = None, root_certificates = Vec::new(), max_response_bytes = None, max_connections = None, strict_responses = false, retry_quota = None, observer = None, group = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn new(
        py: Python<'_>,
        kind: &str,
        api_key: String,
        base_url: Option<String>,
        allow_http: bool,
        rate_limits: Option<PyRateLimits>,
        connect_timeout: Option<f64>,
        proxy: Option<String>,
        root_certificates: Vec<Vec<u8>>,
        max_response_bytes: Option<usize>,
        max_connections: Option<usize>,
        strict_responses: bool,
        retry_quota: Option<f64>,
        observer: Option<Bound<'_, PyAny>>,
        group: Option<&Bound<'_, Self>>,
    ) -> PyResult<Self> {
        let kind = match kind {
            "blocking" => ClientKind::Blocking,
            "async" => ClientKind::Async,
            _ => ClientKind::Python,
        };
        let connect_timeout =
            connect_timeout.map(|seconds| duration(py, "connect_timeout", seconds));
        let rate_limits = rate_limits.map(|limits| limits.read(py)).transpose()?;
        let observer = observer.map(PyObserver::new).transpose()?;
        let config = CoreClientConfig {
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
            retry_quota: retry_quota.map(quota),
            observer: observer.map(|observer| Arc::new(observer) as _),
        };
        let member = group.map(|client| &*client.get().shared);
        let shared = SharedClient::new(py, config, member)?;
        Ok(Self {
            shared,
            defaults: Defaults::default(),
        })
    }

    /// Returns a client with other call options over the same transport.
    #[pyo3(signature = (*, timeout, max_retries, deadline, rate_limit_line, headers, query))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn with_options(
        &self,
        py: Python<'_>,
        timeout: f64,
        max_retries: u32,
        deadline: Option<f64>,
        rate_limit_line: Option<&str>,
        headers: &Bound<'_, PyAny>,
        query: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        let mut options = CallOptions::default()
            .timeout(duration(py, "timeout", timeout)?)
            .max_retries(max_retries);
        if let Some(deadline) = deadline {
            options = options.deadline(duration(py, "deadline", deadline)?);
        }
        let mut stored = CallOptions::default();
        if let Some(line) = rate_limit_line {
            let line: Result<PhoneNumber, _> = line.into_field("rate_limit_line");
            let line = line.map_err(|invalid| errors::from_invalid(py, &invalid))?;
            stored = stored.rate_limit_line(line.clone());
            options = options.rate_limit_line(line);
        }
        Ok(Self {
            shared: Arc::clone(&self.shared),
            defaults: Defaults::new(options, stored, headers, query)?,
        })
    }

    /// Base URL of requests, without a trailing `/`.
    #[getter]
    fn base_url(&self) -> &str {
        self.shared.base_url()
    }

    /// Closes the transports of this client, of its copies, and of the client that it is a copy of.
    fn close(&self, py: Python<'_>) {
        self.shared.close_all(py);
    }

    /// Returns whether [`close`] was called.
    fn is_closed(&self) -> bool {
        self.shared.is_closed()
    }
}

/// Returns a quota of a number of tokens, which is not negative; infinity means no quota.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn quota(tokens: f64) -> RetryQuota {
    if tokens.is_infinite() {
        return RetryQuota::unlimited();
    }
    RetryQuota::new(tokens as u32)
}

/// Returns the specification of an operation's result: a page of the given class, the raw response, or its value.
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
