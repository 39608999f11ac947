//! Cached responses of calls with an idempotency key.

use std::collections::HashMap;

use serde_json::Value;
use uuid::Uuid;

/// Kind of operation, each with its own keys.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) enum Purpose {
    Message,
    Poll,
    PaymentRequest,
    Payment,
}

#[derive(Clone, Debug)]
pub(crate) struct CachedResponse {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// Id of the created object.
    pub(crate) created: Uuid,
}

#[derive(Debug, Default)]
pub(crate) struct IdempotencyCache(HashMap<(Purpose, String), CachedResponse>);

impl IdempotencyCache {
    pub(crate) fn get(&self, purpose: Purpose, key: &str) -> Option<&CachedResponse> {
        self.0.get(&(purpose, key.to_owned()))
    }

    pub(crate) fn insert(&mut self, purpose: Purpose, key: String, response: CachedResponse) {
        self.0.insert((purpose, key), response);
    }
}
