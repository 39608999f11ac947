use super::{InvalidHandle, PhoneNumber, parsed_text};
use serde::Serialize;

/// Where calls to a line are forwarded: a phone number in E.164, or the empty text, which ends
/// forwarding as `null` does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ForwardingNumber(String);

checked_text!(ForwardingNumber);

impl ForwardingNumber {
    /// Returns the number as it was given, `+` included; empty if there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ForwardingNumber {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        if text.is_empty() {
            return Ok(Self(text));
        }
        PhoneNumber::try_from(text).map(Self::from)
    }
}

parsed_text!(ForwardingNumber, InvalidHandle);

impl From<PhoneNumber> for ForwardingNumber {
    fn from(number: PhoneNumber) -> Self {
        Self(number.as_str().to_owned())
    }
}

impl From<&PhoneNumber> for ForwardingNumber {
    fn from(number: &PhoneNumber) -> Self {
        Self(number.as_str().to_owned())
    }
}

impl crate::schema::HasSchema for ForwardingNumber {
    const SCHEMA: crate::schema::Schema = crate::schema::Schema::Text;
}
