//! Values that never show themselves.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A bearer token, shown as `ApiKey(…)` in `Debug` and nowhere in `Display`.
///
/// See <https://docs.linqapp.com/api/>.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Box<str>);

impl ApiKey {
    /// Takes any text that an `Authorization` header can carry: not empty, visible ASCII only.
    pub fn new(key: impl Into<String>) -> Result<Self, InvalidApiKey> {
        let key = key.into();
        if key.is_empty() {
            return Err(InvalidApiKey::Empty);
        }
        match key.bytes().position(|byte| !byte.is_ascii_graphic()) {
            Some(at) => Err(InvalidApiKey::NotAscii { at }),
            None => Ok(Self(key.into())),
        }
    }

    /// The key of a client that sends nothing.
    pub(crate) fn dry_run() -> Self {
        Self("dry-run".into())
    }

    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// Why a text is no API key. The text itself is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidApiKey {
    /// Nothing was given.
    #[error("it is empty")]
    Empty,
    /// A space, a line break or a character outside ASCII, which no header can carry.
    #[error("the character at byte {at} cannot stand in a header")]
    #[non_exhaustive]
    NotAscii {
        /// Offset in bytes.
        at: usize,
    },
}

/// A secret that the API hands out or takes, such as the one that signs webhooks: keep it, and show it
/// to nobody. `Debug` does not.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The secret itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(secret: String) -> Self {
        Self(secret)
    }
}

impl From<&str> for Secret {
    fn from(secret: &str) -> Self {
        Self(secret.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
