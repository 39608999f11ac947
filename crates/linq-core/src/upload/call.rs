use super::{Meter, NoReader, Source, Upload, Uploaded, content_type, meter::OnProgress};
use crate::{
    Transport,
    api::attachments::{Attachments, CreateAttachment},
    error::InvalidArgument,
    exchange::{CallOptions, Config, Entropy},
    model::SupportedContentType,
};
use std::{
    fmt,
    time::{Duration, Instant},
};

/// A [`Transport`] that can upload files: paths and bytes, and those readers `R` that it can read.
pub trait Uploads<R = NoReader>: Transport {
    /// Carries out one upload.
    fn upload(&self, upload: PreparedUpload<R>) -> Self::Output<Uploaded>;
}

impl<'c, C> Attachments<'c, C> {
    /// Uploads a file of up to 100 MB, so that any number of messages can carry it: a path, or a
    /// [`Source`] of bytes or a reader.
    ///
    /// It is sent as it is read, never held in memory as a whole. A transfer that breaks off is
    /// repeated if the source can go back to its start. What was announced and could not be sent is
    /// deleted again, as far as the connection allows.
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

/// An upload with its options still open. Nothing happens until [`send`](Self::send), or `.await`
/// where the transport is async.
#[must_use = "nothing is sent until `.send()` or `.await`"]
pub struct UploadCall<'c, C, R> {
    transport: &'c C,
    prepared: PreparedUpload<R>,
}

/// An upload as a transport gets it.
#[non_exhaustive]
pub struct PreparedUpload<R> {
    /// What to read from.
    pub source: Source<R>,
    /// What to do with it.
    pub plan: UploadPlan,
}

/// All of an upload but the bytes.
pub struct UploadPlan {
    filename: Option<String>,
    content_type: Option<SupportedContentType>,
    timeout: Option<Duration>,
    options: Result<CallOptions, InvalidArgument>,
    on_progress: Option<OnProgress>,
}

impl<C, R> UploadCall<'_, C, R> {
    /// Another name than the source's.
    pub fn filename(mut self, filename: impl Into<String>) -> Self {
        self.prepared.plan.filename = Some(filename.into());
        self
    }

    /// What the file is, instead of what its name says.
    pub fn content_type(mut self, content_type: impl Into<SupportedContentType>) -> Self {
        self.prepared.plan.content_type = Some(content_type.into());
        self
    }

    /// Is told how many bytes have gone out, and of how many, again and again while the file is sent.
    /// The numbers only grow: after a transfer broke off they stand still until the next one has got
    /// further. The last report comes before the storage has said that it has everything.
    pub fn on_progress(mut self, report: impl FnMut(u64, u64) + Send + 'static) -> Self {
        self.prepared.plan.on_progress = Some(Box::new(report));
        self
    }

    /// The time for one transfer of the file. Unless told otherwise, it is that of a call and one
    /// second more for each 128 KiB.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.prepared.plan.timeout = Some(timeout);
        self
    }

    /// All options of the calls to the API at once, in place of those that were set before.
    pub fn call_options(self, options: CallOptions) -> Self {
        self.options(|_| Ok(options))
    }

    /// How often the announcement may be repeated, and how often the transfer.
    pub fn max_retries(self, retries: u32) -> Self {
        self.options(|options| Ok(options.max_retries(retries)))
    }

    /// The time for the whole, pauses and repeats included.
    pub fn deadline(self, deadline: Duration) -> Self {
        self.options(|options| Ok(options.deadline(deadline)))
    }

    /// A header for the calls to the API, replacing one of that name; the storage does not get it. Its
    /// value is never shown.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.options(|options| options.header(name, value))
    }

    /// What a transport gets to carry out.
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
    /// Carries out the upload.
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
    /// Begins an upload of `size` bytes. `entropy` has to be drawn for it alone.
    pub fn begin(
        self,
        size: u64,
        config: &Config,
        entropy: Entropy,
        now: Instant,
    ) -> Result<(Upload, Meter), InvalidArgument> {
        let filename = self.filename.filter(|name| !name.is_empty());
        let filename =
            filename.ok_or_else(|| InvalidArgument::new("filename", "the file has no name"))?;
        let content_type = self.content_type.or_else(|| content_type::guess(&filename));
        let content_type = content_type.ok_or_else(|| {
            InvalidArgument::new(
                "content_type",
                "the file's name does not tell, so it has to be given",
            )
        })?;
        let file = CreateAttachment::new(content_type, filename, size);
        let upload = Upload::new(config, file, self.options?, self.timeout, entropy, now)?;
        Ok((upload, Meter::new(size, self.on_progress)))
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
