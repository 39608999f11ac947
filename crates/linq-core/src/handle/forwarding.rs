use super::{InvalidHandle, PhoneNumber, parsed_string};
use serde::Serialize;

/// The phone number that calls to a line are forwarded to, in E.164; an empty string disables forwarding,
/// as `null` does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ForwardingNumber(String);

validated_string!(ForwardingNumber);

impl ForwardingNumber {
    /// Returns the number verbatim, `+` included; empty if there is none.
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

parsed_string!(ForwardingNumber, InvalidHandle);

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
