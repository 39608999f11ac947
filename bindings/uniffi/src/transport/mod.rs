//! The HTTP stack of servers that have no reliable one of their own: Swift on Linux.
//!
//! Part of the library with the feature `transport`, on Linux. Libraries for Apple's platforms have the interface alone,
//! so that the same generated sources fit them; those for Kotlin have neither.

#[cfg(all(feature = "transport", target_os = "linux"))]
mod reqwest;
#[cfg(all(feature = "transport", target_os = "linux"))]
use reqwest::{Running, Stack};

#[cfg(not(all(feature = "transport", target_os = "linux")))]
mod absent;
#[cfg(not(all(feature = "transport", target_os = "linux")))]
use absent::{Running, Stack};

use crate::{
    LinqError,
    wire::{HttpRequest, HttpResponse, TransportFailure},
};
use std::{fmt, sync::Arc, time::Duration};

/// Options of a [`ServerTransport`].
#[derive(Clone, uniffi::Record)]
pub struct TransportSettings {
    /// Maximum time to connect, TLS included; 10 seconds by default.
    #[uniffi(default = None)]
    pub connect_timeout: Option<Duration>,
    /// URL of a proxy for everything; by default that of the environment, but not for loopback.
    #[uniffi(default = None)]
    pub proxy: Option<String>,
    /// PEM files of certificates to trust instead of the platform's.
    #[uniffi(default = [])]
    pub root_certificates: Vec<Vec<u8>>,
    /// Maximum size of a response, in bytes after decompression; 32 MiB by default.
    #[uniffi(default = None)]
    pub max_response_bytes: Option<u64>,
}

/// HTTP/1.1 and HTTP/2 over reqwest and rustls, without redirects and cookies.
#[derive(uniffi::Object)]
pub struct ServerTransport {
    stack: Stack,
}

/// One request of a [`ServerTransport`], on its way. Dropped, it is cancelled.
#[derive(uniffi::Object)]
pub struct Transfer {
    running: Running,
}

/// The state of a [`Transfer`] that [`next`](Transfer::next) waited for.
#[derive(uniffi::Enum)]
pub enum TransferStep {
    /// Bytes of the file have been sent.
    Progress {
        /// Bytes sent so far.
        sent: u64,
        /// Size of the file, in bytes.
        total: u64,
    },
    /// A response arrived, whatever its status. The last step.
    Response {
        /// The response.
        reply: HttpResponse,
    },
    /// No complete response arrived. The last step.
    Failed {
        /// The stage at which it failed.
        failure: TransportFailure,
        /// The cause, for people.
        reason: String,
    },
    /// The file cannot be read, or changed while it was sent. The last step.
    Unreadable {
        /// The cause, for people.
        reason: String,
    },
    /// The transfer was cancelled. The last step.
    Cancelled,
}

#[uniffi::export]
impl ServerTransport {
    /// Fails with `InvalidArgument` if an option is invalid, or if this library has no HTTP stack.
    #[uniffi::constructor]
    pub fn new(settings: TransportSettings) -> Result<Arc<Self>, LinqError> {
        let stack = Stack::new(settings)?;
        Ok(Arc::new(Self { stack }))
    }

    /// Sends a request once. `timeout` is for all of it, from connecting to the last byte of the response.
    #[must_use]
    pub fn send(&self, request: HttpRequest, timeout: Duration) -> Arc<Transfer> {
        self.stack.send(request, timeout)
    }

    /// Sends a file once as the body of a request, reporting progress: the file at `path`, read while it is sent, or
    /// without a path the body that the request has.
    #[must_use]
    pub fn upload(
        &self,
        request: HttpRequest,
        path: Option<String>,
        timeout: Duration,
    ) -> Arc<Transfer> {
        self.stack.upload(request, path, timeout)
    }
}

#[uniffi::export]
impl Transfer {
    /// Waits for the next step; after the last one, returns `Cancelled`.
    pub async fn next(&self) -> TransferStep {
        self.running.next().await
    }

    /// Ends the transfer at once and closes its connection. Whether the server has acted by then is unknown.
    pub fn cancel(&self) {
        self.running.cancel();
    }
}

impl fmt::Debug for ServerTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServerTransport")
    }
}

impl fmt::Debug for Transfer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transfer")
    }
}
