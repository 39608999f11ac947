//! Entries of the outbox, and what is stored for the caller.

use super::{error::Failure, prepare};
use crate::{client::Client, errors, loading, model, options::PyCallOptions};
use bytes::Bytes;
use linq_core::api::ENDPOINTS;
use linq_durable::store::Parameter;
use linq_json::View;
use pyo3::{IntoPyObjectExt, exceptions::PyValueError, prelude::*, types::PyDict};
use std::{path::PathBuf, time::SystemTime};

/// A call in an outbox, as it was when it was read.
#[pyclass(frozen, module = "linq_client.durable")]
pub(crate) struct Entry(pub(super) linq_durable::Entry);

#[pymethods]
impl Entry {
    /// Identifier, from 1. Entries that were enqueued later have greater ones.
    #[getter]
    fn id(&self) -> i64 {
        self.0.id.get()
    }

    /// Idempotency key, including a generated one.
    #[getter]
    fn idempotency_key(&self) -> &str {
        self.0.call.idempotency_key()
    }

    /// Official name of the operation, such as `messages.create`.
    #[getter]
    fn operation(&self) -> &'static str {
        self.0.call.operation()
    }

    /// Key of the entries that are sent in order. By default, it is made from the chat, or from the line and recipients.
    #[getter]
    fn ordering_key(&self) -> &str {
        &self.0.ordering_key
    }

    /// State.
    #[getter]
    fn state(&self) -> &'static str {
        self.0.state.name()
    }

    /// Number of times that a process started to send the entry. Retries within a call are not counted.
    #[getter]
    fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Time at which the entry was enqueued.
    #[getter]
    fn created_at(&self) -> SystemTime {
        self.0.created_at
    }

    /// Time at which the entry is sent or retried, or at which another process may take it over from the one that sends it.
    /// `None` if it is finished, or waits for an earlier entry with its ordering key.
    #[getter]
    fn ready_at(&self) -> Option<SystemTime> {
        self.0.ready_at
    }

    /// Start of the first attempt that may have taken effect; `None` if certainly none did.
    #[getter]
    fn attempted_at(&self) -> Option<SystemTime> {
        self.0.attempted_at
    }

    /// Time at which the entry was sent, failed, became uncertain or was cancelled.
    #[getter]
    fn finished_at(&self) -> Option<SystemTime> {
        self.0.finished_at
    }

    /// Identifier of the message or poll that was sent.
    #[getter]
    fn message_id(&self) -> Option<&str> {
        let id = self.0.outcome.message_id.as_ref();
        id.map(linq_core::id::MessageId::as_str)
    }

    /// Identifier of the chat that it was sent to.
    #[getter]
    fn chat_id(&self) -> Option<&str> {
        let id = self.0.outcome.chat_id.as_ref();
        id.map(linq_core::id::ChatId::as_str)
    }

    /// HTTP status of the last response.
    #[getter]
    fn status_code(&self) -> Option<u16> {
        self.0.outcome.status
    }

    /// Error code of the API, such as 2013.
    #[getter]
    fn code(&self) -> Option<u32> {
        self.0.outcome.code
    }

    /// Trace identifier of the last request, for Linq's support.
    #[getter]
    fn trace_id(&self) -> Option<&str> {
        self.0.outcome.trace_id.as_deref()
    }

    /// Description of the last error. It may contain text of the server.
    #[getter]
    fn problem(&self) -> Option<&str> {
        self.0.outcome.problem.as_deref()
    }

    /// Response to an accepted call: the model that the operation returns, which is created on each access; `None` until
    /// then.
    #[getter]
    fn response<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(body) = &self.0.outcome.response else {
            return Ok(None);
        };
        loading::ensure_loaded(py)?;
        let name = self.0.call.operation();
        let info = ENDPOINTS.iter().find(|info| info.name == name);
        let schema = info.and_then(|info| info.response_schema);
        let view = View::read(Bytes::copy_from_slice(body.as_bytes()));
        let (Some(schema), Some(view)) = (schema, view) else {
            return Ok(None);
        };
        model::read(py, schema, view.value()).map(Some)
    }

    /// Omits what was written, and to whom.
    fn __repr__(&self) -> String {
        format!(
            "Entry(id={}, operation='{}', state='{}', attempts={})",
            self.id(),
            self.operation(),
            self.state(),
            self.attempts()
        )
    }
}

/// Returns the SQL that enqueues a call, and its parameters.
#[pyfunction]
#[pyo3(signature = (client, name, arguments, options, ordering_key))]
pub(crate) fn outbox_statement<'py>(
    client: &Bound<'py, Client>,
    name: &str,
    arguments: &Bound<'py, PyDict>,
    options: Option<PyCallOptions<'py>>,
    ordering_key: Option<String>,
) -> PyResult<(&'static str, Vec<Bound<'py, PyAny>>)> {
    let py = client.py();
    let call = prepare(client, name, arguments, options.as_ref())?;
    let statement = linq_durable::statement(call, ordering_key)
        .map_err(|error| Failure::from(error).into_pyerr(py))?;
    let parameters = statement.parameters.into_iter().map(|value| match value {
        Parameter::Integer(number) => number.into_bound_py_any(py),
        Parameter::Text(text) => text.into_bound_py_any(py),
        _ => Ok(py.None().into_bound(py)),
    });
    Ok((statement.sql, parameters.collect::<PyResult<_>>()?))
}

/// Returns the placeholder for the attachment of a file.
#[pyfunction]
pub(crate) fn outbox_file(py: Python<'_>, path: PathBuf) -> PyResult<String> {
    match linq_durable::file(&path) {
        Ok(id) => Ok(id.as_str().to_owned()),
        Err(error) => Err(errors::from_io(py, &error, Some(&path))
            .unwrap_or_else(|| PyValueError::new_err(error.to_string()))),
    }
}
