use crate::json::JsonError;
use http::StatusCode;
use std::{fmt, time::Duration};

/// The error of verifying or decoding a delivery.
///
/// It never contains a secret or an expected signature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebhookError {
    /// A header of the signature is missing.
    #[error("the header `{0}` is missing")]
    MissingHeader(&'static str),
    /// A header of the signature is malformed.
    #[error("the header `{name}` {problem}")]
    #[non_exhaustive]
    InvalidHeader {
        /// Name of the header.
        name: &'static str,
        /// Description of the problem.
        problem: &'static str,
    },
    /// No signature matches any of the secrets, or the delivery was modified after signing.
    #[error("no signature matches")]
    SignatureMismatch,
    /// No signature matches, and a secret is not base64, as Linq's are: such a secret can verify legacy signatures
    /// only.
    #[error(
        "no signature matches; a secret is not base64, so the Standard signature could not be checked with it"
    )]
    SecretNotBase64,
    /// The signature is valid, but too old: a late delivery, a replay, or a clock that is fast.
    #[error("signed {by:?} ago, more than the tolerance of {tolerance:?}")]
    #[non_exhaustive]
    TimestampTooOld {
        /// Age of the signature.
        by: Duration,
        /// Maximum age.
        tolerance: Duration,
    },
    /// The signature is valid, but its timestamp is in the future: a clock is slow.
    #[error("signed {by:?} in the future, more than the tolerance of {tolerance:?}")]
    #[non_exhaustive]
    TimestampInFuture {
        /// Time from now to the timestamp.
        by: Duration,
        /// Maximum time.
        tolerance: Duration,
    },
    /// The signature is valid, or was not verified, but the body is not an event.
    #[error("{}{problem}", BodyOrField(path))]
    #[non_exhaustive]
    Malformed {
        /// Path of the field, such as `event_id`; `.` for the whole body.
        path: String,
        /// Description of the problem.
        problem: String,
    },
}

impl WebhookError {
    /// Returns the status to respond with: 401 if the verification failed, 400 if the body is malformed. Linq
    /// does not retry after either.
    #[must_use]
    pub fn http_status(&self) -> StatusCode {
        match self {
            Self::Malformed { .. } => StatusCode::BAD_REQUEST,
            Self::MissingHeader(_)
            | Self::InvalidHeader { .. }
            | Self::SignatureMismatch
            | Self::SecretNotBase64
            | Self::TimestampTooOld { .. }
            | Self::TimestampInFuture { .. } => StatusCode::UNAUTHORIZED,
        }
    }

    /// Returns the name of the variant, such as `signature_mismatch`: for metrics, since a message contains numbers.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::MissingHeader(_) => "missing_header",
            Self::InvalidHeader { .. } => "invalid_header",
            Self::SignatureMismatch => "signature_mismatch",
            Self::SecretNotBase64 => "secret_not_base64",
            Self::TimestampTooOld { .. } => "timestamp_too_old",
            Self::TimestampInFuture { .. } => "timestamp_in_future",
            Self::Malformed { .. } => "malformed",
        }
    }
}

impl From<JsonError> for WebhookError {
    fn from(problem: JsonError) -> Self {
        Self::Malformed {
            path: problem.path,
            problem: problem.what,
        }
    }
}

/// Beginning of a message about a field, or about the whole body.
struct BodyOrField<'a>(&'a str);

impl fmt::Display for BodyOrField<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "." => f.write_str("the body is "),
            path => write!(f, "{path}: "),
        }
    }
}
