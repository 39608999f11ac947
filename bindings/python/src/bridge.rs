//! Delivery of results from tokio's threads to an asyncio event loop, which takes all queued results at once.

use crate::{errors, interrupt, response::Completed};
use pyo3::{
    exceptions::PyRuntimeError, intern, prelude::*, sync::PyOnceLock, types::PyWeakrefReference,
};
use std::sync::{Mutex, PoisonError};

tokio::task_local! {
    /// The bridge to the event loop that awaits the call of this task.
    static BRIDGE: Py<Bridge>;
}

/// Queue of results, and of callbacks, for one event loop.
#[pyclass(frozen, weakref, module = "linq_client._native")]
pub(crate) struct Bridge {
    queue: Mutex<Vec<Queued>>,
    waker: Waker,
}

/// Work of the event loop.
#[allow(clippy::large_enum_variant, reason = "most are results")]
enum Queued {
    Result(QueuedResult),
    Callback(Callback),
}

/// A call of a function of the user.
type Callback = Box<dyn FnOnce(Python<'_>) -> PyResult<()> + Send>;

/// A result and the future that awaits it.
pub(crate) struct QueuedResult {
    /// The `asyncio.Future` of the result.
    pub(crate) future: Py<PyAny>,
    pub(crate) completed: Completed,
}

/// How the event loop is woken up.
enum Waker {
    /// A byte written to a socket, which does not need the GIL.
    #[cfg(unix)]
    Socket(unix::Sockets),
    /// `loop.call_soon_threadsafe`, for loops without `add_reader`.
    Threadsafe(Py<PyWeakrefReference>),
}

impl Bridge {
    /// Returns the bridge of this thread's running loop, and the loop.
    pub(crate) fn for_running_loop(py: Python<'_>) -> PyResult<(Py<Self>, Bound<'_, PyAny>)> {
        static RUNNING_LOOP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        static BRIDGES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let running_loop = RUNNING_LOOP
            .import(py, "asyncio", "get_running_loop")?
            .call0()?;
        let bridges = BRIDGES.get_or_try_init(py, || {
            let created = py
                .import("weakref")?
                .getattr("WeakKeyDictionary")?
                .call0()?;
            PyResult::Ok(created.unbind())
        })?;
        let bridges = bridges.bind(py);
        let known = bridges.call_method1("get", (&running_loop,))?;
        if let Ok(bridge) = known.cast_into::<Self>() {
            return Ok((bridge.unbind(), running_loop));
        }
        let bridge = Self::open(&running_loop)?;
        bridges.set_item(&running_loop, &bridge)?;
        Ok((bridge, running_loop))
    }

    fn open(running_loop: &Bound<'_, PyAny>) -> PyResult<Py<Self>> {
        let py = running_loop.py();
        #[cfg(unix)]
        {
            let sockets = unix::Sockets::pair().map_err(|error| {
                let problem = "no file descriptor left for the event loop";
                errors::not_sent(py, problem, Some(error.into()))
            })?;
            let bridge = Py::new(py, Self::new(Waker::Socket(sockets)))?;
            let drain = bridge.getattr(py, "drain")?;
            let Waker::Socket(sockets) = &bridge.get().waker else {
                unreachable!("created above")
            };
            if running_loop
                .call_method1("add_reader", (sockets.descriptor(), drain))
                .is_ok()
            {
                return Ok(bridge);
            }
        }
        let loop_reference = PyWeakrefReference::new(running_loop)?.unbind();
        Py::new(py, Self::new(Waker::Threadsafe(loop_reference)))
    }

    fn new(waker: Waker) -> Self {
        Self {
            queue: Mutex::new(Vec::new()),
            waker,
        }
    }

    /// Queues a result, from any thread.
    pub(crate) fn deliver(this: &Py<Self>, result: QueuedResult) {
        Self::push(this, Queued::Result(result));
    }

    /// Queues a callback, from any thread, in front of the results that are delivered after it.
    pub(crate) fn call(
        this: &Py<Self>,
        callback: impl FnOnce(Python<'_>) -> PyResult<()> + Send + 'static,
    ) {
        Self::push(this, Queued::Callback(Box::new(callback)));
    }

    fn push(this: &Py<Self>, queued: Queued) {
        let bridge = this.get();
        let mut waiting = bridge.queue.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push(queued);
        let is_first = waiting.len() == 1;
        drop(waiting);
        if is_first {
            bridge.waker.wake(this);
        }
    }
}

#[pymethods]
impl Bridge {
    /// Resolves the futures of all queued results, and makes the queued calls. Called by the loop, which an exception
    /// such as `KeyboardInterrupt` of a callback ends afterwards.
    fn drain(&self, py: Python<'_>) -> PyResult<()> {
        self.waker.clear();
        let queue = std::mem::take(&mut *self.queue.lock().unwrap_or_else(PoisonError::into_inner));
        let mut exit = None;
        for queued in queue {
            // The remaining results belong to other callers.
            match queued {
                Queued::Result(QueuedResult { future, completed }) => {
                    let future = future.bind(py);
                    if let Err(error) = resolve(future, completed) {
                        error.write_unraisable(py, Some(future));
                    }
                }
                Queued::Callback(callback) => match callback(py) {
                    Err(error) if interrupt::is_exit_exception(py, &error) => {
                        exit.get_or_insert(error);
                    }
                    Err(error) => error.write_unraisable(py, None),
                    Ok(()) => {}
                },
            }
        }
        exit.map_or(Ok(()), Err)
    }
}

/// Resolves a future with a result or its exception, unless it was cancelled.
fn resolve(future: &Bound<'_, PyAny>, completed: Completed) -> PyResult<()> {
    let py = future.py();
    if future.call_method0(intern!(py, "done"))?.is_truthy()? {
        return Ok(());
    }
    match completed.into_result(py) {
        Ok(value) => future.call_method1(intern!(py, "set_result"), (value,))?,
        Err(error) => set_exception(future, error)?,
    };
    Ok(())
}

/// Sets the exception of a future. One that futures reject, such as `StopIteration`, becomes the cause of a
/// `RuntimeError`, as it does in a coroutine.
fn set_exception<'py>(future: &Bound<'py, PyAny>, error: PyErr) -> PyResult<Bound<'py, PyAny>> {
    let py = future.py();
    let name = intern!(py, "set_exception");
    future
        .call_method1(name, (error.value(py),))
        .or_else(|rejected| {
            let replacement = PyRuntimeError::new_err(rejected.to_string());
            replacement.set_cause(py, Some(error));
            future.call_method1(name, (replacement.into_value(py),))
        })
}

impl Waker {
    fn wake(&self, bridge: &Py<Bridge>) {
        match self {
            #[cfg(unix)]
            Self::Socket(sockets) => sockets.wake(),
            Self::Threadsafe(running_loop) => {
                // Fails if the interpreter has shut down or the loop is closed: then nothing awaits the result.
                let _ = Python::try_attach(|py| call_soon(py, running_loop, bridge));
            }
        }
    }

    fn clear(&self) {
        match self {
            #[cfg(unix)]
            Self::Socket(sockets) => sockets.clear(),
            Self::Threadsafe(_) => {}
        }
    }
}

fn call_soon(
    py: Python<'_>,
    running_loop: &Py<PyWeakrefReference>,
    bridge: &Py<Bridge>,
) -> PyResult<()> {
    let running_loop = running_loop.bind(py).call0()?;
    if running_loop.is_none() {
        return Ok(());
    }
    let drain = bridge.getattr(py, "drain")?;
    running_loop.call_method1("call_soon_threadsafe", (drain,))?;
    Ok(())
}

/// Runs a task whose [callbacks](call_on_running_loop) run on the event loop of the bridge.
pub(crate) async fn scope<T>(bridge: Py<Bridge>, task: impl Future<Output = T>) -> T {
    BRIDGE.scope(bridge, task).await
}

/// Queues a callback for the event loop that awaits the call of the current task, in front of its result.
///
/// # Errors
///
/// The callback, if no event loop does.
pub(crate) fn call_on_running_loop<F>(callback: F) -> Result<(), F>
where
    F: FnOnce(Python<'_>) -> PyResult<()> + Send + 'static,
{
    let mut callback = Some(callback);
    let _ = BRIDGE.try_with(|bridge| {
        if let Some(callback) = callback.take() {
            Bridge::call(bridge, callback);
        }
    });
    callback.map_or(Ok(()), Err)
}

#[cfg(unix)]
mod unix {
    use std::{
        io::{self, Read as _, Write as _},
        os::{
            fd::{AsRawFd as _, RawFd},
            unix::net::UnixStream,
        },
    };

    /// A socket pair: the loop watches one end, and a byte written to the other wakes it.
    pub(super) struct Sockets {
        watched: UnixStream,
        other: UnixStream,
    }

    impl Sockets {
        pub(super) fn pair() -> io::Result<Self> {
            let (watched, other) = UnixStream::pair()?;
            watched.set_nonblocking(true)?;
            other.set_nonblocking(true)?;
            Ok(Self { watched, other })
        }

        pub(super) fn descriptor(&self) -> RawFd {
            self.watched.as_raw_fd()
        }

        pub(super) fn wake(&self) {
            // If the buffer is full, the loop is already being woken.
            let _ = (&self.other).write(&[0]);
        }

        pub(super) fn clear(&self) {
            let mut bytes = [0; 64];
            while matches!((&self.watched).read(&mut bytes), Ok(read) if read == bytes.len()) {}
        }
    }
}
