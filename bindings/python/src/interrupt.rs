//! Waits that end when Python wants something: Ctrl-C above all.

use pyo3::prelude::*;

/// Runs blocking work without the interpreter's lock. An exception of a signal handler, such as
/// `KeyboardInterrupt`, ends it.
pub(crate) fn detached<T: Send>(py: Python<'_>, work: impl FnOnce() -> T + Send) -> PyResult<T> {
    let result = py.detach(work);
    py.check_signals()?;
    Ok(result)
}
