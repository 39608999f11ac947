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

/// A body that tells whether it was asked for. As long as it was not, no server has the whole request.
pub(crate) struct Watched {
    bytes: Option<Bytes>,
    asked: Asked,
}

/// Whether somebody has asked for a body.
#[derive(Clone)]
pub(crate) struct Asked(Arc<AtomicBool>);

impl Watched {
    pub(crate) fn new(bytes: Bytes) -> (Self, Asked) {
        let asked = Asked(Arc::default());
        let body = Self {
            bytes: Some(bytes),
            asked: asked.clone(),
        };
        (body, asked)
    }
}

impl Asked {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        this.asked.0.store(true, Ordering::Release);
        Poll::Ready(this.bytes.take().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64))
    }
}
