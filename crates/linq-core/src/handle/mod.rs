//! Handles: the phone numbers and e-mail addresses of senders and recipients.
//!
//! ```
//! use linq_core::handle::Handle;
//!
//! let ann: Handle = "+12223334444".parse()?;
//! assert!(matches!(ann, Handle::Phone(_)));
//!
//! let error = "+1 222 333 4444".parse::<Handle>().unwrap_err();
//! assert_eq!(error.to_string(), "the character ' ' at byte 2 is not a digit");
//! # Ok::<(), linq_core::handle::InvalidHandle>(())
//! ```

mod blockable;
mod email;
mod forwarding;
mod invalid;
mod parsed;
mod phone;
#[cfg(test)]
mod tests;

pub use blockable::BlockableHandle;
pub use email::EmailAddress;
pub use forwarding::ForwardingNumber;
pub use invalid::InvalidHandle;
pub use phone::PhoneNumber;

pub(crate) use parsed::parsed_string;

use serde::Serialize;

/// The handle of a chat participant: a phone number in E.164 or an e-mail address.
///
/// The text is kept verbatim. Responses and events have plain strings for senders instead, because
/// these may also be short codes and sender IDs, which cannot participate in chats.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Handle {
    /// A phone number, for iMessage, RCS or SMS.
    Phone(PhoneNumber),
    /// An e-mail address, for iMessage.
    Email(EmailAddress),
}

validated_string!(Handle);

impl Handle {
    /// Returns the handle verbatim.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(number) => number.as_str(),
            Self::Email(address) => address.as_str(),
        }
    }
}

/// Parses a string with an `@`, such as `+tag@example.com`, as an e-mail address; any other with a leading
/// `+` as a phone number.
impl TryFrom<String> for Handle {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        if text.is_empty() {
            Err(InvalidHandle::Empty)
        } else if text.contains('@') {
            text.try_into().map(Self::Email)
        } else if text.starts_with('+') {
            text.try_into().map(Self::Phone)
        } else {
            Err(InvalidHandle::NotAHandle)
        }
    }
}

parsed_string!(Handle, InvalidHandle);

impl From<PhoneNumber> for Handle {
    fn from(number: PhoneNumber) -> Self {
        Self::Phone(number)
    }
}

impl From<&PhoneNumber> for Handle {
    fn from(number: &PhoneNumber) -> Self {
        Self::Phone(number.clone())
    }
}

impl From<EmailAddress> for Handle {
    fn from(address: EmailAddress) -> Self {
        Self::Email(address)
    }
}

impl From<&EmailAddress> for Handle {
    fn from(address: &EmailAddress) -> Self {
        Self::Email(address.clone())
    }
}

/// Fails for an e-mail address.
impl TryFrom<Handle> for PhoneNumber {
    type Error = InvalidHandle;

    fn try_from(handle: Handle) -> Result<Self, InvalidHandle> {
        match handle {
            Handle::Phone(number) => Ok(number),
            Handle::Email(_) => Err(InvalidHandle::MissingPlus),
        }
    }
}

/// Fails for a phone number.
impl TryFrom<Handle> for EmailAddress {
    type Error = InvalidHandle;

    fn try_from(handle: Handle) -> Result<Self, InvalidHandle> {
        match handle {
            Handle::Email(address) => Ok(address),
            Handle::Phone(_) => Err(InvalidHandle::MissingAt),
        }
    }
}

has_schema! { Text: Handle; }
