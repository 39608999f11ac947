//! From tokio's threads to an event loop of asyncio: results gather here, and the loop fetches all that
//! have gathered at once.

use crate::response::Finished;
use pyo3::{
    exceptions::PyRuntimeError, intern, prelude::*, sync::PyOnceLock, types::PyWeakrefReference,
};
use std::sync::{Mutex, PoisonError};

/// Brings results to one event loop.
#[pyclass(frozen, weakref, module = "linq_client._native")]
pub(crate) struct Bridge {
    arrived: Mutex<Vec<Arrived>>,
    waker: Waker,
}

/// Something for the event loop to do.
pub(crate) struct Arrived {
    /// The `asyncio.Future` that waits for it.
    pub(crate) future: Py<PyAny>,
    pub(crate) finished: Finished,
}

/// How the loop is told that something has arrived.
enum Waker {
    /// A byte through a socket, which takes no lock of the interpreter.
    #[cfg(unix)]
    Socket(unix::Sockets),
    /// `loop.call_soon_threadsafe`, for loops that watch no sockets.
    Threadsafe(Py<PyWeakrefReference>),
}

impl Bridge {
    /// The bridge to the loop that runs on this thread, and the loop.
    pub(crate) fn to_running_loop(py: Python<'_>) -> PyResult<(Py<Self>, Bound<'_, PyAny>)> {
        static RUNNING_LOOP: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        static BRIDGES: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let running_loop = RUNNING_LOOP
            .import(py, "asyncio", "get_running_loop")?
            .call0()?;
        let bridges = BRIDGES.get_or_try_init(py, || {
            let made = py
                .import("weakref")?
                .getattr("WeakKeyDictionary")?
                .call0()?;
            PyResult::Ok(made.unbind())
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
            let sockets = unix::Sockets::pair()?;
            let bridge = Py::new(py, Self::with(Waker::Socket(sockets)))?;
            let drain = bridge.getattr(py, "drain")?;
            let Waker::Socket(sockets) = &bridge.get().waker else {
                unreachable!("it was made so")
            };
            if running_loop
                .call_method1("add_reader", (sockets.descriptor(), drain))
                .is_ok()
            {
                return Ok(bridge);
            }
        }
        let loop_reference = PyWeakrefReference::new(running_loop)?.unbind();
        Py::new(py, Self::with(Waker::Threadsafe(loop_reference)))
    }

    fn with(waker: Waker) -> Self {
        Self {
            arrived: Mutex::new(Vec::new()),
            waker,
        }
    }

    /// Hands a result over, from any thread.
    pub(crate) fn deliver(this: &Py<Self>, arrived: Arrived) {
        let bridge = this.get();
        let mut waiting = bridge
            .arrived
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        waiting.push(arrived);
        let is_first = waiting.len() == 1;
        drop(waiting);
        if is_first {
            bridge.waker.wake(this);
        }
    }
}

#[pymethods]
impl Bridge {
    /// Gives everything that has arrived to those who wait for it. Called by the loop.
    fn drain(&self, py: Python<'_>) {
        self.waker.clear();
        let arrived =
            std::mem::take(&mut *self.arrived.lock().unwrap_or_else(PoisonError::into_inner));
        for Arrived { future, finished } in arrived {
            let future = future.bind(py);
            // The results behind this one have their own callers.
            if let Err(error) = resolve(future, finished) {
                error.write_unraisable(py, Some(future));
            }
        }
    }
}

/// Ends a future with a result or its exception, unless it was cancelled meanwhile.
fn resolve(future: &Bound<'_, PyAny>, finished: Finished) -> PyResult<()> {
    let py = future.py();
    if future.call_method0(intern!(py, "done"))?.is_truthy()? {
        return Ok(());
    }
    match finished.give(py) {
        Ok(value) => future.call_method1(intern!(py, "set_result"), (value,))?,
        Err(error) => set_exception(future, error)?,
    };
    Ok(())
}

/// Ends a future with an exception. One that futures do not take, such as `StopIteration`, becomes the cause of a
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
                // After the interpreter has ended, or the loop was closed, nobody waits any more.
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

/// Calls a function of Python on a loop's thread, whatever the loop is doing there.
pub(crate) fn call_on_loop(running_loop: &Py<PyAny>, function: &Py<PyAny>, arguments: (u64, u64)) {
    let _ = Python::try_attach(|py| {
        let arguments = (function, arguments.0, arguments.1);
        let called = running_loop
            .bind(py)
            .call_method1("call_soon_threadsafe", arguments);
        if let Err(error) = called {
            error.write_unraisable(py, None);
        }
    });
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

    /// The loop watches one end, and a byte into the other wakes it.
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
            // A full buffer wakes it just as well.
            let _ = (&self.other).write(&[0]);
        }

        pub(super) fn clear(&self) {
            let mut bytes = [0; 64];
            while matches!((&self.watched).read(&mut bytes), Ok(read) if read == bytes.len()) {}
        }
    }
}
