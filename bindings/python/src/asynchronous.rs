//! Asynchronous calls: tasks on tokio whose results are futures of asyncio.

use crate::{
    bridge::{self, Bridge, QueuedResult},
    client::{Client, response_spec},
    errors,
    options::PyCallOptions,
    response::{CallContext, Completed},
    runtime,
    transport::CoreClient,
};
use linq_core::{Transport, call::PreparedCall, dynamic::AnyEndpoint};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyDict, PyType},
};
use tokio::task::AbortHandle;

/// A call in progress.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct StartedCall {
    /// The `asyncio.Future` of its result.
    #[pyo3(get)]
    future: Py<PyAny>,
    task: AbortHandle,
}

#[pymethods]
impl StartedCall {
    /// Cancels the call, which may have taken effect.
    fn cancel(&self) {
        self.task.abort();
    }
}

#[pymethods]
impl Client {
    /// Starts an operation whose result goes to the running event loop.
    #[pyo3(signature = (name, arguments, options = None, page = None, raw = false))]
    fn start<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        options: Option<PyCallOptions<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<StartedCall> {
        let response = |info| response_spec(info, page, raw);
        let (call, context) =
            self.prepare_operation(name, arguments, options.as_ref(), response)?;
        self.spawn_call(arguments.py(), call, context)
    }

    /// Starts a request to any path; the result is the response.
    #[pyo3(signature = (method, path, body = None, options = None))]
    fn start_request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        options: Option<PyCallOptions<'py>>,
    ) -> PyResult<StartedCall> {
        let (call, context) = self.prepare_request(py, method, path, body, options.as_ref())?;
        self.spawn_call(py, call, context)
    }
}

impl Client {
    fn spawn_call(
        &self,
        py: Python<'_>,
        call: PreparedCall<AnyEndpoint>,
        context: CallContext,
    ) -> PyResult<StartedCall> {
        let CoreClient::Async(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not an async client"));
        };
        spawn(py, async move {
            let result = linq.transport().call(call).await;
            Completed::Call(context, result)
        })
    }
}

/// Spawns a task on tokio whose result goes to the running event loop.
pub(crate) fn spawn(
    py: Python<'_>,
    work: impl Future<Output = Completed> + Send + 'static,
) -> PyResult<StartedCall> {
    let (bridge, running_loop) = Bridge::for_running_loop(py)?;
    let future = running_loop
        .call_method0(pyo3::intern!(py, "create_future"))?
        .unbind();
    let awaited = future.clone_ref(py);
    let runtime = runtime::handle();
    let runtime = runtime.map_err(|error| {
        errors::not_sent(py, "cannot start the async runtime", Some(error.into()))
    })?;
    let of_work = bridge.clone_ref(py);
    let task = runtime.spawn(async move {
        let completed = bridge::scope(of_work, work).await;
        Bridge::deliver(
            &bridge,
            QueuedResult {
                future: awaited,
                completed,
            },
        );
    });
    Ok(StartedCall {
        future,
        task: task.abort_handle(),
    })
}
