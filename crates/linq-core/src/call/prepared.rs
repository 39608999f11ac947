use crate::{
    endpoint::Endpoint,
    error::InvalidArgument,
    exchange::{CallOptions, Config, Entropy, Exchange},
};
use std::time::Instant;

/// A call as a [`Transport`](super::Transport) gets it.
#[derive(Debug)]
pub struct PreparedCall<E> {
    pub(crate) endpoint: Result<E, InvalidArgument>,
    pub(crate) options: CallOptions,
}

impl<E: Endpoint> PreparedCall<E> {
    /// A call that was not made by a resource method.
    pub fn new(endpoint: E, options: CallOptions) -> Self {
        Self {
            endpoint: Ok(endpoint),
            options,
        }
    }

    /// Checks and encodes the request. `entropy` has to be drawn for this call alone.
    pub fn begin(
        self,
        config: &Config,
        entropy: Entropy,
        now: Instant,
    ) -> Result<Exchange<E>, InvalidArgument> {
        Exchange::new(config, self.endpoint?, &self.options, entropy, now)
    }
}
