//! Conversion of responses to the results of calls.

use crate::{
    errors::{self, RequestInfo},
    loading,
    model::{Class, Model, read},
};
use bytes::Bytes;
use http::StatusCode;
use linq_core::{
    Error, call, dynamic::CleanJson, endpoint::EndpointInfo, message::IdempotencyKey,
    model::FileUrl, schema::check_identity, upload::Uploaded,
};
use linq_json::View;
use pyo3::{prelude::*, types::PyBytes};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// Context of a call that is in progress, for its result.
pub(crate) struct CallContext {
    pub(crate) response: ResponseSpec,
    pub(crate) request: RequestInfo,
    pub(crate) started: Instant,
}

/// Context of an upload that is in progress, for its result.
pub(crate) struct UploadContext {
    pub(crate) request: RequestInfo,
    /// The path of the file, if it was given by path.
    pub(crate) path: Option<PathBuf>,
}

/// Context of a download that is in progress, for its result.
pub(crate) struct DownloadContext {
    pub(crate) request: RequestInfo,
    /// The path of the target, if it was given by path.
    pub(crate) path: Option<PathBuf>,
}

/// A downloaded file.
pub(crate) enum Downloaded {
    /// Its bytes.
    Bytes(Bytes),
    /// The number of bytes that were written to the target.
    Size(u64),
}

/// Type that a response is read into.
#[derive(Clone, Copy)]
pub(crate) struct ResponseSpec {
    /// The operation; `None` for a custom request.
    pub(crate) info: Option<&'static EndpointInfo>,
    /// The class of the page, if the operation returns one.
    pub(crate) page: Option<&'static Class>,
    /// True if the result is the raw response, which the caller parses on demand.
    pub(crate) is_raw: bool,
}

/// A completed call, with its result.
#[allow(clippy::large_enum_variant, reason = "destructured at once")]
pub(crate) enum Completed {
    Call(CallContext, Result<call::ApiResponse<()>, Error>),
    Upload(UploadContext, Result<Uploaded, Error>),
    Download(DownloadContext, Result<Downloaded, Error>),
    Outbox(Deferred),
}

/// Creates a result, once the GIL is held.
pub(crate) type Deferred =
    Box<dyn for<'py> FnOnce(Python<'py>) -> PyResult<Bound<'py, PyAny>> + Send>;

impl Completed {
    /// Returns the result, or raises its exception.
    pub(crate) fn into_result(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::Call(context, result) => context.into_result(py, result),
            Self::Upload(context, result) => uploaded(py, &context, result),
            Self::Download(context, result) => downloaded(py, &context, result),
            Self::Outbox(deferred) => deferred(py),
        }
    }
}

impl CallContext {
    /// Returns the result, or raises its exception.
    pub(crate) fn into_result(
        self,
        py: Python<'_>,
        result: Result<call::ApiResponse<()>, Error>,
    ) -> PyResult<Bound<'_, PyAny>> {
        let response = result.map_err(|error| errors::from_call(py, &error, &self.request))?;
        if !self.response.is_raw {
            let read = self.response.read(py, &response, &self.request);
            return read
                .map_err(|error| errors::unusable_response(py, error, &response, &self.request));
        }
        let raw = RawResponse {
            inner: response,
            response: self.response,
            request: self.request,
            elapsed: self.started.elapsed(),
        };
        Ok(raw.into_pyobject(py)?.into_any())
    }
}

impl ResponseSpec {
    /// The specification of a custom request: the raw response.
    pub(crate) const RAW: Self = Self {
        info: None,
        page: None,
        is_raw: true,
    };

    /// Returns the model, the page, or `None` if there is no body.
    fn read<'py>(
        self,
        py: Python<'py>,
        response: &call::ApiResponse<()>,
        request: &RequestInfo,
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
        let view = view.ok_or_else(|| errors::from_decode(py, &response.not_json(), request))?;
        check_identity(schema, &view.value()).map_err(|missing| {
            errors::from_decode(py, &response.without_identity(missing), request)
        })?;
        match self.page {
            Some(class) => Model::wrap(py, class, view),
            None => read(py, schema, view.value()),
        }
    }
}

/// Returns the uploaded attachment, or raises its exception.
fn uploaded<'py>(
    py: Python<'py>,
    context: &UploadContext,
    result: Result<Uploaded, Error>,
) -> PyResult<Bound<'py, PyAny>> {
    let uploaded = result.map_err(|error| {
        errors::from_upload(py, &error, &context.request, context.path.as_deref())
    })?;
    let arguments = (
        uploaded.attachment_id.as_str(),
        uploaded.download_url.as_ref().map(FileUrl::as_str),
        uploaded.filename,
        uploaded.content_type.as_str(),
        uploaded.size_bytes,
    );
    let created = loading::uploaded_attachment(py).and_then(|class| class.call1(arguments));
    created.map_err(|error| errors::unusable_upload(py, error, &context.request))
}

/// Returns the bytes or the size of a downloaded file, or raises its exception.
fn downloaded<'py>(
    py: Python<'py>,
    context: &DownloadContext,
    result: Result<Downloaded, Error>,
) -> PyResult<Bound<'py, PyAny>> {
    let downloaded = result.map_err(|error| {
        errors::from_download(py, &error, &context.request, context.path.as_deref())
    })?;
    match downloaded {
        Downloaded::Bytes(bytes) => Ok(PyBytes::new(py, &bytes).into_any()),
        Downloaded::Size(size) => Ok(size.into_pyobject(py)?.into_any()),
    }
}

/// The raw response to a successful call.
#[pyclass(frozen, module = "linq_client._native")]
pub(crate) struct RawResponse {
    inner: call::ApiResponse<()>,
    response: ResponseSpec,
    request: RequestInfo,
    elapsed: Duration,
}

#[pymethods]
impl RawResponse {
    #[getter]
    fn status_code(&self) -> u16 {
        self.inner.status.as_u16()
    }

    /// Pairs of lowercase names and values, in order.
    #[getter]
    fn headers(&self) -> Vec<(&str, String)> {
        errors::header_pairs(&self.inner.headers)
    }

    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.inner.body)
    }

    /// Number of attempts, including the successful one.
    #[getter]
    fn attempts(&self) -> u32 {
        self.inner.attempts
    }

    #[getter]
    fn method(&self) -> &str {
        &self.request.method
    }

    #[getter]
    fn url(&self) -> &str {
        &self.request.url
    }

    /// Seconds from the call to the last byte of the response, retries and backoff included.
    #[getter]
    fn elapsed(&self) -> f64 {
        self.elapsed.as_secs_f64()
    }

    /// The idempotency key that was sent, including a generated one.
    #[getter]
    fn idempotency_key(&self) -> Option<&str> {
        self.inner.idempotency_key().map(IdempotencyKey::as_str)
    }

    /// Returns the values of the body that do not match the schema, as pairs of path and problem.
    fn warnings(&self) -> Vec<(String, String)> {
        let schema = self.response.info.and_then(|info| info.response_schema);
        let read = schema.and_then(|schema| CleanJson::read(schema, &self.inner.body));
        read.map_or_else(Vec::new, |read| errors::warning_pairs(&read.warnings))
    }

    /// Returns the result that the call has without `raw`.
    fn parse<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let read = self.response.read(py, &self.inner, &self.request);
        read.map_err(|error| errors::unusable_response(py, error, &self.inner, &self.request))
    }
}
