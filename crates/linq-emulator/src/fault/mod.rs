//! Faults: what goes wrong on purpose.

mod apply;
mod kind;
pub(crate) mod reply;
mod set;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub(crate) use apply::{Hangup, under};
pub use kind::{FaultKind, StatusResponse};
pub(crate) use set::Faults;

/// Something that goes wrong on purpose, and with which calls.
///
/// Made by the constructor of its kind and narrowed by the setters:
///
/// ```
/// use linq_emulator::Fault;
///
/// // The first two sends are carried out, but their replies are lost.
/// let fault = Fault::lose_reply().method("POST").path("/v3/chats/*/messages").times(2);
/// ```
///
/// In JSON, `kind` names the kind, its fields stand beside it:
/// `{"kind": "delay", "ms": 200, "path": "/v3/chats", "times": 1}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
#[non_exhaustive]
pub struct Fault {
    /// Only calls with this method, in any case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Only calls whose path, with or without `/api/partner`, begins with this; or, where it holds
    /// a `*` (any run of characters) or `?` (any character), matches this as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// How often it happens at most; without end by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// With which probability, 0 to 1, a call that matches is struck; every one by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
}

impl Fault {
    /// A fault of the given kind that strikes every call.
    pub fn new(kind: FaultKind) -> Self {
        Self {
            method: None,
            path: None,
            times: None,
            probability: None,
            kind,
        }
    }

    /// The call is carried out, then the connection is closed without a reply.
    pub fn lose_reply() -> Self {
        Self::new(FaultKind::LoseReply)
    }

    /// The connection is closed before anything is done.
    pub fn close() -> Self {
        Self::new(FaultKind::Close)
    }

    /// The call is carried out, and its reply comes this much later.
    pub fn delay(pause: Duration) -> Self {
        Self::new(FaultKind::Delay { ms: millis(pause) })
    }

    /// The call is not carried out but refused.
    pub fn status(reply: StatusResponse) -> Self {
        Self::new(FaultKind::Status(reply))
    }

    /// The call is carried out, yet answered as if refused.
    pub fn status_after_work(reply: StatusResponse) -> Self {
        Self::new(FaultKind::StatusAfterWork(reply))
    }

    /// In any `window` the first `after` calls pass; the others are 429/1007 with `retry_after`
    /// seconds to wait.
    pub fn rate_limit(after: u32, window: Duration, retry_after: u64) -> Self {
        Self::new(FaultKind::RateLimit {
            after,
            window_ms: millis(window),
            retry_after,
        })
    }

    /// The call is not carried out but sent elsewhere with 307.
    pub fn redirect(location: impl Into<String>) -> Self {
        Self::new(FaultKind::Redirect {
            location: location.into(),
            status: kind::default_redirect(),
        })
    }

    /// The call is not carried out; a proxy's error page in HTML comes back.
    pub fn html(status: u16) -> Self {
        Self::new(FaultKind::Html { status })
    }

    /// The call is carried out, its reply cut in the middle of the body.
    pub fn truncate() -> Self {
        Self::new(FaultKind::Truncate)
    }

    /// The call is carried out and answered 200 with a body that is not JSON.
    pub fn garbage() -> Self {
        Self::new(FaultKind::Garbage)
    }

    /// The call is not carried out; a JSON body of this size comes back with 200.
    pub fn big_body(bytes: u64) -> Self {
        Self::new(FaultKind::BigBody { bytes })
    }

    /// The call is executed; its response and the events that it causes have shapes that servers
    /// have been seen to send. See [`Builder::as_seen`](crate::Builder::as_seen).
    pub fn as_seen() -> Self {
        Self::new(FaultKind::AsSeen)
    }

    /// The call is not carried out; this body comes back, as JSON: for what the emulator would never
    /// say, such as values that are newer than your program.
    pub fn reply(status: u16, body: impl Into<String>) -> Self {
        Self::new(FaultKind::Reply {
            status,
            body: body.into(),
        })
    }

    /// Only calls with this method, in any case.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Only calls whose path begins with this, or matches it if it holds `*` or `?`.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// How often it happens at most.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// With which probability, 0 to 1, a call that matches is struck.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }
}

fn millis(duration: Duration) -> u64 {
    duration.as_millis().try_into().unwrap_or(u64::MAX)
}
