//! Sources for both transports, and a reader that fails.

use linq_core::upload::{OneShot, Seekable, Uploads};
use std::{
    io::{self, Cursor, Read},
    pin::Pin,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, ReadBuf};

pub(crate) type Bytes = Cursor<Vec<u8>>;

/// A transport that can upload the sources of these tests.
pub(crate) trait Uploader:
    Uploads + Uploads<OneShot<Bytes>> + Uploads<Seekable<Bytes>> + Uploads<OneShot<FailingReader>>
{
}

impl<C> Uploader for C where
    C: Uploads
        + Uploads<OneShot<Bytes>>
        + Uploads<Seekable<Bytes>>
        + Uploads<OneShot<FailingReader>>
{
}

/// A reader that fails after this many bytes, and returns at most 1,000 at a time.
pub(crate) struct FailingReader(pub(crate) usize);

impl FailingReader {
    fn next(&mut self) -> io::Result<usize> {
        let step = self.0.min(1_000);
        self.0 -= step;
        match step {
            0 => Err(io::Error::other("the disk is gone")),
            step => Ok(step),
        }
    }
}

impl Read for FailingReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.next()?.min(buffer.len()))
    }
}

impl AsyncRead for FailingReader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let step = self.next()?.min(buffer.remaining());
        buffer.initialize_unfilled_to(step);
        buffer.advance(step);
        Poll::Ready(Ok(()))
    }
}

/// Returns bytes whose blocks differ, so that duplicated or reordered blocks are detected.
pub(crate) fn bytes(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    for (n, block) in (0_u8..=u8::MAX).cycle().zip(bytes.chunks_mut(1_009)) {
        block.fill(n);
    }
    bytes
}
