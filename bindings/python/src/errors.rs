//! From core's errors to the package's exceptions, which are written in Python.

use crate::interrupt::ends_programs;
use http::HeaderMap;
use linq_core::{
    Error, call,
    error::{ApiError, DecodeError, ErrorCode, InvalidArgument, TransportError, UploadError},
    message::IdempotencyKey,
    schema::DecodeWarning,
    webhook::WebhookError,
};
use pyo3::{
    exceptions::PyOSError,
    prelude::*,
    sync::PyOnceLock,
    types::{PyBytes, PyDict, PyList, PyType},
};
use std::io;

/// What the exception says about the request: its method and the path of its operation.
#[derive(Clone)]
pub(crate) struct About {
    pub(crate) method: String,
    pub(crate) url: String,
}

/// The exception for a call that was not sent, since something in this process was missing.
pub(crate) fn not_sent(py: Python<'_>, problem: &str, cause: Option<PyErr>) -> PyErr {
    let error = raise(py, "not_sent", |details| {
        details.set_item("message", format!("{problem}: nothing was sent"))
    });
    error.set_cause(py, cause);
    error
}

/// Fails while the interpreter is shutting down, with the exception for a call that was not sent.
pub(crate) fn check_running(py: Python<'_>) -> PyResult<()> {
    if is_finalizing(py)? {
        return Err(not_sent(py, FINALIZING, None));
    }
    Ok(())
}

/// The exception for something that cannot be loaded before anything is sent.
pub(crate) fn not_loaded(py: Python<'_>, error: PyErr) -> PyErr {
    if ends_programs(py, &error) {
        return error;
    }
    let problem = match is_finalizing(py) {
        Ok(true) => FINALIZING,
        _ => "the package cannot be loaded",
    };
    not_sent(py, problem, Some(error))
}

const FINALIZING: &str = "the interpreter is shutting down";

fn is_finalizing(py: Python<'_>) -> PyResult<bool> {
    let is_finalizing = IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    is_finalizing.call0()?.is_truthy()
}

/// The exception for a response that arrived and could not be read here. One of the package's own, and one that ends
/// programs, is returned as it is.
pub(crate) fn unread(
    py: Python<'_>,
    error: PyErr,
    response: &call::ApiResponse<()>,
    about: &About,
) -> PyErr {
    if is_final(py, &error) {
        return error;
    }
    let made = raise(py, "decode", |details| {
        details.set_item("may_have_taken_effect", true)?;
        key(details, response.idempotency_key())?;
        let problem = type_name(py, &error);
        tell(
            details,
            about,
            &format!("accepted, response not read: {problem}"),
        )?;
        let status = response.status.as_u16();
        reply(details, status, &response.headers, &response.body)?;
        details.set_item("trace_id", response.trace_id())
    });
    made.set_cause(py, Some(error));
    made
}

/// The exception for an upload that succeeded, and whose result could not be made here.
pub(crate) fn unread_upload(py: Python<'_>, error: PyErr, about: &About) -> PyErr {
    if is_final(py, &error) {
        return error;
    }
    let made = raise(py, "other", |details| {
        details.set_item("may_have_taken_effect", true)?;
        let problem = type_name(py, &error);
        tell(
            details,
            about,
            &format!("uploaded, result not made: {problem}"),
        )
    });
    made.set_cause(py, Some(error));
    made
}

fn is_final(py: Python<'_>, error: &PyErr) -> bool {
    let class = LINQ_ERROR.get(py);
    ends_programs(py, error) || class.is_some_and(|class| error.is_instance(py, class.bind(py)))
}

fn type_name(py: Python<'_>, error: &PyErr) -> String {
    let name = error.get_type(py).name().map(|name| name.to_string());
    name.unwrap_or_default()
}

/// An argument that would be refused, by its path.
pub(crate) fn invalid(py: Python<'_>, path: &str, reason: &str) -> PyErr {
    raise(py, "invalid", |details| {
        details.set_item("path", path)?;
        details.set_item("reason", reason)
    })
}

pub(crate) fn from_invalid(py: Python<'_>, error: &InvalidArgument) -> PyErr {
    invalid(py, error.path(), &error.reason().to_string())
}

/// The exception for a call that gave no result.
pub(crate) fn from_call(py: Python<'_>, error: &Error, about: &About) -> PyErr {
    match error {
        Error::InvalidArgument(error) => from_invalid(py, error),
        Error::Api(error) => from_api(py, error, about),
        Error::Transport(error) => from_transport(py, error, about),
        Error::Decode(error) => from_decode(py, error, about),
        Error::RateLimited(error) => raise(py, "paced", |details| {
            tell(details, about, &error.to_string())?;
            details.set_item("retry_after", error.wait().as_secs_f64())
        }),
        Error::Upload(error) => from_upload(py, error, about),
        other => raise(py, "other", |details| {
            details.set_item("may_have_taken_effect", other.may_have_taken_effect())?;
            tell(details, about, &other.to_string())
        }),
    }
}

fn from_api(py: Python<'_>, error: &ApiError, about: &About) -> PyErr {
    raise(py, "api", |details| {
        details.set_item("may_have_taken_effect", error.may_have_taken_effect())?;
        key(details, error.idempotency_key())?;
        tell(details, about, &error.to_string())?;
        reply(
            details,
            error.status().as_u16(),
            error.headers(),
            error.body(),
        )?;
        details.set_item("code", error.code().map(ErrorCode::number))?;
        details.set_item("doc_url", error.doc_url())?;
        details.set_item(
            "retry_after",
            error.retry_after().map(|wait| wait.as_secs_f64()),
        )?;
        details.set_item("trace_id", error.trace_id())
    })
}

fn from_transport(py: Python<'_>, error: &TransportError, about: &About) -> PyErr {
    let kind = if error.kind().is_timeout() {
        "timeout"
    } else {
        "connection"
    };
    raise(py, kind, |details| {
        tell(details, about, &error.to_string())?;
        key(details, error.idempotency_key())?;
        details.set_item("may_have_taken_effect", error.may_have_taken_effect())
    })
}

/// The exception for a success whose body cannot be read.
pub(crate) fn from_decode(py: Python<'_>, error: &DecodeError, about: &About) -> PyErr {
    raise(py, "decode", |details| {
        details.set_item("may_have_taken_effect", true)?;
        key(details, error.idempotency_key())?;
        tell(details, about, &error.to_string())?;
        reply(
            details,
            error.status().as_u16(),
            error.headers(),
            error.body(),
        )?;
        details.set_item("trace_id", error.trace_id())
    })
}

fn from_upload(py: Python<'_>, error: &UploadError, about: &About) -> PyErr {
    if let UploadError::Source(source) = error
        && let Some(source) = source.downcast_ref::<io::Error>()
        && let Some(exception) = from_file(py, source)
    {
        return exception;
    }
    raise(py, "upload", |details| {
        if let UploadError::Rejected(refusal) = error {
            details.set_item("status_code", refusal.status().as_u16())?;
        }
        tell(details, about, &error.to_string())
    })
}

/// The exception of the file itself: one that it raised, or the system's.
fn from_file(py: Python<'_>, error: &io::Error) -> Option<PyErr> {
    if let Some(raised) = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<PyErr>())
    {
        return Some(raised.clone_ref(py));
    }
    if let Some(number) = error.raw_os_error() {
        return Some(PyOSError::new_err((number, error.to_string())));
    }
    let is_plain = error.get_ref().is_none();
    is_plain.then(|| io::Error::from(error.kind()).into())
}

/// The exception for a delivery that is not handed on.
pub(crate) fn from_webhook(py: Python<'_>, error: &WebhookError) -> PyErr {
    raise(py, "webhook", |details| {
        details.set_item("status_code", error.http_status().as_u16())?;
        details.set_item("message", error.to_string())
    })
}

/// Warnings as pairs of path and problem.
pub(crate) fn warning_pairs(warnings: &[DecodeWarning]) -> Vec<(String, String)> {
    let pairs = warnings
        .iter()
        .map(|warning| (warning.path.clone(), warning.problem.clone()));
    pairs.collect()
}

/// Headers as pairs, what is no text in Latin-1.
pub(crate) fn header_pairs(headers: &HeaderMap) -> Vec<(&str, String)> {
    let pairs = headers.iter().map(|(name, value)| {
        let value = value.as_bytes().iter().map(|byte| char::from(*byte));
        (name.as_str(), value.collect())
    });
    pairs.collect()
}

fn tell(details: &Bound<'_, PyDict>, about: &About, message: &str) -> PyResult<()> {
    details.set_item("method", &about.method)?;
    details.set_item("url", &about.url)?;
    details.set_item("message", message)
}

/// Under which the same request takes effect once.
fn key(details: &Bound<'_, PyDict>, key: Option<&IdempotencyKey>) -> PyResult<()> {
    details.set_item("idempotency_key", key.map(IdempotencyKey::as_str))
}

fn reply(
    details: &Bound<'_, PyDict>,
    status: u16,
    headers: &HeaderMap,
    body: &[u8],
) -> PyResult<()> {
    let py = details.py();
    details.set_item("status_code", status)?;
    details.set_item("headers", PyList::new(py, header_pairs(headers))?)?;
    details.set_item("content", PyBytes::new(py, body))
}

/// The package's function that makes its exceptions.
static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
/// The base of the package's exceptions.
static LINQ_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static IS_FINALIZING: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// Loads what exceptions are made with.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    MAKE.import(py, "linq_client._exceptions", "from_native")?;
    LINQ_ERROR.import(py, "linq_client._exceptions", "LinqError")?;
    Ok(())
}

/// The exception of a kind, as the package makes it. If that fails, it is one that says no more than what has happened.
fn raise(
    py: Python<'_>,
    kind: &str,
    tell: impl FnOnce(&Bound<'_, PyDict>) -> PyResult<()>,
) -> PyErr {
    let make = || {
        let exception = MAKE.import(py, "linq_client._exceptions", "from_native")?;
        let details = PyDict::new(py);
        tell(&details)
            .and_then(|()| exception.call1((kind, &details)))
            .or_else(|_| exception.call1(("other", &details)))
    };
    make().map_or_else(|error| error, PyErr::from_value)
}
