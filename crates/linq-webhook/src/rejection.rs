use http::{HeaderValue, Response, StatusCode, header::CONTENT_TYPE};
use linq_core::webhook::WebhookError;
use std::time::Duration;

/// Why a delivery is not taken, and how to answer it.
///
/// No secret, and no signature that would have been right, is ever part of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Rejection {
    /// It was not signed as it should be, or is no event.
    #[error(transparent)]
    Webhook(#[from] WebhookError),
    /// Its body is too large.
    #[error("the body is larger than {limit} bytes")]
    #[non_exhaustive]
    TooLarge {
        /// What is taken, in bytes.
        limit: usize,
    },
    /// Its body did not come in time.
    #[error("the body did not come within {limit:?}")]
    #[non_exhaustive]
    TooSlow {
        /// The maximum time.
        limit: Duration,
    },
    /// Too many bodies are being read.
    #[error("too many bodies are being read")]
    Overloaded,
    /// Its body broke off.
    #[error("the body could not be read to its end")]
    Incomplete,
}

impl Rejection {
    /// Returns 401 when it cannot be trusted, 400 when it cannot be read, 413 when it is too large: Linq repeats none of
    /// these. 503 when it was too slow or one too many: Linq delivers it again.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Webhook(error) => error.http_status(),
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow { .. } | Self::Overloaded => StatusCode::SERVICE_UNAVAILABLE,
            Self::Incomplete => StatusCode::BAD_REQUEST,
        }
    }

    /// The answer: the status, and the reason in words.
    #[must_use]
    pub fn into_response<B: From<String>>(self) -> Response<B> {
        let mut reply = Response::new(self.to_string().into());
        *reply.status_mut() = self.status();
        let text = HeaderValue::from_static("text/plain; charset=utf-8");
        reply.headers_mut().insert(CONTENT_TYPE, text);
        reply
    }
}
