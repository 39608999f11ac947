use super::{
    LengthCheck, NoReader, Source, Upload, Uploaded, content_type, length_check::OnProgress,
};
use crate::{
    Transport,
    api::attachments::{Attachments, CreateAttachment},
    error::InvalidArgument,
    exchange::{CallOptions, Entropy, ExchangeConfig},
    model::SupportedContentType,
};
use std::{
    fmt,
    time::{Duration, Instant},
};

/// A [`Transport`] that can upload files from paths, bytes, and readers of the type `R`.
pub trait Uploads<R = NoReader>: Transport {
    /// Executes an upload.
    fn upload(&self, upload: PreparedUpload<R>) -> Self::Output<Uploaded>;
}

impl<'c, C> Attachments<'c, C> {
    /// Uploads a file of up to 100 MB as an attachment, which can be sent in any number of messages. The
    /// source is a path, or a [`Source`] of bytes or a reader.
    ///
    /// The file is streamed, not buffered in memory. An interrupted transfer is retried if the source can be
    /// rewound. After a failed upload, the created attachment is deleted, if the connection allows it.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/create/> and
    /// [`upload`](crate::upload).
    pub fn upload<R>(&self, source: impl Into<Source<R>>) -> UploadCall<'c, C, R> {
        let source = source.into();
        let plan = UploadPlan {
            filename: source.filename(),
            content_type: None,
            timeout: None,
            options: Ok(CallOptions::default()),
            on_progress: None,
        };
        UploadCall {
            transport: self.transport(),
            prepared: PreparedUpload { source, plan },
        }
    }
}

/// An upload that has not been sent. It is executed by [`send`](Self::send), or by `.await` with an async
/// transport.
#[must_use = "nothing is sent until `.send()` or `.await`"]
pub struct UploadCall<'c, C, R> {
    transport: &'c C,
    prepared: PreparedUpload<R>,
}

/// An upload, prepared for a transport.
#[non_exhaustive]
pub struct PreparedUpload<R> {
    /// Source of the file.
    pub source: Source<R>,
    /// File name, content type and options.
    pub plan: UploadPlan,
}

/// The file name, content type and options of an upload.
pub struct UploadPlan {
    filename: Option<String>,
    content_type: Option<SupportedContentType>,
    timeout: Option<Duration>,
    options: Result<CallOptions, InvalidArgument>,
    on_progress: Option<OnProgress>,
}

impl<C, R> UploadCall<'_, C, R> {
    /// Sets the file name. The default is the name of the source.
    pub fn filename(mut self, filename: impl Into<String>) -> Self {
        self.prepared.plan.filename = Some(filename.into());
        self
    }

    /// Sets the content type. By default it is guessed from the file name.
    pub fn content_type(mut self, content_type: impl Into<SupportedContentType>) -> Self {
        self.prepared.plan.content_type = Some(content_type.into());
        self
    }

    /// Sets a callback for progress, which takes the number of bytes sent and the total. The numbers never
    /// decrease: in a retry, the callback is not called until more bytes have been sent than before. The last
    /// call is made before the storage has confirmed the upload.
    pub fn on_progress(mut self, report: impl FnMut(u64, u64) + Send + 'static) -> Self {
        self.prepared.plan.on_progress = Some(Box::new(report));
        self
    }

    /// Sets the timeout of one transfer of the file. The default is the timeout of a call, plus one second per
    /// 128 KiB.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.prepared.plan.timeout = Some(timeout);
        self
    }

    /// Replaces all options of the API calls.
    pub fn call_options(self, options: CallOptions) -> Self {
        self.options(|_| Ok(options))
    }

    /// Sets the maximum number of retries, of creating the attachment and of the transfer.
    pub fn max_retries(self, retries: u32) -> Self {
        self.options(|options| Ok(options.max_retries(retries)))
    }

    /// Sets the deadline of the whole upload, delays and retries included.
    pub fn deadline(self, deadline: Duration) -> Self {
        self.options(|options| Ok(options.deadline(deadline)))
    }

    /// Sets a header of the API calls, replacing one of the same name. It is not sent to the storage. Its value
    /// is never printed or logged.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.options(|options| options.header(name, value))
    }

    /// Returns the upload as it is passed to a transport.
    #[must_use]
    pub fn into_prepared(self) -> PreparedUpload<R> {
        self.prepared
    }

    fn options(
        mut self,
        set: impl FnOnce(CallOptions) -> Result<CallOptions, InvalidArgument>,
    ) -> Self {
        self.prepared.plan.options = self.prepared.plan.options.and_then(set);
        self
    }
}

impl<C: Uploads<R>, R> UploadCall<'_, C, R> {
    /// Executes the upload.
    pub fn send(self) -> C::Output<Uploaded> {
        self.transport.upload(self.prepared)
    }
}

impl<C, R> IntoFuture for UploadCall<'_, C, R>
where
    C: Uploads<R>,
    C::Output<Uploaded>: Future,
{
    type Output = <C::Output<Uploaded> as Future>::Output;
    type IntoFuture = C::Output<Uploaded>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl UploadPlan {
    /// Starts an upload of `size` bytes. `entropy` must not be reused for another upload.
    ///
    /// # Errors
    ///
    /// An invalid argument, such as an empty file, or a content type that cannot be guessed. Nothing has been
    /// sent then.
    pub fn begin(
        self,
        size: u64,
        config: &ExchangeConfig,
        entropy: Entropy,
        now: Instant,
    ) -> Result<(Upload, LengthCheck), InvalidArgument> {
        let filename = self.filename.filter(|name| !name.is_empty());
        let filename = filename.ok_or_else(|| {
            InvalidArgument::new("filename", "required, as the source has no file name")
        })?;
        let content_type = self.content_type.or_else(|| content_type::guess(&filename));
        let content_type = content_type.ok_or_else(|| {
            InvalidArgument::new(
                "content_type",
                "required, as it cannot be guessed from the file name",
            )
        })?;
        let file = CreateAttachment::new(content_type, filename, size);
        let upload = Upload::new(config, file, self.options?, self.timeout, entropy, now)?;
        Ok((upload, LengthCheck::new(size, self.on_progress)))
    }
}

impl<C, R> fmt::Debug for UploadCall<'_, C, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.prepared.fmt(f)
    }
}

impl<R> fmt::Debug for PreparedUpload<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedUpload")
            .field("source", &self.source)
            .field("plan", &self.plan)
            .finish()
    }
}

impl fmt::Debug for UploadPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadPlan")
            .field("filename", &self.filename)
            .field("content_type", &self.content_type)
            .field("timeout", &self.timeout)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
