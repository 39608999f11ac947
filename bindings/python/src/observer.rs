//! Observers of attempts that are written in Python.

use crate::{bridge, interrupt};
use linq_core::{
    error::{ErrorCode, TransportErrorKind},
    exchange::{AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse},
};
use pyo3::{prelude::*, types::PyDict};
use std::sync::Arc;

/// An observer in Python. It is called by the thread that executes the call; for a call of a native async client, by the
/// event loop.
pub(crate) struct PyObserver(Arc<Observer>);

struct Observer {
    object: Py<PyAny>,
    /// The module of the records, which is imported before the first byte is sent.
    module: Py<PyModule>,
}

impl PyObserver {
    pub(crate) fn new(object: Bound<'_, PyAny>) -> PyResult<Self> {
        let module = object.py().import("linq_client._observer")?.unbind();
        let object = object.unbind();
        Ok(Self(Arc::new(Observer { object, module })))
    }

    /// Calls a method with a record, of which `fields` sets the fields.
    fn call(
        &self,
        method: &'static str,
        record: &'static str,
        fields: impl FnOnce(&Bound<'_, PyDict>) -> PyResult<()> + Send + 'static,
    ) {
        let observer = Arc::clone(&self.0);
        let call = move |py: Python<'_>| {
            let keywords = PyDict::new(py);
            fields(&keywords)?;
            let record = observer.module.bind(py).getattr(record)?;
            let record = record.call((), Some(&keywords))?;
            observer.object.call_method1(py, method, (record,))?;
            Ok(())
        };
        let Err(call) = bridge::call_on_running_loop(call) else {
            return;
        };
        let _ = Python::try_attach(|py| match call(py) {
            Err(exception) if interrupt::is_exit_exception(py, &exception) => {
                interrupt::defer(py, exception, None);
            }
            Err(exception) => exception.write_unraisable(py, Some(self.0.object.bind(py))),
            Ok(()) => {}
        });
    }
}

impl AttemptObserver for PyObserver {
    fn on_request(&self, request: &AttemptRequest) {
        let request = request.clone();
        self.call("on_request", "AttemptRequest", move |fields| {
            fields.set_item("operation", request.operation)?;
            fields.set_item("method", request.method.as_str())?;
            fields.set_item("path", request.path)?;
            fields.set_item("attempt", request.attempt)?;
            fields.set_item("delay", request.delay.as_secs_f64())
        });
    }

    fn on_response(&self, response: &AttemptResponse) {
        let response = response.clone();
        self.call("on_response", "AttemptResponse", move |fields| {
            fields.set_item("operation", response.operation)?;
            fields.set_item("method", response.method.as_str())?;
            fields.set_item("path", response.path)?;
            fields.set_item("attempt", response.attempt)?;
            fields.set_item("status_code", response.status.as_u16())?;
            fields.set_item("error_code", response.error_code.map(ErrorCode::number))?;
            fields.set_item("trace_id", response.trace_id)?;
            fields.set_item("duration", response.duration.as_secs_f64())?;
            let retry_delay = response.retry_delay.map(|delay| delay.as_secs_f64());
            fields.set_item("retry_delay", retry_delay)
        });
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        let failure = failure.clone();
        self.call("on_failure", "AttemptFailure", move |fields| {
            fields.set_item("operation", failure.operation)?;
            fields.set_item("method", failure.method.as_str())?;
            fields.set_item("path", failure.path)?;
            fields.set_item("attempt", failure.attempt)?;
            fields.set_item("kind", kind_name(failure.kind))?;
            fields.set_item("may_have_been_sent", failure.may_have_been_sent)?;
            fields.set_item("duration", failure.duration.as_secs_f64())?;
            let retry_delay = failure.retry_delay.map(|delay| delay.as_secs_f64());
            fields.set_item("retry_delay", retry_delay)
        });
    }
}

/// Returns the name of a kind; those of a transport in Python are those of its exceptions.
fn kind_name(kind: TransportErrorKind) -> &'static str {
    match kind {
        TransportErrorKind::Connect => "connect",
        TransportErrorKind::ConnectTimeout => "connect_timeout",
        TransportErrorKind::InvalidRequest => "invalid_request",
        TransportErrorKind::NotProcessed => "not_processed",
        TransportErrorKind::Timeout => "timeout",
        TransportErrorKind::ResponseTooLarge => "too_large",
        TransportErrorKind::Cancelled { .. } => "cancelled",
        // Lost connections, and kinds that core may add.
        _ => "connection_lost",
    }
}
