use crate::{
    endpoint::{Endpoint, EndpointInfo, Repeat},
    error::{DecodeError, Invalid},
    message::IdempotencyKey,
    pacing::PacingKey,
};
use bytes::Bytes;
use http::{HeaderMap, Method, Response, StatusCode};
use std::fmt;

/// A result together with the reply that it came in.
#[derive(Clone)]
#[non_exhaustive]
pub struct Reply<T> {
    /// The result.
    pub value: T,
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
    /// How many times the request was tried until this reply came; 0 if it came by no call.
    pub attempts: u32,
}

/// What an exchange says to the endpoint about the reply that it has accepted.
#[derive(Clone, Copy)]
pub(crate) struct AttemptsMade(pub(crate) u32);

impl Reply<()> {
    pub(crate) fn raw(reply: Response<Bytes>) -> Self {
        let (parts, body) = reply.into_parts();
        let made = parts.extensions.get::<AttemptsMade>();
        Self {
            value: (),
            status: parts.status,
            headers: parts.headers,
            body,
            attempts: made.map_or(0, |made| made.0),
        }
    }

    /// Returns the error for a body that a decoder of the caller's found not to be JSON.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub fn not_json(&self) -> Box<DecodeError> {
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        Box::new(DecodeError::not_json(response))
    }

    fn with<T>(self, value: T) -> Reply<T> {
        Reply {
            value,
            status: self.status,
            headers: self.headers,
            body: self.body,
            attempts: self.attempts,
        }
    }
}

impl<T> Reply<T> {
    /// The identifier under which Linq's support finds the request, and which the webhooks that it
    /// causes carry.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(&self.headers)
    }
}

/// Without the headers and the raw body, which may hold signed URLs and secrets.
impl<T: fmt::Debug> fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply")
            .field("value", &self.value)
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// The header `X-Trace-ID`.
pub(crate) fn trace_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-trace-id")?.to_str().ok()
}

/// An endpoint whose result comes as a [`Reply`].
#[derive(Clone, Debug)]
pub struct WithReply<E>(pub(crate) E);

/// An endpoint whose reply comes as it is, see [`Call::raw`](super::Call::raw).
#[derive(Clone, Debug)]
pub struct Raw<E>(pub(crate) E);

/// What a wrapped endpoint sends is what the endpoint sends.
macro_rules! sends_as_the_inner_endpoint {
    () => {
        const INFO: &'static EndpointInfo = E::INFO;

        fn info(&self) -> &'static EndpointInfo {
            self.0.info()
        }

        fn method(&self) -> Method {
            self.0.method()
        }

        fn repeat(&self) -> Repeat {
            self.0.repeat()
        }

        fn pacing(&self) -> Vec<PacingKey> {
            self.0.pacing()
        }

        fn check(&self) -> Result<(), Invalid> {
            self.0.check()
        }

        fn path(&self) -> Result<String, Invalid> {
            self.0.path()
        }

        fn query(&self) -> String {
            self.0.query()
        }

        fn headers(&self) -> Result<HeaderMap, Invalid> {
            self.0.headers()
        }

        fn body(&self) -> Result<Option<Bytes>, Invalid> {
            self.0.body()
        }

        fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>> {
            self.0.idempotency_key()
        }
    };
}

impl<E: Endpoint> Endpoint for WithReply<E> {
    type Response = Reply<E::Response>;

    sends_as_the_inner_endpoint!();

    fn decode(reply: Response<Bytes>) -> Result<Self::Response, Box<DecodeError>> {
        let raw = Reply::raw(reply.clone());
        Ok(raw.with(E::decode(reply)?))
    }
}

impl<E: Endpoint> Endpoint for Raw<E> {
    type Response = Reply<()>;

    sends_as_the_inner_endpoint!();

    fn decode(reply: Response<Bytes>) -> Result<Self::Response, Box<DecodeError>> {
        Ok(Reply::raw(reply))
    }
}
