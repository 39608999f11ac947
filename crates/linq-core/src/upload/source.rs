use bytes::Bytes;
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// What to upload: a path, bytes, or a reader with a name and a length.
///
/// A text is a path. Which readers there can be depends on the transport: `std::io::Read` for the
/// blocking one, `tokio::io::AsyncRead` for the async one.
pub enum Source<R = NoReader> {
    /// A file, under its own name.
    Path(PathBuf),
    /// Bytes in memory.
    #[non_exhaustive]
    Bytes {
        /// The file's name, from which its type is guessed.
        filename: String,
        /// The file.
        bytes: Bytes,
    },
    /// A reader.
    #[non_exhaustive]
    Reader {
        /// The file's name, from which its type is guessed.
        filename: String,
        /// How many bytes there are from where the reader stands to its end.
        size: u64,
        /// The reader.
        reader: R,
    },
}

/// A source that is no reader.
#[derive(Clone, Copy, Debug)]
pub enum NoReader {}

/// A reader that can be read once, so that a transfer which broke off cannot be repeated.
#[derive(Clone, Debug)]
pub struct Once<R>(pub R);

/// A reader that can go back to where it stood, so that a transfer which broke off can be repeated.
#[derive(Clone, Debug)]
pub struct Seekable<R>(pub R);

impl Source {
    /// A file. Relative to the working directory, unless the path is absolute.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::Path(path.into())
    }

    /// Bytes in memory, as a file of this name.
    pub fn bytes(filename: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::Bytes {
            filename: filename.into(),
            bytes: bytes.into(),
        }
    }
}

impl<R> Source<Once<R>> {
    /// The next `size` bytes of a reader that cannot seek, as a file of this name. The reader has to
    /// end there.
    pub fn reader(filename: impl Into<String>, reader: R, size: u64) -> Self {
        Self::Reader {
            filename: filename.into(),
            size,
            reader: Once(reader),
        }
    }
}

impl<R> Source<Seekable<R>> {
    /// The next `size` bytes of a reader that can seek, as a file of this name. The reader has to end
    /// there.
    pub fn seekable(filename: impl Into<String>, reader: R, size: u64) -> Self {
        Self::Reader {
            filename: filename.into(),
            size,
            reader: Seekable(reader),
        }
    }
}

impl<R> Source<R> {
    /// The file's name: for a path, its last part.
    pub(super) fn filename(&self) -> Option<String> {
        match self {
            Self::Path(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
            Self::Bytes { filename, .. } | Self::Reader { filename, .. } => Some(filename.clone()),
        }
    }
}

impl From<&str> for Source {
    fn from(path: &str) -> Self {
        Self::path(path)
    }
}

impl From<String> for Source {
    fn from(path: String) -> Self {
        Self::path(path)
    }
}

impl From<&Path> for Source {
    fn from(path: &Path) -> Self {
        Self::path(path)
    }
}

impl From<PathBuf> for Source {
    fn from(path: PathBuf) -> Self {
        Self::path(path)
    }
}

impl From<&PathBuf> for Source {
    fn from(path: &PathBuf) -> Self {
        Self::path(path)
    }
}

impl<R> fmt::Debug for Source<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Self::Bytes { filename, bytes } => f
                .debug_struct("Bytes")
                .field("filename", filename)
                .field("size", &bytes.len())
                .finish(),
            Self::Reader { filename, size, .. } => f
                .debug_struct("Reader")
                .field("filename", filename)
                .field("size", size)
                .finish_non_exhaustive(),
        }
    }
}
