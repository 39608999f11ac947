use super::{EmailAddress, Handle, InvalidHandle, PhoneNumber, parsed_text};
use serde::Serialize;

/// Somebody who can be blocked: whoever can write to you, not only those whom you can write to.
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
    /// The short number of an SMS service: 3 to 8 digits.
    ShortCode(String),
    /// The name that an SMS service goes by: letters, and what else there is besides them.
    SenderId(String),
}

checked_text!(BlockableHandle);

impl BlockableHandle {
    /// The handle as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number.as_str(),
            Self::Email(address) => address.as_str(),
            Self::ShortCode(text) | Self::SenderId(text) => text,
        }
    }
}

/// A text with an `@` is read as an e-mail address, one with a `+` in front as a phone number, one of
/// digits as a short code, and one with a letter as a sender's name.
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

parsed_text!(BlockableHandle, InvalidHandle);

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

    fn read(text: &str) -> Result<BlockableHandle, InvalidHandle> {
        text.parse()
    }

    #[test]
    fn each_kind_is_told_by_its_form() {
        use BlockableHandle::{Email, Phone, SenderId, ShortCode};

        assert!(matches!(read("+12223334444"), Ok(Phone(_))));
        assert!(matches!(read("user+tag@example.com"), Ok(Email(_))));
        for code in ["123", "262966", "12345678"] {
            assert!(matches!(read(code), Ok(ShortCode(text)) if text == code));
        }
        for name in ["MyBank", "A", "1-800-FLOWERS", "Überweisung", "Ann & Co."] {
            assert!(matches!(read(name), Ok(SenderId(text)) if text == name));
        }
    }

    #[test]
    fn what_is_none_of_them_is_refused() {
        let refused = |text: &str| read(text).unwrap_err();
        assert_eq!(refused(""), InvalidHandle::Empty);
        assert_eq!(refused("+"), InvalidHandle::NoDigits);
        assert_eq!(refused("12"), InvalidHandle::ShortCodeLength { digits: 2 });
        assert_eq!(
            refused("123456789"),
            InvalidHandle::ShortCodeLength { digits: 9 }
        );
        assert_eq!(
            refused("15556667777"),
            InvalidHandle::ShortCodeLength { digits: 11 }
        );
        for text in ["(205) 249-9136", "205 249", " ", "My\nBank", "٣٤٥"] {
            assert_eq!(refused(text), InvalidHandle::NotBlockable, "{text}");
        }
    }

    #[test]
    fn json_gives_the_same_handle_back() {
        for text in ["+12223334444", "user@example.com", "262966", "MyBank"] {
            let json = serde_json::to_string(&read(text).unwrap()).unwrap();
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
