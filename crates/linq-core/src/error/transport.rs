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
    earlier_reply_lost: bool,
}

/// How far a request got when its transport failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the name did not resolve, nobody listened, TLS was refused. Nothing was sent.
    Connect,
    /// The request could not be put on the wire at all, and never will be.
    Unsendable,
    /// The time for this attempt ran out.
    Timeout,
    /// The connection broke, or the reply was cut short or was not HTTP.
    Interrupted,
    /// The reply is larger than the client accepts.
    ReplyTooLarge,
    /// The caller did not want to wait any longer.
    Cancelled {
        /// Whether anything may have been sent by then.
        sent: bool,
    },
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
            earlier_reply_lost: false,
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
        self.earlier_reply_lost
            || !matches!(
                self.kind,
                TransportErrorKind::Connect
                    | TransportErrorKind::Unsendable
                    | TransportErrorKind::Cancelled { sent: false }
            )
    }

    /// How many times the request was tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    pub(crate) fn after(mut self, attempts: u32, earlier_reply_lost: bool) -> Self {
        self.attempts = attempts;
        self.earlier_reply_lost = earlier_reply_lost;
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection",
            TransportErrorKind::Unsendable => "the request cannot be sent",
            TransportErrorKind::Timeout => "no reply in time",
            TransportErrorKind::Interrupted => "the connection broke before the reply was complete",
            TransportErrorKind::ReplyTooLarge => "the reply is larger than this client accepts",
            TransportErrorKind::Cancelled { .. } => "the call was cancelled",
        })?;
        if self.may_have_been_sent() {
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
