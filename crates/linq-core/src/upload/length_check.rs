use super::UploadFailure;
use crate::error::{TransportError, TransportErrorKind, UploadError};
use bytes::Bytes;
use http::Response;
use std::fmt;

/// A callback for the number of bytes sent, and the total.
pub(super) type OnProgress = Box<dyn FnMut(u64, u64) + Send>;

/// Checks that a source has exactly the declared length.
///
/// For each attempt, call [`start`](Self::start). Then, until [`remaining`](Self::remaining) is 0, read into a
/// buffer of [`read_len`](Self::read_len) bytes until it is full or the source ends, pass the number of bytes read to
/// [`record_read`](Self::record_read), send them, and pass their number to [`record_sent`](Self::record_sent). The
/// last bytes pass the check only if the source ends after them.
pub struct LengthCheck {
    declared: u64,
    taken: u64,
    sent: u64,
    high_water: u64,
    on_progress: Option<OnProgress>,
}

impl LengthCheck {
    /// Number of bytes read at a time.
    const CHUNK: u64 = 64 << 10;

    pub(super) fn new(declared: u64, on_progress: Option<OnProgress>) -> Self {
        Self {
            declared,
            taken: 0,
            sent: 0,
            high_water: 0,
            on_progress,
        }
    }

    /// Creates a length check for a file of `size` bytes that is sent without an [`Upload`](super::Upload).
    /// `on_progress` takes the number of bytes sent, and the total.
    pub fn with_progress(size: u64, on_progress: impl FnMut(u64, u64) + Send + 'static) -> Self {
        Self::new(size, Some(Box::new(on_progress)))
    }

    /// Starts an attempt, with the source at its start.
    pub fn start(&mut self) {
        (self.taken, self.sent) = (0, 0);
    }

    /// Returns the number of bytes that have not been read yet.
    #[must_use]
    pub fn remaining(&self) -> u64 {
        self.declared - self.taken
    }

    /// Returns the number of bytes to read next. For the last chunk, it is one more than expected, to detect a longer
    /// source.
    #[must_use]
    pub fn read_len(&self) -> usize {
        let len = match self.remaining() {
            left if left <= Self::CHUNK => left + 1,
            _ => Self::CHUNK,
        };
        usize::try_from(len).unwrap_or(usize::MAX)
    }

    /// Records the number of bytes read, which is less than [`read_len`](Self::read_len) only at the end of the source.
    ///
    /// # Errors
    ///
    /// [`TooLong`](UploadError::TooLong) or [`TooShort`](UploadError::TooShort) if the source has another length than
    /// declared.
    pub fn record_read(&mut self, read: usize) -> Result<(), UploadError> {
        let (expected, read) = (self.read_len(), read as u64);
        if read > self.remaining() {
            return Err(UploadError::TooLong {
                declared: self.declared,
            });
        }
        if read < self.remaining() && read < expected as u64 {
            let found = self.taken + read;
            let declared = self.declared;
            return Err(UploadError::TooShort { declared, found });
        }
        self.taken += read;
        Ok(())
    }

    /// Records the number of bytes sent, and reports progress. The reported number never decreases: in a retry, nothing
    /// is reported until more bytes have been sent than before.
    pub fn record_sent(&mut self, bytes: usize) {
        self.sent += bytes as u64;
        if self.sent > self.high_water {
            self.high_water = self.sent;
            if let Some(report) = &mut self.on_progress {
                report(self.sent, self.declared);
            }
        }
    }
}

impl LengthCheck {
    /// Checks the response of the storage to an attempt.
    ///
    /// # Errors
    ///
    /// A transport error if the storage reports success before the whole file was sent.
    pub fn check(&self, response: Response<Bytes>) -> Result<Response<Bytes>, UploadFailure> {
        check_complete(response, self.remaining() == 0)
    }
}

/// Checks the response of the storage to an attempt, for a transport that counts the bytes itself.
///
/// # Errors
///
/// A transport error if the storage reports success before the whole file was sent.
pub fn check_complete(
    response: Response<Bytes>,
    is_file_sent: bool,
) -> Result<Response<Bytes>, UploadFailure> {
    if response.status().is_success() && !is_file_sent {
        let reason = "the storage reported success before it had the whole file";
        return Err(TransportError::new(TransportErrorKind::ConnectionLost, reason).into());
    }
    Ok(response)
}

impl fmt::Debug for LengthCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LengthCheck")
            .field("declared", &self.declared)
            .field("taken", &self.taken)
            .field("sent", &self.sent)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::{Arc, Mutex};

    /// Returns the number of bytes sent of a source of `actual` bytes that is declared to have `declared`.
    fn send(declared: u64, actual: u64) -> (u64, Result<(), UploadError>) {
        let mut length_check = LengthCheck::new(declared, None);
        let (mut rest, mut out) = (actual, 0);
        length_check.start();
        while length_check.remaining() > 0 {
            let read = rest.min(length_check.read_len() as u64);
            rest -= read;
            if let Err(error) = length_check.record_read(usize::try_from(read).unwrap()) {
                return (out, Err(error));
            }
            out += read;
        }
        (out, Ok(()))
    }

    #[test]
    fn last_byte_of_a_source_of_another_length_is_not_sent() {
        let chunk = LengthCheck::CHUNK;
        for declared in [1, 2, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7] {
            assert!(
                matches!(send(declared, declared), (out, Ok(())) if out == declared),
                "{declared}"
            );
            for (actual, longer) in [
                (declared + 1, true),
                (declared + chunk, true),
                (declared - 1, false),
                (0, false),
            ] {
                let (out, result) = send(declared, actual);
                assert!(out < declared, "{declared} {actual}");
                assert_eq!(matches!(result, Err(UploadError::TooLong { .. })), longer);
                assert_eq!(
                    matches!(result, Err(UploadError::TooShort { found, .. }) if found == actual),
                    !longer
                );
            }
        }
    }

    proptest! {
        #[test]
        fn no_more_than_the_declared_length_is_sent(
            declared in 1..400_000_u64,
            off in prop_oneof![Just(0), -1..=1_i64, -400_000..400_000_i64],
        ) {
            let actual = declared.saturating_add_signed(off);
            let (out, result) = send(declared, actual);
            prop_assert_eq!(result.is_ok(), declared == actual);
            prop_assert_eq!(out == declared, declared == actual);
        }
    }

    #[test]
    fn progress_never_decreases() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let reports = seen.clone();
        let report = move |sent, total| reports.lock().unwrap().push((sent, total));
        let mut length_check = LengthCheck::new(10, Some(Box::new(report)));
        for attempt in [&[3, 3][..], &[2, 2, 2, 1, 3]] {
            length_check.start();
            for bytes in attempt {
                length_check.record_sent(*bytes);
            }
        }
        let expected = [3, 6, 7, 10].map(|sent| (sent, 10));
        assert_eq!(*seen.lock().unwrap(), expected);
    }
}
