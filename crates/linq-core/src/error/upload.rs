use bytes::Bytes;
use http::{Response, StatusCode};
use std::{error, fmt, io, path::PathBuf, sync::Arc};

/// The error of an attachment upload, other than one of the API or the transport.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum UploadError {
    /// The source could not be opened, read, or rewound.
    Source(Arc<dyn error::Error + Send + Sync>),
    /// The source is shorter than declared.
    #[non_exhaustive]
    TooShort {
        /// Declared size in bytes.
        declared: u64,
        /// Actual size in bytes.
        found: u64,
    },
    /// The source is longer than declared.
    #[non_exhaustive]
    TooLong {
        /// Declared size in bytes.
        declared: u64,
    },
    /// The upload target in the API's response is invalid or unsafe.
    InvalidTarget(&'static str),
    /// The storage rejected the file.
    Rejected(StorageError),
}

impl UploadError {
    /// Returns the error of a source that could not be opened, read, or rewound.
    pub fn from_source(error: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self::Source(error.into().into())
    }

    /// Returns the error of a file at a path, with the path in its message.
    pub fn unreadable(path: impl Into<PathBuf>, error: io::Error) -> Self {
        let path = path.into();
        Self::from_source(PathError {
            path,
            source: error,
        })
    }
}

impl From<StorageError> for UploadError {
    fn from(error: StorageError) -> Self {
        Self::Rejected(error)
    }
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(source) => write!(f, "the file cannot be read: {source}"),
            Self::TooShort { declared, found } => write!(
                f,
                "the file has {found} bytes instead of the declared {declared}"
            ),
            Self::TooLong { declared } => {
                write!(f, "the file has more than the declared {declared} bytes")
            }
            Self::InvalidTarget(problem) => {
                write!(f, "unusable upload target from the API: {problem}")
            }
            Self::Rejected(error) => error.fmt(f),
        }
    }
}

// Not derived: the source would be the `Arc`, which cannot be downcast.
impl error::Error for UploadError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Source(source) => Some(&**source),
            _ => None,
        }
    }
}

/// An I/O error with the path of the file.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", .path.display())]
pub(super) struct PathError {
    pub(super) path: PathBuf,
    pub(super) source: io::Error,
}

/// An error response of the storage, which is another server than the API.
#[derive(Clone, thiserror::Error)]
#[error("the storage rejected the file: {}", self.status_and_reason())]
pub struct StorageError {
    status: StatusCode,
    reason: Option<String>,
    body: Bytes,
    attempts: u32,
}

impl StorageError {
    pub(crate) fn read(response: Response<Bytes>) -> Self {
        let (parts, body) = response.into_parts();
        Self {
            status: parts.status,
            reason: error_code(&body),
            body,
            attempts: 1,
        }
    }

    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    pub(super) fn status_and_reason(&self) -> String {
        let reason = self.reason.iter().map(|reason| format!(" {reason}"));
        format!(
            "HTTP {}{}",
            self.status.as_u16(),
            reason.collect::<String>()
        )
    }

    /// Returns whether the error can be due to an expired URL.
    pub(crate) fn may_be_expired_url(&self) -> bool {
        match self.reason() {
            // With status 400.
            Some("ExpiredToken" | "RequestExpired" | "TokenRefreshRequired") => true,
            // With status 403, for a request that is not the one that was signed.
            Some("SignatureDoesNotMatch") => false,
            _ => matches!(
                self.status,
                StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::GONE
            ),
        }
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the error code of the storage, such as `AccessDenied`, if the response has one.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// Returns the raw body of the response. It may contain the signature of the URL.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the number of times that the file was sent or requested.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

/// Returns the `<Code>` of an XML error of S3 and compatible storages.
fn error_code(body: &[u8]) -> Option<String> {
    /// The code is near the beginning.
    const MAX_LEN: usize = 16 << 10;
    let text = String::from_utf8_lossy(&body[..body.len().min(MAX_LEN)]);
    let (_, rest) = text.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    let is_word = code.len() <= 64 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_word.then(|| code.to_owned())
}

/// Omits the body, which may contain the signature of the upload URL.
impl fmt::Debug for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StorageError")
            .field("status", &self.status)
            .field("reason", &self.reason)
            .field("attempts", &self.attempts)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
