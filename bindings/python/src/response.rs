//! From a reply to what the caller gets.

use crate::{
    errors::{self, About},
    loading,
    model::{Class, Model, read},
};
use http::StatusCode;
use linq_core::{
    Error, call, dynamic::CleanJson, endpoint::EndpointInfo, message::IdempotencyKey,
    model::FileUrl, schema::check_identity, upload::Uploaded,
};
use linq_json::View;
use pyo3::{prelude::*, types::PyBytes};
use std::time::{Duration, Instant};

/// A call whose result is awaited.
pub(crate) struct Wanted {
    pub(crate) response: ResponseSpec,
    pub(crate) about: About,
    pub(crate) began: Instant,
}

/// What a response is read into.
#[derive(Clone, Copy)]
pub(crate) struct ResponseSpec {
    /// The operation, unless the request is one of the caller's own.
    pub(crate) info: Option<&'static EndpointInfo>,
    /// The class of a page, which pages have each for themselves.
    pub(crate) page: Option<&'static Class>,
    /// Whether the caller gets the raw response, and reads it later or never.
    pub(crate) is_raw: bool,
}

/// What became of a call.
#[allow(
    clippy::large_enum_variant,
    reason = "taken apart as soon as it is made"
)]
pub(crate) enum Finished {
    Call(Wanted, Result<call::ApiResponse<()>, Error>),
    Upload(About, Result<Uploaded, Error>),
}

impl Finished {
    /// The result, or its exception.
    pub(crate) fn give(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::Call(wanted, result) => wanted.give(py, result),
            Self::Upload(about, result) => uploaded(py, &about, result),
        }
    }
}

impl Wanted {
    /// The result, or its exception.
    pub(crate) fn give(
        self,
        py: Python<'_>,
        result: Result<call::ApiResponse<()>, Error>,
    ) -> PyResult<Bound<'_, PyAny>> {
        let reply = result.map_err(|error| errors::from_call(py, &error, &self.about))?;
        if !self.response.is_raw {
            let read = self.response.read(py, &reply, &self.about);
            return read.map_err(|error| errors::unread(py, error, &reply, &self.about));
        }
        let raw = RawResponse {
            inner: reply,
            response: self.response,
            about: self.about,
            elapsed: self.began.elapsed(),
        };
        Ok(raw.into_pyobject(py)?.into_any())
    }
}

impl ResponseSpec {
    /// The raw response to a request of the caller's own.
    pub(crate) const RAW: Self = Self {
        info: None,
        page: None,
        is_raw: true,
    };

    /// Returns the model, the page, or `None` where there is no body.
    fn read<'py>(
        self,
        py: Python<'py>,
        response: &call::ApiResponse<()>,
        about: &About,
    ) -> PyResult<Bound<'py, PyAny>> {
        let Some((info, schema)) = self
            .info
            .and_then(|info| Some((info, info.response_schema?)))
        else {
            return Ok(py.None().into_bound(py));
        };
        if info.response_may_be_absent && response.status == StatusCode::NO_CONTENT {
            return Ok(py.None().into_bound(py));
        }
        let view = View::read(response.body.clone());
        let view = view.ok_or_else(|| errors::from_decode(py, &response.not_json(), about))?;
        check_identity(schema, &view.value()).map_err(|missing| {
            errors::from_decode(py, &response.without_identity(missing), about)
        })?;
        match self.page {
            Some(class) => Model::wrap(py, class, view),
            None => read(py, schema, view.value()),
        }
    }
}

/// The file that was uploaded, or its exception.
fn uploaded<'py>(
    py: Python<'py>,
    about: &About,
    result: Result<Uploaded, Error>,
) -> PyResult<Bound<'py, PyAny>> {
    let uploaded = result.map_err(|error| errors::from_call(py, &error, about))?;
    let arguments = (
        uploaded.attachment_id.as_str(),
        uploaded.download_url.as_ref().map(FileUrl::as_str),
        uploaded.filename,
        uploaded.content_type.as_str(),
        uploaded.size_bytes,
    );
    let made = loading::uploaded_attachment(py).and_then(|class| class.call1(arguments));
    made.map_err(|error| errors::unread_upload(py, error, about))
}

/// The response to a call that succeeded.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct RawResponse {
    inner: call::ApiResponse<()>,
    response: ResponseSpec,
    about: About,
    elapsed: Duration,
}

#[pymethods]
impl RawResponse {
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

    /// The idempotency key that was sent, also if the client made it.
    #[getter]
    fn idempotency_key(&self) -> Option<&str> {
        self.inner.idempotency_key().map(IdempotencyKey::as_str)
    }

    /// The values of the body that do not fit: where they are, and what is wrong with them.
    fn warnings(&self) -> Vec<(String, String)> {
        let schema = self.response.info.and_then(|info| info.response_schema);
        let read = schema.and_then(|schema| CleanJson::read(schema, &self.inner.body));
        read.map_or_else(Vec::new, |read| errors::warning_pairs(&read.warnings))
    }

    /// Reads what the call returns by default.
    fn parse<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let read = self.response.read(py, &self.inner, &self.about);
        read.map_err(|error| errors::unread(py, error, &self.inner, &self.about))
    }
}
