use crate::{
    endpoint::{Endpoint, EndpointInfo},
    error::{DecodeError, ErrorCode, Invalid},
    message::IdempotencyKey,
};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
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

impl<E: Endpoint> Endpoint for WithReply<E> {
    type Response = Reply<E::Response>;

    const INFO: &'static EndpointInfo = E::INFO;
    const FINAL_CODES: &'static [ErrorCode] = E::FINAL_CODES;

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

    fn decode(reply: Response<Bytes>) -> Result<Self::Response, Box<DecodeError>> {
        let (status, headers, body) = (
            reply.status(),
            reply.headers().clone(),
            reply.body().clone(),
        );
        Ok(Reply {
            value: E::decode(reply)?,
            status,
            headers,
            body,
        })
    }
}
