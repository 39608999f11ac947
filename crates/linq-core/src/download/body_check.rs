use super::DownloadFailure;
use crate::error::{DownloadError, TransportError, TransportErrorKind};
use http::{HeaderMap, StatusCode, header};
use std::fmt;

/// A callback for the number of bytes received, and the total if it is known.
pub(super) type OnProgress = Box<dyn FnMut(u64, Option<u64>) + Send>;

/// Checks the size of a file that is received, and reports progress.
///
/// For each response of the storage, call [`start`](Self::start) with its head. If the body is the file, pass the
/// number of bytes of each chunk to [`record`](Self::record) before the chunk is written, and call
/// [`finish`](Self::finish) at the end of the body.
pub struct BodyCheck {
    max_bytes: u64,
    total: Option<u64>,
    received: u64,
    high_water: u64,
    on_progress: Option<OnProgress>,
}

/// The meaning of a response's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyUse {
    /// The file.
    File,
    /// An error or a redirect. It is passed to [`Download::step`](super::Download::step) with the response, cut to
    /// [`BodyCheck::MAX_ERROR_BYTES`].
    Error,
}

impl BodyCheck {
    /// Maximum number of bytes to read of a body that is not the file.
    pub const MAX_ERROR_BYTES: usize = 64 << 10;

    pub(super) fn new(max_bytes: u64, on_progress: Option<OnProgress>) -> Self {
        Self {
            max_bytes,
            total: None,
            received: 0,
            high_water: 0,
            on_progress,
        }
    }

    /// Starts with a response, and returns the meaning of its body.
    ///
    /// # Errors
    ///
    /// [`DownloadError::TooLarge`] if the response declares a larger file than allowed, and
    /// [`DownloadError::Compressed`] if the file is compressed: then its size could not be checked.
    pub fn start(
        &mut self,
        status: StatusCode,
        headers: &HeaderMap,
    ) -> Result<BodyUse, DownloadError> {
        (self.total, self.received) = (None, 0);
        if status != StatusCode::OK {
            return Ok(BodyUse::Error);
        }
        let text = |name| headers.get(name)?.to_str().ok();
        let encoding = text(header::CONTENT_ENCODING).map_or("", str::trim);
        if !encoding.is_empty() && !encoding.eq_ignore_ascii_case("identity") {
            return Err(DownloadError::Compressed);
        }
        self.total = text(header::CONTENT_LENGTH).and_then(|length| length.trim().parse().ok());
        match self.total {
            Some(total) if total > self.max_bytes => Err(self.too_large()),
            _ => Ok(BodyUse::File),
        }
    }

    /// Records the number of bytes of a chunk, and reports progress. The reported number never decreases: in a retry,
    /// nothing is reported until more bytes have been received than before.
    ///
    /// # Errors
    ///
    /// [`DownloadError::TooLarge`] if the file is larger than allowed. The chunk must not be written then.
    pub fn record(&mut self, bytes: usize) -> Result<(), DownloadError> {
        let received = self.received.saturating_add(bytes as u64);
        if received > self.max_bytes {
            return Err(self.too_large());
        }
        self.received = received;
        if received > self.high_water {
            self.high_water = received;
            if let Some(report) = &mut self.on_progress {
                report(received, self.total);
            }
        }
        Ok(())
    }

    /// Checks the number of bytes at the end of the body.
    ///
    /// # Errors
    ///
    /// A transport error, which is retried, if it is not the declared length.
    pub fn finish(&self) -> Result<(), DownloadFailure> {
        match self.total {
            Some(total) if total != self.received => {
                let reason = format!("{} of {total} bytes were received", self.received);
                Err(TransportError::new(TransportErrorKind::ConnectionLost, reason).into())
            }
            _ => Ok(()),
        }
    }

    /// Returns the maximum size of the file in bytes.
    #[must_use]
    pub fn max_bytes(&self) -> u64 {
        self.max_bytes
    }

    /// Returns the number of bytes of the last response that were recorded.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }

    /// Returns the error of a file that is too large, for a transport that limits the size itself.
    #[must_use]
    pub fn too_large(&self) -> DownloadError {
        DownloadError::TooLarge {
            max_bytes: self.max_bytes,
        }
    }
}

impl fmt::Debug for BodyCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyCheck")
            .field("max_bytes", &self.max_bytes)
            .field("total", &self.total)
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}
