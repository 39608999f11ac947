//! The call that a response belongs to.

use crate::message::IdempotencyKey;
use http::HeaderMap;

/// The call that a response belongs to, as the exchange knows it.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResponseContext {
    /// How many attempts were made until the response came; 0 outside of an exchange.
    pub(crate) attempts: u32,
    /// The URL that was called, without its query.
    pub(crate) address: String,
    /// The key that was sent.
    pub(crate) idempotency_key: Option<IdempotencyKey>,
}

/// The header `X-Trace-ID`.
pub(crate) fn trace_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-trace-id")?.to_str().ok()
}
