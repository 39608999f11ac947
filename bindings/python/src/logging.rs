//! Forwarding of core's `tracing` events to the Python logger `linq_client`.

use crate::interrupt;
use linq_core::{Endpoint, api::ENDPOINTS, call::CustomRequest, endpoint::EndpointInfo};
use pyo3::{prelude::*, sync::PyOnceLock, types::PyDict};
use std::{
    fmt::{self, Write as _},
    sync::atomic::{AtomicU8, Ordering},
};
use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
    subscriber::Interest,
};

/// The target of core's events.
const TARGET: &str = "linq";
/// A level above all of `logging`: nothing is logged.
const OFF: u8 = u8::MAX;

/// The effective level of the logger, as a number of `logging`.
static LEVEL: AtomicU8 = AtomicU8::new(OFF);

/// Installs the subscriber, unless the process has one already.
pub(crate) fn install() {
    let _ = tracing::subscriber::set_global_default(LogSubscriber);
}

/// Reads the level of the logger, before each call. Logging is off in a program that has not imported `logging`. An
/// exception of the logger does not end the call, unless it is one such as `KeyboardInterrupt`.
pub(crate) fn update_level(py: Python<'_>) -> PyResult<()> {
    let level = match level(py) {
        Err(exception) if interrupt::is_exit_exception(py, &exception) => return Err(exception),
        level => level.unwrap_or(OFF),
    };
    LEVEL.store(level, Ordering::Relaxed);
    Ok(())
}

fn level(py: Python<'_>) -> PyResult<u8> {
    static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    if LOGGER.get(py).is_none() {
        let modules = MODULES.import(py, "sys", "modules")?;
        if !modules.contains(pyo3::intern!(py, "logging"))? {
            return Ok(OFF);
        }
    }
    let level = logger(py)?.call_method0(pyo3::intern!(py, "getEffectiveLevel"))?;
    Ok(level.extract::<u64>()?.try_into().unwrap_or(OFF))
}

static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

fn logger(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    let logger = LOGGER.get_or_try_init(py, || {
        let logging = py.import("logging")?;
        let logger = logging.call_method1("getLogger", ("linq_client",))?;
        // Without a handler, `logging` would write warnings to standard error.
        logger.call_method1("addHandler", (logging.call_method0("NullHandler")?,))?;
        PyResult::Ok(logger.unbind())
    })?;
    Ok(logger.bind(py))
}

/// Returns the number of a level in `logging`.
fn python_level(level: Level) -> u8 {
    match level {
        Level::ERROR => 40,
        Level::WARN => 30,
        Level::INFO => 20,
        Level::DEBUG | Level::TRACE => 10,
    }
}

/// A subscriber without state, and so without a lock: one that is held during a fork stays locked in the child.
struct LogSubscriber;

impl Subscriber for LogSubscriber {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if metadata.target() == TARGET {
            Interest::sometimes()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let from = LEVEL.load(Ordering::Relaxed);
        // A span names the operation of its events, whatever their level.
        metadata.target() == TARGET
            && (python_level(*metadata.level()) >= from || (metadata.is_span() && from != OFF))
    }

    /// Returns the same id for all calls of an operation: the id only encodes which operation it is.
    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut operation = OperationIndex(ENDPOINTS.len());
        attributes.record(&mut operation);
        Id::from_u64(operation.0 as u64 + 1)
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = event.parent().map_or_else(String::new, span_name);
        event.record(&mut LineWriter(&mut line));
        let level = python_level(*event.metadata().level());
        let _ = Python::try_attach(|py| {
            let logged =
                logger(py).and_then(|logger| logger.call_method1("log", (level, "%s", line)));
            match logged {
                Err(exception) if interrupt::is_exit_exception(py, &exception) => {
                    interrupt::defer(py, exception, None);
                }
                Err(exception) => exception.write_unraisable(py, None),
                Ok(_) => {}
            }
        });
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Index of an operation in [`ENDPOINTS`]; their number for a custom request.
struct OperationIndex(usize);

impl Visit for OperationIndex {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "name"
            && let Some(index) = ENDPOINTS.iter().position(|info| info.name == value)
        {
            self.0 = index;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

/// Returns the name of a call: operation, method and path template, none of which is secret. The path of a custom request
/// may be.
fn span_name(span: &Id) -> String {
    let index = usize::try_from(span.into_u64() - 1).unwrap_or(usize::MAX);
    match ENDPOINTS.get(index) {
        Some(EndpointInfo {
            name, method, path, ..
        }) => format!("{name} ({method} {path}): "),
        None => format!("{}: ", CustomRequest::<()>::INFO.name),
    }
}

/// Writes the message and the fields of an event as one line.
struct LineWriter<'a>(&'a mut String);

impl Visit for LineWriter<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = write!(self.0, " {}={value}", field.name());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a `String` does not fail.
        let _ = if field.name() == "message" {
            write!(self.0, "{value:?}")
        } else {
            write!(self.0, " {}={value:?}", field.name())
        };
    }
}
