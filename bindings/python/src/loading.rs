//! What a call needs of Python once its request is out. It is loaded before the first byte is sent: an import can fail
//! when no file descriptor is left, when the package has been removed, and when the interpreter is shutting down.

use crate::{errors, interrupt, model};
use pyo3::{intern, prelude::*, sync::PyOnceLock, types::PyModule};

/// The modules that reading a response can need.
static READING: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
static IS_FINALIZING: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

/// Loads what errors are made with, for a client: a call that cannot be made is an error too.
pub(crate) fn errors(py: Python<'_>) -> PyResult<()> {
    IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    errors::load(py)
}

/// Loads everything that the response to a call can need. Raises a `LinqError` that says that nothing was sent.
#[pyfunction]
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    everything(py)
}

/// Loads everything that the response to a call can need.
///
/// # Errors
///
/// A `LinqError` that says that nothing was sent.
pub(crate) fn everything(py: Python<'_>) -> PyResult<()> {
    let is_finalizing = IS_FINALIZING.import(py, "sys", "is_finalizing")?;
    if is_finalizing.call0()?.is_truthy()? {
        return Err(errors::not_sent(
            py,
            "the interpreter is shutting down",
            None,
        ));
    }
    match READING.get_or_try_init(py, || import(py)) {
        Ok(_) => Ok(()),
        Err(error) if interrupt::ends_programs(py, &error) => Err(error),
        Err(error) => {
            let problem = "the package cannot be loaded";
            Err(errors::not_sent(py, problem, Some(error)))
        }
    }
}

fn import(py: Python<'_>) -> PyResult<Py<PyModule>> {
    let reading = py.import("linq_client._reading")?;
    model::load(py)?;
    Ok(reading.unbind())
}

/// Returns the class of an uploaded attachment.
pub(crate) fn uploaded_attachment(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let reading = READING.get_or_try_init(py, || import(py))?;
    reading.bind(py).getattr(intern!(py, "UploadedAttachment"))
}
