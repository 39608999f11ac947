use crate::{Rejection, buffer::Buffer};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use linq_core::{
    error::InvalidArgument,
    webhook::{DeliveryAffinity, Event, Verifier, WebhookSecret},
};
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

/// Tells Linq's deliveries from all others, reads them and answers them.
///
/// Cheap to clone: it is meant to be part of a server's state.
#[derive(Clone, Debug)]
pub struct Receiver {
    verifier: Arc<Verifier>,
    affinity: Option<Arc<DeliveryAffinity>>,
    body_limit: usize,
    body_timeout: Duration,
    buffer: Arc<Buffer>,
}

impl Receiver {
    /// The default of [`body_limit`](Self::body_limit): 1 MiB.
    pub const DEFAULT_BODY_LIMIT: usize = 1 << 20;
    /// The default of [`body_timeout`](Self::body_timeout): 10 seconds.
    pub const DEFAULT_BODY_TIMEOUT: Duration = Duration::from_secs(10);
    /// The default of [`buffer_limit`](Self::buffer_limit): 64 MiB.
    pub const DEFAULT_BUFFER_LIMIT: usize = 64 << 20;

    /// Takes what was signed with `secret`.
    #[must_use]
    pub fn new(secret: WebhookSecret) -> Self {
        Self::with_verifier(Verifier::new(secret))
    }

    /// Takes what was signed with the secret in the environment variable `LINQ_WEBHOOK_SECRET`.
    ///
    /// Fails if that is not set, is empty, or is no secret.
    pub fn from_env() -> Result<Self, InvalidArgument> {
        WebhookSecret::from_env().map(Self::new)
    }

    /// Takes what a verifier takes: several secrets, another tolerance.
    #[must_use]
    pub fn with_verifier(verifier: Verifier) -> Self {
        Self {
            verifier: Arc::new(verifier),
            affinity: None,
            body_limit: Self::DEFAULT_BODY_LIMIT,
            body_timeout: Self::DEFAULT_BODY_TIMEOUT,
            buffer: Arc::new(Buffer::new(Self::DEFAULT_BUFFER_LIMIT)),
        }
    }

    /// Passes the routing token on, for a subscription with delivery affinity.
    #[must_use]
    pub fn affinity(mut self, affinity: DeliveryAffinity) -> Self {
        self.affinity = Some(Arc::new(affinity));
        self
    }

    /// Sets the largest body that is taken, in bytes; 1 MiB by default. A larger one is answered with 413 and does not come
    /// again; a message with as many and as long texts as the API allows needs up to 8 MiB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets the maximum time for a body to come, in the extractor of the feature `axum`; 10 seconds by default. A slower one
    /// is answered with 503.
    #[must_use]
    pub fn body_timeout(mut self, timeout: Duration) -> Self {
        self.body_timeout = timeout;
        self
    }

    /// Sets how many bytes of bodies the extractor of the feature `axum` holds at a time, for all requests and all clones of
    /// this receiver; 64 MiB by default. What would exceed it is answered with 503, and Linq delivers it again.
    #[must_use]
    pub fn buffer_limit(mut self, bytes: usize) -> Self {
        self.buffer = Arc::new(Buffer::new(bytes));
        self
    }

    /// What decides whether a delivery is Linq's.
    #[must_use]
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// Checks the headers of a delivery whose body has not come yet, see [`Verifier::check_headers`]: a server that asks first
    /// reads no body for a sender who does not even pretend. [`receive`](Self::receive) then checks all of it.
    ///
    /// # Errors
    ///
    /// [`Rejection::Webhook`], to be answered with 401.
    pub fn check_headers(&self, headers: &HeaderMap) -> Result<(), Rejection> {
        Ok(self.verifier.check_headers(headers, SystemTime::now())?)
    }

    /// Checks and reads a delivery. `body` is its bytes as they came: JSON that was read and written
    /// again has another signature.
    ///
    /// An event of a type, or with a payload, that this version does not understand is no failure:
    /// see [`EventData::Other`](linq_core::webhook::EventData::Other).
    pub fn receive(&self, headers: &HeaderMap, body: impl Into<Bytes>) -> Result<Event, Rejection> {
        self.receive_at(headers, body, SystemTime::now())
    }

    /// The same by another clock.
    pub fn receive_at(
        &self,
        headers: &HeaderMap,
        body: impl Into<Bytes>,
        now: SystemTime,
    ) -> Result<Event, Rejection> {
        let body = body.into();
        self.check_size(body.len())?;
        Ok(self.verifier.unwrap_bytes(headers, &body, now)?)
    }

    /// Checks and reads a delivery that is a whole request, of whatever server: [`receive`](Self::receive)
    /// for those that have it in one piece.
    ///
    /// Its body is the bytes as they came.
    pub fn receive_request<B: AsRef<[u8]>>(
        &self,
        delivery: &Request<B>,
    ) -> Result<Event, Rejection> {
        let body = delivery.body().as_ref();
        // A body that is too large is not copied.
        self.check_size(body.len())?;
        self.receive(delivery.headers(), Bytes::copy_from_slice(body))
    }

    /// The answer to a delivery that was handled: 204, with the routing token if there is delivery
    /// affinity.
    #[must_use]
    pub fn accept<B: Default>(&self, delivery: &HeaderMap) -> Response<B> {
        let mut reply = Response::new(B::default());
        *reply.status_mut() = StatusCode::NO_CONTENT;
        self.pass_token(delivery, &mut reply);
        reply
    }

    /// Puts the routing token into a reply of your own making, if its status is 2xx and there is
    /// delivery affinity.
    pub fn pass_token<B>(&self, delivery: &HeaderMap, reply: &mut Response<B>) {
        if let Some(affinity) = &self.affinity {
            affinity.answer(delivery, reply.status(), reply.headers_mut());
        }
    }

    pub(crate) fn check_size(&self, bytes: usize) -> Result<(), Rejection> {
        if bytes > self.body_limit {
            return Err(Rejection::TooLarge {
                limit: self.body_limit,
            });
        }
        Ok(())
    }

    #[cfg(feature = "axum")]
    pub(crate) fn limits(&self) -> (usize, Duration, &Buffer) {
        (self.body_limit, self.body_timeout, &self.buffer)
    }
}

impl From<Verifier> for Receiver {
    fn from(verifier: Verifier) -> Self {
        Self::with_verifier(verifier)
    }
}
