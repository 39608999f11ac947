//! The bytes of an upload: where they come from, and how they go out.

use crate::{
    Blocking, entropy,
    failure::{cancelled, classify},
    interrupt, proxy,
};
use bytes::Bytes;
use http::{Request, Response, header};
use linq_core::{
    Error,
    error::{TransportError, TransportErrorKind, UploadError},
    upload::{
        Meter, NoReader, Once, PreparedUpload, Put, Seekable, Source, UploadFailure, UploadStep,
        Uploaded, Uploads,
    },
};
use std::{
    fs,
    io::{self, Cursor, Read, Seek, SeekFrom},
    path::Path,
    time::Instant,
};
use ureq::SendBody;

/// From this size on, the storage is asked whether it wants the file before it is sent.
const ASK_FIRST: u64 = 1 << 20;

/// What a file can be read from: [`Once`] around any [`Read`], [`Seekable`] around any [`Read`] that is
/// [`Seek`] too.
pub trait FileReader {
    /// Reads as [`Read::read`] does.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize>;

    /// Where it stands, if it can come back there.
    fn position(&mut self) -> io::Result<Option<u64>>;

    /// Goes back to where it stood.
    fn go_back(&mut self, position: u64) -> io::Result<()>;
}

impl<R: FileReader> Uploads<R> for Blocking {
    fn upload(&self, upload: PreparedUpload<R>) -> Result<Uploaded, Error> {
        let mut file = File::open(upload.source)?;
        let (config, now) = (&self.settings.config, Instant::now());
        let (mut upload, mut meter) = upload.plan.begin(file.size, config, entropy()?, now)?;
        let mut outcome = None;
        loop {
            outcome = Some(match upload.step(outcome.take(), Instant::now()) {
                UploadStep::Call(attempt) => self.carry(attempt).map_err(Into::into),
                UploadStep::Put(put) => {
                    let outcome = self.put(put, &mut file, &mut meter);
                    if file.is_spent() {
                        upload.source_exhausted();
                    }
                    outcome
                }
                UploadStep::Done(result) => return result,
            });
        }
    }
}

impl Blocking {
    fn put(
        &self,
        put: Put,
        file: &mut File<'_>,
        meter: &mut Meter,
    ) -> Result<Response<Bytes>, UploadFailure> {
        interrupt::pause(put.after).map_err(cancelled)?;
        let proxy = proxy(&self.settings, put.request.uri())
            .map_err(|invalid| TransportError::new(TransportErrorKind::InvalidRequest, invalid))?;
        if put.is_retry {
            file.go_back()?;
        }
        meter.start();
        let mut outgoing = Outgoing::new(file, meter);
        let reply = self.put_file(put, proxy, &mut outgoing);
        match (outgoing.problem, reply) {
            // What the transport says is only that the file broke off.
            (Some(problem), _) => Err(problem.into()),
            (None, Ok(reply)) => meter.check(reply),
            (None, Err(error)) => Err(classify(error).into()),
        }
    }

    fn put_file(
        &self,
        put: Put,
        proxy: Option<ureq::Proxy>,
        outgoing: &mut Outgoing<'_, '_>,
    ) -> Result<Response<Bytes>, ureq::Error> {
        let (mut head, ()) = put.request.into_parts();
        if put.size >= ASK_FIRST {
            let ask = http::HeaderValue::from_static("100-continue");
            head.headers.insert(header::EXPECT, ask);
        }
        let request = Request::from_parts(head, SendBody::from_reader(outgoing));
        // Only what the storage asks for.
        let configured = self.agent.configure_request(request);
        let configured = configured
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .proxy(proxy);
        let request = configured.timeout_global(Some(put.timeout)).build();
        self.whole(self.agent.run(request)?)
    }
}

/// A source that is open.
struct File<'a> {
    reader: Box<dyn FileReader + 'a>,
    start: Option<u64>,
    size: u64,
    touched: bool,
}

impl<'a> File<'a> {
    fn open<R: FileReader + 'a>(source: Source<R>) -> Result<Self, Error> {
        let unreadable =
            |error: io::Error| Error::from(Box::new(UploadError::Source(error.into())));
        let (mut reader, size): (Box<dyn FileReader + 'a>, u64) = match source {
            Source::Path(path) => {
                let (file, size) = open(&path).map_err(unreadable)?;
                (Box::new(Seekable(file)), size)
            }
            Source::Bytes { bytes, .. } => {
                let size = bytes.len() as u64;
                (Box::new(Seekable(Cursor::new(bytes))), size)
            }
            Source::Reader { reader, size, .. } => (Box::new(reader), size),
        };
        let start = reader.position().map_err(unreadable)?;
        Ok(Self {
            reader,
            start,
            size,
            touched: false,
        })
    }

    fn is_spent(&self) -> bool {
        self.touched && self.start.is_none()
    }

    fn go_back(&mut self) -> Result<(), UploadError> {
        match self.start.filter(|_| self.touched) {
            Some(start) => self
                .reader
                .go_back(start)
                .map_err(|error| UploadError::Source(error.into())),
            None => Ok(()),
        }
    }

    /// Reads until the buffer is full or the source ends.
    fn fill(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.touched = true;
        let mut filled = 0;
        while filled < buffer.len() {
            match self.reader.read(&mut buffer[filled..]) {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }
}

fn open(path: &Path) -> io::Result<(fs::File, u64)> {
    let file = fs::File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((file, metadata.len()))
}

/// A file on its way out, a chunk at a time.
struct Outgoing<'f, 'a> {
    file: &'f mut File<'a>,
    meter: &'f mut Meter,
    chunk: Vec<u8>,
    given: usize,
    problem: Option<UploadError>,
}

impl<'f, 'a> Outgoing<'f, 'a> {
    fn new(file: &'f mut File<'a>, meter: &'f mut Meter) -> Self {
        Self {
            file,
            meter,
            chunk: Vec::new(),
            given: 0,
            problem: None,
        }
    }

    fn next_chunk(&mut self) -> Result<(), UploadError> {
        self.chunk.resize(self.meter.read_len(), 0);
        let read = self.file.fill(&mut self.chunk);
        let read = read.map_err(|error| UploadError::Source(error.into()))?;
        self.chunk.truncate(read);
        self.given = 0;
        self.meter.record_read(read)
    }
}

impl Read for Outgoing<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let all_given = self.given == self.chunk.len();
        if all_given
            && self.meter.remaining() > 0
            && let Err(problem) = self.next_chunk()
        {
            self.problem = Some(problem);
            return Err(io::Error::other("the file breaks off"));
        }
        let read = (&self.chunk[self.given..]).read(buffer)?;
        self.given += read;
        self.meter.record_sent(read);
        Ok(read)
    }
}

impl<R: Read> FileReader for Once<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }

    fn position(&mut self) -> io::Result<Option<u64>> {
        Ok(None)
    }

    fn go_back(&mut self, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::NotSeekable.into())
    }
}

impl<R: Read + Seek> FileReader for Seekable<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }

    fn position(&mut self) -> io::Result<Option<u64>> {
        self.0.stream_position().map(Some)
    }

    fn go_back(&mut self, position: u64) -> io::Result<()> {
        self.0.seek(SeekFrom::Start(position)).map(drop)
    }
}

impl FileReader for NoReader {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        match *self {}
    }

    fn position(&mut self) -> io::Result<Option<u64>> {
        match *self {}
    }

    fn go_back(&mut self, _: u64) -> io::Result<()> {
        match *self {}
    }
}
