//! Fault injection.

mod apply;
mod kind;
pub(crate) mod response;
mod set;
mod webhook;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::state::ControlError;

pub(crate) use apply::{DropConnection, apply_fault};
pub use kind::{ErrorResponse, FaultKind};
pub(crate) use set::Faults;
pub(crate) use webhook::WebhookFaults;
pub use webhook::{WebhookFault, WebhookFaultKind};

/// An injected fault, and the calls that it applies to.
///
/// Created by the constructor of its kind, and restricted by the setters:
///
/// ```
/// use linq_emulator::Fault;
///
/// // The first two sends are executed, but their responses are lost.
/// let fault = Fault::drop_response().method("POST").path("/v3/chats/*/messages").times(2);
/// ```
///
/// In JSON, the fields of the kind are next to `kind`:
/// `{"kind": "delay", "ms": 200, "path": "/v3/chats", "times": 1}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[must_use]
#[non_exhaustive]
pub struct Fault {
    /// Method of the calls it applies to, case-insensitive; all by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Prefix of the paths it applies to, with or without `/api/partner`; with `*` (any characters) or `?` (any
    /// character), a pattern for the whole path. All by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Maximum number of times it is applied; unlimited by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// Probability, 0 to 1, that it is applied to a matching call; 1 by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Kind of the fault.
    #[serde(flatten)]
    pub kind: FaultKind,
}

impl Fault {
    /// Returns a fault of this kind for every call.
    pub fn new(kind: FaultKind) -> Self {
        Self {
            method: None,
            path: None,
            times: None,
            probability: None,
            kind,
        }
    }

    /// Returns a fault that executes the call, then closes the connection without a response.
    pub fn drop_response() -> Self {
        Self::new(FaultKind::DropResponse)
    }

    /// Returns a fault that closes the connection before the call is executed.
    pub fn close() -> Self {
        Self::new(FaultKind::Close)
    }

    /// Returns a fault that executes the call, and delays its response.
    pub fn delay(delay: Duration) -> Self {
        Self::new(FaultKind::Delay { ms: millis(delay) })
    }

    /// Returns a fault that does not execute the call, and responds with an error.
    pub fn status(response: ErrorResponse) -> Self {
        Self::new(FaultKind::Status(response))
    }

    /// Returns a fault that executes the call, and responds with an error.
    pub fn status_after_execution(response: ErrorResponse) -> Self {
        Self::new(FaultKind::StatusAfterExecution(response))
    }

    /// Returns a fault that allows `after` calls in each `window`, and rejects others with 429 and code 1007, with
    /// `retry_after` in seconds.
    pub fn rate_limit(after: u32, window: Duration, retry_after: u64) -> Self {
        Self::new(FaultKind::RateLimit {
            after,
            window_ms: millis(window),
            retry_after,
        })
    }

    /// Returns a fault that does not execute the call, and responds with a redirect (307).
    pub fn redirect(location: impl Into<String>) -> Self {
        Self::new(FaultKind::Redirect {
            location: location.into(),
            status: kind::default_redirect(),
        })
    }

    /// Returns a fault that does not execute the call, and responds with a proxy's error page in HTML.
    pub fn html(status: u16) -> Self {
        Self::new(FaultKind::Html { status })
    }

    /// Returns a fault that executes the call, and truncates its response in the middle of the body.
    pub fn truncate() -> Self {
        Self::new(FaultKind::Truncate)
    }

    /// Returns a fault that executes the call, and sends the body of its response in 16 pieces, with a delay before each
    /// but the first.
    pub fn drip(delay: Duration) -> Self {
        Self::new(FaultKind::Drip { ms: millis(delay) })
    }

    /// Returns a fault that executes the call, and responds with 200 and a body that is not JSON.
    pub fn garbage() -> Self {
        Self::new(FaultKind::Garbage)
    }

    /// Returns a fault that does not execute the call, and responds with 200 and a JSON body of this size.
    pub fn large_body(bytes: u64) -> Self {
        Self::new(FaultKind::LargeBody { bytes })
    }

    /// Returns a fault that executes the call; its response and the events that it causes have observed shapes. See
    /// [`Builder::observed_shapes`](crate::Builder::observed_shapes).
    pub fn observed_shapes() -> Self {
        Self::new(FaultKind::ObservedShapes)
    }

    /// Returns a fault that does not execute the call, and responds with this body as JSON: for responses that
    /// the emulator does not send, such as values unknown to your program.
    pub fn response(status: u16, body: impl Into<String>) -> Self {
        Self::new(FaultKind::Response {
            status,
            body: body.into(),
        })
    }

    /// Restricts the fault to calls with this method, case-insensitive.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Restricts the fault to calls whose path begins with this, or matches it if it contains `*` or `?`.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Sets the maximum number of times it is applied.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Sets the probability, 0 to 1, that it is applied to a matching call.
    pub fn probability(mut self, probability: f64) -> Self {
        self.probability = Some(probability);
        self
    }
}

/// The faults from the start, which a reset restores.
#[derive(Clone, Debug, Default)]
pub(crate) struct InitialFaults {
    pub(crate) calls: Vec<Fault>,
    pub(crate) webhooks: Vec<WebhookFault>,
}

impl InitialFaults {
    pub(crate) fn check(&self) -> Result<(), ControlError> {
        self.calls.iter().try_for_each(set::check)?;
        self.webhooks
            .iter()
            .try_for_each(|fault| check_probability(fault.probability))
    }
}

/// Rejects a probability that is not from 0 to 1.
fn check_probability(probability: Option<f64>) -> Result<(), ControlError> {
    match probability {
        Some(probability) if !(0.0..=1.0).contains(&probability) => {
            Err(ControlError::invalid("probability must be from 0 to 1"))
        }
        _ => Ok(()),
    }
}

fn millis(duration: Duration) -> u64 {
    duration.as_millis().try_into().unwrap_or(u64::MAX)
}
