use bytes::Bytes;
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// The source of an upload: a path, bytes, or a reader with a name and a length.
///
/// A string is a path. The supported readers depend on the transport: `std::io::Read` for the blocking
/// one, `tokio::io::AsyncRead` for the async one.
pub enum Source<R = NoReader> {
    /// A file, uploaded with its own name.
    Path(PathBuf),
    /// Bytes in memory.
    #[non_exhaustive]
    Bytes {
        /// Name of the file, from which its content type is guessed.
        filename: String,
        /// Content of the file.
        bytes: Bytes,
    },
    /// A reader.
    #[non_exhaustive]
    Reader {
        /// Name of the file, from which its content type is guessed.
        filename: String,
        /// Number of bytes from the current position of the reader to its end.
        size: u64,
        /// Reader of the file.
        reader: R,
    },
}

/// The reader type of sources without a reader.
#[derive(Clone, Copy, Debug)]
pub enum NoReader {}

/// A reader that can be read once, or a writer that cannot be emptied, so that an interrupted transfer cannot be
/// retried.
#[derive(Clone, Debug)]
pub struct OneShot<R>(pub R);

/// A reader that can be rewound to its initial position, so that an interrupted transfer can be retried.
#[derive(Clone, Debug)]
pub struct Seekable<R>(pub R);

impl Source {
    /// Creates a source from the path of a file.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::Path(path.into())
    }

    /// Creates a source from bytes in memory and a file name.
    pub fn bytes(filename: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::Bytes {
            filename: filename.into(),
            bytes: bytes.into(),
        }
    }
}

impl<R> Source<OneShot<R>> {
    /// Creates a source from a reader that cannot seek and a file name. The reader must end after `size`
    /// bytes.
    pub fn reader(filename: impl Into<String>, reader: R, size: u64) -> Self {
        Self::Reader {
            filename: filename.into(),
            size,
            reader: OneShot(reader),
        }
    }
}

impl<R> Source<Seekable<R>> {
    /// Creates a source from a reader that can seek and a file name. The reader must end after `size` bytes.
    pub fn seekable(filename: impl Into<String>, reader: R, size: u64) -> Self {
        Self::Reader {
            filename: filename.into(),
            size,
            reader: Seekable(reader),
        }
    }
}

impl<R> Source<R> {
    /// Returns the file name: for a path, its last component.
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
