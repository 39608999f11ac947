//! Attachment uploads.

use crate::{
    asynchronous::{StartedCall, spawn},
    client::Client,
    errors,
    file::{PyFile, source},
    interrupt::{self, Callbacks},
    loading, logging,
    options::PyCallOptions,
    pending::{AttemptTiming, NextStep, PendingCall, Stepwise, entropy},
    progress,
    response::{Completed, UploadContext},
    transport::CoreClient,
};
use bytes::Bytes;
use linq_core::{
    exchange::{CallOptions, Outcome},
    model::SupportedContentType,
    upload::{LengthCheck, Source, Upload, UploadCall, UploadOutcome, UploadStep, Uploads as _},
};
use pyo3::{exceptions::PyTypeError, prelude::*};
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// Options of an upload, as attributes of a Python object.
#[derive(FromPyObject)]
struct UploadOptions<'py> {
    #[pyo3(attribute("filename"))]
    filename: Option<String>,
    #[pyo3(attribute("content_type"))]
    content_type: Option<String>,
    #[pyo3(attribute("progress"))]
    progress: Option<Bound<'py, PyAny>>,
    #[pyo3(attribute("transfer_timeout"))]
    transfer_timeout: Option<f64>,
    #[pyo3(attribute("call_options"))]
    call_options: Option<PyCallOptions<'py>>,
}

type Progress = Box<dyn FnMut(u64, u64) + Send>;

impl UploadOptions<'_> {
    fn core_options(&self, client: &Client, py: Python<'_>) -> PyResult<CallOptions> {
        client.options(py, self.call_options.as_ref())
    }

    fn apply<'c, C, R>(
        &self,
        py: Python<'_>,
        mut call: UploadCall<'c, C, R>,
        options: CallOptions,
        progress: Option<Progress>,
    ) -> PyResult<UploadCall<'c, C, R>> {
        call = call.call_options(options);
        if let Some(filename) = &self.filename {
            call = call.filename(filename.as_str());
        }
        if let Some(content_type) = &self.content_type {
            call = call.content_type(SupportedContentType::from(content_type.as_str()));
        }
        if let Some(seconds) = self.transfer_timeout {
            call = call.timeout(crate::options::duration(py, "timeout", seconds)?);
        }
        if let Some(progress) = progress {
            call = call.on_progress(progress);
        }
        Ok(call)
    }

    fn blocking_progress(&self) -> Option<Progress> {
        Some(with_total(progress::blocking(self.progress.as_ref()?)))
    }

    fn event_loop_progress(&self, py: Python<'_>) -> PyResult<Option<Progress>> {
        let report = self.progress.as_ref();
        let report = report.map(|function| progress::on_event_loop(py, function));
        Ok(report.transpose()?.map(with_total))
    }
}

/// Returns a callback of an upload, whose total is always known.
fn with_total(mut report: progress::Progress) -> Progress {
    Box::new(move |sent, total| report(sent, Some(total)))
}

#[pymethods]
impl Client {
    /// Uploads a file: a path, bytes, or a file object open in binary mode.
    fn upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        options: UploadOptions<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        loading::load_all(py)?;
        let CoreClient::Blocking(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not a blocking client"));
        };
        logging::update_level(py)?;
        let call_options = options.core_options(self, py)?;
        let progress = options.blocking_progress();
        let callbacks = match progress {
            Some(_) => Callbacks::UserFunction,
            None => Callbacks::None,
        };
        let attachments = linq.attachments();
        let source = source(file, options.filename.as_deref())?;
        let context = self.upload_context(source.path());
        let result = match source {
            PyFile::Plain(source) => {
                let call = options.apply(py, attachments.upload(source), call_options, progress)?;
                interrupt::run_detached(py, callbacks, || call.send())?
            }
            PyFile::Seekable(seekable) => {
                let call =
                    options.apply(py, attachments.upload(seekable), call_options, progress)?;
                interrupt::run_detached(py, callbacks, || call.send())?
            }
        };
        Completed::Upload(context, result).into_result(py)
    }

    /// Starts an upload of a path or of bytes, whose result goes to the running event loop.
    fn start_upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        options: UploadOptions<'py>,
    ) -> PyResult<StartedCall> {
        loading::load_all(py)?;
        let CoreClient::Async(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err("not an async client"));
        };
        logging::update_level(py)?;
        let source = source(file, options.filename.as_deref())?;
        let context = self.upload_context(source.path());
        let source = source.into_plain()?;
        let progress = options.event_loop_progress(py)?;
        let call = options.apply(
            py,
            linq.attachments().upload(source),
            options.core_options(self, py)?,
            progress,
        )?;
        let prepared = call.into_prepared();
        spawn(py, async move {
            let uploading = linq.transport().upload(prepared);
            Completed::Upload(context, uploading.await)
        })
    }

    /// Prepares an upload of bytes, to be sent by the caller.
    fn pending_upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        options: UploadOptions<'py>,
    ) -> PyResult<PendingCall> {
        loading::load_all(py)?;
        let CoreClient::Python(linq) = self.core_client(py)? else {
            return Err(PyTypeError::new_err(
                "the client has no transport in Python",
            ));
        };
        logging::update_level(py)?;
        let source = source(file, options.filename.as_deref())?.into_plain()?;
        let progress = options.blocking_progress();
        let call = options.apply(
            py,
            linq.attachments().upload(source),
            options.core_options(self, py)?,
            progress,
        )?;
        let prepared = call.into_prepared();
        let Source::Bytes { bytes: content, .. } = prepared.source else {
            return Err(PyTypeError::new_err("file: must be bytes"));
        };
        let config = linq.transport().config();
        let begun = prepared
            .plan
            .begin(content.len() as u64, config, entropy()?, Instant::now());
        let (upload, length_check) = begun.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let steps = Box::new(StepwiseUpload {
            upload,
            length_check,
            content,
            context: self.upload_context(None),
            is_put: false,
        });
        Ok(PendingCall::new(
            steps,
            linq.transport().max_response_bytes(),
        ))
    }
}

impl Client {
    fn upload_context(&self, path: Option<&Path>) -> UploadContext {
        UploadContext {
            request: self.request_info("POST", "/v3/attachments"),
            path: path.map(Path::to_path_buf),
        }
    }
}

struct StepwiseUpload {
    upload: Upload,
    length_check: LengthCheck,
    content: Bytes,
    context: UploadContext,
    /// True if the last attempt was the PUT request of the file.
    is_put: bool,
}

impl Stepwise for StepwiseUpload {
    fn step(mut self: Box<Self>, outcome: Option<Outcome>) -> NextStep {
        if self.is_put && matches!(outcome, Some(Ok(_))) {
            self.length_check.start();
            // The length was declared from the same bytes.
            let _ = self.length_check.record_read(self.content.len());
            self.length_check.record_sent(self.content.len());
        }
        let outcome = outcome.map(|outcome| -> UploadOutcome { outcome.map_err(Into::into) });
        match self.upload.step(outcome, Instant::now()) {
            UploadStep::Done(result) => NextStep::Done(Completed::Upload(self.context, result)),
            UploadStep::Call(attempt) => {
                let timing = timing(attempt.after, attempt.timeout);
                self.is_put = false;
                NextStep::Send(attempt.request, timing, self)
            }
            UploadStep::Put(put) => {
                let content = self.content.clone();
                self.is_put = true;
                NextStep::Send(
                    put.request.map(|()| content),
                    timing(put.after, put.timeout),
                    self,
                )
            }
        }
    }
}

fn timing(delay: Duration, timeout: Duration) -> AttemptTiming {
    AttemptTiming { delay, timeout }
}
