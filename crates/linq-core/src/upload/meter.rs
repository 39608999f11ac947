use super::UploadFailure;
use crate::error::{TransportError, TransportErrorKind, UploadError};
use bytes::Bytes;
use http::Response;
use std::fmt;

/// Told of every byte on its way: how many have gone out, and of how many.
pub(super) type OnProgress = Box<dyn FnMut(u64, u64) + Send>;

/// Counts what a source gives, so that not a byte more or less than announced is sent.
///
/// For each attempt: [`start`](Self::start); then, until [`left`](Self::left) is 0, read into a buffer
/// of [`wanted`](Self::wanted) bytes until it is full or the source ends, show what was read to
/// [`take`](Self::take), and send what that gives; [`sent`](Self::sent) then reports it. The last bytes
/// are only given when the source has ended behind them.
pub struct Meter {
    said: u64,
    taken: u64,
    sent: u64,
    furthest: u64,
    on_progress: Option<OnProgress>,
}

impl Meter {
    /// How much is read at a time.
    const CHUNK: u64 = 64 << 10;

    pub(super) fn new(said: u64, on_progress: Option<OnProgress>) -> Self {
        Self {
            said,
            taken: 0,
            sent: 0,
            furthest: 0,
            on_progress,
        }
    }

    /// Creates a meter for a file of `size` bytes that is sent without an [`Upload`](super::Upload) around it.
    /// `on_progress` takes how many bytes have been sent, and of how many.
    pub fn with_progress(size: u64, on_progress: impl FnMut(u64, u64) + Send + 'static) -> Self {
        Self::new(size, Some(Box::new(on_progress)))
    }

    /// Begins an attempt: the source stands at its start.
    pub fn start(&mut self) {
        (self.taken, self.sent) = (0, 0);
    }

    /// How many bytes are still to be read.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.said - self.taken
    }

    /// How large a buffer to fill next: with the last chunk, one byte more than there should be.
    #[must_use]
    pub fn wanted(&self) -> usize {
        let wanted = match self.left() {
            left if left <= Self::CHUNK => left + 1,
            _ => Self::CHUNK,
        };
        usize::try_from(wanted).unwrap_or(usize::MAX)
    }

    /// Takes note of a buffer that was filled, or as far as the source went.
    pub fn take(&mut self, read: usize) -> Result<(), UploadError> {
        let (wanted, read) = (self.wanted(), read as u64);
        if read > self.left() {
            return Err(UploadError::TooLong { said: self.said });
        }
        if read < self.left() && read < wanted as u64 {
            let found = self.taken + read;
            let said = self.said;
            return Err(UploadError::TooShort { said, found });
        }
        self.taken += read;
        Ok(())
    }

    /// Reports that so many more bytes have gone out. What is reported never goes back: after a
    /// repeat, it waits until the new attempt has got further than the last.
    pub fn sent(&mut self, bytes: usize) {
        self.sent += bytes as u64;
        if self.sent > self.furthest {
            self.furthest = self.sent;
            if let Some(report) = &mut self.on_progress {
                report(self.sent, self.said);
            }
        }
    }
}

impl Meter {
    /// Checks the storage's response to an attempt.
    ///
    /// # Errors
    ///
    /// A success that came before all of the file was sent is not one: the storage cannot have the file.
    pub fn check(&self, response: Response<Bytes>) -> Result<Response<Bytes>, UploadFailure> {
        check_complete(response, self.left() == 0)
    }
}

/// Checks the storage's response to an attempt, for a transport that counts the bytes itself.
///
/// # Errors
///
/// A success that came before all of the file was sent is not one: the storage cannot have the file.
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

impl fmt::Debug for Meter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meter")
            .field("said", &self.said)
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

    /// What goes out of a source of `holds` bytes of which `said` were announced.
    fn send(said: u64, holds: u64) -> (u64, Result<(), UploadError>) {
        let mut meter = Meter::new(said, None);
        let (mut rest, mut out) = (holds, 0);
        meter.start();
        while meter.left() > 0 {
            let read = rest.min(meter.wanted() as u64);
            rest -= read;
            if let Err(error) = meter.take(usize::try_from(read).unwrap()) {
                return (out, Err(error));
            }
            out += read;
        }
        (out, Ok(()))
    }

    #[test]
    fn a_source_of_another_length_never_gets_to_its_last_byte() {
        let chunk = Meter::CHUNK;
        for said in [1, 2, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7] {
            assert!(
                matches!(send(said, said), (out, Ok(())) if out == said),
                "{said}"
            );
            for (holds, longer) in [
                (said + 1, true),
                (said + chunk, true),
                (said - 1, false),
                (0, false),
            ] {
                let (out, result) = send(said, holds);
                assert!(out < said, "{said} {holds}");
                assert_eq!(matches!(result, Err(UploadError::TooLong { .. })), longer);
                assert_eq!(
                    matches!(result, Err(UploadError::TooShort { found, .. }) if found == holds),
                    !longer
                );
            }
        }
    }

    proptest! {
        #[test]
        fn exactly_what_was_said_goes_out_or_less(
            said in 1..400_000_u64,
            off in prop_oneof![Just(0), -1..=1_i64, -400_000..400_000_i64],
        ) {
            let holds = said.saturating_add_signed(off);
            let (out, result) = send(said, holds);
            prop_assert_eq!(result.is_ok(), said == holds);
            prop_assert_eq!(out == said, said == holds);
        }
    }

    #[test]
    fn progress_never_goes_back() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let reports = seen.clone();
        let report = move |sent, total| reports.lock().unwrap().push((sent, total));
        let mut meter = Meter::new(10, Some(Box::new(report)));
        for attempt in [&[3, 3][..], &[2, 2, 2, 1, 3]] {
            meter.start();
            for bytes in attempt {
                meter.sent(*bytes);
            }
        }
        let expected = [3, 6, 7, 10].map(|sent| (sent, 10));
        assert_eq!(*seen.lock().unwrap(), expected);
    }
}
