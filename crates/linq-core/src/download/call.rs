use super::{
    BodyCheck, Download, DownloadSource, DownloadTarget, InMemory, ToFile, ToWriter,
    body_check::OnProgress,
};
use crate::{
    Transport,
    api::attachments::Attachments,
    error::InvalidArgument,
    exchange::{CallOptions, Entropy, ExchangeConfig},
    upload::OneShot,
};
use std::{
    fmt,
    path::PathBuf,
    time::{Duration, Instant},
};

/// A [`Transport`] that can download files to targets of the type `T`.
pub trait Downloads<T: DownloadTarget>: Transport {
    /// Executes a download.
    fn download(&self, download: PreparedDownload<T>) -> Self::Output<T::Output>;
}

impl<'c, C> Attachments<'c, C> {
    /// Downloads the file of an attachment, of the media part of a message or event, or of a URL: to memory, or to a
    /// file or writer.
    ///
    /// The API key is not sent to the storage. An interrupted download is retried from the start, and the URL of an
    /// attachment is renewed if it has expired.
    ///
    /// See [`download`](crate::download).
    pub fn download(&self, source: impl Into<DownloadSource>) -> DownloadCall<'c, C, InMemory> {
        let plan = DownloadPlan {
            source: source.into(),
            max_bytes: Download::DEFAULT_MAX_BYTES,
            timeout: None,
            options: Ok(CallOptions::default()),
            on_progress: None,
        };
        DownloadCall {
            transport: self.transport(),
            prepared: PreparedDownload {
                target: InMemory,
                plan,
            },
        }
    }
}

/// A download that has not been sent. It is executed by [`send`](Self::send), or by `.await` with an async transport.
#[must_use = "nothing is sent until `.send()` or `.await`"]
pub struct DownloadCall<'c, C, T> {
    transport: &'c C,
    prepared: PreparedDownload<T>,
}

/// A download, prepared for a transport.
#[non_exhaustive]
pub struct PreparedDownload<T> {
    /// Target of the file.
    pub target: T,
    /// Source and options.
    pub plan: DownloadPlan,
}

/// The source and the options of a download.
pub struct DownloadPlan {
    source: DownloadSource,
    max_bytes: u64,
    timeout: Option<Duration>,
    options: Result<CallOptions, InvalidArgument>,
    on_progress: Option<OnProgress>,
}

impl<'c, C, T> DownloadCall<'c, C, T> {
    /// Downloads to a path, and returns the number of bytes. A file that exists is replaced when the download is
    /// complete; until then, the bytes are in a temporary file in the same folder, which is removed after a failure.
    pub fn to_file(self, path: impl Into<PathBuf>) -> DownloadCall<'c, C, ToFile> {
        self.to(ToFile(path.into()))
    }

    /// Downloads to a writer, and returns the number of bytes. A failed download may have written a part of the file,
    /// and is not retried once it has.
    pub fn to_writer<W>(self, writer: W) -> DownloadCall<'c, C, ToWriter<OneShot<W>>> {
        self.to(ToWriter(OneShot(writer)))
    }

    /// Sets the target.
    pub fn to<U>(self, target: U) -> DownloadCall<'c, C, U> {
        DownloadCall {
            transport: self.transport,
            prepared: PreparedDownload {
                target,
                plan: self.prepared.plan,
            },
        }
    }

    /// Sets the maximum size of the file in bytes; 100 MiB by default. A larger file is an error as soon as that is
    /// known, and at the latest when so many bytes have been received.
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.prepared.plan.max_bytes = bytes;
        self
    }

    /// Sets a callback for progress, which takes the number of bytes received, and the total if the storage declares
    /// it. The numbers never decrease: in a retry, the callback is not called until more bytes have been received than
    /// before.
    pub fn on_progress(mut self, report: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.prepared.plan.on_progress = Some(Box::new(report));
        self
    }

    /// Sets the maximum time without a byte of the file. The default is the timeout of a call. The whole time is
    /// limited by the [`deadline`](Self::deadline).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.prepared.plan.timeout = Some(timeout);
        self
    }

    /// Replaces all options of the API call.
    pub fn call_options(self, options: CallOptions) -> Self {
        self.options(|_| Ok(options))
    }

    /// Sets the maximum number of retries, of retrieving the attachment and of the download.
    pub fn max_retries(self, retries: u32) -> Self {
        self.options(|options| Ok(options.max_retries(retries)))
    }

    /// Sets the deadline of the whole download, delays and retries included.
    pub fn deadline(self, deadline: Duration) -> Self {
        self.options(|options| Ok(options.deadline(deadline)))
    }

    /// Sets a header of the API call, replacing one of the same name. It is not sent to the storage. Its value is
    /// never printed or logged.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.options(|options| options.header(name, value))
    }

    /// Returns the download as it is passed to a transport.
    #[must_use]
    pub fn into_prepared(self) -> PreparedDownload<T> {
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

impl<C: Downloads<T>, T: DownloadTarget> DownloadCall<'_, C, T> {
    /// Executes the download.
    pub fn send(self) -> C::Output<T::Output> {
        self.transport.download(self.prepared)
    }
}

impl<C, T> IntoFuture for DownloadCall<'_, C, T>
where
    T: DownloadTarget,
    C: Downloads<T>,
    C::Output<T::Output>: Future,
{
    type Output = <C::Output<T::Output> as Future>::Output;
    type IntoFuture = C::Output<T::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.send()
    }
}

impl DownloadPlan {
    /// Starts a download. `entropy` must not be reused for another call.
    ///
    /// # Errors
    ///
    /// An invalid argument, such as an unencrypted URL. Nothing has been sent then.
    pub fn begin(
        self,
        config: &ExchangeConfig,
        entropy: Entropy,
        now: Instant,
    ) -> Result<(Download, BodyCheck), InvalidArgument> {
        let options = self.options?;
        let download = Download::new(config, self.source, options, self.timeout, entropy, now)?;
        Ok((download, BodyCheck::new(self.max_bytes, self.on_progress)))
    }
}

impl<C, T> fmt::Debug for DownloadCall<'_, C, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.prepared.fmt(f)
    }
}

impl<T> fmt::Debug for PreparedDownload<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PreparedDownload")
            .field("plan", &self.plan)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for DownloadPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DownloadPlan")
            .field("source", &self.source)
            .field("max_bytes", &self.max_bytes)
            .field("timeout", &self.timeout)
            .field("options", &self.options)
            .finish_non_exhaustive()
    }
}
