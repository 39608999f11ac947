use crate::{
    endpoint::Endpoint,
    error::InvalidArgument,
    exchange::{CallOptions, Entropy, Exchange, ExchangeConfig},
    message::IdempotencyKey,
};
use std::time::Instant;

/// A call as a [`Transport`](super::Transport) executes it: the endpoint and its options.
#[derive(Debug)]
pub struct PreparedCall<E> {
    pub(crate) endpoint: Result<E, InvalidArgument>,
    pub(crate) options: CallOptions,
}

impl<E: Endpoint> PreparedCall<E> {
    /// Creates a call without a resource method.
    pub fn new(endpoint: E, options: CallOptions) -> Self {
        Self {
            endpoint: Ok(endpoint),
            options,
        }
    }

    /// Sets the idempotency key.
    #[must_use]
    pub fn with_idempotency_key(mut self, key: IdempotencyKey) -> Self {
        self.options = self.options.idempotency_key(key);
        self
    }

    /// Validates and encodes the request. `entropy` must not be reused for another call.
    ///
    /// # Errors
    ///
    /// The first argument that is not valid. Nothing has been sent then.
    pub fn begin(
        self,
        config: &ExchangeConfig,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Exchange<E>, InvalidArgument> {
        Exchange::new(config, self.endpoint?, &self.options, entropy, now)
    }
}
