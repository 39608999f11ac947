//! Calls that are sent by somebody else: one step after the other.

use crate::{
    client::{Client, response_spec},
    errors, interrupt,
    options::Extras,
    response::{Finished, Wanted},
    transport::AnyClient,
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
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// One call, from its first attempt to its result.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct PendingCall {
    state: Mutex<State>,
    /// The largest body of a response, after decompression.
    max_response_bytes: usize,
}

enum State {
    Open(Box<dyn Steps>),
    Done(Box<Finished>),
    Taken,
}

/// A call that goes step by step.
pub(crate) trait Steps: Send {
    /// Takes the outcome of the last attempt, `None` at the start.
    fn step(self: Box<Self>, outcome: Option<Outcome>) -> Next;
}

/// What is to be done next.
pub(crate) enum Next {
    Send(Request<Bytes>, Times, Box<dyn Steps>),
    Done(Finished),
}

/// How long to wait before an attempt, and for its reply.
pub(crate) struct Times {
    pub(crate) after: Duration,
    pub(crate) timeout: Duration,
}

struct Call {
    exchange: Exchange<AnyEndpoint>,
    wanted: Wanted,
}

impl Steps for Call {
    fn step(mut self: Box<Self>, outcome: Option<Outcome>) -> Next {
        match self.exchange.step(outcome, Instant::now()) {
            Step::Done(result) => Next::Done(Finished::Call(self.wanted, result)),
            Step::Send(attempt) => {
                let times = Times {
                    after: attempt.after,
                    timeout: attempt.timeout,
                };
                Next::Send(attempt.request, times, self)
            }
        }
    }
}

/// One request to send.
#[pyclass(frozen, get_all, module = "linq_client._native")]
pub(crate) struct Attempt {
    /// Seconds to wait first.
    after: f64,
    /// Seconds to wait for the complete reply, from when the wait is over.
    timeout: f64,
    /// The largest body of the response, after decompression.
    max_response_bytes: usize,
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    content: Py<PyAny>,
}

#[pymethods]
impl PendingCall {
    /// The first attempt; `None` if the call is over before it.
    fn begin(&self, py: Python<'_>) -> PyResult<Option<Attempt>> {
        self.step(py, None)
    }

    /// Takes the reply to the last attempt and gives the next one, or `None` if the call is over.
    fn replied(
        &self,
        py: Python<'_>,
        status_code: u16,
        headers: Vec<(String, String)>,
        content: Vec<u8>,
    ) -> PyResult<Option<Attempt>> {
        let limit = self.max_response_bytes;
        if content.len() > limit {
            let error = format!("more than {limit} bytes");
            let error = TransportError::new(TransportErrorKind::ResponseTooLarge, error);
            return self.step(py, Some(Err(error)));
        }
        let mut reply = Response::new(Bytes::from(content));
        *reply.status_mut() = http::StatusCode::from_u16(status_code)
            .map_err(|_| PyTypeError::new_err("status_code: it is no status of HTTP"))?;
        for (name, value) in headers {
            // What cannot stand in a header did not come from one.
            if let (Ok(name), Ok(value)) = (
                HeaderName::try_from(name),
                HeaderValue::from_bytes(&wire(&value)),
            ) {
                reply.headers_mut().append(name, value);
            }
        }
        self.step(py, Some(Ok(reply)))
    }

    /// Takes that the last attempt had no reply, and gives the next one, or `None` if the call is over.
    fn failed(&self, py: Python<'_>, kind: &str, message: String) -> PyResult<Option<Attempt>> {
        let kind = match kind {
            "connect" => TransportErrorKind::Connect,
            "connect_timeout" => TransportErrorKind::ConnectTimeout,
            "timeout" => TransportErrorKind::Timeout,
            "too_large" => TransportErrorKind::ResponseTooLarge,
            _ => TransportErrorKind::ConnectionLost,
        };
        self.step(py, Some(Err(TransportError::new(kind, message))))
    }

    /// What became of the call, once it is over.
    fn result<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match std::mem::replace(&mut *state, State::Taken) {
            State::Done(finished) => finished.give(py),
            State::Open(_) | State::Taken => Err(PyRuntimeError::new_err("the call has no result")),
        }
    }
}

impl PendingCall {
    pub(crate) fn new(steps: Box<dyn Steps>, max_response_bytes: usize) -> Self {
        Self {
            state: Mutex::new(State::Open(steps)),
            max_response_bytes,
        }
    }

    fn step(&self, py: Python<'_>, outcome: Option<Outcome>) -> PyResult<Option<Attempt>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let State::Open(steps) = std::mem::replace(&mut *state, State::Taken) else {
            return Err(PyRuntimeError::new_err("the call is over"));
        };
        match interrupt::collecting(|| steps.step(outcome))? {
            Next::Send(request, times, steps) => {
                *state = State::Open(steps);
                Ok(Some(Attempt::of(
                    py,
                    request,
                    &times,
                    self.max_response_bytes,
                )))
            }
            Next::Done(finished) => {
                *state = State::Done(Box::new(finished));
                Ok(None)
            }
        }
    }
}

impl Attempt {
    fn of(
        py: Python<'_>,
        request: Request<Bytes>,
        times: &Times,
        max_response_bytes: usize,
    ) -> Self {
        let (parts, body) = request.into_parts();
        let headers = errors::header_pairs(&parts.headers).into_iter();
        Self {
            after: times.after.as_secs_f64(),
            timeout: times.timeout.as_secs_f64(),
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
    /// An operation to be sent step by step.
    #[pyo3(signature = (name, arguments, extras = None, page = None, raw = false))]
    fn pending<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        extras: Option<Extras<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<PendingCall> {
        let response = |info| response_spec(info, page, raw);
        let (call, wanted) = self.named(name, arguments, extras.as_ref(), response)?;
        self.prepare(arguments.py(), call, wanted)
    }

    /// A request to any path, to be sent step by step.
    #[pyo3(signature = (method, path, body = None, extras = None))]
    fn pending_request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        extras: Option<Extras<'py>>,
    ) -> PyResult<PendingCall> {
        let (call, wanted) = self.custom(py, method, path, body, extras.as_ref())?;
        self.prepare(py, call, wanted)
    }
}

impl Client {
    fn prepare(
        &self,
        py: Python<'_>,
        call: PreparedCall<AnyEndpoint>,
        wanted: Wanted,
    ) -> PyResult<PendingCall> {
        let AnyClient::Python(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client sends by itself"));
        };
        let (config, entropy) = (linq.transport().config(), entropy()?);
        let begin = || call.begin(config, entropy, Instant::now());
        let exchange =
            interrupt::collecting(begin)?.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let limit = linq.transport().max_response_bytes();
        Ok(PendingCall::new(Box::new(Call { exchange, wanted }), limit))
    }
}

/// A header's value as it travelled: what is no Latin-1 was UTF-8.
fn wire(value: &str) -> Vec<u8> {
    let latin: Result<Vec<u8>, _> = value.chars().map(u8::try_from).collect();
    latin.unwrap_or_else(|_| value.as_bytes().to_vec())
}

/// Randomness for one call.
pub(crate) fn entropy() -> PyResult<Entropy> {
    let mut bytes = [0; Entropy::LEN];
    getrandom::fill(&mut bytes).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    Ok(Entropy::new(bytes))
}
