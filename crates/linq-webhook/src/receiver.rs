use crate::{Rejection, buffer::Buffer};
use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use linq_core::{
    error::InvalidArgument,
    webhook::{DeliveryAffinity, Event, Verifier, WebhookSecret},
};
use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

/// A receiver of deliveries: verifies and decodes them, and creates the responses.
///
/// Cheap to clone. With axum, it is given to a route once, and handlers take events: see the module `axum`.
///
/// A rejection is traced as a warning with the feature `tracing`, and passed to
/// [`on_rejection`](Self::on_rejection), neither with secrets nor with the contents of the delivery.
#[derive(Clone, Debug)]
pub struct Receiver {
    verifier: Arc<Verifier>,
    affinity: Option<Arc<DeliveryAffinity>>,
    body_limit: usize,
    body_timeout: Duration,
    buffer: Arc<Buffer>,
    observer: Observer,
}

/// The function that is called with each rejection.
#[derive(Clone, Default)]
struct Observer(Option<Arc<Observe>>);

type Observe = dyn Fn(&Rejection) + Send + Sync;

impl Receiver {
    /// Default [`body_limit`](Self::body_limit): 1 MiB.
    pub const DEFAULT_BODY_LIMIT: usize = 1 << 20;
    /// Default [`body_timeout`](Self::body_timeout): 10 seconds.
    pub const DEFAULT_BODY_TIMEOUT: Duration = Duration::from_secs(10);
    /// Default [`buffer_limit`](Self::buffer_limit): 64 MiB.
    pub const DEFAULT_BUFFER_LIMIT: usize = 64 << 20;

    /// Creates a receiver of deliveries signed with `secret`.
    #[must_use]
    pub fn new(secret: WebhookSecret) -> Self {
        Self::with_verifier(Verifier::new(secret))
    }

    /// Creates a receiver of deliveries signed with the secret in the environment variable `LINQ_WEBHOOK_SECRET`.
    ///
    /// # Errors
    ///
    /// If the variable is not set, is empty, or is not a valid secret.
    pub fn from_env() -> Result<Self, InvalidArgument> {
        WebhookSecret::from_env().map(Self::new)
    }

    /// Creates a receiver from a verifier, for several secrets or another tolerance.
    #[must_use]
    pub fn with_verifier(verifier: Verifier) -> Self {
        Self {
            verifier: Arc::new(verifier),
            affinity: None,
            body_limit: Self::DEFAULT_BODY_LIMIT,
            body_timeout: Self::DEFAULT_BODY_TIMEOUT,
            buffer: Arc::new(Buffer::new(Self::DEFAULT_BUFFER_LIMIT)),
            observer: Observer::default(),
        }
    }

    /// Sets the delivery affinity, for a subscription with a `routing_key_header`; none by default.
    #[must_use]
    pub fn affinity(mut self, affinity: DeliveryAffinity) -> Self {
        self.affinity = Some(Arc::new(affinity));
        self
    }

    /// Sets the maximum size of a body, in bytes; 1 MiB by default. The response to a larger one is 413, and Linq does
    /// not retry it. The largest message that the API allows needs up to 8 MiB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets the maximum time to read a body, for the extractor of the feature `axum`; 10 seconds by default. The
    /// response to a slower one is 503, and Linq retries it.
    #[must_use]
    pub fn body_timeout(mut self, timeout: Duration) -> Self {
        self.body_timeout = timeout;
        self
    }

    /// Sets the maximum number of bytes that the extractor of the feature `axum` buffers at a time, for all requests
    /// and all clones of this receiver; 64 MiB by default. The response to a delivery that exceeds it is 503, and Linq
    /// retries it.
    #[must_use]
    pub fn buffer_limit(mut self, bytes: usize) -> Self {
        self.buffer = Arc::new(Buffer::new(bytes));
        self
    }

    /// Sets a function that is called once for each rejected delivery, in place of an earlier one: for metrics, by
    /// [`Rejection::reason`]. It must not block.
    ///
    /// ```
    /// use linq_webhook::{Receiver, linq_core::webhook::WebhookSecret};
    /// use std::sync::{Arc, Mutex};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let reasons = Arc::new(Mutex::new(Vec::new()));
    /// let observed = Arc::clone(&reasons);
    /// let receiver = Receiver::new(WebhookSecret::new("whsec_c2VjcmV0")?)
    ///     .on_rejection(move |rejection| observed.lock().unwrap().push(rejection.reason()));
    ///
    /// assert!(receiver.receive(&http::HeaderMap::new(), "{}").is_err());
    /// assert_eq!(*reasons.lock().unwrap(), ["missing_header"]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn on_rejection(mut self, observe: impl Fn(&Rejection) + Send + Sync + 'static) -> Self {
        self.observer = Observer(Some(Arc::new(observe)));
        self
    }

    /// Returns the verifier of signatures.
    #[must_use]
    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// Checks the headers of a delivery before its body is read, see [`Verifier::check_headers`]: a delivery without a
    /// signature is rejected without reading its body. [`receive`](Self::receive) then verifies all of it.
    ///
    /// # Errors
    ///
    /// [`Rejection::Webhook`], whose response is 401.
    pub fn check_headers(&self, headers: &HeaderMap) -> Result<(), Rejection> {
        let checked = self.verifier.check_headers(headers, SystemTime::now());
        self.observe(checked.map_err(Rejection::from))
    }

    /// Verifies and decodes a delivery. `body` must be its raw bytes: JSON that was parsed and serialized again does
    /// not match the signature.
    ///
    /// An event with an unknown type or payload is not an error: it is
    /// [`EventData::Other`](linq_core::webhook::EventData::Other).
    ///
    /// # Errors
    ///
    /// [`Rejection::TooLarge`] if the body exceeds [`body_limit`](Self::body_limit), [`Rejection::Webhook`] if the
    /// delivery cannot be verified or is not an event.
    pub fn receive(&self, headers: &HeaderMap, body: impl Into<Bytes>) -> Result<Event, Rejection> {
        self.receive_at(headers, body, SystemTime::now())
    }

    /// Verifies and decodes a delivery at a given time; see [`receive`](Self::receive).
    pub fn receive_at(
        &self,
        headers: &HeaderMap,
        body: impl Into<Bytes>,
        now: SystemTime,
    ) -> Result<Event, Rejection> {
        let body = body.into();
        let received = self
            .check_size(body.len())
            .and_then(|()| Ok(self.verifier.verify_bytes(headers, &body, now)?));
        self.observe(received)
    }

    /// Verifies and decodes a delivery that is a complete request, whose body must be the raw bytes; see
    /// [`receive`](Self::receive).
    pub fn receive_request<B: AsRef<[u8]>>(
        &self,
        delivery: &Request<B>,
    ) -> Result<Event, Rejection> {
        let body = delivery.body().as_ref();
        // A body that is too large is not copied.
        self.observe(self.check_size(body.len()))?;
        self.receive(delivery.headers(), Bytes::copy_from_slice(body))
    }

    /// Returns the response to a handled delivery: 204, with the routing token if there is delivery affinity.
    #[must_use]
    pub fn accept<B: Default>(&self, delivery: &HeaderMap) -> Response<B> {
        let mut response = Response::new(B::default());
        *response.status_mut() = StatusCode::NO_CONTENT;
        self.set_routing_token(delivery, &mut response);
        response
    }

    /// Sets the routing token of your own response, if its status is 2xx and there is delivery affinity.
    pub fn set_routing_token<B>(&self, delivery: &HeaderMap, response: &mut Response<B>) {
        if let Some(affinity) = &self.affinity {
            affinity.answer(delivery, response.status(), response.headers_mut());
        }
    }

    /// Reports a rejection.
    pub(crate) fn observe<T>(&self, result: Result<T, Rejection>) -> Result<T, Rejection> {
        result.inspect_err(|rejection| {
            rejection.trace();
            if let Observer(Some(observe)) = &self.observer {
                observe(rejection);
            }
        })
    }

    fn check_size(&self, bytes: usize) -> Result<(), Rejection> {
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

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "set" } else { "none" })
    }
}

impl From<Verifier> for Receiver {
    fn from(verifier: Verifier) -> Self {
        Self::with_verifier(verifier)
    }
}
