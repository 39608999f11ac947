use super::AttemptHistory;
use crate::message::IdempotencyKey;
use http::{Uri, uri::Authority};
use std::{error, fmt, sync::Arc};

/// A transport error: no complete response arrived.
///
/// The source is the error of the HTTP library. It contains no secrets, since HTTP libraries do not print headers.
#[derive(Clone, Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Arc<dyn error::Error + Send + Sync>,
    host: Option<String>,
    attempts: u32,
    history: AttemptHistory,
    idempotency_key: Option<IdempotencyKey>,
}

/// The kind of a transport error, by the stage at which the attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The connection could not be established: DNS, TCP or TLS failed. Nothing was sent.
    Connect,
    /// The connection was not established within the connect timeout or the timeout of the attempt. Nothing was sent.
    ConnectTimeout,
    /// The request cannot be sent at all. A retry would fail in the same way.
    InvalidRequest,
    /// The server reported that it did not process the request: HTTP/2's `REFUSED_STREAM`, or a GOAWAY with `NO_ERROR`
    /// below the request's stream. It is safe to retry.
    NotProcessed,
    /// The attempt timed out after the connection was established. The request may have been sent.
    Timeout,
    /// The connection was lost, or the response was incomplete or not HTTP.
    ConnectionLost,
    /// The response body exceeds the limit of the client, counted after decompression. The source names the limit.
    ResponseTooLarge,
    /// The caller cancelled the call.
    Cancelled {
        /// True if anything may have been sent.
        sent: bool,
    },
}

impl TransportErrorKind {
    /// Returns whether the request may have been sent and processed; `false` is certain.
    #[must_use]
    pub fn may_have_been_sent(self) -> bool {
        match self {
            Self::Connect | Self::ConnectTimeout | Self::InvalidRequest | Self::NotProcessed => {
                false
            }
            Self::Timeout | Self::ConnectionLost | Self::ResponseTooLarge => true,
            Self::Cancelled { sent } => sent,
        }
    }

    /// Returns whether this is a timeout, before or after the request was sent.
    #[must_use]
    pub fn is_timeout(self) -> bool {
        matches!(self, Self::ConnectTimeout | Self::Timeout)
    }
}

impl TransportError {
    /// Creates an error from its kind and the error of the HTTP library.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: source.into().into(),
            host: None,
            attempts: 1,
            history: AttemptHistory::default(),
            idempotency_key: None,
        }
    }

    /// Returns the kind of the last attempt's error.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Returns whether any attempt may have reached the server; `false` is certain.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        self.history.reached_server || self.kind.may_have_been_sent()
    }

    /// Returns whether the request may have taken effect; `false` is certain. Always `false` for a read-only call, and
    /// if the server rejected each attempt that reached it.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.history.may_have_taken_effect
            || (self.kind.may_have_been_sent() && !self.history.reads_only)
    }

    /// Returns the number of attempts.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the idempotency key that was sent, including a generated one: retried under this key, the request takes
    /// effect once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.idempotency_key.as_ref()
    }

    pub(crate) fn after(
        mut self,
        attempts: u32,
        history: AttemptHistory,
        key: Option<&IdempotencyKey>,
    ) -> Self {
        self.attempts = attempts;
        self.history = history;
        self.idempotency_key = key.cloned();
        self
    }

    /// Sets the host and port that the message names, without a user name or password.
    pub(crate) fn with_host(mut self, uri: &Uri) -> Self {
        let authority = uri.authority().map(Authority::as_str);
        self.host = authority.and_then(|authority| Some(authority.rsplit('@').next()?.to_owned()));
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with = |preposition: &str| match &self.host {
            Some(host) => format!(" {preposition} {host}"),
            None => String::new(),
        };
        let (to_host, from_host) = (with("to"), with("from"));
        match self.kind {
            TransportErrorKind::Connect => write!(f, "cannot connect{to_host}"),
            TransportErrorKind::ConnectTimeout => write!(f, "connection{to_host} timed out"),
            TransportErrorKind::InvalidRequest => write!(f, "the request{to_host} cannot be sent"),
            TransportErrorKind::NotProcessed => {
                write!(f, "the request{to_host} was not processed")
            }
            TransportErrorKind::Timeout => write!(f, "the request{to_host} timed out"),
            TransportErrorKind::ConnectionLost => {
                write!(
                    f,
                    "the connection{to_host} was lost before the response was complete"
                )
            }
            TransportErrorKind::ResponseTooLarge => {
                write!(
                    f,
                    "the response{from_host} is larger than this client accepts"
                )
            }
            TransportErrorKind::Cancelled { .. } => f.write_str("the call was cancelled"),
        }?;
        if self.may_have_taken_effect() {
            f.write_str("; the request may have taken effect")?;
        }
        if self.attempts > 1 {
            write!(f, " ({} attempts)", self.attempts)?;
        }
        write!(f, ": {}", self.source)
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&*self.source)
    }
}
