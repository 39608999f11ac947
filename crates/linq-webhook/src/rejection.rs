use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use linq_core::webhook::WebhookError;
use std::time::Duration;

/// The reason why a delivery is rejected, and the response to it.
///
/// Contains neither a secret nor a valid signature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// The signature is missing or invalid, or the body is not an event.
    #[error(transparent)]
    Webhook(#[from] WebhookError),
    /// The body is too large.
    #[error("the body is larger than {limit} bytes")]
    #[non_exhaustive]
    TooLarge {
        /// Maximum size, in bytes.
        limit: usize,
    },
    /// The body was not received in time.
    #[error("the body was not received within {limit:?}")]
    #[non_exhaustive]
    TooSlow {
        /// Maximum time.
        limit: Duration,
    },
    /// Too many bodies are being read.
    #[error("too many bodies are being read")]
    Overloaded,
    /// The body ended early.
    #[error("the body is incomplete")]
    Incomplete,
    /// The route has no receiver: it must be created with [`post`](crate::axum::post), or get one from
    /// [`provide`](crate::axum::provide).
    #[cfg(feature = "axum")]
    #[error("the route has no receiver")]
    NoReceiver,
}

impl Rejection {
    /// Returns the status of the response: 401 if the delivery cannot be verified, 400 if it is not a valid event, 413
    /// if it is too large, none of which Linq retries; 503 if it was too slow or the server is overloaded, and 500 if the
    /// route has no receiver, after which it does.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Webhook(error) => error.http_status(),
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow { .. } | Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Incomplete => StatusCode::BAD_REQUEST,
            #[cfg(feature = "axum")]
            Self::NoReceiver => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Returns a short name of the reason, such as `signature_mismatch` or `too_large`: for metrics, since the message
    /// contains numbers.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Webhook(error) => error.reason(),
            Self::TooLarge { .. } => "too_large",
            Self::TooSlow { .. } => "too_slow",
            Self::Overloaded => "overloaded",
            Self::Incomplete => "incomplete",
            #[cfg(feature = "axum")]
            Self::NoReceiver => "no_receiver",
        }
    }

    /// Returns the response: the status, and the reason as plain text.
    #[must_use]
    pub fn into_response<B: From<String>>(self) -> Response<B> {
        let mut response = Response::new(self.to_string().into());
        *response.status_mut() = self.status();
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        response.headers_mut().insert(CONTENT_TYPE, text);
        response
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn trace(&self) {
        let (status, reason) = (self.status().as_u16(), self.reason());
        tracing::warn!(target: "linq", status, reason, problem = %self, "rejected a webhook delivery");
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    pub(crate) fn trace(&self) {}
}
