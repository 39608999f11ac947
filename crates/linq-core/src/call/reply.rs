use crate::{
    endpoint::{Decoded, Endpoint, EndpointInfo, Repeat},
    error::{DecodeError, Invalid, ResponseContext, trace_id},
    message::IdempotencyKey,
    pacing::PacingKey,
    schema::DecodeWarning,
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
    /// The values of the body that did not fit and were set aside; empty if all did, or if the body was not read.
    pub warnings: Vec<DecodeWarning>,
    context: ResponseContext,
}

impl Reply<()> {
    pub(crate) fn raw(reply: Response<Bytes>) -> Self {
        let (mut parts, body) = reply.into_parts();
        let context: ResponseContext = parts.extensions.remove().unwrap_or_default();
        Self {
            value: (),
            status: parts.status,
            headers: parts.headers,
            body,
            attempts: context.attempts,
            warnings: Vec::new(),
            context,
        }
    }

    #[cfg(feature = "dynamic")]
    pub(crate) fn to_response(&self) -> Response<Bytes> {
        let mut response = Response::new(self.body.clone());
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response.extensions_mut().insert(self.context.clone());
        response
    }

    fn with<T>(self, decoded: Decoded<T>) -> Reply<T> {
        Reply {
            value: decoded.value,
            status: self.status,
            headers: self.headers,
            body: self.body,
            attempts: self.attempts,
            warnings: decoded.warnings,
            context: self.context,
        }
    }
}

impl<T> Reply<T> {
    /// Returns the idempotency key that was sent, also if the client made it.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.context.idempotency_key.as_ref()
    }

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

    fn decode(response: Response<Bytes>) -> Result<Decoded<Self::Response>, Box<DecodeError>> {
        let raw = Reply::raw(response.clone());
        let decoded = E::decode(response)?;
        let warnings = decoded.warnings.clone();
        Ok(Decoded {
            warnings,
            ..Decoded::new(raw.with(decoded))
        })
    }
}

impl<E: Endpoint> Endpoint for Raw<E> {
    type Response = Reply<()>;

    sends_as_the_inner_endpoint!();

    fn decode(response: Response<Bytes>) -> Result<Decoded<Self::Response>, Box<DecodeError>> {
        Ok(Decoded::new(Reply::raw(response)))
    }
}
