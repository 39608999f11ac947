use super::ProxyUrl;
use crate::{exchange::ExchangeConfig, testing::CannedResponses};
use std::time::Duration;

/// The configuration of a [`Connect`](super::Connect).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ClientConfig {
    /// Configuration that applies to each call.
    pub exchange: ExchangeConfig,
    /// Maximum time to connect, TLS handshake included; 10 seconds by default.
    pub connect_timeout: Duration,
    /// Proxy for all requests. By default, that of the environment variables, except for loopback; see
    /// [`route`](Self::route).
    pub proxy: Option<ProxyUrl>,
    /// PEM certificates to trust instead of the platform's.
    pub root_certificates: Vec<Vec<u8>>,
    /// Maximum number of idle connections to keep; 32 by default.
    pub max_idle_connections: usize,
    /// Maximum number of concurrent connections of an async transport; 1,000 by default. Further requests wait for one,
    /// at most for the timeout of their attempt.
    pub max_connections: usize,
    /// Maximum size of a response body, also of the storage, in bytes after decompression; 32 MiB by default.
    pub max_response_bytes: usize,
    /// Responses to return at once, instead of sending requests and waiting between attempts; none by default.
    pub canned_responses: Option<CannedResponses>,
}

impl ClientConfig {
    /// Creates a configuration with default connection options.
    #[must_use]
    pub fn new(exchange: ExchangeConfig) -> Self {
        Self {
            exchange,
            connect_timeout: Duration::from_secs(10),
            proxy: None,
            root_certificates: Vec::new(),
            max_idle_connections: 32,
            max_connections: 1000,
            max_response_bytes: 32 << 20,
            canned_responses: None,
        }
    }

    /// Returns how long a transport waits before an attempt: not at all for canned responses.
    #[must_use]
    pub fn delay(&self, after: Duration) -> Duration {
        match self.canned_responses {
            Some(_) => Duration::ZERO,
            None => after,
        }
    }
}
