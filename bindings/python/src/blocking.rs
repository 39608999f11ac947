//! Blocking calls, on the calling thread with the GIL released.

use crate::{
    client::{Client, response_spec},
    interrupt::{self, Callbacks},
    options::PyCallOptions,
    response::CallContext,
    transport::CoreClient,
};
use linq_core::{Transport, call::PreparedCall, dynamic::AnyEndpoint};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyDict, PyType},
};

#[pymethods]
impl Client {
    /// Executes an operation and returns its model, its page, or with `raw` the response.
    #[pyo3(signature = (name, arguments, options = None, page = None, raw = false))]
    fn call<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        options: Option<PyCallOptions<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let response = |info| response_spec(info, page, raw);
        let (call, context) =
            self.prepare_operation(name, arguments, options.as_ref(), response)?;
        self.execute(arguments.py(), call, context)
    }

    /// Sends a request to any path and returns the response.
    #[pyo3(signature = (method, path, body = None, options = None))]
    fn request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        options: Option<PyCallOptions<'py>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (call, context) = self.prepare_request(py, method, path, body, options.as_ref())?;
        self.execute(py, call, context)
    }
}

impl Client {
    fn execute<'py>(
        &self,
        py: Python<'py>,
        call: PreparedCall<AnyEndpoint>,
        context: CallContext,
    ) -> PyResult<Bound<'py, PyAny>> {
        let CoreClient::Blocking(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not a blocking client"));
        };
        let result = interrupt::run_detached(py, Callbacks::None, || linq.transport().call(call))?;
        context.into_result(py, result)
    }
}
