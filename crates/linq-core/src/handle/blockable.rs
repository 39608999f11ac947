use super::{EmailAddress, Handle, InvalidHandle, PhoneNumber, parsed_string};
use serde::Serialize;

/// A handle that can be blocked: any sender, including short codes and sender IDs that cannot be
/// messaged.
///
/// ```
/// use linq_core::handle::BlockableHandle;
///
/// assert!(matches!("262966".parse()?, BlockableHandle::ShortCode(_)));
/// assert!(matches!("MyBank".parse()?, BlockableHandle::SenderId(_)));
/// # Ok::<(), linq_core::handle::InvalidHandle>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum BlockableHandle {
    /// A phone number.
    Phone(PhoneNumber),
    /// An e-mail address.
    Email(EmailAddress),
    /// The short code of an SMS service: 3 to 8 digits.
    ShortCode(String),
    /// The alphanumeric sender ID of an SMS service: at least one letter, no control characters.
    SenderId(String),
}

validated_string!(BlockableHandle);

impl BlockableHandle {
    /// Returns the handle verbatim.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number.as_str(),
            Self::Email(address) => address.as_str(),
            Self::ShortCode(text) | Self::SenderId(text) => text,
        }
    }
}

/// Parses a string with an `@` as an e-mail address, one with a leading `+` as a phone number, one of
/// digits as a short code, and one with a letter as a sender ID.
impl TryFrom<String> for BlockableHandle {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        if text.is_empty() || text.starts_with('+') || text.contains('@') {
            Handle::try_from(text).map(Self::from)
        } else if text.bytes().all(|byte| byte.is_ascii_digit()) {
            match text.len() {
                3..=8 => Ok(Self::ShortCode(text)),
                digits => Err(InvalidHandle::ShortCodeLength { digits }),
            }
        } else if text.contains(char::is_alphabetic) && !text.contains(char::is_control) {
            Ok(Self::SenderId(text))
        } else {
            Err(InvalidHandle::NotBlockable)
        }
    }
}

parsed_string!(BlockableHandle, InvalidHandle);

impl From<Handle> for BlockableHandle {
    fn from(handle: Handle) -> Self {
        match handle {
            Handle::Phone(number) => Self::Phone(number),
            Handle::Email(address) => Self::Email(address),
        }
    }
}

impl From<&Handle> for BlockableHandle {
    fn from(handle: &Handle) -> Self {
        handle.clone().into()
    }
}

impl From<PhoneNumber> for BlockableHandle {
    fn from(number: PhoneNumber) -> Self {
        Self::Phone(number)
    }
}

impl From<EmailAddress> for BlockableHandle {
    fn from(address: EmailAddress) -> Self {
        Self::Email(address)
    }
}

has_schema! { Text: BlockableHandle; }

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<BlockableHandle, InvalidHandle> {
        text.parse()
    }

    #[test]
    fn kind_is_detected_by_syntax() {
        use BlockableHandle::{Email, Phone, SenderId, ShortCode};

        assert!(matches!(parse("+12223334444"), Ok(Phone(_))));
        assert!(matches!(parse("user+tag@example.com"), Ok(Email(_))));
        for code in ["123", "262966", "12345678"] {
            assert!(matches!(parse(code), Ok(ShortCode(text)) if text == code));
        }
        for name in ["MyBank", "A", "1-800-FLOWERS", "Überweisung", "Ann & Co."] {
            assert!(matches!(parse(name), Ok(SenderId(text)) if text == name));
        }
    }

    #[test]
    fn invalid_handles_are_rejected() {
        let error_of = |text: &str| parse(text).unwrap_err();
        assert_eq!(error_of(""), InvalidHandle::Empty);
        assert_eq!(error_of("+"), InvalidHandle::NoDigits);
        assert_eq!(error_of("12"), InvalidHandle::ShortCodeLength { digits: 2 });
        assert_eq!(
            error_of("123456789"),
            InvalidHandle::ShortCodeLength { digits: 9 }
        );
        assert_eq!(
            error_of("15556667777"),
            InvalidHandle::ShortCodeLength { digits: 11 }
        );
        for text in ["(205) 249-9136", "205 249", " ", "My\nBank", "٣٤٥"] {
            assert_eq!(error_of(text), InvalidHandle::NotBlockable, "{text}");
        }
    }

    #[test]
    fn json_round_trip() {
        for text in ["+12223334444", "user@example.com", "262966", "MyBank"] {
            let json = serde_json::to_string(&parse(text).unwrap()).unwrap();
            assert_eq!(json, format!("{text:?}"));
            assert_eq!(
                serde_json::from_str::<BlockableHandle>(&json)
                    .unwrap()
                    .as_str(),
                text
            );
        }
        assert!(serde_json::from_str::<BlockableHandle>("\"12\"").is_err());
    }
}
