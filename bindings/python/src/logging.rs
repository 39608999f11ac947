//! Core's events, told to Python's `logging` under the name `linq_client`.

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

/// What core's events are about.
const TARGET: &str = "linq";
/// No level of `logging`: nothing is told.
const SILENT: u8 = u8::MAX;

/// The level from which on the logger listens, as `logging` counts.
static LISTENS_FROM: AtomicU8 = AtomicU8::new(SILENT);

/// Begins to listen to core's events. Another listener of the process stays.
pub(crate) fn listen() {
    let _ = tracing::subscriber::set_global_default(Listener);
}

/// Takes over the level of the logger, before each call. A program that has not imported `logging`
/// does not listen. An exception of its logger does not end the call; Ctrl-C does.
pub(crate) fn refresh(py: Python<'_>) -> PyResult<()> {
    let level = match level(py) {
        Err(exception) if interrupt::ends_programs(py, &exception) => return Err(exception),
        level => level.unwrap_or(SILENT),
    };
    LISTENS_FROM.store(level, Ordering::Relaxed);
    Ok(())
}

fn level(py: Python<'_>) -> PyResult<u8> {
    static MODULES: PyOnceLock<Py<PyDict>> = PyOnceLock::new();
    if LOGGER.get(py).is_none() {
        let modules = MODULES.import(py, "sys", "modules")?;
        if !modules.contains(pyo3::intern!(py, "logging"))? {
            return Ok(SILENT);
        }
    }
    let level = logger(py)?.call_method0(pyo3::intern!(py, "getEffectiveLevel"))?;
    Ok(level.extract::<u64>()?.try_into().unwrap_or(SILENT))
}

static LOGGER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();

fn logger(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    let logger = LOGGER.get_or_try_init(py, || {
        let logging = py.import("logging")?;
        let logger = logging.call_method1("getLogger", ("linq_client",))?;
        // A program that sets up no logging is not told anything on its standard error.
        logger.call_method1("addHandler", (logging.call_method0("NullHandler")?,))?;
        PyResult::Ok(logger.unbind())
    })?;
    Ok(logger.bind(py))
}

/// A level as `logging` counts.
fn number(level: Level) -> u8 {
    match level {
        Level::ERROR => 40,
        Level::WARN => 30,
        Level::INFO => 20,
        Level::DEBUG | Level::TRACE => 10,
    }
}

/// Holds nothing, and so no lock either: one that is taken while the program forks stays so in the child.
struct Listener;

impl Subscriber for Listener {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if metadata.target() == TARGET {
            Interest::sometimes()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let from = LISTENS_FROM.load(Ordering::Relaxed);
        // A span is the name of what its events tell, of whatever level they are.
        metadata.target() == TARGET
            && (number(*metadata.level()) >= from || (metadata.is_span() && from != SILENT))
    }

    /// All calls of an operation have the same: nothing is asked of it but the operation.
    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut operation = Operation(ENDPOINTS.len());
        attributes.record(&mut operation);
        Id::from_u64(operation.0 as u64 + 1)
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = event.parent().map_or_else(String::new, name_of);
        event.record(&mut Line(&mut line));
        let level = number(*event.metadata().level());
        let _ = Python::try_attach(|py| {
            let told =
                logger(py).and_then(|logger| logger.call_method1("log", (level, "%s", line)));
            match told {
                Err(exception) if interrupt::ends_programs(py, &exception) => {
                    interrupt::keep(py, exception, None);
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

/// Where in [`ENDPOINTS`] an operation is; behind them for a request to any path.
struct Operation(usize);

impl Visit for Operation {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "name"
            && let Some(index) = ENDPOINTS.iter().position(|info| info.name == value)
        {
            self.0 = index;
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

/// The name of a call: operation, method and path template, and so nothing that is secret.
fn name_of(span: &Id) -> String {
    let index = usize::try_from(span.into_u64() - 1).unwrap_or(usize::MAX);
    let info = ENDPOINTS.get(index).copied();
    let EndpointInfo {
        name, method, path, ..
    } = info.unwrap_or(CustomRequest::<()>::INFO);
    format!("{name} ({method} {path}): ")
}

/// What happened, and its particulars.
struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = write!(self.0, " {}={value}", field.name());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a text does not fail.
        let _ = if field.name() == "message" {
            write!(self.0, "{value:?}")
        } else {
            write!(self.0, " {}={value:?}", field.name())
        };
    }
}
