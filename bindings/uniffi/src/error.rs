use crate::wire::TransportFailure;
use linq_core::{
    Error,
    error::{ErrorCode, InvalidArgument, TransportError},
    exchange::{Config, TokenError},
    webhook::WebhookError,
};
use std::time::Duration;

/// What went wrong, by how far it got. Neither keys nor secrets nor signed addresses are part of it.
#[derive(Clone, Debug, thiserror::Error, uniffi::Error)]
pub enum LinqError {
    /// Refused here, before anything was sent.
    #[error("{path}: {reason}")]
    InvalidArgument {
        /// The field, such as `message.parts[0].value`.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Not sent, since its turn would have come after its deadline.
    #[error("{detail}")]
    RateLimited {
        /// In words.
        detail: String,
        /// How long it would have had to wait.
        wait: Duration,
    },
    /// No complete reply arrived.
    #[error("{detail}")]
    Transport {
        /// In words.
        detail: String,
        /// How far the last attempt got.
        failure: TransportFailure,
        /// Whether any attempt may have reached the server; false is certain.
        may_have_taken_effect: bool,
        /// How many attempts were made.
        attempts: u32,
        /// The idempotency key that was sent, also if it was made here: sent again under it, the request takes effect
        /// once.
        idempotency_key: Option<String>,
    },
    /// The server refused.
    #[error("{detail}")]
    Api {
        /// In words: status, code and what the API says.
        detail: String,
        /// The HTTP status.
        status: u16,
        /// The API's own code, such as 2004, if the body was the API's.
        code: Option<u32>,
        /// What the API says.
        reason: Option<String>,
        /// The page about the code.
        doc_url: Option<String>,
        /// How long to wait before another try.
        retry_after: Option<Duration>,
        /// Under which Linq's support finds the request.
        trace_id: Option<String>,
        /// Whether the server may have done what was asked all the same.
        may_have_taken_effect: bool,
        /// How many attempts were made.
        attempts: u32,
        /// The idempotency key that was sent, if the request may have taken effect.
        idempotency_key: Option<String>,
        /// The raw body, which may be anything.
        body: Vec<u8>,
    },
    /// A file could not be read, or the storage did not take it.
    #[error("{detail}")]
    Upload {
        /// In words.
        detail: String,
    },
    /// The server accepted the request, with a response that is not understood.
    #[error("{detail}")]
    Decode {
        /// In words.
        detail: String,
        /// The field that was not understood.
        path: String,
        /// The HTTP status, a success.
        status: u16,
        /// Under which Linq's support finds the request.
        trace_id: Option<String>,
        /// The idempotency key that was sent, also if it was made here: sent again under it, the request takes effect
        /// once.
        idempotency_key: Option<String>,
        /// The raw body.
        body: Vec<u8>,
    },
    /// A webhook delivery that cannot be trusted, or that is no event.
    #[error("{detail}")]
    Webhook {
        /// In words.
        detail: String,
        /// What to answer the delivery with: 401 or 400.
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
            // No error of core's says of time that ran out that nothing was sent.
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
            Error::Transport(error) => error.into(),
            Error::RateLimited(error) => Self::RateLimited {
                detail,
                wait: shown(error.wait()),
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
            // Uploads, and whatever core may come to add.
            _ => Self::Upload { detail },
        }
    }
}

/// A rate limit may ask for more time than Java can tell.
fn shown(time: Duration) -> Duration {
    time.min(Config::MAX_TIMEOUT)
}
