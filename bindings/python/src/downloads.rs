//! Attachment downloads.

use crate::{
    asynchronous::{StartedCall, spawn},
    client::Client,
    errors,
    file::Writer,
    interrupt::{self, Callbacks},
    loading, logging,
    options::PyCallOptions,
    pending::{AttemptTiming, NextStep, PendingCall, Stepwise, entropy},
    progress,
    response::{Completed, DownloadContext, Downloaded},
    transport::CoreClient,
};
use bytes::Bytes;
use http::Response;
use linq_core::{
    download::{
        BodyCheck, BodyUse, Download, DownloadCall, DownloadOutcome, DownloadSource, DownloadStep,
        Downloads as _, InMemory, ToWriter,
    },
    error::{TransportError, TransportErrorKind},
    exchange::{CallOptions, Outcome},
};
use pyo3::{exceptions::PyTypeError, prelude::*, types::PyString};
use std::{path::PathBuf, time::Instant};

/// Options of a download, as attributes of a Python object.
#[derive(FromPyObject)]
struct DownloadOptions<'py> {
    /// An identifier or a URL, in place of the next two.
    #[pyo3(attribute("source"))]
    source: Option<String>,
    #[pyo3(attribute("attachment_id"))]
    attachment_id: Option<String>,
    #[pyo3(attribute("url"))]
    url: Option<String>,
    /// A path, a file object, or `None` for bytes.
    #[pyo3(attribute("to"))]
    to: Option<Bound<'py, PyAny>>,
    #[pyo3(attribute("max_bytes"))]
    max_bytes: u64,
    #[pyo3(attribute("progress"))]
    progress: Option<Bound<'py, PyAny>>,
    #[pyo3(attribute("stall_timeout"))]
    stall_timeout: Option<f64>,
    #[pyo3(attribute("call_options"))]
    call_options: Option<PyCallOptions<'py>>,
}

impl DownloadOptions<'_> {
    fn source(&self) -> DownloadSource {
        match (&self.source, &self.url, &self.attachment_id) {
            (Some(source), ..) => source.into(),
            (None, Some(url), Some(id)) => DownloadSource::url(url.as_str()).renewed_from(id),
            (None, Some(url), None) => DownloadSource::url(url.as_str()),
            (None, None, Some(id)) => DownloadSource::attachment(id),
            (None, None, None) => DownloadSource::default(),
        }
    }

    fn apply<'c, C>(
        &self,
        py: Python<'_>,
        call: DownloadCall<'c, C, InMemory>,
        options: CallOptions,
        progress: Option<progress::Progress>,
    ) -> PyResult<DownloadCall<'c, C, InMemory>> {
        let mut call = call.call_options(options).max_bytes(self.max_bytes);
        if let Some(seconds) = self.stall_timeout {
            call = call.timeout(crate::options::duration(py, "timeout", seconds)?);
        }
        if let Some(progress) = progress {
            call = call.on_progress(progress);
        }
        Ok(call)
    }

    fn target(&self) -> PyResult<Target> {
        let Some(to) = &self.to else {
            return Ok(Target::Memory);
        };
        if to.is_instance_of::<PyString>() || to.hasattr("__fspath__")? {
            return Ok(Target::Path(to.extract()?));
        }
        Ok(Target::Writer(Writer::new(to)?))
    }

    fn blocking_progress(&self) -> Option<progress::Progress> {
        Some(progress::blocking(self.progress.as_ref()?))
    }
}

enum Target {
    Memory,
    Path(PathBuf),
    Writer(Writer),
}

#[pymethods]
impl Client {
    /// Downloads a file: to bytes, a path, or a file object open in binary mode.
    fn download<'py>(
        &self,
        py: Python<'py>,
        options: DownloadOptions<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        loading::load_all(py)?;
        let CoreClient::Blocking(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not a blocking client"));
        };
        logging::update_level(py)?;
        let call_options = self.options(py, options.call_options.as_ref())?;
        let target = options.target()?;
        let progress = options.blocking_progress();
        let callbacks = match (&progress, &target) {
            (None, Target::Memory | Target::Path(_)) => Callbacks::None,
            _ => Callbacks::UserFunction,
        };
        let call = linq.attachments().download(options.source());
        let call = options.apply(py, call, call_options, progress)?;
        let mut context = self.download_context();
        let result = match target {
            Target::Memory => {
                interrupt::run_detached(py, callbacks, || call.send().map(Downloaded::Bytes))?
            }
            Target::Path(path) => {
                context.path = Some(path.clone());
                let call = call.to_file(path);
                interrupt::run_detached(py, callbacks, || call.send().map(Downloaded::Size))?
            }
            Target::Writer(writer) => {
                let call = call.to(ToWriter(writer));
                interrupt::run_detached(py, callbacks, || call.send().map(Downloaded::Size))?
            }
        };
        Completed::Download(context, result).into_result(py)
    }

    /// Starts a download to bytes or a path, whose result goes to the running event loop.
    fn start_download<'py>(
        &self,
        py: Python<'py>,
        options: DownloadOptions<'py>,
    ) -> PyResult<StartedCall> {
        loading::load_all(py)?;
        let CoreClient::Async(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not an async client"));
        };
        logging::update_level(py)?;
        let progress = options.progress.as_ref();
        let progress = progress.map(|function| progress::on_event_loop(py, function));
        let call = options.apply(
            py,
            linq.attachments().download(options.source()),
            self.options(py, options.call_options.as_ref())?,
            progress.transpose()?,
        )?;
        let mut context = self.download_context();
        match options.target()? {
            Target::Memory => {
                let prepared = call.into_prepared();
                spawn(py, async move {
                    let result = linq.transport().download(prepared).await;
                    Completed::Download(context, result.map(Downloaded::Bytes))
                })
            }
            Target::Path(path) => {
                context.path = Some(path.clone());
                let prepared = call.to_file(path).into_prepared();
                spawn(py, async move {
                    let result = linq.transport().download(prepared).await;
                    Completed::Download(context, result.map(Downloaded::Size))
                })
            }
            Target::Writer(_) => Err(PyTypeError::new_err("to: must be a path")),
        }
    }

    /// Prepares a download to bytes, to be sent by the caller.
    fn pending_download<'py>(
        &self,
        py: Python<'py>,
        options: DownloadOptions<'py>,
    ) -> PyResult<PendingCall> {
        loading::load_all(py)?;
        let CoreClient::Python(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err(
                "the client has no transport in Python",
            ));
        };
        logging::update_level(py)?;
        let call = options.apply(
            py,
            linq.attachments().download(options.source()),
            self.options(py, options.call_options.as_ref())?,
            options.blocking_progress(),
        )?;
        let plan = call.into_prepared().plan;
        let begun = plan.begin(linq.transport().config(), entropy()?, Instant::now());
        let (download, check) = begun.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let steps = Box::new(StepwiseDownload {
            download,
            check,
            content: Bytes::new(),
            context: self.download_context(),
            is_get: false,
        });
        Ok(PendingCall::new(
            steps,
            linq.transport().max_response_bytes(),
        ))
    }
}

impl Client {
    fn download_context(&self) -> DownloadContext {
        DownloadContext {
            request: self.request_info("GET", "/v3/attachments"),
            path: None,
        }
    }
}

struct StepwiseDownload {
    download: Download,
    check: BodyCheck,
    content: Bytes,
    context: DownloadContext,
    /// True if the last attempt was a request for the file.
    is_get: bool,
}

impl StepwiseDownload {
    /// Returns the outcome of a request for the file, whose body is kept.
    fn receive(&mut self, outcome: Outcome) -> DownloadOutcome {
        let response = outcome.map_err(|error| self.too_large(error))?;
        let (head, body) = response.into_parts();
        let body = match self.check.start(head.status, &head.headers)? {
            BodyUse::Error => body,
            BodyUse::File => {
                self.check.record(body.len())?;
                self.check.finish()?;
                self.content = body;
                Bytes::new()
            }
        };
        Ok(Response::from_parts(head, body))
    }

    /// Returns the failure of a transport, which limits the size of the file.
    fn too_large(&self, error: TransportError) -> linq_core::download::DownloadFailure {
        match error.kind() {
            TransportErrorKind::ResponseTooLarge => self.check.too_large().into(),
            _ => error.into(),
        }
    }
}

impl Stepwise for StepwiseDownload {
    fn step(mut self: Box<Self>, outcome: Option<Outcome>) -> NextStep {
        let outcome = match outcome {
            Some(outcome) if self.is_get => Some(self.receive(outcome)),
            outcome => outcome.map(|outcome| outcome.map_err(Into::into)),
        };
        match self.download.step(outcome, Instant::now()) {
            DownloadStep::Done(result) => {
                let Self {
                    content, context, ..
                } = *self;
                let result = result.map(|()| Downloaded::Bytes(content));
                NextStep::Done(Completed::Download(context, result))
            }
            DownloadStep::Call(attempt) => {
                let timing = AttemptTiming {
                    delay: attempt.after,
                    timeout: attempt.timeout,
                };
                self.is_get = false;
                NextStep::Send(attempt.request, timing, self)
            }
            DownloadStep::Get(get) => {
                let timing = AttemptTiming {
                    delay: get.after,
                    timeout: get.total_timeout(self.check.max_bytes()),
                };
                self.is_get = true;
                NextStep::Send(get.request.map(|()| Bytes::new()), timing, self)
            }
        }
    }

    fn max_response_bytes(&self) -> Option<usize> {
        // Errors are read too.
        let limit = self
            .check
            .max_bytes()
            .max(BodyCheck::MAX_ERROR_BYTES as u64);
        self.is_get
            .then(|| usize::try_from(limit).unwrap_or(usize::MAX))
    }
}
