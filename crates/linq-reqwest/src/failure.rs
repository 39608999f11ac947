//! Classification of the HTTP clients' errors.

use hyper_util::client::legacy;
use linq_core::error::{TransportError, TransportErrorKind};
use std::{error::Error, fmt, io, iter};
use tokio::time::error::Elapsed;

/// A failed request.
pub(crate) enum Failure {
    Http(reqwest::Error),
    /// An error of reqwest before the body was polled.
    NotSent(reqwest::Error),
    /// An error of a request to the storage.
    Storage(legacy::Error),
    /// An error while reading the storage's response body.
    Body(hyper::Error),
    /// The request to the storage timed out.
    TimedOut(Elapsed),
    /// A failure instead of a response, in tests.
    Canned(TransportError),
    TooLarge {
        limit: usize,
    },
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Self::Http(error)
    }
}

impl From<legacy::Error> for Failure {
    fn from(error: legacy::Error) -> Self {
        Self::Storage(error)
    }
}

impl From<hyper::Error> for Failure {
    fn from(error: hyper::Error) -> Self {
        Self::Body(error)
    }
}

/// Returns a transport error that says how far the request got. Where the HTTP client does not report it, the request
/// may have been sent.
pub(crate) fn classify(failure: Failure) -> TransportError {
    let (kind, error): (_, Box<dyn Error + Send + Sync>) = match failure {
        Failure::TooLarge { limit } => (
            TransportErrorKind::ResponseTooLarge,
            format!("more than {limit} bytes").into(),
        ),
        Failure::Http(error) => (kind(&error, true), ErrorChain::of(error.without_url())),
        Failure::NotSent(error) => (kind(&error, false), ErrorChain::of(error.without_url())),
        Failure::Storage(error) => (storage_kind(&error), ErrorChain::of(error)),
        Failure::Body(error) => (TransportErrorKind::ConnectionLost, ErrorChain::of(error)),
        Failure::Canned(error) => return error,
        Failure::TimedOut(error) => (TransportErrorKind::Timeout, ErrorChain::of(error)),
    };
    TransportError::new(kind, error)
}

fn kind(error: &reqwest::Error, sent: bool) -> TransportErrorKind {
    if error.is_builder() || is_certificate_error(error) {
        TransportErrorKind::InvalidRequest
    } else if is_not_processed(error) {
        TransportErrorKind::NotProcessed
    } else if error.is_timeout() && (error.is_connect() || !sent) {
        TransportErrorKind::ConnectTimeout
    } else if error.is_connect() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::ConnectionLost
    }
}

fn storage_kind(error: &legacy::Error) -> TransportErrorKind {
    if !error.is_connect() {
        TransportErrorKind::ConnectionLost
    } else if is_certificate_error(error) {
        TransportErrorKind::InvalidRequest
    } else if causes(error).any(<dyn Error>::is::<Elapsed>) {
        TransportErrorKind::ConnectTimeout
    } else {
        TransportErrorKind::Connect
    }
}

fn is_certificate_error(error: &Cause) -> bool {
    causes(error).any(|cause| {
        matches!(
            cause.downcast_ref(),
            Some(rustls::Error::InvalidCertificate(_))
        )
    })
}

/// Returns whether the server reported by HTTP/2 that it did not process the request. h2 reports a GOAWAY only for
/// streams above its last one, unless the GOAWAY has an error code.
#[cfg(feature = "http2")]
fn is_not_processed(error: &Cause) -> bool {
    causes(error).any(|cause| match cause.downcast_ref::<h2::Error>() {
        Some(error) if error.is_remote() => match error.reason() {
            Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
            Some(h2::Reason::NO_ERROR) => error.is_go_away(),
            _ => false,
        },
        _ => false,
    })
}

#[cfg(not(feature = "http2"))]
fn is_not_processed(_: &Cause) -> bool {
    false
}

type Cause = dyn Error + 'static;

/// Returns the error and its causes, also those that an I/O error wraps.
fn causes(error: &Cause) -> impl Iterator<Item = &Cause> {
    iter::successors(Some(error), |error| cause(*error))
}

fn cause(error: &Cause) -> Option<&Cause> {
    let io = error.downcast_ref::<io::Error>();
    match io.and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}

/// Displays an error with its causes, which the HTTP client's own message leaves out.
#[derive(Debug)]
struct ErrorChain<E>(E);

impl<E: Error + Send + Sync + 'static> ErrorChain<E> {
    fn of(error: E) -> Box<dyn Error + Send + Sync> {
        Box::new(Self(error))
    }
}

impl<E: Error> fmt::Display for ErrorChain<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}

impl<E: Error> Error for ErrorChain<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
