//! The outbox of `linq_client.durable`: calls of linq-durable, blocking or for an event loop.

mod entry;
mod error;
mod run;
mod shared_file;

pub(crate) use entry::{Entry, outbox_file, outbox_statement};

use crate::{
    arguments,
    asynchronous::{StartedCall, spawn},
    client::Client,
    errors, loading,
    options::PyCallOptions,
    response::{Completed, Deferred},
};
use error::Failure;
use linq_core::{call::PreparedCall, dynamic::AnyEndpoint};
use linq_durable::{
    EntryId, State,
    store::{SqliteOptions, SqliteStore},
};
use pyo3::{IntoPyObjectExt, exceptions::PyRuntimeError, prelude::*, types::PyDict};
use run::Runs;
use shared_file::OpenFile;
use std::{
    mem,
    path::PathBuf,
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant, SystemTime},
};

/// Minimum time between two checks whether the file is open elsewhere in this process.
const CHECK_INTERVAL: Duration = Duration::from_secs(1);

type SqliteOutbox = linq_durable::Outbox<SqliteStore>;

/// An outbox in a file, which is opened on first use.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Outbox(Arc<Shared>);

struct Shared {
    path: PathBuf,
    options: SqliteOptions,
    /// The process that created the outbox: neither a connection nor a lock can be used by its children.
    process: u32,
    file: Mutex<File>,
    runs: Runs,
    /// Permit to use the file on a thread of the runtime. It serves one call at a time, so further threads would only
    /// wait for it.
    permit: Arc<tokio::sync::Mutex<()>>,
}

enum File {
    New,
    Open { open: OpenFile, checked_at: Instant },
    Closed,
}

impl Shared {
    fn file(&self) -> MutexGuard<'_, File> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn check_process(&self) -> PyResult<()> {
        if self.process == process::id() {
            return Ok(());
        }
        Err(PyRuntimeError::new_err(
            "the outbox was created by another process: a forked child cannot use it",
        ))
    }

    /// Returns the outbox. Waits for the disk, so the GIL must be released.
    fn open(&self) -> Result<OpenFile, Failure> {
        let mut file = self.file();
        match &mut *file {
            File::Open { open, checked_at } => {
                if checked_at.elapsed() >= CHECK_INTERVAL {
                    shared_file::check(&self.path)?;
                    *checked_at = Instant::now();
                }
                Ok(open.clone())
            }
            File::Closed => Err(Failure::Closed),
            File::New => {
                let open = shared_file::open(&self.path, &self.options)?;
                *file = File::Open {
                    open: open.clone(),
                    checked_at: Instant::now(),
                };
                Ok(open)
            }
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        if self.process != process::id() {
            // The connection belongs to the parent process.
            let file = self.file.get_mut();
            let file = file.unwrap_or_else(PoisonError::into_inner);
            mem::forget(mem::replace(file, File::Closed));
        }
    }
}

/// A call of the outbox, made once by [`run`](Self::run) or [`start`](Self::start).
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct OutboxCall {
    shared: Arc<Shared>,
    work: Mutex<Option<Work>>,
}

type Work = Box<dyn FnOnce(&Shared) -> Deferred + Send>;

#[pymethods]
impl OutboxCall {
    /// Makes the call on this thread, with the GIL released.
    fn run<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let work = self.take()?;
        py.detach(|| work(&self.shared))(py)
    }

    /// Makes the call on a thread of the runtime; the result goes to the running event loop.
    fn start(&self, py: Python<'_>) -> PyResult<StartedCall> {
        let work = self.take()?;
        let shared = Arc::clone(&self.shared);
        spawn(py, async move {
            let permit = Arc::clone(&shared.permit).lock_owned().await;
            let made = tokio::task::spawn_blocking(move || {
                let _permit = permit;
                work(&shared)
            });
            Completed::Outbox(made.await.unwrap_or_else(|error| {
                Box::new(move |_| Err(PyRuntimeError::new_err(error.to_string())))
            }))
        })
    }
}

impl OutboxCall {
    fn take(&self) -> PyResult<Work> {
        self.shared.check_process()?;
        let mut work = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        work.take()
            .ok_or_else(|| PyRuntimeError::new_err("the call was made already"))
    }
}

impl Outbox {
    fn call<T, E>(
        &self,
        work: impl FnOnce(&SqliteOutbox) -> Result<T, E> + Send + 'static,
    ) -> OutboxCall
    where
        T: for<'py> IntoPyObject<'py> + Send + 'static,
        Failure: From<E>,
    {
        let work: Work = Box::new(|shared| {
            let result = shared.open();
            let result = result.and_then(|open| work(&open.outbox).map_err(Failure::from));
            Box::new(move |py| {
                let value = result.map_err(|failure| failure.into_pyerr(py))?;
                value.into_bound_py_any(py)
            })
        });
        OutboxCall {
            shared: Arc::clone(&self.0),
            work: Mutex::new(Some(work)),
        }
    }
}

#[pymethods]
impl Outbox {
    #[new]
    fn new(py: Python<'_>, path: PathBuf, busy_timeout: f64) -> PyResult<Self> {
        loading::ensure_loaded(py)?;
        error::load(py)?;
        let busy_timeout = crate::options::duration(py, "busy_timeout", busy_timeout)?;
        Ok(Self(Arc::new(Shared {
            path,
            options: SqliteOptions::default().busy_timeout(busy_timeout),
            process: process::id(),
            file: Mutex::new(File::New),
            runs: Runs::default(),
            permit: Arc::default(),
        })))
    }

    /// Opens the file, which is otherwise opened on first use.
    fn open(&self) -> OutboxCall {
        self.call(|_| Ok::<_, Failure>(()))
    }

    /// Stores a call and returns its identifier. Its options, but not those of the client, are stored with it.
    fn enqueue(
        &self,
        client: &Bound<'_, Client>,
        name: &str,
        arguments: &Bound<'_, PyDict>,
        options: Option<PyCallOptions<'_>>,
        ordering_key: Option<String>,
    ) -> PyResult<OutboxCall> {
        let call = prepare(client, name, arguments, options.as_ref())?;
        Ok(self.call(move |outbox| {
            let id = match ordering_key {
                Some(key) => outbox.enqueue_ordered(call, key),
                None => outbox.enqueue(call),
            };
            id.map(EntryId::get)
        }))
    }

    /// Replaces a queued call. Returns whether it was queued.
    fn replace(
        &self,
        id: i64,
        client: &Bound<'_, Client>,
        name: &str,
        arguments: &Bound<'_, PyDict>,
        options: Option<PyCallOptions<'_>>,
    ) -> PyResult<OutboxCall> {
        let call = prepare(client, name, arguments, options.as_ref())?;
        Ok(self.call(move |outbox| outbox.replace(EntryId::new(id), call)))
    }

    fn get(&self, id: i64) -> OutboxCall {
        self.call(move |outbox| Ok::<_, Failure>(outbox.get(EntryId::new(id))?.map(Entry)))
    }

    fn get_by_idempotency_key(&self, key: String) -> OutboxCall {
        self.call(move |outbox| Ok::<_, Failure>(outbox.get_by_idempotency_key(&key)?.map(Entry)))
    }

    fn list(
        &self,
        py: Python<'_>,
        state: Option<&str>,
        after: Option<i64>,
        limit: i64,
    ) -> PyResult<OutboxCall> {
        let state = state.map(|name| {
            let state = State::ALL.into_iter().find(|state| state.name() == name);
            state.ok_or_else(|| {
                let names = State::ALL.map(State::name).join(", ");
                errors::invalid(py, "state", &format!("must be one of {names}"))
            })
        });
        let state = state.transpose()?;
        let limit = usize::try_from(limit)
            .map_err(|_| errors::invalid(py, "limit", "must not be negative"))?;
        Ok(self.call(move |outbox| {
            let entries = outbox.list(state, after.map(EntryId::new), limit)?;
            Ok::<Vec<_>, Failure>(entries.into_iter().map(Entry).collect())
        }))
    }

    /// Returns pairs of a state and its number of entries, if it has any.
    fn count(&self) -> OutboxCall {
        self.call(|outbox| {
            let counts = outbox.count()?.into_iter();
            Ok::<Vec<_>, Failure>(counts.map(|(state, count)| (state.name(), count)).collect())
        })
    }

    fn cancel(&self, id: i64) -> OutboxCall {
        self.call(move |outbox| outbox.cancel(EntryId::new(id)))
    }

    fn retry(&self, id: i64) -> OutboxCall {
        self.call(move |outbox| outbox.retry(EntryId::new(id)))
    }

    fn delete_finished(&self, before: SystemTime) -> OutboxCall {
        self.call(move |outbox| outbox.delete_finished(before))
    }

    /// Wakes the runs of this outbox.
    fn wake(&self, py: Python<'_>) -> PyResult<()> {
        self.0.check_process()?;
        py.detach(|| {
            if let File::Open { open, .. } = &*self.0.file() {
                open.outbox.wake();
            }
        });
        Ok(())
    }

    /// Stops the runs of this outbox; without one, the next.
    fn stop(&self) {
        self.0.runs.stop();
    }

    /// Stops the runs. The file is closed when they are over.
    fn close(&self, py: Python<'_>) {
        if self.0.check_process().is_ok() {
            self.0.runs.stop();
            py.detach(|| drop(mem::replace(&mut *self.0.file(), File::Closed)));
        }
    }
}

/// Prepares an operation to be stored.
fn prepare(
    client: &Bound<'_, Client>,
    name: &str,
    arguments: &Bound<'_, PyDict>,
    options: Option<&PyCallOptions<'_>>,
) -> PyResult<PreparedCall<AnyEndpoint>> {
    let py = client.py();
    let json = arguments::json(arguments)?;
    let endpoint = AnyEndpoint::named(name, &json);
    let endpoint = endpoint.map_err(|invalid| errors::from_invalid(py, &invalid))?;
    let options = client.get().options_to_store(py, options)?;
    Ok(PreparedCall::new(endpoint, options))
}
