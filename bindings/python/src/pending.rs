//! Calls over a transport in Python: the caller sends each attempt and passes its outcome.

use crate::{
    client::{Client, response_spec},
    errors, interrupt,
    options::PyCallOptions,
    response::{CallContext, Completed},
    transport::CoreClient,
};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response};
use linq_core::{
    call::PreparedCall,
    dynamic::AnyEndpoint,
    error::{TransportError, TransportErrorKind},
    exchange::{Entropy, Exchange, Outcome, Step},
};
use pyo3::{
    exceptions::{PyRuntimeError, PyTypeError},
    prelude::*,
    types::{PyBytes, PyDict, PyType},
};
use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// One call, from its first attempt to its result.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct PendingCall {
    state: Mutex<State>,
    /// Maximum size of a response's body after decompression, in bytes.
    max_response_bytes: usize,
}

enum State {
    Open(Box<dyn Stepwise>),
    Done(Box<Completed>),
    Taken,
}

/// A call, upload or download that advances attempt by attempt.
pub(crate) trait Stepwise: Send {
    /// Returns the next step, given the outcome of the last attempt, which is `None` at the start.
    fn step(self: Box<Self>, outcome: Option<Outcome>) -> NextStep;

    /// Returns the maximum size of the current attempt's response in bytes, if it is not that of the client.
    fn max_response_bytes(&self) -> Option<usize> {
        None
    }
}

/// The next step of a call.
pub(crate) enum NextStep {
    Send(Request<Bytes>, AttemptTiming, Box<dyn Stepwise>),
    Done(Completed),
}

/// Delay before an attempt, and its timeout.
pub(crate) struct AttemptTiming {
    pub(crate) delay: Duration,
    pub(crate) timeout: Duration,
}

struct StepwiseCall {
    exchange: Exchange<AnyEndpoint>,
    context: CallContext,
}

impl Stepwise for StepwiseCall {
    fn step(mut self: Box<Self>, outcome: Option<Outcome>) -> NextStep {
        match self.exchange.step(outcome, Instant::now()) {
            Step::Done(result) => NextStep::Done(Completed::Call(self.context, result)),
            Step::Send(attempt) => {
                let timing = AttemptTiming {
                    delay: attempt.after,
                    timeout: attempt.timeout,
                };
                NextStep::Send(attempt.request, timing, self)
            }
        }
    }
}

/// One request to send.
#[pyclass(frozen, get_all, module = "linq_client._native")]
pub(crate) struct Attempt {
    /// Seconds to wait before sending.
    delay: f64,
    /// Maximum seconds for the complete response, counted from the end of the delay.
    timeout: f64,
    /// Maximum size of the response's body after decompression, in bytes.
    max_response_bytes: usize,
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    content: Py<PyAny>,
}

#[pymethods]
impl PendingCall {
    /// Returns the first attempt; `None` if the call completes without one.
    fn begin(&self, py: Python<'_>) -> PyResult<Option<Attempt>> {
        self.step(py, None)
    }

    /// Returns the next attempt after a response, or `None` if the call is complete.
    fn on_response(
        &self,
        py: Python<'_>,
        status_code: u16,
        headers: Vec<(String, String)>,
        content: Vec<u8>,
    ) -> PyResult<Option<Attempt>> {
        let limit = match &*self.lock() {
            State::Open(steps) => self.limit_of(&**steps),
            State::Done(_) | State::Taken => self.max_response_bytes,
        };
        if content.len() > limit {
            let error = format!("more than {limit} bytes");
            let error = TransportError::new(TransportErrorKind::ResponseTooLarge, error);
            return self.step(py, Some(Err(error)));
        }
        let mut response = Response::new(Bytes::from(content));
        *response.status_mut() = http::StatusCode::from_u16(status_code)
            .map_err(|_| PyTypeError::new_err("status_code: not a valid HTTP status"))?;
        for (name, value) in headers {
            // An invalid header cannot have been received.
            if let (Ok(name), Ok(value)) = (
                HeaderName::try_from(name),
                HeaderValue::from_bytes(&header_bytes(&value)),
            ) {
                response.headers_mut().append(name, value);
            }
        }
        self.step(py, Some(Ok(response)))
    }

    /// Returns the next attempt after a failure without a response, or `None` if the call is complete.
    fn on_failure(&self, py: Python<'_>, kind: &str, message: String) -> PyResult<Option<Attempt>> {
        let kind = match kind {
            "connect" => TransportErrorKind::Connect,
            "connect_timeout" => TransportErrorKind::ConnectTimeout,
            "timeout" => TransportErrorKind::Timeout,
            "too_large" => TransportErrorKind::ResponseTooLarge,
            _ => TransportErrorKind::ConnectionLost,
        };
        self.step(py, Some(Err(TransportError::new(kind, message))))
    }

    /// Returns the result of the completed call, or raises its exception.
    fn result<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let mut state = self.lock();
        match std::mem::replace(&mut *state, State::Taken) {
            State::Done(completed) => completed.into_result(py),
            State::Open(_) | State::Taken => Err(PyRuntimeError::new_err(
                "the call is not complete, or its result was taken",
            )),
        }
    }
}

impl PendingCall {
    pub(crate) fn new(steps: Box<dyn Stepwise>, max_response_bytes: usize) -> Self {
        Self {
            state: Mutex::new(State::Open(steps)),
            max_response_bytes,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limit_of(&self, steps: &dyn Stepwise) -> usize {
        let own = steps.max_response_bytes();
        own.unwrap_or(self.max_response_bytes)
    }

    fn step(&self, py: Python<'_>, outcome: Option<Outcome>) -> PyResult<Option<Attempt>> {
        let mut state = self.lock();
        let State::Open(steps) = std::mem::replace(&mut *state, State::Taken) else {
            return Err(PyRuntimeError::new_err("the call is already complete"));
        };
        match interrupt::raise_deferred(|| steps.step(outcome))? {
            NextStep::Send(request, timing, steps) => {
                let limit = self.limit_of(&*steps);
                *state = State::Open(steps);
                Ok(Some(Attempt::of(py, request, &timing, limit)))
            }
            NextStep::Done(completed) => {
                *state = State::Done(Box::new(completed));
                Ok(None)
            }
        }
    }
}

impl Attempt {
    fn of(
        py: Python<'_>,
        request: Request<Bytes>,
        timing: &AttemptTiming,
        max_response_bytes: usize,
    ) -> Self {
        let (parts, body) = request.into_parts();
        let headers = errors::header_pairs(&parts.headers).into_iter();
        Self {
            delay: timing.delay.as_secs_f64(),
            timeout: timing.timeout.as_secs_f64(),
            max_response_bytes,
            method: parts.method.as_str().to_owned(),
            url: parts.uri.to_string(),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            content: PyBytes::new(py, &body).into_any().unbind(),
        }
    }
}

#[pymethods]
impl Client {
    /// Prepares an operation to be sent by the caller.
    #[pyo3(signature = (name, arguments, options = None, page = None, raw = false))]
    fn pending<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        options: Option<PyCallOptions<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<PendingCall> {
        let response = |info| response_spec(info, page, raw);
        let (call, context) =
            self.prepare_operation(name, arguments, options.as_ref(), response)?;
        self.prepare(arguments.py(), call, context)
    }

    /// Prepares a request to any path, to be sent by the caller.
    #[pyo3(signature = (method, path, body = None, options = None))]
    fn pending_request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        options: Option<PyCallOptions<'py>>,
    ) -> PyResult<PendingCall> {
        let (call, context) = self.prepare_request(py, method, path, body, options.as_ref())?;
        self.prepare(py, call, context)
    }
}

impl Client {
    fn prepare(
        &self,
        py: Python<'_>,
        call: PreparedCall<AnyEndpoint>,
        context: CallContext,
    ) -> PyResult<PendingCall> {
        let CoreClient::Python(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err(
                "the client has no transport in Python",
            ));
        };
        let (config, entropy) = (linq.transport().config(), entropy()?);
        let begin = || call.begin(config, entropy, Instant::now());
        let exchange = interrupt::raise_deferred(begin)?
            .map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let limit = linq.transport().max_response_bytes();
        Ok(PendingCall::new(
            Box::new(StepwiseCall { exchange, context }),
            limit,
        ))
    }
}

/// Returns the bytes of a header's value: Latin-1, or UTF-8 if it has other characters.
fn header_bytes(value: &str) -> Vec<u8> {
    let latin: Result<Vec<u8>, _> = value.chars().map(u8::try_from).collect();
    latin.unwrap_or_else(|_| value.as_bytes().to_vec())
}

/// Returns entropy for one call.
pub(crate) fn entropy() -> PyResult<Entropy> {
    let mut bytes = [0; Entropy::LEN];
    getrandom::fill(&mut bytes).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    Ok(Entropy::new(bytes))
}
