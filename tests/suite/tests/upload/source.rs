//! Readers of every temper, for both transports.

use linq_core::upload::{Once, Seekable, Uploads};
use std::{
    io::{self, Cursor, Read},
    pin::Pin,
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, ReadBuf};

pub(crate) type Bytes = Cursor<Vec<u8>>;

/// A caller that can upload all that these tests want to.
pub(crate) trait Uploader:
    Uploads + Uploads<Once<Bytes>> + Uploads<Seekable<Bytes>> + Uploads<Once<Breaking>>
{
}

impl<C> Uploader for C where
    C: Uploads + Uploads<Once<Bytes>> + Uploads<Seekable<Bytes>> + Uploads<Once<Breaking>>
{
}

/// A reader that gives so many bytes, a few at a time, and then fails.
pub(crate) struct Breaking(pub(crate) usize);

impl Breaking {
    fn next(&mut self) -> io::Result<usize> {
        let step = self.0.min(1_000);
        self.0 -= step;
        match step {
            0 => Err(io::Error::other("the disk is gone")),
            step => Ok(step),
        }
    }
}

impl Read for Breaking {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(self.next()?.min(buffer.len()))
    }
}

impl AsyncRead for Breaking {
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

/// Bytes that differ from place to place, so that a piece too many or out of order is noticed.
pub(crate) fn bytes(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    for (n, block) in (0_u8..=u8::MAX).cycle().zip(bytes.chunks_mut(1_009)) {
        block.fill(n);
    }
    bytes
}
