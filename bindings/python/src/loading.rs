//! What a call needs of Python once its request is out. It is loaded before the first byte is sent: an import can fail
//! when no file descriptor is left, when the package has been removed, and when the interpreter is shutting down.

use crate::{errors, model};
use pyo3::{
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyMapping, PyModule},
};

/// The modules that reading a response can need.
static READING: PyOnceLock<Py<PyModule>> = PyOnceLock::new();

/// Loads what errors and arguments need, with the package: what cannot be done at exit is an error too.
pub(crate) fn basics(py: Python<'_>) -> PyResult<()> {
    py.get_type::<PyMapping>(); // later it would panic if that cannot be imported
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
    errors::check_running(py)?;
    match READING.get_or_try_init(py, || import(py)) {
        Ok(_) => Ok(()),
        Err(error) => Err(errors::not_loaded(py, error)),
    }
}

/// Loads the same for something that sends nothing, which works at exit too once that is loaded.
///
/// # Errors
///
/// As `everything`.
pub(crate) fn once(py: Python<'_>) -> PyResult<()> {
    match READING.get(py) {
        Some(_) => Ok(()),
        None => everything(py),
    }
}

/// Registers the classes of models, and loads what their values are made with.
#[pyfunction]
pub(crate) fn register(py: Python<'_>, classes: &Bound<'_, PyDict>) -> PyResult<()> {
    model::register(classes)?;
    model::load(py)
}

fn import(py: Python<'_>) -> PyResult<Py<PyModule>> {
    let reading = py.import("linq_client._reading")?;
    model::load(py)?;
    model::load_writing(py)?;
    Ok(reading.unbind())
}

/// Returns the class of an uploaded attachment.
pub(crate) fn uploaded_attachment(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let reading = READING.get_or_try_init(py, || import(py))?;
    reading.bind(py).getattr(intern!(py, "UploadedAttachment"))
}
