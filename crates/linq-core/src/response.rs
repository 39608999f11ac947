//! Responses, with the call that they belong to.

use crate::{message::IdempotencyKey, schema::DecodeWarning};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, Uri};
use std::fmt;

/// A result, with the HTTP response that it was decoded from.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiResponse<T> {
    /// The result.
    pub value: T,
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The raw body.
    pub body: Bytes,
    /// Number of attempts, including the one that got this response; 0 outside of a call.
    pub attempts: u32,
    /// Values of the body that do not match the schema and were skipped; empty if the body was not decoded.
    pub warnings: Vec<DecodeWarning>,
    pub(crate) context: ResponseContext,
}

impl ApiResponse<()> {
    pub(crate) fn new(response: Response<Bytes>, context: ResponseContext) -> Self {
        let (parts, body) = response.into_parts();
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
}

/// Wraps a response outside of a call.
impl From<Response<Bytes>> for ApiResponse<()> {
    fn from(response: Response<Bytes>) -> Self {
        Self::new(response, ResponseContext::default())
    }
}

impl<T> ApiResponse<T> {
    /// Returns the idempotency key that was sent, including a generated one.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.context.idempotency_key.as_ref()
    }

    /// Returns the trace ID, by which Linq's support finds the request. The webhook events that it causes have it too.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(&self.headers)
    }
}

/// Omits the headers and the raw body, which may contain signed URLs and secrets.
impl<T: fmt::Debug> fmt::Debug for ApiResponse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiResponse")
            .field("value", &self.value)
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// The call that a response belongs to.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResponseContext {
    /// Number of attempts, including the one that got the response; 0 outside of an exchange.
    pub(crate) attempts: u32,
    /// URL of the request. Its query may contain secrets.
    pub(crate) uri: Uri,
    /// Idempotency key that was sent.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

/// Returns the header `X-Trace-ID`.
pub(crate) fn trace_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-trace-id")?.to_str().ok()
}
