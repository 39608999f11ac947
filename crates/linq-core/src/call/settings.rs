use super::ProxyUrl;
use crate::exchange::Config;
use std::time::Duration;

/// What a [`Connect`](super::Connect) is opened with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// What concerns each call.
    pub config: Config,
    /// The time to connect, TLS included; 10 seconds unless told otherwise.
    pub connect_timeout: Duration,
    /// A proxy for all requests. Without one, the environment's are used, but not for loopback; see
    /// [`route`](Self::route).
    pub proxy: Option<ProxyUrl>,
    /// PEM certificates to trust instead of the platform's.
    pub root_certificates: Vec<Vec<u8>>,
    /// How many idle connections to keep; 32 unless told otherwise.
    pub max_idle_connections: usize,
    /// Maximum number of requests that have a connection at the same time, of an async transport; 1,000 by default. More
    /// of them wait, at most for the time of their attempt.
    pub max_connections: usize,
    /// The largest response body to accept, also of the storage, in bytes after decompression; 32 MiB by default.
    pub max_response_bytes: usize,
}

impl Settings {
    /// The defaults.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self {
            config,
            connect_timeout: Duration::from_secs(10),
            proxy: None,
            root_certificates: Vec::new(),
            max_idle_connections: 32,
            max_connections: 1000,
            max_response_bytes: 32 << 20,
        }
    }
}
