//! Calls on the calling thread, without the interpreter's lock.

use crate::{
    client::{Client, response_spec},
    interrupt::{self, Calls},
    options::Extras,
    response::Wanted,
    transport::AnyClient,
};
use linq_core::{Transport, call::PreparedCall, dynamic::AnyEndpoint};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyDict, PyType},
};

#[pymethods]
impl Client {
    /// Carries out an operation and gives its model, its page, or with `raw` its reply.
    #[pyo3(signature = (name, arguments, extras = None, page = None, raw = false))]
    fn call<'py>(
        &self,
        name: &str,
        arguments: &Bound<'py, PyDict>,
        extras: Option<Extras<'py>>,
        page: Option<&Bound<'py, PyType>>,
        raw: bool,
    ) -> PyResult<Bound<'py, PyAny>> {
        let response = |info| response_spec(info, page, raw);
        let (call, wanted) = self.named(name, arguments, extras.as_ref(), response)?;
        self.run(arguments.py(), call, wanted)
    }

    /// Sends a request to any path and gives its reply.
    #[pyo3(signature = (method, path, body = None, extras = None))]
    fn request<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        path: &str,
        body: Option<&Bound<'py, PyAny>>,
        extras: Option<Extras<'py>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (call, wanted) = self.custom(py, method, path, body, extras.as_ref())?;
        self.run(py, call, wanted)
    }
}

impl Client {
    fn run<'py>(
        &self,
        py: Python<'py>,
        call: PreparedCall<AnyEndpoint>,
        wanted: Wanted,
    ) -> PyResult<Bound<'py, PyAny>> {
        let AnyClient::Blocking(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client is not a blocking one"));
        };
        let result = interrupt::detached(py, Calls::Nothing, || linq.transport().call(call))?;
        wanted.give(py, result)
    }
}
