//! HTTP transport for Swift on Linux.
//!
//! It requires the feature `transport` and Linux. Libraries for Apple's platforms have only its interface, so that the
//! generated sources are the same; those for Kotlin have neither.

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
    wire::{Header, HttpRequest, HttpResponse, TransportFailure},
};
use std::{fmt, sync::Arc, time::Duration};

/// Options of a [`ServerTransport`].
#[derive(Clone, uniffi::Record)]
pub struct TransportConfig {
    /// Maximum time to connect, including TLS; 10 seconds by default.
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

/// A request of a [`ServerTransport`] in progress, cancelled on drop.
#[derive(uniffi::Object)]
pub struct Transfer {
    running: Running,
}

/// The progress of a [`Transfer`].
#[derive(uniffi::Enum)]
pub enum TransferStep {
    /// Bytes of the file have been sent.
    Progress {
        /// Bytes sent so far.
        sent: u64,
        /// Size of the file, in bytes.
        total: u64,
    },
    /// The head of a response to a download, whatever its status.
    Head {
        /// HTTP status.
        status: u16,
        /// All headers.
        headers: Vec<Header>,
    },
    /// Bytes of the body of a download, in order. The sender waits until they are taken.
    Chunk {
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// The body of a download is complete. The last step.
    End,
    /// A response arrived, whatever its status. The last step.
    Response {
        /// The response.
        response: HttpResponse,
    },
    /// No complete response arrived. The last step.
    Failed {
        /// The stage at which it failed.
        failure: TransportFailure,
        /// Human-readable cause.
        reason: String,
    },
    /// The file could not be read, or changed while it was sent. The last step.
    SourceFailed {
        /// Human-readable cause.
        reason: String,
    },
    /// The transfer was cancelled. The last step.
    Cancelled,
}

#[uniffi::export]
impl ServerTransport {
    /// Creates a transport.
    ///
    /// # Errors
    ///
    /// `InvalidArgument` if an option is invalid, or if this library has no HTTP stack.
    #[uniffi::constructor]
    pub fn new(config: TransportConfig) -> Result<Arc<Self>, LinqError> {
        let stack = Stack::new(config)?;
        Ok(Arc::new(Self { stack }))
    }

    /// Sends a request once. `timeout` is the maximum time from connecting to the last byte of the response.
    #[must_use]
    pub fn send(&self, request: HttpRequest, timeout: Duration) -> Arc<Transfer> {
        self.stack.send(request, timeout)
    }

    /// Sends a file once as the body of a request, reporting progress: the file at `path`, read while it is sent, or
    /// the body of the request if there is no path.
    #[must_use]
    pub fn upload(
        &self,
        request: HttpRequest,
        path: Option<String>,
        timeout: Duration,
    ) -> Arc<Transfer> {
        self.stack.upload(request, path, timeout)
    }

    /// Requests a file once: the steps are its head, its chunks, and its end. `stall_timeout` is the maximum time
    /// without a byte of the response, and `timeout` that for the whole response.
    #[must_use]
    pub fn download(
        &self,
        request: HttpRequest,
        stall_timeout: Duration,
        timeout: Option<Duration>,
    ) -> Arc<Transfer> {
        self.stack.download(request, stall_timeout, timeout)
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
