//! A response, together with the call that it answers.

use crate::{message::IdempotencyKey, schema::DecodeWarning};
use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode, Uri};
use std::fmt;

/// A result, together with the response that it was read from.
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
    /// Number of attempts that were made until this response came; 0 outside of a call.
    pub attempts: u32,
    /// The values of the body that did not fit and were set aside; empty if all did, or if the body was not read.
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

/// A response outside of a call.
impl From<Response<Bytes>> for ApiResponse<()> {
    fn from(response: Response<Bytes>) -> Self {
        Self::new(response, ResponseContext::default())
    }
}

impl<T> ApiResponse<T> {
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
impl<T: fmt::Debug> fmt::Debug for ApiResponse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiResponse")
            .field("value", &self.value)
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

/// The call that a response belongs to, as the exchange knows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResponseContext {
    /// Number of attempts that were made until the response came; 0 outside of an exchange.
    pub(crate) attempts: u32,
    /// The URL that was called. Its query may hold secrets.
    pub(crate) uri: Uri,
    /// The key that was sent.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

/// The header `X-Trace-ID`.
pub(crate) fn trace_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-trace-id")?.to_str().ok()
}
