//! Secret values, which `Debug` does not print.

use serde::Serialize;
use std::{fmt, str::FromStr};

/// An API key, sent as a bearer token. `Debug` prints `ApiKey(…)`; there is no `Display`.
///
/// See <https://docs.linqapp.com/api/>.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Box<str>);

impl ApiKey {
    /// Validates a key: not empty, ASCII without control characters, and without leading or trailing spaces, which
    /// HTTP strips from header values.
    ///
    /// # Errors
    ///
    /// [`InvalidApiKey`] if an `Authorization` header cannot contain the key.
    pub fn new(key: impl Into<String>) -> Result<Self, InvalidApiKey> {
        let key = key.into();
        match InvalidApiKey::find(&key) {
            Some(invalid) => Err(invalid),
            None => Ok(Self(key.into())),
        }
    }

    /// Returns the key of a dry-run client.
    pub(crate) fn dry_run() -> Self {
        Self("dry-run".into())
    }

    /// Returns the key as text.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ApiKey {
    type Error = InvalidApiKey;

    fn try_from(key: String) -> Result<Self, InvalidApiKey> {
        Self::new(key)
    }
}

impl TryFrom<&str> for ApiKey {
    type Error = InvalidApiKey;

    fn try_from(key: &str) -> Result<Self, InvalidApiKey> {
        Self::new(key)
    }
}

impl FromStr for ApiKey {
    type Err = InvalidApiKey;

    fn from_str(key: &str) -> Result<Self, InvalidApiKey> {
        Self::new(key)
    }
}

secret_string!(ApiKey);

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// The error of an invalid API key, without the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidApiKey {
    /// The key is empty.
    #[error("must not be empty")]
    Empty,
    /// A leading or trailing space, which HTTP would strip.
    #[error("begins or ends with a space")]
    Space,
    /// A line break, such as the one at the end of a file.
    #[error("contains a line break")]
    LineBreak,
    /// Another control character.
    #[error("contains a control character (at byte {at})")]
    #[non_exhaustive]
    ControlCharacter {
        /// Offset in bytes.
        at: usize,
    },
    /// A non-ASCII character, which a header cannot contain.
    #[error("contains a non-ASCII character (at byte {at})")]
    #[non_exhaustive]
    NotAscii {
        /// Offset in bytes.
        at: usize,
    },
}

impl InvalidApiKey {
    fn find(key: &str) -> Option<Self> {
        let mut characters = key.char_indices();
        match characters.find(|(_, c)| !c.is_ascii() || c.is_ascii_control()) {
            Some((_, '\r' | '\n')) => Some(Self::LineBreak),
            Some((at, c)) if c.is_ascii() => Some(Self::ControlCharacter { at }),
            Some((at, _)) => Some(Self::NotAscii { at }),
            None if key.is_empty() => Some(Self::Empty),
            None if key.starts_with(' ') || key.ends_with(' ') => Some(Self::Space),
            None => None,
        }
    }
}

/// A secret of the API, such as the signing secret of a webhook subscription. `Debug` does not print it.
///
/// It is serialized as it is.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Secret(String);

secret_string!(Secret);

impl Secret {
    /// Returns the secret as text.
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

impl AsRef<str> for Secret {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

has_schema! { Secret: Secret; }

#[cfg(test)]
mod tests {
    use super::{ApiKey, InvalidApiKey};

    #[test]
    fn api_key_may_contain_spaces() {
        for key in ["My API Key", "sk_1", "~", "a  b", "\"{}\\"] {
            assert_eq!(ApiKey::new(key).unwrap().expose(), key);
        }
    }

    #[test]
    fn api_keys_invalid_in_headers() {
        for (key, expected) in [
            ("", InvalidApiKey::Empty),
            (" ", InvalidApiKey::Space),
            (" key", InvalidApiKey::Space),
            ("key ", InvalidApiKey::Space),
            ("key\n", InvalidApiKey::LineBreak),
            ("\r\nkey", InvalidApiKey::LineBreak),
            ("My\nKey", InvalidApiKey::LineBreak),
            ("My\tKey", InvalidApiKey::ControlCharacter { at: 2 }),
            ("\0", InvalidApiKey::ControlCharacter { at: 0 }),
            ("key\u{7f}", InvalidApiKey::ControlCharacter { at: 3 }),
            ("kéy", InvalidApiKey::NotAscii { at: 1 }),
            ("key\u{85}", InvalidApiKey::NotAscii { at: 3 }),
            ("key\u{a0}", InvalidApiKey::NotAscii { at: 3 }),
        ] {
            assert_eq!(ApiKey::new(key), Err(expected), "{key:?}");
        }
    }
}
