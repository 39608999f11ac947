//! Callbacks for the progress of uploads and downloads.

use crate::{bridge::Bridge, interrupt};
use pyo3::prelude::*;
use std::sync::Arc;

/// A callback for the number of bytes transferred, and the total if it is known.
pub(crate) type Progress = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// Returns a callback that calls the function on this thread; its exception ends the transfer.
pub(crate) fn blocking(function: &Bound<'_, PyAny>) -> Progress {
    let function = function.clone().unbind();
    let mut has_raised = false;
    Box::new(move |done, total| {
        if has_raised {
            return;
        }
        let _ = Python::try_attach(|py| {
            if let Err(exception) = function.call1(py, (done, total)) {
                has_raised = true;
                interrupt::defer(py, exception, Some(function.bind(py)));
            }
        });
    })
}

/// Returns a callback that calls the function on the thread of the running event loop.
pub(crate) fn on_event_loop(py: Python<'_>, function: &Bound<'_, PyAny>) -> PyResult<Progress> {
    let function = Arc::new(function.clone().unbind());
    let (bridge, _) = Bridge::for_running_loop(py)?;
    Ok(Box::new(move |done, total| {
        let function = Arc::clone(&function);
        Bridge::call(&bridge, move |py| {
            function.call1(py, (done, total)).map(drop)
        });
    }))
}
