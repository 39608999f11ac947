//! Calls on tokio, awaited by asyncio.

use crate::{
    bridge::{Arrived, Bridge},
    client::{Client, response_spec},
    errors,
    options::Extras,
    response::{Finished, Wanted},
    runtime,
    transport::AnyClient,
};
use linq_core::{Transport, call::PreparedCall, dynamic::AnyEndpoint};
use pyo3::{
    exceptions::{PyOSError, PyTypeError},
    prelude::*,
    types::{PyDict, PyType},
};
use tokio::task::AbortHandle;

/// A call that is under way.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct StartedCall {
    /// The `asyncio.Future` of its result.
    #[pyo3(get)]
    future: Py<PyAny>,
    task: AbortHandle,
}

#[pymethods]
impl StartedCall {
    /// Ends it; whether the server has acted by then is not known.
    fn cancel(&self) {
        self.task.abort();
    }
}

#[pymethods]
impl Client {
    /// Begins an operation for the event loop of this thread.
    #[pyo3(signature = (name, arguments, extras = None, page = None, raw = false))]
    fn start<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        extras: Option<Extras<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<StartedCall> {
        let response = |info| response_spec(info, page, raw);
        let (call, wanted) = self.named(name, arguments, extras.as_ref(), response)?;
        self.begin(arguments.py(), call, wanted)
    }

    /// Begins a request to any path, which gives its reply.
    #[pyo3(signature = (method, path, body = None, extras = None))]
    fn start_request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        extras: Option<Extras<'py>>,
    ) -> PyResult<StartedCall> {
        let (call, wanted) = self.custom(py, method, path, body, extras.as_ref())?;
        self.begin(py, call, wanted)
    }
}

impl Client {
    fn begin(
        &self,
        py: Python<'_>,
        call: PreparedCall<AnyEndpoint>,
        wanted: Wanted,
    ) -> PyResult<StartedCall> {
        let AnyClient::Async(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client is not an async one"));
        };
        spawn(py, async move {
            let result = linq.transport().call(call).await;
            Finished::Call(wanted, result)
        })
    }
}

/// Carries out work on tokio whose result goes to the event loop of this thread.
pub(crate) fn spawn(
    py: Python<'_>,
    work: impl Future<Output = Finished> + Send + 'static,
) -> PyResult<StartedCall> {
    let missing = |error: PyErr| {
        if error.is_instance_of::<PyOSError>(py) {
            errors::not_sent(py, "no file descriptors for the event loop", Some(error))
        } else {
            error
        }
    };
    let (bridge, running_loop) = Bridge::to_running_loop(py).map_err(missing)?;
    let future = running_loop
        .call_method0(pyo3::intern!(py, "create_future"))?
        .unbind();
    let waiting = future.clone_ref(py);
    let runtime = runtime::handle();
    let runtime =
        runtime.map_err(|error| errors::not_sent(py, "no runtime", Some(error.into())))?;
    let task = runtime.spawn(async move {
        let finished = work.await;
        Bridge::deliver(
            &bridge,
            Arrived {
                future: waiting,
                finished,
            },
        );
    });
    Ok(StartedCall {
        future,
        task: task.abort_handle(),
    })
}
