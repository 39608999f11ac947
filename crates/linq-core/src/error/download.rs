use super::{StorageError, upload::PathError};
use std::{error, fmt, io, path::PathBuf, sync::Arc};

/// The error of an attachment download, other than one of the API or the transport.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum DownloadError {
    /// The file is larger than the caller allows.
    #[non_exhaustive]
    TooLarge {
        /// Maximum size in bytes.
        max_bytes: u64,
    },
    /// The storage compressed the file, although it was asked not to, so that its size cannot be checked.
    Compressed,
    /// The attachment has no download URL, as before its file is uploaded.
    NoUrl,
    /// The download URL in the API's response is invalid or unsafe.
    InvalidUrl(&'static str),
    /// The target of a redirect is missing, invalid or unsafe.
    InvalidRedirect(&'static str),
    /// The storage redirected too often.
    #[non_exhaustive]
    TooManyRedirects {
        /// Maximum number of redirects.
        max: u32,
    },
    /// The storage did not return the file.
    Rejected(StorageError),
    /// The target could not be opened or written.
    Target(Arc<dyn error::Error + Send + Sync>),
}

impl DownloadError {
    /// Returns the error of a target that could not be opened or written.
    pub fn from_target(error: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self::Target(error.into().into())
    }

    /// Returns the error of a file at a path, with the path in its message.
    pub fn unwritable(path: impl Into<PathBuf>, error: io::Error) -> Self {
        let path = path.into();
        Self::from_target(PathError {
            path,
            source: error,
        })
    }
}

impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { max_bytes } => {
                write!(f, "the file is larger than the allowed {max_bytes} bytes")
            }
            Self::Compressed => f.write_str("the storage compressed the file"),
            Self::NoUrl => f.write_str("the attachment has no download URL"),
            Self::InvalidUrl(problem) => {
                write!(f, "unusable download URL from the API: {problem}")
            }
            Self::InvalidRedirect(problem) => {
                write!(f, "unusable redirect of the storage: {problem}")
            }
            Self::TooManyRedirects { max } => {
                write!(f, "the storage redirected more than {max} times")
            }
            Self::Rejected(error) => write!(
                f,
                "the storage did not return the file: {}",
                error.status_and_reason()
            ),
            Self::Target(source) => write!(f, "the file cannot be written: {source}"),
        }
    }
}

// Not derived: the source would be the `Arc`, which cannot be downcast.
impl error::Error for DownloadError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Target(source) => Some(&**source),
            Self::Rejected(error) => Some(error),
            _ => None,
        }
    }
}
