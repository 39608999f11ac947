//! Upload of files: the PUT request.

mod body;
mod file;

pub(crate) use body::Chunks;
pub use file::FileReader;

use crate::{Async, CallFuture, entropy, failure::classify};
use body::Feed;
use bytes::Bytes;
use file::File;
use http::{Request, Response, header::CONTENT_LENGTH};
use linq_core::{
    error::UploadError,
    upload::{
        LengthCheck, PreparedUpload, PutRequest, Source, UploadFailure, UploadStep, Uploaded,
        Uploads,
    },
};
use std::{
    future::poll_fn,
    pin::pin,
    task::Poll,
    time::{Duration, Instant},
};

impl<R: FileReader> Uploads<R> for Async {
    fn upload(&self, upload: PreparedUpload<R>) -> CallFuture<Uploaded> {
        let this = self.clone();
        Box::pin(async move {
            let mut file = File::open(upload.source).await.map_err(Box::new)?;
            let (config, now) = (&this.config.exchange, Instant::now());
            let (mut upload, mut length_check) =
                upload.plan.begin(file.size, config, entropy()?, now)?;
            let mut outcome = None;
            loop {
                outcome = Some(match upload.step(outcome.take(), Instant::now()) {
                    UploadStep::Call(attempt) => {
                        this.send_attempt(attempt).await.map_err(Into::into)
                    }
                    UploadStep::Put(put) => {
                        let outcome = this.put(put, &mut file, &mut length_check).await;
                        if file.is_exhausted() {
                            upload.source_exhausted();
                        }
                        outcome
                    }
                    UploadStep::Done(result) => return result,
                });
            }
        })
    }
}

impl Async {
    /// Sends a file once as the body of a request, without retries, and returns the response with any status: for
    /// callers that drive an [`Upload`](linq_core::upload::Upload) themselves. `on_progress` is called with the bytes
    /// sent and the bytes in total. `timeout` is from connecting to the last byte of the response.
    ///
    /// # Errors
    ///
    /// [`UploadFailure::Source`] if the file cannot be read or changes during the upload, and
    /// [`UploadFailure::Transport`] if no complete response arrived.
    pub async fn send_file(
        &self,
        mut request: Request<()>,
        source: Source,
        timeout: Duration,
        on_progress: impl FnMut(u64, u64) + Send + 'static,
    ) -> Result<Response<Bytes>, UploadFailure> {
        let mut file = File::open(source).await?;
        request
            .headers_mut()
            .insert(CONTENT_LENGTH, file.size.into());
        let mut length_check = LengthCheck::with_progress(file.size, on_progress);
        self.transfer(request, timeout, &mut file, &mut length_check)
            .await
    }

    async fn put(
        &self,
        put: PutRequest,
        file: &mut File,
        length_check: &mut LengthCheck,
    ) -> Result<Response<Bytes>, UploadFailure> {
        self.delay(put.after).await;
        if put.is_retry {
            file.rewind().await?;
        }
        let (_permit, timeout) = self.permit(put.timeout).await?;
        self.transfer(put.request, timeout, file, length_check)
            .await
    }

    async fn transfer(
        &self,
        request: Request<()>,
        timeout: Duration,
        file: &mut File,
        length_check: &mut LengthCheck,
    ) -> Result<Response<Bytes>, UploadFailure> {
        let route = self.config.route(request.uri())?;
        length_check.start();
        let (feed, chunks) = body::channel(length_check.remaining());
        let request = request.map(|()| chunks);

        let mut feeding = Box::pin(send_file(file, length_check, feed));
        let mut file_sent = None;
        let mut sending = pin!(self.storage.send(request, route, timeout));
        // The response may arrive before the whole file was sent; then the rest is not sent.
        let response = poll_fn(|context| {
            if file_sent.is_none()
                && let Poll::Ready(result) = feeding.as_mut().poll(context)
            {
                file_sent = Some(result);
            }
            sending.as_mut().poll(context)
        })
        .await;
        drop(feeding);
        match (file_sent, response) {
            // The transport's error is only a consequence of it.
            (Some(Err(error)), _) => Err(error.into()),
            (_, Ok(response)) => length_check.check(response),
            (_, Err(error)) => Err(classify(error).into()),
        }
    }
}

/// Feeds the body chunk by chunk, until the end of the file or until the body is dropped. Nothing is read before the
/// body is polled.
async fn send_file(
    file: &mut File,
    length_check: &mut LengthCheck,
    feed: Feed,
) -> Result<(), UploadError> {
    let Some(sender) = feed.polled().await else {
        return Ok(());
    };
    while length_check.remaining() > 0 {
        let mut chunk = vec![0; length_check.read_len()];
        let read = file.fill(&mut chunk).await;
        let read = read.map_err(UploadError::from_source)?;
        length_check.record_read(read)?;
        chunk.truncate(read);
        if sender.send(chunk.into()).await.is_err() {
            return Ok(());
        }
        length_check.record_sent(read);
    }
    Ok(())
}
