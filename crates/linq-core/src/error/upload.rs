use bytes::Bytes;
use http::{Response, StatusCode};
use std::{error, fmt};

/// Why a file did not get to where messages can carry it, other than by a failure of the API or the
/// connection.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UploadError {
    /// The source could not be opened, read, or set back to its start.
    #[error("the file cannot be read: {0}")]
    Source(#[source] Box<dyn error::Error + Send + Sync>),
    /// The source ended early.
    #[error("the file holds {found} bytes, and {said} were announced")]
    #[non_exhaustive]
    TooShort {
        /// How many bytes were announced.
        said: u64,
        /// How many there were.
        found: u64,
    },
    /// The source went on.
    #[error("the file holds more than the {said} bytes that were announced")]
    #[non_exhaustive]
    TooLong {
        /// How many bytes were announced.
        said: u64,
    },
    /// What the API said about where to send the file cannot be followed, or not safely.
    #[error("the API's instructions for the upload cannot be followed: {0}")]
    Instructions(&'static str),
    /// The storage refused the file.
    #[error(transparent)]
    Refused(#[from] StorageError),
}

/// The storage, which is not the API, refused a file.
#[derive(Clone, thiserror::Error)]
#[error("the storage refused the file: HTTP {}{}", .status.as_u16(), Said(.reason.as_deref()))]
pub struct StorageError {
    status: StatusCode,
    reason: Option<String>,
    body: Bytes,
    attempts: u32,
}

impl StorageError {
    pub(crate) fn read(reply: Response<Bytes>) -> Self {
        let (parts, body) = reply.into_parts();
        Self {
            status: parts.status,
            reason: reason(&body),
            body,
            attempts: 1,
        }
    }

    pub(crate) fn after(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The storage's own word for it, such as `AccessDenied`, if it gave one.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    /// The reply as it came. It may repeat the signature of the upload URL.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How many times the file was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }
}

/// The `<Code>` of an XML error, as S3 and those who speak like it give it.
fn reason(body: &[u8]) -> Option<String> {
    /// It is at the beginning.
    const LONGEST: usize = 16 << 10;
    let text = String::from_utf8_lossy(&body[..body.len().min(LONGEST)]);
    let (_, rest) = text.split_once("<Code>")?;
    let (code, _) = rest.split_once("</Code>")?;
    let is_word = code.len() <= 64 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_word.then(|| code.to_owned())
}

struct Said<'a>(Option<&'a str>);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |reason| write!(f, " {reason}"))
    }
}

/// Without the body, which may repeat the signature of the upload URL.
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
