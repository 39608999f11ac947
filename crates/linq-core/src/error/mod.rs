//! What can go wrong with a call, by how far it got.

mod api;
mod attempt_history;
mod code;
mod decode;
mod rate_limited;
mod transport;
mod upload;
mod wait;

pub use api::ApiError;
pub use code::{ErrorCode, RetryHint};
pub use decode::DecodeError;
pub use rate_limited::RateLimited;
pub use transport::{TransportError, TransportErrorKind};
pub use upload::{StorageError, UploadError};

pub(crate) use attempt_history::AttemptHistory;
pub(crate) use wait::{MAX_WAIT, wait};

pub use crate::invalid_argument::{IntoField, InvalidArgument, Reason};

pub(crate) use crate::invalid_argument::{Each, Within};

use crate::message::IdempotencyKey;

/// Why a call gave no result, by how far it got.
///
/// The first question after a failed send is whether somebody may have received the message:
/// [`Error::may_have_taken_effect`] answers it for every variant.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Refused here, before anything was sent.
    #[error(transparent)]
    InvalidArgument(#[from] InvalidArgument),
    /// Not sent, since its turn would have come after its deadline.
    #[error(transparent)]
    RateLimited(#[from] RateLimited),
    /// No complete reply arrived.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The server refused.
    #[error(transparent)]
    Api(#[from] Box<ApiError>),
    /// A file could not be read, or the storage did not take it.
    #[error(transparent)]
    Upload(#[from] Box<UploadError>),
    /// The server accepted, with a response that is not understood.
    #[error(transparent)]
    Decode(#[from] Box<DecodeError>),
}

impl Error {
    /// Whether the server may have done what was asked although the call failed.
    ///
    /// `false` is certain: this call sent and changed nothing, and created nothing that anybody could
    /// use. `true` means that it is not known, or, for [`Error::Decode`], that it was done. A call that
    /// only reads has no effect, unless its reply was not understood.
    ///
    /// An [upload](crate::upload) that failed has made nothing that a message could carry, so
    /// [`Error::Upload`] is `false`: the file can be uploaded again without harm. What was announced for
    /// it is deleted again, or else, where the connection does not allow that, left behind unused.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        match self {
            Self::InvalidArgument(_) | Self::RateLimited(_) | Self::Upload(_) => false,
            Self::Transport(error) => error.may_have_taken_effect(),
            Self::Api(error) => error.may_have_taken_effect(),
            Self::Decode(_) => true,
        }
    }

    /// What the server said, if it refused.
    #[must_use]
    pub fn as_api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) => Some(error),
            _ => None,
        }
    }

    /// Returns the idempotency key that was sent, also if the client made it, where the request may have taken effect
    /// or its response was not understood: sent again under this key, it takes effect once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        match self {
            Self::Api(error) => error.idempotency_key(),
            Self::Transport(error) => error.idempotency_key(),
            Self::Decode(error) => error.idempotency_key(),
            Self::InvalidArgument(_) | Self::RateLimited(_) | Self::Upload(_) => None,
        }
    }

    /// The API's own code for the refusal, if it gave one.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.as_api().and_then(ApiError::code)
    }

    /// The identifier under which Linq's support finds the request, if a reply arrived.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        match self {
            Self::Api(error) => error.trace_id(),
            Self::Decode(error) => error.trace_id(),
            Self::InvalidArgument(_)
            | Self::RateLimited(_)
            | Self::Transport(_)
            | Self::Upload(_) => None,
        }
    }
}
