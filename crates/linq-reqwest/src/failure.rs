use linq_core::error::{TransportError, TransportErrorKind};
use std::error::Error;

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
    let mut cause: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
            return true;
        }
        let io = error.downcast_ref::<std::io::Error>();
        cause = match io.and_then(std::io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    false
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
