//! Core's events, told to Python's `logging` under the name `linq_client`.

use crate::interrupt;
use pyo3::{prelude::*, sync::PyOnceLock, types::PyDict};
use std::{
    collections::HashMap,
    fmt::{self, Write as _},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU8, AtomicU64, Ordering},
    },
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
    let _ = tracing::subscriber::set_global_default(Listener::default());
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

#[derive(Default)]
struct Listener {
    last: AtomicU64,
    /// What the calls that are under way are called.
    calls: Mutex<HashMap<u64, (String, usize)>>,
}

impl Listener {
    fn calls(&self) -> std::sync::MutexGuard<'_, HashMap<u64, (String, usize)>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

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

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut call = Call::default();
        attributes.record(&mut call);
        let id = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        self.calls().insert(id, (call.to_string(), 1));
        Id::from_u64(id)
    }

    fn event(&self, event: &Event<'_>) {
        let mut line = match event.parent().map(Id::into_u64) {
            Some(id) => self.calls().get(&id).map(|(name, _)| name.clone()),
            None => None,
        }
        .unwrap_or_default();
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

    fn clone_span(&self, id: &Id) -> Id {
        if let Some((_, held)) = self.calls().get_mut(&id.into_u64()) {
            *held += 1;
        }
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let mut calls = self.calls();
        let Some((_, held)) = calls.get_mut(&id.into_u64()) else {
            return false;
        };
        *held -= 1;
        let is_over = *held == 0;
        if is_over {
            calls.remove(&id.into_u64());
        }
        is_over
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// The name of a call: operation, method and path template, and so nothing that is secret.
#[derive(Default)]
struct Call {
    name: String,
    method: String,
    path: String,
}

impl Visit for Call {
    fn record_str(&mut self, field: &Field, value: &str) {
        let slot = match field.name() {
            "name" => &mut self.name,
            "method" => &mut self.method,
            "path" => &mut self.path,
            _ => return,
        };
        value.clone_into(slot);
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {}): ", self.name, self.method, self.path)
    }
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
