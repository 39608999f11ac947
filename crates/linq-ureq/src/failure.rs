use crate::interrupt::{self, Stopped};
use linq_core::error::{TransportError, TransportErrorKind};
use std::{error, fmt, io};

/// How far a request got, as far as ureq tells. Where it does not, it may have been sent.
pub(crate) fn classify(error: ureq::Error) -> TransportError {
    if let Some(stopped) = interrupt::stopped() {
        return cancelled(stopped);
    }
    match opening_error(error) {
        Ok(error) => TransportError::new(while_opening(&error), error),
        Err(error) => TransportError::new(afterwards(&error), error),
    }
}

pub(crate) fn cancelled(stopped: Stopped) -> TransportError {
    let sent = stopped.sent;
    TransportError::new(TransportErrorKind::Cancelled { sent }, stopped)
}

/// Marks an error that came before there was a connection to send anything on. An open connection can
/// end with the same words.
pub(crate) fn unsent(error: ureq::Error) -> ureq::Error {
    ureq::Error::Other(Box::new(Unsent(error)))
}

#[derive(Debug)]
struct Unsent(ureq::Error);

impl fmt::Display for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl error::Error for Unsent {}

/// What [`unsent`] marked, or else the error as it was.
fn opening_error(error: ureq::Error) -> Result<ureq::Error, ureq::Error> {
    match error {
        ureq::Error::Other(other) => match other.downcast::<Unsent>() {
            Ok(marked) => Ok(marked.0),
            Err(other) => Err(ureq::Error::Other(other)),
        },
        other => Err(other),
    }
}

fn while_opening(error: &ureq::Error) -> TransportErrorKind {
    match error {
        ureq::Error::Timeout(_) => TransportErrorKind::ConnectTimeout,
        ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => {
            TransportErrorKind::ConnectTimeout
        }
        ureq::Error::Io(error) if is_about_certificate(error) => TransportErrorKind::InvalidRequest,
        ureq::Error::Rustls(_)
        | ureq::Error::Tls(_)
        | ureq::Error::TlsRequired
        | ureq::Error::BadUri(_)
        | ureq::Error::InvalidProxyUrl => TransportErrorKind::InvalidRequest,
        _ => TransportErrorKind::Connect,
    }
}

fn afterwards(error: &ureq::Error) -> TransportErrorKind {
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

/// rustls reports what is wrong with a certificate this way.
fn is_about_certificate(error: &io::Error) -> bool {
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
    fn the_same_error_means_less_once_there_is_a_connection() {
        let error = |kind: io::ErrorKind| ureq::Error::Io(kind.into());
        for kind in [
            AddrNotAvailable,
            ConnectionRefused,
            HostUnreachable,
            NetworkUnreachable,
        ] {
            let opening = classify(unsent(error(kind)));
            assert_eq!(opening.kind(), TransportErrorKind::Connect, "{kind}");
            let open = classify(error(kind));
            assert_eq!(open.kind(), TransportErrorKind::ConnectionLost, "{kind}");
        }
        let opening = classify(unsent(error(TimedOut)));
        assert_eq!(opening.kind(), TransportErrorKind::ConnectTimeout);
        assert_eq!(
            classify(error(TimedOut)).kind(),
            TransportErrorKind::Timeout
        );
        let global = || ureq::Error::Timeout(ureq::Timeout::Global);
        let opening = classify(unsent(global()));
        assert_eq!(opening.kind(), TransportErrorKind::ConnectTimeout);
        assert_eq!(classify(global()).kind(), TransportErrorKind::Timeout);
    }
}
