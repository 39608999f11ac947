//! Kinds of faults.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Kind of a fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum FaultKind {
    /// Executes the call, then closes the connection without a response.
    DropResponse,
    /// Closes the connection before the call is executed.
    Close,
    /// Executes the call, and delays its response.
    Delay {
        /// Delay in milliseconds.
        ms: u64,
    },
    /// Does not execute the call, and returns an error.
    Status(ErrorResponse),
    /// Executes the call, and returns an error.
    StatusAfterExecution(ErrorResponse),
    /// Rejects calls over a limit per window of time with 429 and code 1007.
    RateLimit {
        /// Number of calls that are allowed in a window.
        after: u32,
        /// Length of the window in milliseconds.
        window_ms: u64,
        /// Seconds in `Retry-After`.
        retry_after: u64,
    },
    /// Does not execute the call, and returns a redirect.
    Redirect {
        /// Header `Location`.
        location: String,
        /// HTTP status; 307 by default.
        #[serde(default = "default_redirect")]
        status: u16,
    },
    /// Does not execute the call, and returns a proxy's error page in HTML.
    Html {
        /// HTTP status, such as 502.
        status: u16,
    },
    /// Executes the call, and truncates its response in the middle of the body.
    Truncate,
    /// Executes the call, and sends the body of its response in 16 pieces, with a delay before each but the first.
    Drip {
        /// Delay in milliseconds.
        ms: u64,
    },
    /// Executes the call, and returns 200 with a body that is not JSON.
    Garbage,
    /// Does not execute the call, and returns 200 with a large JSON body.
    LargeBody {
        /// Size of the body in bytes.
        bytes: u64,
    },
    /// Executes the call; its response and its events have observed shapes.
    ObservedShapes,
    /// Does not execute the call, and returns this response.
    Response {
        /// HTTP status; 200 by default.
        #[serde(default = "default_response_status")]
        status: u16,
        /// Body, sent verbatim with the content type of JSON.
        body: String,
    },
}

const fn default_response_status() -> u16 {
    200
}

pub(super) const fn default_redirect() -> u16 {
    307
}

impl FaultKind {
    /// Returns the name of the kind in JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::DropResponse => "drop_response",
            Self::Close => "close",
            Self::Delay { .. } => "delay",
            Self::Status(_) => "status",
            Self::StatusAfterExecution(_) => "status_after_execution",
            Self::RateLimit { .. } => "rate_limit",
            Self::Redirect { .. } => "redirect",
            Self::Html { .. } => "html",
            Self::Truncate => "truncate",
            Self::Drip { .. } => "drip",
            Self::Garbage => "garbage",
            Self::LargeBody { .. } => "large_body",
            Self::ObservedShapes => "observed_shapes",
            Self::Response { .. } => "response",
        }
    }
}

/// An error response of a fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
#[non_exhaustive]
pub struct ErrorResponse {
    /// HTTP status.
    pub status: u16,
    /// Linq's error code.
    pub code: u32,
    /// Message; by default, one that says that it is a fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Seconds to wait, in the body and in the header `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// Additional headers, such as `x-should-retry`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
}

impl ErrorResponse {
    /// Returns an error response with an HTTP status and one of Linq's error codes.
    pub fn new(status: u16, code: u32) -> Self {
        Self {
            status,
            code,
            message: None,
            retry_after: None,
            headers: BTreeMap::new(),
        }
    }

    /// Sets the message.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    /// Sets the seconds to wait, in the body and in the header `Retry-After`.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Adds a header.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }
}
