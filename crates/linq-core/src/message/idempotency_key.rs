use crate::{handle::parsed_string, invalid_argument::Reason};
use serde::Serialize;

/// An idempotency key: the server executes only the first request with a key, and returns the response to it for
/// the others.
///
/// Any string of 1 to 255 characters, preferably one that identifies the reason for the call, such as
/// `order-1042-shipped`. A request with the key of a deleted or expired message fails with 404.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct IdempotencyKey(String);

validated_string!(IdempotencyKey);

impl IdempotencyKey {
    /// Maximum length in characters (Unicode scalar values).
    pub const MAX_CHARACTERS: usize = 255;

    /// Returns the key verbatim.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Creates a key from 16 random bytes: a version 4 UUID.
    pub(crate) fn from_random(bytes: [u8; 16]) -> Self {
        Self(
            uuid::Builder::from_random_bytes(bytes)
                .into_uuid()
                .to_string(),
        )
    }
}

impl TryFrom<String> for IdempotencyKey {
    type Error = InvalidIdempotencyKey;

    fn try_from(text: String) -> Result<Self, InvalidIdempotencyKey> {
        match text.chars().count() {
            0 => Err(InvalidIdempotencyKey::Empty),
            1..=Self::MAX_CHARACTERS => Ok(Self(text)),
            characters => Err(InvalidIdempotencyKey::TooLong { characters }),
        }
    }
}

parsed_string!(IdempotencyKey, InvalidIdempotencyKey);

impl std::borrow::Borrow<str> for IdempotencyKey {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

/// The error of parsing an idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidIdempotencyKey {
    /// The key is empty.
    #[error("must not be empty")]
    Empty,
    /// The key has more characters than the server accepts.
    #[error("too long: {characters} characters, at most 255")]
    #[non_exhaustive]
    TooLong {
        /// Number of characters.
        characters: usize,
    },
}

impl From<InvalidIdempotencyKey> for Reason {
    fn from(invalid: InvalidIdempotencyKey) -> Self {
        invalid.to_string().into()
    }
}

has_schema! { Text: IdempotencyKey; }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::IntoField;

    #[test]
    fn key_has_1_to_255_characters() {
        for text in ["order-1042", "ü 🎂", &"é".repeat(255)] {
            assert_eq!(IdempotencyKey::try_from(text).unwrap().as_str(), text);
        }
        let error_of = |text: &str| {
            IntoField::<IdempotencyKey>::into_field(text, "idempotency_key")
                .unwrap_err()
                .to_string()
        };
        assert_eq!(error_of(""), "idempotency_key: must not be empty");
        assert_eq!(
            error_of(&"k".repeat(256)),
            "idempotency_key: too long: 256 characters, at most 255"
        );
    }

    #[test]
    fn random_key_is_a_version_4_uuid() {
        assert_eq!(
            IdempotencyKey::from_random([0; 16]).as_str(),
            "00000000-0000-4000-8000-000000000000"
        );
        assert_eq!(
            IdempotencyKey::from_random([255; 16]).as_str(),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
    }

    #[test]
    fn json_round_trip_rejects_an_empty_key() {
        let key: IdempotencyKey = serde_json::from_str(r#""order-1042""#).unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), r#""order-1042""#);
        assert!(
            serde_json::from_str::<IdempotencyKey>(r#""""#)
                .unwrap_err()
                .to_string()
                .starts_with("must not be empty")
        );
    }
}
