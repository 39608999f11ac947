//! Imports of everything that a call needs after its request was sent. They are done before the first byte is sent: an
//! import can fail when no file descriptor is left, when the package has been removed, and at interpreter shutdown.

use crate::{errors, model};
use pyo3::{
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyDict, PyMapping, PyModule},
};

/// The module that imports everything for reading a response.
static PRELOADED: PyOnceLock<Py<PyModule>> = PyOnceLock::new();

/// Imports everything for errors and arguments, with the package, so that a failure at shutdown is a typed error.
pub(crate) fn load_basics(py: Python<'_>) -> PyResult<()> {
    py.get_type::<PyMapping>(); // pyo3 panics if this import fails later
    errors::load(py)
}

/// Imports everything that reading a response can need. Raises `LinqError` if that fails, and nothing was sent.
#[pyfunction]
pub(crate) fn load(py: Python<'_>) -> PyResult<()> {
    load_all(py)
}

/// Imports everything that reading a response can need.
///
/// # Errors
///
/// `LinqError` if an import fails, or the interpreter is shutting down; nothing was sent.
pub(crate) fn load_all(py: Python<'_>) -> PyResult<()> {
    errors::check_running(py)?;
    match PRELOADED.get_or_try_init(py, || import(py)) {
        Ok(_) => Ok(()),
        Err(error) => Err(errors::not_loaded(py, error)),
    }
}

/// Imports the same, unless it has been imported: for local operations, which then work at shutdown too.
///
/// # Errors
///
/// Same as [`load_all`].
pub(crate) fn ensure_loaded(py: Python<'_>) -> PyResult<()> {
    match PRELOADED.get(py) {
        Some(_) => Ok(()),
        None => load_all(py),
    }
}

/// Registers the model classes, and imports the classes of their values.
#[pyfunction]
pub(crate) fn register(py: Python<'_>, classes: &Bound<'_, PyDict>) -> PyResult<()> {
    model::register(classes)?;
    model::load(py)
}

fn import(py: Python<'_>) -> PyResult<Py<PyModule>> {
    let preloaded = py.import("linq_client._preload")?;
    model::load(py)?;
    model::load_writing(py)?;
    Ok(preloaded.unbind())
}

/// Returns the class of an uploaded attachment.
pub(crate) fn uploaded_attachment(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let preloaded = PRELOADED.get_or_try_init(py, || import(py))?;
    preloaded
        .bind(py)
        .getattr(intern!(py, "UploadedAttachment"))
}
