use crate::{error::Invalid, exchange::Config};
use http::Uri;
use std::{fmt, time::Duration};

/// What a [`Transport`](super::Transport) is opened with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Settings {
    /// What concerns each call.
    pub config: Config,
    /// The time to connect, TLS included; 10 seconds unless told otherwise.
    pub connect_timeout: Duration,
    /// A proxy for everything. Without one, the environment's is used, but not for loopback.
    pub proxy: Option<ProxyUrl>,
    /// PEM certificates to trust instead of the platform's.
    pub root_certificates: Vec<Vec<u8>>,
    /// How many idle connections to keep; 32 unless told otherwise.
    pub max_idle_connections: usize,
    /// Maximum number of requests that have a connection at the same time, of an async transport; 1,000 by default. More
    /// of them wait, at most for the time of their attempt.
    pub max_connections: usize,
    /// The largest response body to accept, also of the storage, in bytes after decompression; 32 MiB by default.
    pub max_reply_bytes: usize,
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
            max_reply_bytes: 32 << 20,
        }
    }
}

/// The URL of a proxy, which may hold a password: `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyUrl(String);

impl ProxyUrl {
    /// `http://host:port` or `http://user:password@host:port`, or the same with `https`. Other proxies,
    /// such as SOCKS, are refused: a transport that passed over one would let the key go past it.
    pub fn new(url: &str) -> Result<Self, Invalid> {
        let uri: Uri = url
            .parse()
            .map_err(|_| Invalid::new("proxy", "it is no URL"))?;
        match (uri.scheme_str(), uri.host()) {
            (Some("http" | "https"), Some(_)) => Ok(Self(url.to_owned())),
            (Some(_), Some(_)) => Err(Invalid::new("proxy", "it is neither http:// nor https://")),
            _ => Err(Invalid::new("proxy", "it has no scheme or no host")),
        }
    }

    /// The URL, password included.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProxyUrl(…)")
    }
}
