use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::sync::mpsc::Receiver;

/// A body of a known length whose bytes come through a channel.
pub(super) struct Chunks {
    receiver: Receiver<Bytes>,
    left: u64,
}

impl Chunks {
    pub(super) fn new(receiver: Receiver<Bytes>, size: u64) -> Self {
        Self {
            receiver,
            left: size,
        }
    }
}

impl Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let this = self.get_mut();
        if this.left == 0 {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(match ready!(this.receiver.poll_recv(context)) {
            Some(chunk) => {
                this.left = this.left.saturating_sub(chunk.len() as u64);
                Ok(Frame::data(chunk))
            }
            // The storage must not take what there was for the whole.
            None => Err(io::Error::other("the file breaks off")),
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
