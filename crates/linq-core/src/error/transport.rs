use super::AttemptHistory;
use crate::message::IdempotencyKey;
use std::{error, fmt};

/// No complete reply arrived.
///
/// Made by transports. The source says what their HTTP library said; it holds no secret, since the
/// key travels in a header that no library prints.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn error::Error + Send + Sync>,
    attempts: u32,
    history: AttemptHistory,
    idempotency_key: Option<IdempotencyKey>,
}

/// How far a request got when its transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the name did not resolve, nobody listened, TLS failed. Nothing was sent.
    Connect,
    /// No connection in time, be it the time to connect or that of the attempt. Nothing was sent.
    ConnectTimeout,
    /// The request could not be put on the wire at all, and never will be.
    InvalidRequest,
    /// The server said that it did not process the request: HTTP/2's `REFUSED_STREAM`, or a GOAWAY with `NO_ERROR` below
    /// the request's stream. It is safe to retry.
    NotProcessed,
    /// The time for this attempt ran out, and the request may have been sent by then.
    Timeout,
    /// The connection broke after it had been made, or the reply was cut short or was not HTTP.
    ConnectionLost,
    /// The response body is larger than the client accepts, counted after decompression. The source names the limit.
    ResponseTooLarge,
    /// The caller did not want to wait any longer.
    Cancelled {
        /// Whether anything may have been sent by then.
        sent: bool,
    },
}

impl TransportErrorKind {
    /// Returns whether the request may have been sent by then, and processed; `false` is certain.
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

    /// Whether it was time that ran out, before or after the request was sent.
    #[must_use]
    pub fn is_timeout(self) -> bool {
        matches!(self, Self::ConnectTimeout | Self::Timeout)
    }
}

impl TransportError {
    /// A failure of `kind`, as the HTTP library reported it.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: source.into(),
            attempts: 1,
            history: AttemptHistory::default(),
            idempotency_key: None,
        }
    }

    /// How far the last attempt got.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether any attempt may have reached the server; `false` is certain.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        self.history.reached_server || self.kind.may_have_been_sent()
    }

    /// Whether what was asked may have been done; `false` is certain. Never so for a call that only
    /// reads, nor where each attempt that reached the server was refused by it.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.history.may_have_taken_effect
            || (self.kind.may_have_been_sent() && !self.history.reads_only)
    }

    /// How many times the request was tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns the idempotency key that was sent, also if the client made it: sent again under this key, the request
    /// takes effect once.
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
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection",
            TransportErrorKind::ConnectTimeout => "no connection in time",
            TransportErrorKind::InvalidRequest => "the request cannot be sent",
            TransportErrorKind::NotProcessed => "the server did not process the request",
            TransportErrorKind::Timeout => "no reply in time",
            TransportErrorKind::ConnectionLost => {
                "the connection broke before the reply was complete"
            }
            TransportErrorKind::ResponseTooLarge => "the reply is larger than this client accepts",
            TransportErrorKind::Cancelled { .. } => "the call was cancelled",
        })?;
        if self.may_have_taken_effect() {
            f.write_str("; the request may have been carried out")?;
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
