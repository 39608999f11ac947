use crate::interrupt::{self, Stopped};
use linq_core::error::{TransportError, TransportErrorKind};
use std::io;

/// How far a request got, as far as ureq tells. Where it does not, it may have been sent.
pub(crate) fn classify(error: ureq::Error) -> TransportError {
    if let Some(stopped) = interrupt::stopped() {
        return cancelled(stopped);
    }
    let kind = match &error {
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::Timeout(ureq::Timeout::Resolve | ureq::Timeout::Connect) => {
            TransportErrorKind::Connect
        }
        ureq::Error::Timeout(_) => TransportErrorKind::Timeout,
        ureq::Error::BodyExceedsLimit(_) => TransportErrorKind::ReplyTooLarge,
        ureq::Error::Io(error) => of_io(error),
        ureq::Error::Rustls(_)
        | ureq::Error::Tls(_)
        | ureq::Error::TlsRequired
        | ureq::Error::BadUri(_)
        | ureq::Error::Http(_)
        | ureq::Error::InvalidProxyUrl => TransportErrorKind::Unsendable,
        _ => TransportErrorKind::Interrupted,
    };
    TransportError::new(kind, error)
}

pub(crate) fn cancelled(stopped: Stopped) -> TransportError {
    let sent = stopped.sent;
    TransportError::new(TransportErrorKind::Cancelled { sent }, stopped)
}

fn of_io(error: &io::Error) -> TransportErrorKind {
    match error.kind() {
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::AddrNotAvailable => TransportErrorKind::Connect,
        // rustls reports what is wrong with a certificate this way, before anything is sent.
        io::ErrorKind::InvalidData
            if error
                .get_ref()
                .is_some_and(|inner| inner.to_string().contains("certificate")) =>
        {
            TransportErrorKind::Unsendable
        }
        io::ErrorKind::TimedOut => TransportErrorKind::Timeout,
        _ => TransportErrorKind::Interrupted,
    }
}
