//! From a reply to what the caller gets.

use crate::{
    errors::{self, About},
    json::View,
    model::{Class, Classes, Model, Reader},
    uploads,
};
use linq_core::{Error, call, describe::Shape, upload::Uploaded};
use pyo3::{prelude::*, types::PyBytes};
use std::time::{Duration, Instant};

/// What a call is to give.
pub(crate) struct Wanted {
    pub(crate) form: Form,
    pub(crate) about: About,
    pub(crate) began: Instant,
}

/// The form of a result.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// A model, or nothing.
    Value(Option<Shape>),
    /// A page, which is a class of its own.
    Page(&'static Class),
    /// The reply as it came.
    Reply(Option<Shape>, Option<&'static Class>),
}

/// What became of a call.
pub(crate) enum Finished {
    Call(Wanted, Result<call::Reply<()>, Error>),
    Upload(About, Result<Uploaded, Error>),
}

impl Finished {
    /// The result, or its exception.
    pub(crate) fn give(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::Call(wanted, result) => wanted.give(py, result),
            Self::Upload(about, result) => uploads::give(py, &about, result),
        }
    }
}

impl Wanted {
    /// The result, or its exception.
    pub(crate) fn give(
        self,
        py: Python<'_>,
        result: Result<call::Reply<()>, Error>,
    ) -> PyResult<Bound<'_, PyAny>> {
        let reply = result.map_err(|error| errors::from_call(py, &error, &self.about))?;
        match self.form {
            Form::Value(shape) => value(py, &reply, shape, &self.about),
            Form::Page(class) => page(py, &reply, class, &self.about),
            Form::Reply(shape, page) => {
                let elapsed = self.began.elapsed();
                let raw = Reply {
                    inner: reply,
                    shape,
                    page,
                    about: self.about,
                    elapsed,
                };
                Ok(raw.into_pyobject(py)?.into_any())
            }
        }
    }
}

fn value<'py>(
    py: Python<'py>,
    reply: &call::Reply<()>,
    shape: Option<Shape>,
    about: &About,
) -> PyResult<Bound<'py, PyAny>> {
    match shape {
        Some(shape) => {
            let reader = Reader::of(shape, Classes::all(py)?);
            reader.read(py, view(py, reply, about)?.value())
        }
        None => Ok(py.None().into_bound(py)),
    }
}

fn page<'py>(
    py: Python<'py>,
    reply: &call::Reply<()>,
    class: &'static Class,
    about: &About,
) -> PyResult<Bound<'py, PyAny>> {
    Model::wrap(py, class, view(py, reply, about)?)
}

fn view(py: Python<'_>, reply: &call::Reply<()>, about: &About) -> PyResult<View> {
    View::read(reply.body.clone()).ok_or_else(|| errors::from_decode(py, &reply.not_json(), about))
}

/// The response to a call that succeeded.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct Reply {
    inner: call::Reply<()>,
    shape: Option<Shape>,
    page: Option<&'static Class>,
    about: About,
    elapsed: Duration,
}

#[pymethods]
impl Reply {
    #[getter]
    fn status_code(&self) -> u16 {
        self.inner.status.as_u16()
    }

    /// Names in lower case and values, in their order.
    #[getter]
    fn headers(&self) -> Vec<(&str, String)> {
        errors::header_pairs(&self.inner.headers)
    }

    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.inner.body)
    }

    /// How many times the request was tried.
    #[getter]
    fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    #[getter]
    fn method(&self) -> &str {
        &self.about.method
    }

    #[getter]
    fn url(&self) -> &str {
        &self.about.url
    }

    /// Seconds from the call to the last byte of its reply, repeats and pauses included.
    #[getter]
    fn elapsed(&self) -> f64 {
        self.elapsed.as_secs_f64()
    }

    /// What the call gives otherwise.
    fn parse<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.page {
            Some(class) => page(py, &self.inner, class, &self.about),
            None => value(py, &self.inner, self.shape, &self.about),
        }
    }
}
