use super::Redacted;
use serde::Serialize;
use std::fmt;

/// The URL of a file. Its query may be a signature that grants access to the file, so `Debug` omits
/// the query and there is no `Display`; [`as_str`](Self::as_str) returns the whole URL.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct FileUrl(String);

secret_string!(FileUrl);

impl FileUrl {
    /// Returns the whole URL, signature included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for FileUrl {
    fn from(url: String) -> Self {
        Self(url)
    }
}

impl From<&str> for FileUrl {
    fn from(url: &str) -> Self {
        Self(url.to_owned())
    }
}

impl AsRef<str> for FileUrl {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for FileUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Redacted(&self.0), f)
    }
}

has_schema! { Secret: FileUrl; }
