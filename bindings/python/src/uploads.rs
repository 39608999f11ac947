//! Files, in one call, to where messages can carry them.

use crate::{
    asynchronous::{StartedCall, spawn},
    bridge,
    client::Client,
    errors::{self, About},
    file::{PyFile, source},
    interrupt::{self, Calls},
    loading, logging,
    options::Extras,
    pending::{Next, PendingCall, Steps, Times, entropy},
    response::Finished,
    transport::AnyClient,
};
use bytes::Bytes;
use linq_core::{
    exchange::{CallOptions, Outcome},
    model::SupportedContentType,
    upload::{Meter, Source, Upload, UploadCall, UploadOutcome, UploadStep, Uploads as _},
};
use pyo3::{exceptions::PyTypeError, prelude::*};
use std::time::{Duration, Instant};

/// What an upload has besides its file.
#[derive(FromPyObject)]
struct Plan<'py> {
    #[pyo3(attribute("filename"))]
    filename: Option<String>,
    #[pyo3(attribute("content_type"))]
    content_type: Option<String>,
    #[pyo3(attribute("progress"))]
    progress: Option<Bound<'py, PyAny>>,
    #[pyo3(attribute("transfer_timeout"))]
    transfer_timeout: Option<f64>,
    #[pyo3(attribute("extras"))]
    extras: Option<Extras<'py>>,
}

type Progress = Box<dyn FnMut(u64, u64) + Send>;

impl Plan<'_> {
    fn options(&self, client: &Client, py: Python<'_>) -> PyResult<CallOptions> {
        client.options(py, self.extras.as_ref())
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

    /// Calls the function on this thread, in the middle of the transfer, which its exception ends.
    fn progress_here(&self) -> Option<Progress> {
        let function = self.progress.clone()?.unbind();
        let mut has_raised = false;
        Some(Box::new(move |sent, total| {
            if has_raised {
                return;
            }
            let _ = Python::try_attach(|py| {
                if let Err(exception) = function.call1(py, (sent, total)) {
                    has_raised = true;
                    interrupt::keep(py, exception, Some(function.bind(py)));
                }
            });
        }))
    }

    /// Calls the function on the event loop's thread.
    fn progress_on_loop(&self, py: Python<'_>) -> PyResult<Option<Progress>> {
        let Some(function) = self.progress.clone().map(Bound::unbind) else {
            return Ok(None);
        };
        let running_loop = py
            .import("asyncio")?
            .call_method0("get_running_loop")?
            .unbind();
        Ok(Some(Box::new(move |sent, total| {
            bridge::call_on_loop(&running_loop, &function, (sent, total));
        })))
    }
}

#[pymethods]
impl Client {
    /// Uploads a file: a path, bytes, or a file object that is open for reading in binary.
    fn upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        plan: Plan<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        loading::everything(py)?;
        let AnyClient::Blocking(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client is not a blocking one"));
        };
        logging::refresh(py)?;
        let (options, progress) = (plan.options(self, py)?, plan.progress_here());
        let calls = match progress {
            Some(_) => Calls::AFunction,
            None => Calls::Nothing,
        };
        let attachments = linq.attachments();
        let result = match source(file, plan.filename.as_deref())? {
            PyFile::Plain(source) => {
                let call = plan.apply(py, attachments.upload(source), options, progress)?;
                interrupt::detached(py, calls, || call.send())?
            }
            PyFile::Seekable(seekable) => {
                let call = plan.apply(py, attachments.upload(seekable), options, progress)?;
                interrupt::detached(py, calls, || call.send())?
            }
        };
        Finished::Upload(self.about_upload(), result).give(py)
    }

    /// Begins an upload of a path or of bytes, for the event loop of this thread.
    fn start_upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        plan: Plan<'py>,
    ) -> PyResult<StartedCall> {
        loading::everything(py)?;
        let AnyClient::Async(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client is not an async one"));
        };
        logging::refresh(py)?;
        let source = source(file, plan.filename.as_deref())?.plain()?;
        let progress = plan.progress_on_loop(py)?;
        let call = plan.apply(
            py,
            linq.attachments().upload(source),
            plan.options(self, py)?,
            progress,
        )?;
        let prepared = call.into_prepared();
        let about = self.about_upload();
        spawn(py, async move {
            let uploading = linq.transport().upload(prepared);
            Finished::Upload(about, uploading.await)
        })
    }

    /// An upload of bytes, to be sent step by step.
    fn pending_upload<'py>(
        &self,
        py: Python<'py>,
        file: &Bound<'py, PyAny>,
        plan: Plan<'py>,
    ) -> PyResult<PendingCall> {
        loading::everything(py)?;
        let AnyClient::Python(linq) = self.transport(py)? else {
            return Err(PyTypeError::new_err("this client sends by itself"));
        };
        logging::refresh(py)?;
        let source = source(file, plan.filename.as_deref())?.plain()?;
        let progress = plan.progress_here();
        let call = plan.apply(
            py,
            linq.attachments().upload(source),
            plan.options(self, py)?,
            progress,
        )?;
        let prepared = call.into_prepared();
        let Source::Bytes { bytes: content, .. } = prepared.source else {
            return Err(PyTypeError::new_err(
                "over a transport in Python, bytes are uploaded",
            ));
        };
        let config = linq.transport().config();
        let begun = prepared
            .plan
            .begin(content.len() as u64, config, entropy()?, Instant::now());
        let (upload, meter) = begun.map_err(|invalid| errors::from_invalid(py, &invalid))?;
        let steps = Box::new(UploadSteps {
            upload,
            meter,
            content,
            about: self.about_upload(),
            is_put: false,
        });
        Ok(PendingCall::new(
            steps,
            linq.transport().max_response_bytes(),
        ))
    }
}

impl Client {
    fn about_upload(&self) -> About {
        self.about("POST", "/v3/attachments")
    }
}

struct UploadSteps {
    upload: Upload,
    meter: Meter,
    content: Bytes,
    about: About,
    /// Whether the last attempt was the transfer itself.
    is_put: bool,
}

impl Steps for UploadSteps {
    fn step(mut self: Box<Self>, outcome: Option<Outcome>) -> Next {
        if self.is_put && matches!(outcome, Some(Ok(_))) {
            self.meter.start();
            // The bytes are as many as were announced.
            let _ = self.meter.record_read(self.content.len());
            self.meter.record_sent(self.content.len());
        }
        let outcome = outcome.map(|outcome| -> UploadOutcome { outcome.map_err(Into::into) });
        match self.upload.step(outcome, Instant::now()) {
            UploadStep::Done(result) => Next::Done(Finished::Upload(self.about, result)),
            UploadStep::Call(attempt) => {
                let times = times(attempt.after, attempt.timeout);
                self.is_put = false;
                Next::Send(attempt.request, times, self)
            }
            UploadStep::Put(put) => {
                let content = self.content.clone();
                self.is_put = true;
                Next::Send(
                    put.request.map(|()| content),
                    times(put.after, put.timeout),
                    self,
                )
            }
        }
    }
}

fn times(after: Duration, timeout: Duration) -> Times {
    Times { after, timeout }
}
