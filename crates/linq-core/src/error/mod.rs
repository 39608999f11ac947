//! Errors of calls.

mod api;
mod attempt_history;
mod code;
mod decode;
mod delay;
mod download;
mod invalid_state;
mod rate_limited;
mod transport;
mod upload;

pub use api::ApiError;
pub use code::{ErrorCode, RetryHint};
pub use decode::DecodeError;
pub use download::DownloadError;
pub use invalid_state::InvalidState;
pub use rate_limited::RateLimited;
pub use transport::{TransportError, TransportErrorKind};
pub use upload::{StorageError, UploadError};

pub(crate) use attempt_history::AttemptHistory;
pub(crate) use delay::{MAX_DELAY, parse_delay};

pub use crate::invalid_argument::{IntoField, IntoList, InvalidArgument, Reason};

pub(crate) use crate::invalid_argument::PrependPath;

use crate::message::IdempotencyKey;

/// The error of a call, with a variant for each stage.
///
/// [`Error::may_have_taken_effect`] returns whether a failed send may have delivered its message, for every variant.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An argument is invalid. Nothing was sent.
    #[error(transparent)]
    InvalidArgument(#[from] InvalidArgument),
    /// A rate limit would have delayed the call beyond its deadline. Nothing was sent.
    #[error(transparent)]
    RateLimited(#[from] RateLimited),
    /// No complete response arrived.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The server responded with an error.
    #[error(transparent)]
    Api(#[from] Box<ApiError>),
    /// A file could not be read, or the storage rejected it.
    #[error(transparent)]
    Upload(#[from] Box<UploadError>),
    /// A file could not be downloaded: it is too large, cannot be written, or the storage did not return it.
    #[error(transparent)]
    Download(#[from] Box<DownloadError>),
    /// The server accepted the request, but its response cannot be decoded.
    #[error(transparent)]
    Decode(#[from] Box<DecodeError>),
    /// A driver of a state machine made a step that it must not make: a mistake in the program.
    #[error(transparent)]
    InvalidState(#[from] InvalidState),
}

impl Error {
    /// Returns whether the request may have taken effect although the call failed.
    ///
    /// `false` is certain: the call changed nothing. `true` means that it is unknown, or, for [`Error::Decode`], that
    /// the request took effect. A read-only call has no effect, unless its response could not be decoded.
    ///
    /// `false` for [`Error::Upload`]: a failed [upload](crate::upload) leaves no attachment that a message could
    /// contain, and can be retried. The attachment that was created for it is deleted, or left unused if the connection
    /// does not allow that.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        match self {
            Self::InvalidArgument(_)
            | Self::RateLimited(_)
            | Self::Upload(_)
            | Self::Download(_)
            | Self::InvalidState(_) => false,
            Self::Transport(error) => error.may_have_taken_effect(),
            Self::Api(error) => error.may_have_taken_effect(),
            Self::Decode(_) => true,
        }
    }

    /// Returns the error response of the server, if there is one.
    #[must_use]
    pub fn as_api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the idempotency key that was sent, including a generated one, if the request may have taken effect:
    /// retried under this key, it takes effect once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        match self {
            Self::Api(error) => error.idempotency_key(),
            Self::Transport(error) => error.idempotency_key(),
            Self::Decode(error) => error.idempotency_key(),
            Self::InvalidArgument(_)
            | Self::RateLimited(_)
            | Self::Upload(_)
            | Self::Download(_)
            | Self::InvalidState(_) => None,
        }
    }

    /// Returns the error code of the API, if the response has one.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.as_api().and_then(ApiError::code)
    }

    /// Returns the trace ID, by which Linq's support finds the request, if a response arrived.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.trace_id(),
            Self::Decode(error) => error.trace_id(),
            Self::InvalidArgument(_)
            | Self::RateLimited(_)
            | Self::Transport(_)
            | Self::Upload(_)
            | Self::Download(_)
            | Self::InvalidState(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Error, TransportError, TransportErrorKind, UploadError};
    use std::{error::Error as _, io};

    #[test]
    fn clone_has_the_same_source() {
        let reset = || io::Error::from(io::ErrorKind::ConnectionReset);
        let lost = TransportError::new(TransportErrorKind::ConnectionLost, reset());
        for error in [
            Error::Transport(lost),
            Error::Upload(Box::new(UploadError::from_source(reset()))),
        ] {
            let clone = error.clone();
            assert_eq!(clone.to_string(), error.to_string());
            let source = clone.source().unwrap().downcast_ref::<io::Error>();
            assert_eq!(source.unwrap().kind(), io::ErrorKind::ConnectionReset);
        }
    }
}
