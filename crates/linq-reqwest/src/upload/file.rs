//! Readers of the files to upload.

use linq_core::{
    error::UploadError,
    upload::{NoReader, OneShot, Seekable, Source},
};
use std::{
    io::{self, Cursor, SeekFrom},
    path::Path,
    pin::Pin,
};
use tokio::{
    fs,
    io::{AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt},
};

type IoFuture<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

/// A source of a file's bytes: [`OneShot`] around any [`AsyncRead`], [`Seekable`] around any
/// [`AsyncRead`] that is [`AsyncSeek`] too.
pub trait FileReader: Send + 'static {
    /// Reads as [`AsyncReadExt::read`] does.
    fn read<'a>(&'a mut self, buffer: &'a mut [u8]) -> IoFuture<'a, usize>;

    /// Returns the current position, or `None` if the reader cannot seek.
    fn position(&mut self) -> IoFuture<'_, Option<u64>>;

    /// Seeks back to a position that [`position`](Self::position) returned.
    fn seek_to(&mut self, position: u64) -> IoFuture<'_, ()>;
}

/// An opened source.
pub(super) struct File {
    reader: Box<dyn FileReader>,
    start: Option<u64>,
    pub(super) size: u64,
    touched: bool,
}

impl File {
    pub(super) async fn open<R: FileReader>(source: Source<R>) -> Result<Self, UploadError> {
        let (mut reader, size): (Box<dyn FileReader>, u64) = match source {
            Source::Path(path) => {
                let opened = open(&path).await;
                let (file, size) = opened.map_err(|error| UploadError::unreadable(path, error))?;
                (Box::new(Seekable(file)), size)
            }
            Source::Bytes { bytes, .. } => {
                let size = bytes.len() as u64;
                (Box::new(Seekable(Cursor::new(bytes))), size)
            }
            Source::Reader { reader, size, .. } => (Box::new(reader), size),
        };
        let start = reader.position().await.map_err(read_error)?;
        Ok(Self {
            reader,
            start,
            size,
            touched: false,
        })
    }

    pub(super) fn is_exhausted(&self) -> bool {
        self.touched && self.start.is_none()
    }

    pub(super) async fn rewind(&mut self) -> Result<(), UploadError> {
        match self.start.filter(|_| self.touched) {
            Some(start) => {
                let back = self.reader.seek_to(start).await;
                back.map_err(read_error)
            }
            None => Ok(()),
        }
    }

    /// Reads until the buffer is full or the source ends.
    pub(super) async fn fill(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.touched = true;
        let mut filled = 0;
        while filled < buffer.len() {
            match self.reader.read(&mut buffer[filled..]).await {
                Ok(0) => break,
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filled)
    }
}

fn read_error(error: io::Error) -> UploadError {
    UploadError::from_source(error)
}

async fn open(path: &Path) -> io::Result<(fs::File, u64)> {
    let file = fs::File::open(path).await?;
    let metadata = file.metadata().await?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok((file, metadata.len()))
}

impl<R: AsyncRead + Unpin + Send + 'static> FileReader for OneShot<R> {
    fn read<'a>(&'a mut self, buffer: &'a mut [u8]) -> IoFuture<'a, usize> {
        Box::pin(self.0.read(buffer))
    }

    fn position(&mut self) -> IoFuture<'_, Option<u64>> {
        Box::pin(async { Ok(None) })
    }

    fn seek_to(&mut self, _: u64) -> IoFuture<'_, ()> {
        Box::pin(async { Err(io::ErrorKind::NotSeekable.into()) })
    }
}

impl<R: AsyncRead + AsyncSeek + Unpin + Send + 'static> FileReader for Seekable<R> {
    fn read<'a>(&'a mut self, buffer: &'a mut [u8]) -> IoFuture<'a, usize> {
        Box::pin(self.0.read(buffer))
    }

    fn position(&mut self) -> IoFuture<'_, Option<u64>> {
        Box::pin(async { self.0.stream_position().await.map(Some) })
    }

    fn seek_to(&mut self, position: u64) -> IoFuture<'_, ()> {
        Box::pin(async move { self.0.seek(SeekFrom::Start(position)).await.map(drop) })
    }
}

impl FileReader for NoReader {
    fn read<'a>(&'a mut self, _: &'a mut [u8]) -> IoFuture<'a, usize> {
        match *self {}
    }

    fn position(&mut self) -> IoFuture<'_, Option<u64>> {
        match *self {}
    }

    fn seek_to(&mut self, _: u64) -> IoFuture<'_, ()> {
        match *self {}
    }
}
