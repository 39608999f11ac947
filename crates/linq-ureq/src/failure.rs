//! Classification of ureq's errors.

use crate::interrupt::{self, Cancelled};
use linq_core::error::{TransportError, TransportErrorKind};
use std::{error, fmt, io};

/// Returns a transport error that says how far the request got. Where ureq does not report it, the request may have
/// been sent.
pub(crate) fn classify(error: ureq::Error) -> TransportError {
    if let Some(cancelled) = interrupt::cancelled() {
        return cancelled_error(cancelled);
    }
    match take_not_sent(error) {
        Ok(error) => TransportError::new(kind_on_connect(&error), cause(error)),
        Err(error) => TransportError::new(kind_after_connect(&error), cause(error)),
    }
}

/// Returns the cause of an error, without ureq's prefixes.
fn cause(error: ureq::Error) -> Box<dyn error::Error + Send + Sync> {
    match error {
        ureq::Error::Io(error) => error.into(),
        ureq::Error::BodyExceedsLimit(limit) => format!("more than {limit} bytes").into(),
        ureq::Error::Timeout(part) => format!("{part} timeout").into(),
        error => error.into(),
    }
}

pub(crate) fn cancelled_error(cancelled: Cancelled) -> TransportError {
    let sent = cancelled.sent;
    TransportError::new(TransportErrorKind::Cancelled { sent }, cancelled)
}

/// Marks an error that occurred before a connection was established. An established connection can fail with an equal
/// error.
pub(crate) fn not_sent(error: ureq::Error) -> ureq::Error {
    ureq::Error::Other(Box::new(NotSent(error)))
}

#[derive(Debug)]
struct NotSent(ureq::Error);

impl fmt::Display for NotSent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl error::Error for NotSent {}

/// Returns the error that [`not_sent`] marked, or else the error unchanged.
fn take_not_sent(error: ureq::Error) -> Result<ureq::Error, ureq::Error> {
    match error {
        ureq::Error::Other(other) => match other.downcast::<NotSent>() {
            Ok(marked) => Ok(marked.0),
            Err(other) => Err(ureq::Error::Other(other)),
        },
        other => Err(other),
    }
}

fn kind_on_connect(error: &ureq::Error) -> TransportErrorKind {
    match error {
        ureq::Error::Timeout(_) => TransportErrorKind::ConnectTimeout,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => {
            TransportErrorKind::ConnectTimeout
        }
        ureq::Error::Io(error) if is_certificate_error(error) => TransportErrorKind::InvalidRequest,
        ureq::Error::Rustls(_)
        | ureq::Error::Tls(_)
        | ureq::Error::TlsRequired
        | ureq::Error::BadUri(_)
        | ureq::Error::InvalidProxyUrl => TransportErrorKind::InvalidRequest,
        _ => TransportErrorKind::Connect,
    }
}

fn kind_after_connect(error: &ureq::Error) -> TransportErrorKind {
    match error {
        ureq::Error::ConnectionFailed | ureq::Error::HostNotFound => TransportErrorKind::Connect,
        ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => {
            TransportErrorKind::ConnectTimeout
        }
        ureq::Error::Timeout(_) => TransportErrorKind::Timeout,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => {
            TransportErrorKind::Timeout
        }
        ureq::Error::BodyExceedsLimit(_) => TransportErrorKind::ResponseTooLarge,
        _ => TransportErrorKind::ConnectionLost,
    }
}

/// Returns whether rustls rejected a certificate.
fn is_certificate_error(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
        && error
            .get_ref()
            .is_some_and(|inner| inner.to_string().contains("certificate"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use io::ErrorKind::{
        AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkUnreachable, TimedOut,
    };

    #[test]
    fn equal_errors_on_connect_and_after_connect_differ_in_kind() {
        let error = |kind: io::ErrorKind| ureq::Error::Io(kind.into());
        for kind in [
            AddrNotAvailable,
            ConnectionRefused,
            HostUnreachable,
            NetworkUnreachable,
        ] {
            let on_connect = classify(not_sent(error(kind)));
            assert_eq!(on_connect.kind(), TransportErrorKind::Connect, "{kind}");
            let after_connect = classify(error(kind));
            assert_eq!(
                after_connect.kind(),
                TransportErrorKind::ConnectionLost,
                "{kind}"
            );
        }
        let on_connect = classify(not_sent(error(TimedOut)));
        assert_eq!(on_connect.kind(), TransportErrorKind::ConnectTimeout);
        assert_eq!(
            classify(error(TimedOut)).kind(),
            TransportErrorKind::Timeout
        );
        let global = || ureq::Error::Timeout(ureq::Timeout::Global);
        let on_connect = classify(not_sent(global()));
        assert_eq!(on_connect.kind(), TransportErrorKind::ConnectTimeout);
        assert_eq!(classify(global()).kind(), TransportErrorKind::Timeout);
    }
}
