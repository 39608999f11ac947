use crate::{handle::parsed_text, invalid_argument::Reason};
use serde::Serialize;

/// The most characters that a key may have.
const MAX_CHARACTERS: usize = 255;

/// What makes a repeated send harmless: of all sends with one key the server carries out the first, and
/// answers the others with the reply to that one.
///
/// Any text of 1 to 255 characters; best one that names the occasion, such as `order-1042-shipped`. The
/// key of a message that has been deleted or has expired is answered with 404.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct IdempotencyKey(String);

checked_text!(IdempotencyKey);

impl IdempotencyKey {
    /// The key as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A UUID of version 4, from 16 bytes that the driver has to draw.
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
            1..=MAX_CHARACTERS => Ok(Self(text)),
            characters => Err(InvalidIdempotencyKey::TooLong { characters }),
        }
    }
}

parsed_text!(IdempotencyKey, InvalidIdempotencyKey);

/// Why a text is no idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidIdempotencyKey {
    /// Nothing was given.
    #[error("it is empty")]
    Empty,
    /// More characters than the server takes.
    #[error("too long: {characters} characters, at most 255")]
    #[non_exhaustive]
    TooLong {
        /// How many there are.
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
    fn a_key_has_1_to_255_characters() {
        for text in ["order-1042", "ü 🎂", &"é".repeat(255)] {
            assert_eq!(IdempotencyKey::try_from(text).unwrap().as_str(), text);
        }
        let refusal = |text: &str| {
            IntoField::<IdempotencyKey>::into_field(text, "idempotency_key")
                .unwrap_err()
                .to_string()
        };
        assert_eq!(refusal(""), "idempotency_key: it is empty");
        assert_eq!(
            refusal(&"k".repeat(256)),
            "idempotency_key: too long: 256 characters, at most 255"
        );
    }

    #[test]
    fn random_bytes_become_a_uuid_of_version_4() {
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
    fn json_gives_the_same_key_back_and_refuses_an_empty_one() {
        let key: IdempotencyKey = serde_json::from_str(r#""order-1042""#).unwrap();
        assert_eq!(serde_json::to_string(&key).unwrap(), r#""order-1042""#);
        assert!(
            serde_json::from_str::<IdempotencyKey>(r#""""#)
                .unwrap_err()
                .to_string()
                .starts_with("it is empty")
        );
    }
}
