//! Upload of files: readers, and the PUT request.

use crate::{
    Blocking, entropy,
    failure::{cancelled_error, classify},
    interrupt, proxy,
};
use bytes::Bytes;
use http::{Request, Response, header};
use linq_core::{
    Error,
    error::{TransportError, TransportErrorKind, UploadError},
    exchange::Outcome,
    testing::CannedResponses,
    upload::{
        LengthCheck, NoReader, OneShot, PreparedUpload, PutRequest, Seekable, Source,
        UploadFailure, UploadStep, Uploaded, Uploads,
    },
};
use std::{
    fs,
    io::{self, Cursor, Read, Seek, SeekFrom},
    path::Path,
    time::Instant,
};
use ureq::SendBody;

/// Size in bytes from which on a PUT is sent with `Expect: 100-continue`.
const EXPECT_CONTINUE_THRESHOLD: u64 = 1 << 20;

/// A source of a file's bytes: [`OneShot`] around any [`Read`], [`Seekable`] around any [`Read`] that is
/// [`Seek`] too.
pub trait FileReader {
    /// Reads as [`Read::read`] does.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize>;

    /// Returns the current position, or `None` if the reader cannot seek.
    fn position(&mut self) -> io::Result<Option<u64>>;

    /// Seeks back to a position that [`position`](Self::position) returned.
    fn seek_to(&mut self, position: u64) -> io::Result<()>;
}

impl<R: FileReader> Uploads<R> for Blocking {
    fn upload(&self, upload: PreparedUpload<R>) -> Result<Uploaded, Error> {
        let mut file = File::open(upload.source)?;
        let (config, now) = (&self.config.exchange, Instant::now());
        let (mut upload, mut length_check) =
            upload.plan.begin(file.size, config, entropy()?, now)?;
        let mut outcome = None;
        loop {
            outcome = Some(match upload.step(outcome.take(), Instant::now()) {
                UploadStep::Call(attempt) => self.send_attempt(attempt).map_err(Into::into),
                UploadStep::Put(put) => {
                    let outcome = self.put(put, &mut file, &mut length_check);
                    if file.is_exhausted() {
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
        put: PutRequest,
        file: &mut File<'_>,
        length_check: &mut LengthCheck,
    ) -> Result<Response<Bytes>, UploadFailure> {
        interrupt::delay(self.config.delay(put.after)).map_err(cancelled_error)?;
        let proxy = proxy(&self.config, put.request.uri())?;
        if put.is_retry {
            file.rewind()?;
        }
        length_check.start();
        let mut body = FileBody::new(file, length_check);
        let response = match &self.config.canned_responses {
            Some(canned) => canned_response(canned, put, &mut body),
            None => self.put_file(put, proxy, &mut body).map_err(classify),
        };
        match (body.error, response) {
            // The transport's error is only a consequence of it.
            (Some(error), _) => Err(error.into()),
            (None, Ok(response)) => length_check.check(response),
            (None, Err(error)) => Err(error.into()),
        }
    }

    fn put_file(
        &self,
        put: PutRequest,
        proxy: Option<ureq::Proxy>,
        body: &mut FileBody<'_, '_>,
    ) -> Result<Response<Bytes>, ureq::Error> {
        let (mut head, ()) = put.request.into_parts();
        if put.size >= EXPECT_CONTINUE_THRESHOLD {
            let expect = http::HeaderValue::from_static("100-continue");
            head.headers.insert(header::EXPECT, expect);
        }
        let request = Request::from_parts(head, SendBody::from_reader(body));
        // Only the headers that the storage requires.
        let configured = self.agent.configure_request(request);
        let configured = configured
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .proxy(proxy);
        let request = configured.timeout_global(Some(put.timeout)).build();
        self.read_body(self.agent.run(request)?)
    }
}

fn canned_response(
    canned: &CannedResponses,
    put: PutRequest,
    file: &mut FileBody<'_, '_>,
) -> Outcome {
    let mut body = Vec::new();
    if let Err(error) = file.read_to_end(&mut body) {
        return Err(TransportError::new(
            TransportErrorKind::ConnectionLost,
            error,
        ));
    }
    canned.respond(put.request.map(|()| body.into()))
}

/// An opened source.
struct File<'a> {
    reader: Box<dyn FileReader + 'a>,
    start: Option<u64>,
    size: u64,
    touched: bool,
}

impl<'a> File<'a> {
    fn open<R: FileReader + 'a>(source: Source<R>) -> Result<Self, Error> {
        let unreadable = |error: io::Error| Error::from(Box::new(UploadError::from_source(error)));
        let (mut reader, size): (Box<dyn FileReader + 'a>, u64) = match source {
            Source::Path(path) => {
                let opened = open(&path);
                let (file, size) =
                    opened.map_err(|error| Box::new(UploadError::unreadable(path, error)))?;
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

    fn is_exhausted(&self) -> bool {
        self.touched && self.start.is_none()
    }

    fn rewind(&mut self) -> Result<(), UploadError> {
        match self.start.filter(|_| self.touched) {
            Some(start) => self.reader.seek_to(start).map_err(UploadError::from_source),
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

/// Request body that reads a file chunk by chunk.
struct FileBody<'f, 'a> {
    file: &'f mut File<'a>,
    length_check: &'f mut LengthCheck,
    chunk: Vec<u8>,
    read: usize,
    error: Option<UploadError>,
}

impl<'f, 'a> FileBody<'f, 'a> {
    fn new(file: &'f mut File<'a>, length_check: &'f mut LengthCheck) -> Self {
        Self {
            file,
            length_check,
            chunk: Vec::new(),
            read: 0,
            error: None,
        }
    }

    fn next_chunk(&mut self) -> Result<(), UploadError> {
        self.chunk.resize(self.length_check.read_len(), 0);
        let read = self.file.fill(&mut self.chunk);
        let read = read.map_err(UploadError::from_source)?;
        self.chunk.truncate(read);
        self.read = 0;
        self.length_check.record_read(read)
    }
}

impl Read for FileBody<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let all_read = self.read == self.chunk.len();
        if all_read
            && self.length_check.remaining() > 0
            && let Err(error) = self.next_chunk()
        {
            self.error = Some(error);
            return Err(io::Error::other("the file could not be read to its end"));
        }
        let read = (&self.chunk[self.read..]).read(buffer)?;
        self.read += read;
        self.length_check.record_sent(read);
        Ok(read)
    }
}

impl<R: Read> FileReader for OneShot<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }

    fn position(&mut self) -> io::Result<Option<u64>> {
        Ok(None)
    }

    fn seek_to(&mut self, _: u64) -> io::Result<()> {
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

    fn seek_to(&mut self, position: u64) -> io::Result<()> {
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

    fn seek_to(&mut self, _: u64) -> io::Result<()> {
        match *self {}
    }
}
