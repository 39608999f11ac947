use crate::wire::TransportFailure;
use linq_core::{
    Error,
    error::{DownloadError, ErrorCode, InvalidArgument, TransportError},
    exchange::{ExchangeConfig, TokenError},
    webhook::WebhookError,
};
use std::time::Duration;

/// An error of a call, with a case for each kind of failure. Contains no keys, secrets or signed URLs.
#[derive(Clone, Debug, thiserror::Error, uniffi::Error)]
pub enum LinqError {
    /// An argument or option is invalid. Nothing was sent.
    #[error("{path}: {reason}")]
    InvalidArgument {
        /// Path of the field, such as `message.parts[0].value`.
        path: String,
        /// The problem, such as `must not be empty`.
        reason: String,
    },
    /// Not sent: the rate limit allows it only after the call's deadline.
    #[error("{detail}")]
    RateLimited {
        /// Human-readable message.
        detail: String,
        /// Time until the rate limit allows the call.
        wait: Duration,
    },
    /// No complete response was received.
    #[error("{detail}")]
    Transport {
        /// Human-readable message.
        detail: String,
        /// The stage at which the last attempt failed.
        failure: TransportFailure,
        /// True if the request may have taken effect; false means that it certainly did not.
        may_have_taken_effect: bool,
        /// Number of attempts.
        attempts: u32,
        /// The idempotency key that was sent, including a generated one. A retry with the same key takes effect once.
        idempotency_key: Option<String>,
    },
    /// The API returned an error.
    #[error("{detail}")]
    Api {
        /// Human-readable message: status, code and the API's message.
        detail: String,
        /// The HTTP status.
        status: u16,
        /// The API's error code, such as 2004, if the body was the API's.
        code: Option<u32>,
        /// The API's message.
        reason: Option<String>,
        /// URL of the documentation page of the code.
        doc_url: Option<String>,
        /// Minimum delay before a retry.
        retry_after: Option<Duration>,
        /// Trace identifier of the request, for Linq's support.
        trace_id: Option<String>,
        /// True if the request may have taken effect nevertheless; false means that it certainly did not.
        may_have_taken_effect: bool,
        /// Number of attempts.
        attempts: u32,
        /// The idempotency key that was sent, if the request may have taken effect.
        idempotency_key: Option<String>,
        /// The raw body, which is not necessarily JSON.
        body: Vec<u8>,
    },
    /// A file could not be read, or the storage rejected it.
    #[error("{detail}")]
    Upload {
        /// Human-readable message.
        detail: String,
    },
    /// A file is too large or could not be written, or the storage did not return it.
    #[error("{detail}")]
    Download {
        /// Human-readable message.
        detail: String,
        /// The HTTP status of the storage, if it responded with an error.
        status: Option<u16>,
    },
    /// The server accepted the request, but its response could not be decoded.
    #[error("{detail}")]
    Decode {
        /// Human-readable message.
        detail: String,
        /// Path of the field that could not be decoded; `.` for the whole body.
        path: String,
        /// The HTTP status, 2xx.
        status: u16,
        /// Trace identifier of the request, for Linq's support.
        trace_id: Option<String>,
        /// The idempotency key that was sent, including a generated one. A retry with the same key takes effect once.
        idempotency_key: Option<String>,
        /// The raw body.
        body: Vec<u8>,
    },
    /// A webhook delivery whose signature is invalid, or that is not an event.
    #[error("{detail}")]
    Webhook {
        /// Human-readable message.
        detail: String,
        /// HTTP status to respond with: 401 or 400.
        status: u16,
    },
}

impl From<InvalidArgument> for LinqError {
    fn from(invalid: InvalidArgument) -> Self {
        Self::InvalidArgument {
            path: invalid.path().to_owned(),
            reason: invalid.reason().to_string(),
        }
    }
}

impl From<TokenError> for LinqError {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::InvalidArgument(invalid) => invalid.into(),
            TokenError::InvalidState(error) => Error::from(error).into(),
            // Core has no error for a timeout before anything was sent.
            _ => Self::Transport {
                detail: error.to_string(),
                failure: TransportFailure::TimedOut,
                may_have_taken_effect: false,
                attempts: 0,
                idempotency_key: None,
            },
        }
    }
}

impl From<TransportError> for LinqError {
    fn from(error: TransportError) -> Self {
        Self::Transport {
            detail: error.to_string(),
            failure: error.kind().into(),
            may_have_taken_effect: error.may_have_taken_effect(),
            attempts: error.attempts(),
            idempotency_key: error.idempotency_key().map(ToString::to_string),
        }
    }
}

impl From<WebhookError> for LinqError {
    fn from(error: WebhookError) -> Self {
        Self::Webhook {
            detail: error.to_string(),
            status: error.http_status().as_u16(),
        }
    }
}

impl From<Error> for LinqError {
    fn from(error: Error) -> Self {
        let detail = error.to_string();
        match error {
            Error::InvalidArgument(invalid) => invalid.into(),
            Error::InvalidState(_) => InvalidArgument::new("call", detail).into(),
            Error::Transport(error) => error.into(),
            Error::RateLimited(error) => Self::RateLimited {
                detail,
                wait: clamp_for_java(error.wait()),
            },
            Error::Api(error) => Self::Api {
                detail,
                status: error.status().as_u16(),
                code: error.code().map(ErrorCode::number),
                reason: error.message().map(str::to_owned),
                doc_url: error.doc_url().map(str::to_owned),
                retry_after: error.retry_after(),
                trace_id: error.trace_id().map(str::to_owned),
                may_have_taken_effect: error.may_have_taken_effect(),
                attempts: error.attempts(),
                idempotency_key: error.idempotency_key().map(ToString::to_string),
                body: error.body().to_vec(),
            },
            Error::Decode(error) => Self::Decode {
                detail,
                path: error.path().to_owned(),
                status: error.status().as_u16(),
                trace_id: error.trace_id().map(str::to_owned),
                idempotency_key: error.idempotency_key().map(ToString::to_string),
                body: error.body().to_vec(),
            },
            Error::Download(error) => Self::Download {
                detail,
                status: match *error {
                    DownloadError::Rejected(error) => Some(error.status().as_u16()),
                    _ => None,
                },
            },
            // Upload errors, and variants that core may add.
            _ => Self::Upload { detail },
        }
    }
}

/// Limits a delay to what `java.time.Duration` can hold.
fn clamp_for_java(time: Duration) -> Duration {
    time.min(ExchangeConfig::MAX_TIMEOUT)
}
