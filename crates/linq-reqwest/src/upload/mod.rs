//! The bytes of an upload: how they go out.

mod body;
mod file;

pub use file::FileReader;

use crate::{
    Async, CallFuture, entropy,
    failure::{Failure, classify},
};
use body::Feed;
use bytes::Bytes;
use file::File;
use http::Response;
use linq_core::{
    error::UploadError,
    upload::{Meter, PreparedUpload, Put, UploadFailure, UploadStep, Uploaded, Uploads},
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
            let mut file = File::open(upload.source).await?;
            let (config, now) = (&this.settings.config, Instant::now());
            let (mut upload, mut meter) = upload.plan.begin(file.size, config, entropy()?, now)?;
            let mut outcome = None;
            loop {
                outcome = Some(match upload.step(outcome.take(), Instant::now()) {
                    UploadStep::Call(attempt) => this.carry(attempt).await.map_err(Into::into),
                    UploadStep::Put(put) => {
                        let outcome = this.put(put, &mut file, &mut meter).await;
                        if file.is_spent() {
                            upload.source_is_spent();
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
    async fn put(
        &self,
        put: Put,
        file: &mut File,
        meter: &mut Meter,
    ) -> Result<Response<Bytes>, UploadFailure> {
        if put.after > Duration::ZERO {
            tokio::time::sleep(put.after).await;
        }
        if put.again {
            file.go_back().await?;
        }
        let (_permit, timeout) = self.permit(put.timeout).await?;
        meter.start();
        let (feed, chunks) = body::channel(put.size);
        let mut request = reqwest::Request::try_from(put.request.map(|()| Vec::new()))
            .map_err(|error| classify(error.into()))?;
        *request.body_mut() = Some(reqwest::Body::wrap(chunks));
        *request.timeout_mut() = Some(timeout);

        let mut feeding = pin!(send_file(file, meter, feed));
        let mut file_sent = None;
        let mut sending = pin!(async { self.whole(self.http.execute(request).await?).await });
        // The reply may come before the storage has all of the file; then the rest stays here.
        let reply = poll_fn(|context| {
            if file_sent.is_none()
                && let Poll::Ready(result) = feeding.as_mut().poll(context)
            {
                file_sent = Some(result);
            }
            sending.as_mut().poll(context)
        })
        .await;
        match (file_sent, reply) {
            // What the transport says is only that the file broke off.
            (Some(Err(problem)), _) => Err(problem.into()),
            (_, reply) => reply.map_err(|error: Failure| classify(error).into()),
        }
    }
}

/// Hands the file over chunk by chunk, until all of it or nobody takes any more. Nothing is read
/// before somebody does.
async fn send_file(file: &mut File, meter: &mut Meter, feed: Feed) -> Result<(), UploadError> {
    let Some(sender) = feed.wanted().await else {
        return Ok(());
    };
    while meter.left() > 0 {
        let mut chunk = vec![0; meter.wanted()];
        let read = file.fill(&mut chunk).await;
        let read = read.map_err(|error| UploadError::Source(error.into()))?;
        meter.take(read)?;
        chunk.truncate(read);
        if sender.send(chunk.into()).await.is_err() {
            return Ok(());
        }
        meter.sent(read);
    }
    Ok(())
}
