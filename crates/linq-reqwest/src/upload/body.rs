use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::sync::{mpsc, oneshot};

/// A body of known length that is fed through a channel.
pub(crate) struct Chunks {
    wanted: Option<oneshot::Sender<()>>,
    receiver: mpsc::Receiver<Bytes>,
    left: u64,
}

/// Sender of a body's bytes.
pub(super) struct Feed {
    wanted: oneshot::Receiver<()>,
    sender: mpsc::Sender<Bytes>,
}

pub(super) fn channel(size: u64) -> (Feed, Chunks) {
    let (wanted, want) = oneshot::channel();
    // One chunk is buffered while another is sent.
    let (sender, receiver) = mpsc::channel(1);
    let chunks = Chunks {
        wanted: Some(wanted),
        receiver,
        left: size,
    };
    (
        Feed {
            wanted: want,
            sender,
        },
        chunks,
    )
}

impl Chunks {
    /// Returns an empty body.
    pub(crate) fn none() -> Self {
        channel(0).1
    }
}

impl Feed {
    /// Waits until the body is polled, and returns the sender; `None` if the body was dropped before.
    pub(super) async fn polled(self) -> Option<mpsc::Sender<Bytes>> {
        self.wanted.await.ok()?;
        Some(self.sender)
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
        if let Some(wanted) = this.wanted.take() {
            // If the feed is gone, the channel below is closed too.
            let _ = wanted.send(());
        }
        if this.left == 0 {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(match ready!(this.receiver.poll_recv(context)) {
            Some(chunk) => {
                this.left = this.left.saturating_sub(chunk.len() as u64);
                Ok(Frame::data(chunk))
            }
            // The storage must not mistake a part of the file for the whole.
            None => Err(io::Error::other("the file could not be read to its end")),
        }))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
