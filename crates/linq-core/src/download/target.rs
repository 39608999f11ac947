use crate::exchange::Entropy;
use bytes::Bytes;
use std::path::{Path, PathBuf};

/// The target of a download: [`InMemory`], [`ToFile`] or [`ToWriter`].
pub trait DownloadTarget {
    /// Result of the download.
    type Output: Send + 'static;
}

/// The target of a download that returns the bytes of the file.
#[derive(Clone, Copy, Debug, Default)]
pub struct InMemory;

/// The target of a download to a path, which returns the number of bytes.
#[derive(Clone, Debug)]
pub struct ToFile(pub PathBuf);

/// The target of a download to a writer, which returns the number of bytes.
#[derive(Clone, Debug)]
pub struct ToWriter<W>(pub W);

impl DownloadTarget for InMemory {
    type Output = Bytes;
}

impl DownloadTarget for ToFile {
    type Output = u64;
}

impl<W> DownloadTarget for ToWriter<W> {
    type Output = u64;
}

/// Returns the path of the temporary file that a file is written to until it is complete, in the same folder; `None` if
/// the path does not end with a file name.
#[must_use]
pub fn partial_path(path: &Path, entropy: Entropy) -> Option<PathBuf> {
    // File systems limit a name to 255 bytes, and the name of the file may have as many.
    path.file_name()?;
    Some(path.with_file_name(format!(".linq-{}.part", entropy.idempotency_key())))
}
