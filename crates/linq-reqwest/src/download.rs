//! Download of files: the GET request, and writers.

use crate::{
    Async, CallFuture, entropy,
    failure::{Failure, classify},
    upload::Chunks,
};
use bytes::{Bytes, BytesMut};
use http::{Request, Response, response::Parts};
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use linq_core::{
    Error,
    download::{
        BodyCheck, BodyUse, DownloadOutcome, DownloadPlan, DownloadStep, Downloads, GetRequest,
        InMemory, PreparedDownload, ToFile, ToWriter, partial_path,
    },
    error::{DownloadError, TransportError, TransportErrorKind},
    upload::OneShot,
};
use std::{
    io::{self, SeekFrom},
    path::PathBuf,
    time::{Duration, Instant},
};
use tokio::{
    fs,
    io::{AsyncSeekExt as _, AsyncWrite, AsyncWriteExt as _},
    time::timeout,
};

impl Downloads<InMemory> for Async {
    fn download(&self, download: PreparedDownload<InMemory>) -> CallFuture<Bytes> {
        let this = self.clone();
        Box::pin(async move {
            let mut target = Target::Memory(BytesMut::new());
            this.download_to(download.plan, &mut target).await?;
            match target {
                Target::Memory(bytes) => Ok(bytes.freeze()),
                Target::File(_) | Target::Writer(_) => Ok(Bytes::new()),
            }
        })
    }
}

impl Downloads<ToFile> for Async {
    fn download(&self, download: PreparedDownload<ToFile>) -> CallFuture<u64> {
        let this = self.clone();
        Box::pin(async move {
            let ToFile(path) = download.target;
            let unwritable =
                |error| Error::from(Box::new(DownloadError::unwritable(path.clone(), error)));
            let file = PartialFile::create(path.clone()).await;
            let mut target = Target::File(file.map_err(unwritable)?);
            let size = this.download_to(download.plan, &mut target).await?;
            if let Target::File(mut file) = target {
                file.complete().await.map_err(unwritable)?;
            }
            Ok(size)
        })
    }
}

impl<W: AsyncWrite + Unpin + Send + 'static> Downloads<ToWriter<OneShot<W>>> for Async {
    fn download(&self, download: PreparedDownload<ToWriter<OneShot<W>>>) -> CallFuture<u64> {
        let this = self.clone();
        Box::pin(async move {
            let ToWriter(OneShot(writer)) = download.target;
            let mut target = Target::Writer(Box::new(writer));
            this.download_to(download.plan, &mut target).await
        })
    }
}

/// Writes the body of a canned response to the target.
async fn write_canned(
    response: Response<Bytes>,
    target: &mut Target,
    check: &mut BodyCheck,
) -> DownloadOutcome {
    let (head, body) = response.into_parts();
    if check.start(head.status, &head.headers)? == BodyUse::Error {
        return Ok(Response::from_parts(head, body));
    }
    check.record(body.len())?;
    let written = target.write_all(&body).await;
    written.map_err(DownloadError::from_target)?;
    check.finish()?;
    let flushed = target.flush().await;
    flushed.map_err(DownloadError::from_target)?;
    Ok(Response::from_parts(head, Bytes::new()))
}

impl Async {
    async fn download_to(&self, plan: DownloadPlan, target: &mut Target) -> Result<u64, Error> {
        let (config, now) = (&self.config.exchange, Instant::now());
        let (mut download, mut check) = plan.begin(config, entropy()?, now)?;
        let mut outcome = None;
        loop {
            outcome = Some(match download.step(outcome.take(), Instant::now()) {
                DownloadStep::Call(attempt) => self.send_attempt(attempt).await.map_err(Into::into),
                DownloadStep::Get(get) => {
                    let outcome = self.get(get, target, &mut check).await;
                    if outcome.is_err() && check.received() > 0 {
                        match target.empty().await {
                            Ok(true) => {}
                            // The failure of the attempt is the cause.
                            Ok(false) | Err(_) => download.target_exhausted(),
                        }
                    }
                    outcome
                }
                DownloadStep::Done(result) => return result.map(|()| check.received()),
            });
        }
    }

    /// Requests the file once, and writes it to the target.
    async fn get(
        &self,
        get: GetRequest,
        target: &mut Target,
        check: &mut BodyCheck,
    ) -> DownloadOutcome {
        self.delay(get.after).await;
        if let Some(canned) = &self.config.canned_responses {
            let response = canned.respond(get.request.map(|()| Bytes::new()))?;
            return write_canned(response, target, check).await;
        }
        let whole = get.timeout;
        let waiting = whole.unwrap_or(get.stall_timeout);
        let (_permit, _) = self.permit(waiting).await?;
        let transfer = self.get_file(get, target, check);
        let Some(whole) = whole else {
            return transfer.await;
        };
        match timeout(whole, transfer).await {
            Ok(outcome) => outcome,
            Err(elapsed) => Err(classify(Failure::TimedOut(elapsed)).into()),
        }
    }

    async fn get_file(
        &self,
        get: GetRequest,
        target: &mut Target,
        check: &mut BodyCheck,
    ) -> DownloadOutcome {
        let mut response = self.receive(get.request, get.stall_timeout).await?;
        let body_use = check.start(response.head.status, &response.head.headers)?;
        let mut error_body = BytesMut::new();
        while let Some(data) = response.next().await? {
            if body_use == BodyUse::File {
                check.record(data.len())?;
                let written = target.write_all(&data).await;
                written.map_err(DownloadError::from_target)?;
            } else {
                let left = BodyCheck::MAX_ERROR_BYTES - error_body.len();
                error_body.extend_from_slice(&data[..data.len().min(left)]);
                if data.len() >= left {
                    break;
                }
            }
        }
        if body_use == BodyUse::File {
            check.finish()?;
            let flushed = target.flush().await;
            flushed.map_err(DownloadError::from_target)?;
        }
        Ok(Response::from_parts(response.head, error_body.freeze()))
    }

    /// Requests a file once, without retries and redirects, and returns the response, whatever its status, before its
    /// body is read: for callers that drive a [`Download`](linq_core::download::Download) themselves. `stall_timeout`
    /// is the maximum time without a byte of the response.
    ///
    /// # Errors
    ///
    /// A transport error if no head of a response arrived.
    pub async fn receive(
        &self,
        request: Request<()>,
        stall_timeout: Duration,
    ) -> Result<FileResponse, TransportError> {
        let route = self.config.route(request.uri());
        let route = route
            .map_err(|invalid| TransportError::new(TransportErrorKind::InvalidRequest, invalid))?;
        let limit = self.storage.connect_timeout().saturating_add(stall_timeout);
        let sending = self.storage.start(request.map(|()| Chunks::none()), route);
        let response = match timeout(limit, sending).await {
            Ok(response) => response,
            Err(elapsed) => Err(Failure::TimedOut(elapsed)),
        };
        let (head, body) = response.map_err(classify)?.into_parts();
        Ok(FileResponse {
            head,
            body,
            stall_timeout,
        })
    }
}

/// A response of a storage whose body has not been read.
#[derive(Debug)]
#[non_exhaustive]
pub struct FileResponse {
    /// Status and headers.
    pub head: Parts,
    body: Incoming,
    stall_timeout: Duration,
}

impl FileResponse {
    /// Returns the next bytes of the body, or `None` at its end.
    ///
    /// # Errors
    ///
    /// A transport error if the body is incomplete or stalls.
    pub async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        loop {
            let frame = match timeout(self.stall_timeout, self.body.frame()).await {
                Ok(Some(frame)) => frame.map_err(|error| classify(error.into()))?,
                Ok(None) => return Ok(None),
                Err(elapsed) => return Err(classify(Failure::TimedOut(elapsed))),
            };
            // Trailers are ignored.
            if let Ok(data) = frame.into_data() {
                return Ok(Some(data));
            }
        }
    }
}

/// Target of a file's bytes.
enum Target {
    Memory(BytesMut),
    File(PartialFile),
    Writer(Box<dyn AsyncWrite + Unpin + Send>),
}

impl Target {
    async fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Memory(memory) => {
                memory.extend_from_slice(bytes);
                Ok(())
            }
            Self::File(file) => file.file.write_all(bytes).await,
            Self::Writer(writer) => writer.write_all(bytes).await,
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Memory(_) => Ok(()),
            Self::File(file) => file.file.flush().await,
            Self::Writer(writer) => writer.flush().await,
        }
    }

    /// Removes all bytes that were written, and returns `true`; `false` if that is impossible.
    async fn empty(&mut self) -> io::Result<bool> {
        match self {
            Self::Memory(memory) => memory.clear(),
            Self::File(file) => {
                file.file.seek(SeekFrom::Start(0)).await?;
                file.file.set_len(0).await?;
            }
            Self::Writer(_) => return Ok(false),
        }
        Ok(true)
    }
}

/// A file under a temporary name, which is removed unless it is completed.
struct PartialFile {
    file: fs::File,
    partial: Option<PathBuf>,
    path: PathBuf,
}

impl PartialFile {
    async fn create(path: PathBuf) -> io::Result<Self> {
        let is_directory = fs::metadata(&path).await.is_ok_and(|found| found.is_dir());
        let partial = match partial_path(&path, entropy().map_err(io::Error::other)?) {
            Some(partial) if !is_directory => partial,
            _ => return Err(io::ErrorKind::IsADirectory.into()),
        };
        let file = fs::File::create_new(&partial).await?;
        Ok(Self {
            file,
            partial: Some(partial),
            path,
        })
    }

    async fn complete(&mut self) -> io::Result<()> {
        if let Some(partial) = &self.partial {
            fs::rename(partial, &self.path).await?;
        }
        self.partial = None;
        Ok(())
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if let Some(partial) = &self.partial {
            // Nothing else can be done about it.
            let _ = std::fs::remove_file(partial);
        }
    }
}
