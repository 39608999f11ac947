//! Download of files: the GET request, and writers.

use crate::{
    Blocking, entropy,
    failure::{cancelled_error, classify},
    interrupt, proxy,
};
use bytes::Bytes;
use http::{Request, Response};
use linq_core::{
    Error,
    download::{
        BodyCheck, BodyUse, DownloadFailure, DownloadOutcome, DownloadPlan, DownloadStep,
        Downloads, GetRequest, InMemory, PreparedDownload, ToFile, ToWriter, partial_path,
    },
    error::DownloadError,
    exchange::ExchangeConfig,
    upload::OneShot,
};
use std::{
    fs,
    io::{self, Read, Seek, Write},
    path::PathBuf,
    time::Instant,
};

/// Number of bytes read at a time.
const CHUNK: usize = 64 << 10;

/// A target of a file's bytes: [`OneShot`] around any [`Write`].
pub trait FileWriter {
    /// Writes all of the bytes.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Removes all bytes that were written, and returns `true`; `false` if that is impossible.
    fn empty(&mut self) -> io::Result<bool>;
}

impl Downloads<InMemory> for Blocking {
    fn download(&self, download: PreparedDownload<InMemory>) -> Result<Bytes, Error> {
        let mut bytes = Memory(Vec::new());
        self.download_to(download.plan, &mut bytes)?;
        Ok(bytes.0.into())
    }
}

impl Downloads<ToFile> for Blocking {
    fn download(&self, download: PreparedDownload<ToFile>) -> Result<u64, Error> {
        let ToFile(path) = download.target;
        let unwritable =
            |error| Error::from(Box::new(DownloadError::unwritable(path.clone(), error)));
        let mut file = PartialFile::create(path.clone()).map_err(unwritable)?;
        let size = self.download_to(download.plan, &mut file)?;
        file.complete().map_err(unwritable)?;
        Ok(size)
    }
}

impl<W: FileWriter> Downloads<ToWriter<W>> for Blocking {
    fn download(&self, mut download: PreparedDownload<ToWriter<W>>) -> Result<u64, Error> {
        self.download_to(download.plan, &mut download.target.0)
    }
}

impl Blocking {
    fn download_to(&self, plan: DownloadPlan, target: &mut dyn FileWriter) -> Result<u64, Error> {
        let (config, now) = (&self.config.exchange, Instant::now());
        let (mut download, mut check) = plan.begin(config, entropy()?, now)?;
        let mut outcome = None;
        loop {
            outcome = Some(match download.step(outcome.take(), Instant::now()) {
                DownloadStep::Call(attempt) => self.send_attempt(attempt).map_err(Into::into),
                DownloadStep::Get(get) => {
                    let outcome = self.get(get, target, &mut check);
                    if outcome.is_err() && check.received() > 0 {
                        match target.empty() {
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
    fn get(
        &self,
        get: GetRequest,
        target: &mut dyn FileWriter,
        check: &mut BodyCheck,
    ) -> DownloadOutcome {
        interrupt::delay(self.config.delay(get.after)).map_err(cancelled_error)?;
        let canned = self.config.canned_responses.as_ref();
        let (head, mut reader): (_, Box<dyn Read>) = if let Some(canned) = canned {
            let response = canned.respond(get.request.map(|()| Bytes::new()))?;
            let (head, body) = response.into_parts();
            (head, Box::new(io::Cursor::new(body)))
        } else {
            let proxy = proxy(&self.config, get.request.uri())?;
            let response = self.request_file(get, proxy).map_err(classify)?;
            let (head, body) = response.into_parts();
            (head, Box::new(body.into_reader()))
        };
        // A body in gzip has no header that says so, since ureq decompresses it; then the decoder finds a cut.
        let body = match check.start(head.status, &head.headers)? {
            BodyUse::File => {
                copy(&mut reader, target, check)?;
                check.finish()?;
                Bytes::new()
            }
            BodyUse::Error => read_error(&mut reader)?.into(),
        };
        Ok(Response::from_parts(head, body))
    }

    fn request_file(
        &self,
        get: GetRequest,
        proxy: Option<ureq::Proxy>,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let (head, ()) = get.request.into_parts();
        let configured = self.agent.configure_request(Request::from_parts(head, ()));
        // Only core's headers.
        let configured = configured
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .proxy(proxy);
        let connecting = self.config.connect_timeout.min(ExchangeConfig::MAX_TIMEOUT);
        let configured = configured
            .timeout_global(get.timeout)
            .timeout_per_read(Some(get.stall_timeout))
            .timeout_resolve(Some(connecting));
        self.agent.run(configured.build())
    }
}

fn copy(
    reader: &mut dyn Read,
    target: &mut dyn FileWriter,
    check: &mut BodyCheck,
) -> Result<(), DownloadFailure> {
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = match reader.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(classify(error.into()).into()),
        };
        check.record(read)?;
        target
            .write_all(&chunk[..read])
            .map_err(DownloadError::from_target)?;
    }
}

fn read_error(reader: &mut dyn Read) -> Result<Vec<u8>, DownloadFailure> {
    let mut body = Vec::new();
    let read = reader
        .take(BodyCheck::MAX_ERROR_BYTES as u64)
        .read_to_end(&mut body);
    match read {
        Ok(_) => Ok(body),
        Err(error) => Err(classify(error.into()).into()),
    }
}

struct Memory(Vec<u8>);

impl FileWriter for Memory {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn empty(&mut self) -> io::Result<bool> {
        self.0.clear();
        Ok(true)
    }
}

impl<W: Write> FileWriter for OneShot<W> {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn empty(&mut self) -> io::Result<bool> {
        Ok(false)
    }
}

/// A file under a temporary name, which is removed unless it is completed.
struct PartialFile {
    file: fs::File,
    partial: Option<PathBuf>,
    path: PathBuf,
}

impl PartialFile {
    fn create(path: PathBuf) -> io::Result<Self> {
        let partial = match partial_path(&path, entropy().map_err(io::Error::other)?) {
            Some(partial) if !path.is_dir() => partial,
            _ => return Err(io::ErrorKind::IsADirectory.into()),
        };
        let file = fs::File::create_new(&partial)?;
        Ok(Self {
            file,
            partial: Some(partial),
            path,
        })
    }

    fn complete(&mut self) -> io::Result<()> {
        if let Some(partial) = &self.partial {
            fs::rename(partial, &self.path)?;
        }
        self.partial = None;
        Ok(())
    }
}

impl FileWriter for PartialFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn empty(&mut self) -> io::Result<bool> {
        self.file.rewind()?;
        self.file.set_len(0)?;
        Ok(true)
    }
}

impl Drop for PartialFile {
    fn drop(&mut self) {
        if let Some(partial) = &self.partial {
            // Nothing else can be done about it.
            let _ = fs::remove_file(partial);
        }
    }
}
