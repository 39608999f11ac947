//! Errors of the outbox as exceptions.

use crate::errors::{self, RequestInfo};
use linq_core::error::{ApiError, InvalidArgument};
use linq_durable::{EnqueueError, RunError, store::StoreError};
use pyo3::{exceptions::PyRuntimeError, prelude::*, sync::PyOnceLock};
use std::error::Error;

/// Reason why a call of the outbox failed.
pub(super) enum Failure {
    /// The outbox was closed.
    Closed,
    /// Another SQLite library has the file open in this process.
    OpenElsewhere,
    /// The file was open when this process was forked.
    OpenBeforeFork,
    Invalid(InvalidArgument),
    Store(StoreError),
    Unauthorized(Box<ApiError>),
    Other(Box<dyn Error + Send + Sync>),
}

const OPEN_ELSEWHERE: &str = "the file is open in this process by something else, such as Python's sqlite3, which does \
    not see the locks of the outbox; use it in another process, or close it before the outbox is opened";

const OPEN_BEFORE_FORK: &str = "the file was open when this process was forked, and SQLite's locks belong to the parent; \
    fork before the outbox is opened, or start the process by `spawn`";

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<EnqueueError> for Failure {
    fn from(error: EnqueueError) -> Self {
        match error {
            EnqueueError::InvalidArgument(error) => Self::Invalid(error),
            EnqueueError::Store(error) => Self::Store(error),
            other => Self::Other(other.into()),
        }
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Store(error) => Self::Store(error),
            RunError::Unauthorized(error) => Self::Unauthorized(error),
            other => Self::Other(other.into()),
        }
    }
}

impl Failure {
    /// Returns the exception.
    pub(super) fn into_pyerr(self, py: Python<'_>) -> PyErr {
        self.into_pyerr_of(py, None)
    }

    /// Returns the exception of a run. A response is one to a POST request of its client.
    pub(super) fn into_pyerr_of(self, py: Python<'_>, request: Option<&RequestInfo>) -> PyErr {
        match (self, request) {
            (Self::Closed, _) => PyRuntimeError::new_err("the outbox is closed"),
            (Self::OpenElsewhere, _) => raise(py, "OutboxError", OPEN_ELSEWHERE, None),
            (Self::OpenBeforeFork, _) => raise(py, "OutboxError", OPEN_BEFORE_FORK, None),
            (Self::Invalid(error), _) => errors::from_invalid(py, &error),
            (Self::Store(error), _) => from_store(py, &error),
            (Self::Unauthorized(error), Some(request)) => errors::from_api(py, &error, request),
            (Self::Unauthorized(error), None) => outbox_error(py, "OutboxError", &*error),
            (Self::Other(error), _) => outbox_error(py, "OutboxError", &*error),
        }
    }
}

fn from_store(py: Python<'_>, error: &StoreError) -> PyErr {
    let class = match error {
        StoreError::NewerSchema { .. } => "NewerSchemaError",
        StoreError::Unreadable { .. } => "UnreadableEntryError",
        StoreError::DiskFull(_) => "DiskFullError",
        StoreError::ReadOnly(_) => "ReadOnlyError",
        StoreError::Damaged(_) => "DamagedError",
        StoreError::Locked(_) => "LockedError",
        _ => "OutboxError",
    };
    outbox_error(py, class, error)
}

/// Returns an exception of a class in `linq_client._outbox_errors`.
fn outbox_error(py: Python<'_>, class: &str, error: &(dyn Error + 'static)) -> PyErr {
    let mut message = error.to_string();
    let entry = match error.downcast_ref() {
        Some(StoreError::Unreadable { id, .. }) => Some(id.get()),
        _ => None,
    };
    // The cause of an unreadable entry may quote it.
    if let (None, Some(cause)) = (entry, error.source()) {
        message = format!("{message}: {cause}");
    }
    raise(py, class, &message, entry)
}

/// The Python function that creates the exceptions.
static FROM_NATIVE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// Imports the classes of exceptions, while imports work.
pub(super) fn load(py: Python<'_>) -> PyResult<()> {
    from_native(py)?;
    Ok(())
}

fn from_native(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    FROM_NATIVE.import(py, "linq_client._outbox_errors", "from_native")
}

fn raise(py: Python<'_>, class: &str, message: &str, entry: Option<i64>) -> PyErr {
    let exception = from_native(py).and_then(|make| make.call1((class, message, entry)));
    exception.map_or_else(|error| error, PyErr::from_value)
}
