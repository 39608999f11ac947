use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use std::{
    convert::Infallible,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

/// A body that records whether it was polled. Before that, no server has received the whole request.
pub(crate) struct TrackedBody {
    bytes: Option<Bytes>,
    polled: PolledFlag,
}

/// A flag that is set when a [`TrackedBody`] is polled.
#[derive(Clone)]
pub(crate) struct PolledFlag(Arc<AtomicBool>);

impl TrackedBody {
    pub(crate) fn new(bytes: Bytes) -> (Self, PolledFlag) {
        let polled = PolledFlag(Arc::default());
        let body = Self {
            bytes: Some(bytes),
            polled: polled.clone(),
        };
        (body, polled)
    }
}

impl PolledFlag {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

impl Body for TrackedBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        this.polled.0.store(true, Ordering::Release);
        Poll::Ready(this.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}
