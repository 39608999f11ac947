//! What can go wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The call is carried out, then the connection is closed without a reply.
    LoseReply,
    /// The connection is closed before anything is done.
    Close,
    /// The call is carried out, and its reply comes later.
    Delay {
        /// By how many milliseconds.
        ms: u64,
    },
    /// The call is not carried out but refused.
    Status(StatusResponse),
    /// The call is carried out, yet answered as if refused.
    StatusAfterWork(StatusResponse),
    /// Calls past the first few of a window of time are 429/1007.
    RateLimit {
        /// How many calls pass in a window.
        after: u32,
        /// The length of the window in milliseconds.
        window_ms: u64,
        /// The seconds to wait that the refusal names.
        retry_after: u64,
    },
    /// The call is not carried out but sent elsewhere.
    Redirect {
        /// The `Location`.
        location: String,
        /// The HTTP status, 307 if not given.
        #[serde(default = "default_redirect")]
        status: u16,
    },
    /// The call is not carried out; a proxy's error page in HTML comes back.
    Html {
        /// The HTTP status, such as 502.
        status: u16,
    },
    /// The call is carried out, its reply cut in the middle of the body.
    Truncate,
    /// The call is carried out and answered 200 with a body that is not JSON.
    Garbage,
    /// The call is not carried out; a large JSON body comes back with 200.
    BigBody {
        /// The size of the body.
        bytes: u64,
    },
    /// The call is executed; its response and its events have observed shapes.
    AsSeen,
    /// The call is not carried out; this comes back.
    Reply {
        /// The HTTP status, 200 if not given.
        #[serde(default = "default_reply")]
        status: u16,
        /// The body, to the byte; its content type is JSON's.
        body: String,
    },
}

const fn default_reply() -> u16 {
    200
}

pub(super) const fn default_redirect() -> u16 {
    307
}

impl FaultKind {
    /// The name of the kind as it is written in JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::LoseReply => "lose_reply",
            Self::Close => "close",
            Self::Delay { .. } => "delay",
            Self::Status(_) => "status",
            Self::StatusAfterWork(_) => "status_after_work",
            Self::RateLimit { .. } => "rate_limit",
            Self::Redirect { .. } => "redirect",
            Self::Html { .. } => "html",
            Self::Truncate => "truncate",
            Self::Garbage => "garbage",
            Self::BigBody { .. } => "big_body",
            Self::AsSeen => "as_seen",
            Self::Reply { .. } => "reply",
        }
    }
}

/// An error reply in place of the real one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
#[non_exhaustive]
pub struct StatusResponse {
    /// The HTTP status.
    pub status: u16,
    /// Linq's error code.
    pub code: u32,
    /// The message; one that says it was asked for, if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Seconds to wait, in the body and in the header `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// More headers, such as `x-should-retry`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
}

impl StatusResponse {
    /// A reply with an HTTP status and one of Linq's error codes.
    pub fn new(status: u16, code: u32) -> Self {
        Self {
            status,
            code,
            message: None,
            retry_after: None,
            headers: BTreeMap::new(),
        }
    }

    /// The message of the error.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Seconds to wait, in the body and in the header `Retry-After`.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// One more header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }
}
