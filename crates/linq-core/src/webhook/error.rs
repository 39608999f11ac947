use crate::json::JsonProblem;
use http::StatusCode;
use std::time::Duration;

/// Why a delivery is not handed on.
///
/// Neither a secret nor a signature that would have been right is ever part of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// A header that the signature needs is not there.
    #[error("the header `{0}` is missing")]
    MissingHeader(&'static str),
    /// A header that the signature needs makes no sense.
    #[error("the header `{name}` {problem}")]
    #[non_exhaustive]
    BadHeader {
        /// The header.
        name: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// No signature was made with any of the secrets, or something changed after signing.
    #[error("no signature matches")]
    NoMatch,
    /// No signature matches, and a secret is not base64, as Linq's are: it can check legacy signatures
    /// only.
    #[error(
        "no signature matches; a secret is not base64, so the Standard signature could not be checked with it"
    )]
    SecretNotBase64,
    /// The signature is right, but too long ago: a late delivery, a replay, or a clock that is fast.
    #[error("signed {by:?} ago, where {tolerance:?} are allowed")]
    #[non_exhaustive]
    TimestampTooOld {
        /// How long ago it was signed.
        by: Duration,
        /// How long ago was allowed.
        tolerance: Duration,
    },
    /// The signature is right, but made in the future: a clock is slow.
    #[error("signed {by:?} in the future, where {tolerance:?} are allowed")]
    #[non_exhaustive]
    TimestampInFuture {
        /// How far in the future it was signed.
        by: Duration,
        /// How far was allowed.
        tolerance: Duration,
    },
    /// The signature is right, or was not asked for, but the body is no event.
    #[error("{path}: {problem}")]
    #[non_exhaustive]
    Malformed {
        /// The field, such as `event_id`; `.` for the whole body.
        path: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl WebhookError {
    /// What to answer the delivery with: 401 when it cannot be trusted, 400 when it cannot be read.
    /// Linq repeats neither.
    #[must_use]
    pub fn http_status(&self) -> StatusCode {
        match self {
            Self::Malformed { .. } => StatusCode::BAD_REQUEST,
            Self::MissingHeader(_)
            | Self::BadHeader { .. }
            | Self::NoMatch
            | Self::SecretNotBase64
            | Self::TimestampTooOld { .. }
            | Self::TimestampInFuture { .. } => StatusCode::UNAUTHORIZED,
        }
    }
}

impl From<JsonProblem> for WebhookError {
    fn from(problem: JsonProblem) -> Self {
        Self::Malformed {
            path: problem.path,
            problem: problem.what,
        }
    }
}
