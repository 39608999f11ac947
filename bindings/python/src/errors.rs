//! Conversion of core's errors to the package's exceptions, which are written in Python.

use crate::interrupt::is_exit_exception;
use http::HeaderMap;
use linq_core::{
    Error, call,
    error::{
        ApiError, DecodeError, DownloadError, ErrorCode, InvalidArgument, TransportError,
        UploadError,
    },
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
use std::{io, path::Path};

/// Method and URL of a request, for its exception.
#[derive(Clone)]
pub(crate) struct RequestInfo {
    pub(crate) method: String,
    pub(crate) url: String,
}

/// Returns the exception of a call that was not sent, since a resource of this process is missing.
pub(crate) fn not_sent(py: Python<'_>, problem: &str, cause: Option<PyErr>) -> PyErr {
    let error = raise(py, "not_sent", |details| {
        details.set_item("message", format!("{problem}: nothing was sent"))
    });
    error.set_cause(py, cause);
    error
}

/// Fails with the exception of a call that was not sent if the interpreter is shutting down.
pub(crate) fn check_running(py: Python<'_>) -> PyResult<()> {
    if is_finalizing(py)? {
        return Err(not_sent(py, FINALIZING, None));
    }
    Ok(())
}

/// Returns the exception of a failed import before anything is sent.
pub(crate) fn not_loaded(py: Python<'_>, error: PyErr) -> PyErr {
    if is_exit_exception(py, &error) {
        return error;
    }
    let problem = match is_finalizing(py) {
        Ok(true) => FINALIZING,
        _ => "the package cannot be imported",
    };
    not_sent(py, problem, Some(error))
}

const FINALIZING: &str = "the interpreter is shutting down";

fn is_finalizing(py: Python<'_>) -> PyResult<bool> {
    let is_finalizing = IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    is_finalizing.call0()?.is_truthy()
}

/// Returns the exception of a response that arrived and could not be read here. An exception of the package, and one
/// such as `KeyboardInterrupt`, is returned unchanged.
pub(crate) fn unusable_response(
    py: Python<'_>,
    error: PyErr,
    response: &call::ApiResponse<()>,
    request: &RequestInfo,
) -> PyErr {
    if is_passed_through(py, &error) {
        return error;
    }
    let exception = raise(py, "decode", |details| {
        details.set_item("may_have_taken_effect", true)?;
        set_idempotency_key(details, response.idempotency_key())?;
        let problem = type_name(py, &error);
        set_request(
            details,
            request,
            &format!("accepted, but reading the response raised {problem}"),
        )?;
        let status = response.status.as_u16();
        set_response(details, status, &response.headers, &response.body)?;
        details.set_item("trace_id", response.trace_id())
    });
    exception.set_cause(py, Some(error));
    exception
}

/// Returns the exception of an upload that succeeded, and whose result could not be created here.
pub(crate) fn unusable_upload(py: Python<'_>, error: PyErr, request: &RequestInfo) -> PyErr {
    if is_passed_through(py, &error) {
        return error;
    }
    let exception = raise(py, "other", |details| {
        details.set_item("may_have_taken_effect", true)?;
        let problem = type_name(py, &error);
        set_request(
            details,
            request,
            &format!("uploaded, but creating the result raised {problem}"),
        )
    });
    exception.set_cause(py, Some(error));
    exception
}

fn is_passed_through(py: Python<'_>, error: &PyErr) -> bool {
    let class = LINQ_ERROR.get(py);
    is_exit_exception(py, error) || class.is_some_and(|class| error.is_instance(py, class.bind(py)))
}

fn type_name(py: Python<'_>, error: &PyErr) -> String {
    let name = error.get_type(py).name().map(|name| name.to_string());
    name.unwrap_or_default()
}

/// Returns the exception of an invalid argument.
pub(crate) fn invalid(py: Python<'_>, path: &str, reason: &str) -> PyErr {
    raise(py, "invalid", |details| {
        details.set_item("path", path)?;
        details.set_item("reason", reason)
    })
}

pub(crate) fn from_invalid(py: Python<'_>, error: &InvalidArgument) -> PyErr {
    invalid(py, error.path(), &error.reason().to_string())
}

/// Returns the exception of a failed call.
pub(crate) fn from_call(py: Python<'_>, error: &Error, request: &RequestInfo) -> PyErr {
    match error {
        Error::InvalidArgument(error) => from_invalid(py, error),
        Error::Api(error) => from_api(py, error, request),
        Error::Transport(error) => from_transport(py, error, request),
        Error::Decode(error) => from_decode(py, error, request),
        Error::RateLimited(error) => raise(py, "rate_limited", |details| {
            set_request(details, request, &error.to_string())?;
            details.set_item("retry_after", error.wait().as_secs_f64())
        }),
        Error::Upload(_) => from_upload(py, error, request, None),
        Error::Download(_) => from_download(py, error, request, None),
        other => raise(py, "other", |details| {
            details.set_item("may_have_taken_effect", other.may_have_taken_effect())?;
            set_request(details, request, &other.to_string())
        }),
    }
}

/// Returns the exception of an error response.
pub(crate) fn from_api(py: Python<'_>, error: &ApiError, request: &RequestInfo) -> PyErr {
    raise(py, "api", |details| {
        details.set_item("may_have_taken_effect", error.may_have_taken_effect())?;
        set_idempotency_key(details, error.idempotency_key())?;
        set_request(details, request, &error.to_string())?;
        set_response(
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

fn from_transport(py: Python<'_>, error: &TransportError, request: &RequestInfo) -> PyErr {
    let kind = if error.kind().is_timeout() {
        "timeout"
    } else {
        "connection"
    };
    raise(py, kind, |details| {
        set_request(details, request, &error.to_string())?;
        set_idempotency_key(details, error.idempotency_key())?;
        details.set_item("may_have_taken_effect", error.may_have_taken_effect())
    })
}

/// Returns the exception of a success whose body cannot be decoded.
pub(crate) fn from_decode(py: Python<'_>, error: &DecodeError, request: &RequestInfo) -> PyErr {
    raise(py, "decode", |details| {
        details.set_item("may_have_taken_effect", true)?;
        set_idempotency_key(details, error.idempotency_key())?;
        set_request(details, request, &error.to_string())?;
        set_response(
            details,
            error.status().as_u16(),
            error.headers(),
            error.body(),
        )?;
        details.set_item("trace_id", error.trace_id())
    })
}

/// Returns the exception of a failed upload. An error of the file names its path, if it has one.
pub(crate) fn from_upload(
    py: Python<'_>,
    error: &Error,
    request: &RequestInfo,
    path: Option<&Path>,
) -> PyErr {
    let Error::Upload(error) = error else {
        return from_call(py, error, request);
    };
    if let UploadError::Source(source) = &**error
        && let Some(exception) = from_source(py, &**source, path)
    {
        return exception;
    }
    raise(py, "upload", |details| {
        if let UploadError::Rejected(rejection) = &**error {
            details.set_item("status_code", rejection.status().as_u16())?;
        }
        set_request(details, request, &error.to_string())
    })
}

/// Returns the exception of a failed download. An error of the target names its path, if it has one.
pub(crate) fn from_download(
    py: Python<'_>,
    error: &Error,
    request: &RequestInfo,
    path: Option<&Path>,
) -> PyErr {
    let Error::Download(error) = error else {
        return from_call(py, error, request);
    };
    if let DownloadError::Target(source) = &**error
        && let Some(exception) = from_source(py, &**source, path)
    {
        return exception;
    }
    raise(py, "download", |details| {
        if let DownloadError::Rejected(rejection) = &**error {
            details.set_item("status_code", rejection.status().as_u16())?;
        }
        set_request(details, request, &error.to_string())
    })
}

/// Returns the exception that the file itself raised, or the `OSError` of the system.
fn from_source(
    py: Python<'_>,
    source: &(dyn std::error::Error + 'static),
    path: Option<&Path>,
) -> Option<PyErr> {
    let mut source = Some(source);
    while let Some(error) = source {
        if let Some(exception) = error
            .downcast_ref::<io::Error>()
            .and_then(|error| from_io(py, error, path))
        {
            return Some(exception);
        }
        source = error.source();
    }
    None
}

/// Returns the exception that a file object raised, or the `OSError`; `None` for an error of this library.
pub(crate) fn from_io(py: Python<'_>, error: &io::Error, path: Option<&Path>) -> Option<PyErr> {
    if let Some(raised) = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<PyErr>())
    {
        return Some(raised.clone_ref(py));
    }
    if let Some(number) = error.raw_os_error() {
        let message = error.to_string();
        let suffix = format!(" (os error {number})");
        let message = message.strip_suffix(&suffix).unwrap_or(&message).to_owned();
        return Some(match path {
            Some(path) => PyOSError::new_err((number, message, path.as_os_str().to_owned())),
            None => PyOSError::new_err((number, message)),
        });
    }
    if error.get_ref().is_some() {
        return None;
    }
    let kind = error.kind();
    let error = match path {
        Some(path) => io::Error::new(kind, format!("{kind}: '{}'", path.display())),
        None => kind.into(),
    };
    Some(error.into())
}

/// Returns the exception of a delivery that is rejected.
pub(crate) fn from_webhook(py: Python<'_>, error: &WebhookError) -> PyErr {
    raise(py, "webhook", |details| {
        details.set_item("status_code", error.http_status().as_u16())?;
        details.set_item("message", error.to_string())
    })
}

/// Returns warnings as pairs of path and problem.
pub(crate) fn warning_pairs(warnings: &[DecodeWarning]) -> Vec<(String, String)> {
    let pairs = warnings
        .iter()
        .map(|warning| (warning.path.clone(), warning.problem.clone()));
    pairs.collect()
}

/// Returns headers as pairs of name and value, which is decoded as Latin-1.
pub(crate) fn header_pairs(headers: &HeaderMap) -> Vec<(&str, String)> {
    let pairs = headers.iter().map(|(name, value)| {
        let value = value.as_bytes().iter().map(|byte| char::from(*byte));
        (name.as_str(), value.collect())
    });
    pairs.collect()
}

fn set_request(details: &Bound<'_, PyDict>, request: &RequestInfo, message: &str) -> PyResult<()> {
    details.set_item("method", &request.method)?;
    details.set_item("url", &request.url)?;
    details.set_item("message", message)
}

fn set_idempotency_key(details: &Bound<'_, PyDict>, key: Option<&IdempotencyKey>) -> PyResult<()> {
    details.set_item("idempotency_key", key.map(IdempotencyKey::as_str))
}

fn set_response(
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

/// The Python function that creates the exceptions.
static FROM_NATIVE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
/// The base class of the package's exceptions.
static LINQ_ERROR: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static IS_FINALIZING: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// Imports the classes of exceptions.
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    FROM_NATIVE.import(py, "linq_client._exceptions", "from_native")?;
    LINQ_ERROR.import(py, "linq_client._exceptions", "LinqError")?;
    Ok(())
}

/// Returns the exception of a kind with details. If setting those fails, the exception has fewer of them.
fn raise(
    py: Python<'_>,
    kind: &str,
    set_details: impl FnOnce(&Bound<'_, PyDict>) -> PyResult<()>,
) -> PyErr {
    let make = || {
        let exception = FROM_NATIVE.import(py, "linq_client._exceptions", "from_native")?;
        let details = PyDict::new(py);
        set_details(&details)
            .and_then(|()| exception.call1((kind, &details)))
            .or_else(|_| exception.call1(("other", &details)))
    };
    make().map_or_else(|error| error, PyErr::from_value)
}
