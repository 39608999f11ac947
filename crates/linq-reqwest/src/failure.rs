use linq_core::error::{TransportError, TransportErrorKind};
use std::{error::Error, io, iter};

/// What can go wrong while a request is carried.
pub(crate) enum Failure {
    Http(reqwest::Error),
    /// The same, and nobody had asked for the body by then.
    Unsent(reqwest::Error),
    TooLarge {
        limit: usize,
    },
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

/// How far a request got, as far as reqwest tells. Where it does not, it may have been sent.
pub(crate) fn classify(failure: Failure) -> TransportError {
    let (error, sent) = match failure {
        Failure::TooLarge { limit } => {
            return TransportError::new(
                TransportErrorKind::ReplyTooLarge,
                format!("more than {limit} bytes"),
            );
        }
        Failure::Http(error) => (error, true),
        Failure::Unsent(error) => (error, false),
    };
    let kind = if error.is_builder() || certificate_refused(&error) {
        TransportErrorKind::Unsendable
    } else if not_processed(&error) {
        TransportErrorKind::NotProcessed
    } else if error.is_timeout() && (error.is_connect() || !sent) {
        TransportErrorKind::ConnectTimeout
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::Interrupted
    };
    TransportError::new(kind, Causes(error.without_url()))
}

fn certificate_refused(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        matches!(
            cause.downcast_ref(),
            Some(rustls::Error::InvalidCertificate(_))
        )
    })
}

/// Returns whether the server said so, as HTTP/2 can. h2 reports a GOAWAY for streams above its last one only, unless the
/// GOAWAY has an error code.
fn not_processed(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| match cause.downcast_ref::<h2::Error>() {
        Some(error) if error.is_remote() => match error.reason() {
            Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
            Some(h2::Reason::NO_ERROR) => error.is_go_away(),
            _ => false,
        },
        _ => false,
    })
}

type Cause = dyn Error + 'static;

/// Returns the error and its causes, also those that an I/O error wraps.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &Cause> {
    iter::successors(Some(error as &Cause), |error| cause(*error))
}

fn cause(error: &Cause) -> Option<&Cause> {
    let io = error.downcast_ref::<io::Error>();
    match io.and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}

/// reqwest's own message leaves the cause to `source`, which few people print.
#[derive(Debug)]
struct Causes(reqwest::Error);

impl std::fmt::Display for Causes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl Error for Causes {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
