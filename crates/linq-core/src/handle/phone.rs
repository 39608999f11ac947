use super::{InvalidHandle, parsed_string};
use serde::Serialize;

/// Maximum number of digits in E.164, country code included.
const MAX_DIGITS: usize = 15;

/// A phone number in E.164, such as `+12223334444`: `+`, then 1 to 15 digits, the first not 0.
///
/// Spaces, dashes and parentheses are invalid: the server rejects them with code 1002, see
/// <https://docs.linqapp.com/error/codes/1xxx/1002/>.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct PhoneNumber(String);

validated_string!(PhoneNumber);

impl PhoneNumber {
    /// Returns the number verbatim, `+` included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = InvalidHandle;

    fn try_from(text: String) -> Result<Self, InvalidHandle> {
        if text.is_empty() {
            return Err(InvalidHandle::Empty);
        }
        let digits = text.strip_prefix('+').ok_or(InvalidHandle::MissingPlus)?;
        if let Some((at, character)) = digits.char_indices().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(InvalidHandle::NotADigit {
                character,
                at: at + 1,
            });
        }
        match digits.len() {
            0 => Err(InvalidHandle::NoDigits),
            _ if digits.starts_with('0') => Err(InvalidHandle::LeadingZero),
            1..=MAX_DIGITS => Ok(Self(text)),
            digits => Err(InvalidHandle::TooManyDigits { digits }),
        }
    }
}

parsed_string!(PhoneNumber, InvalidHandle);

impl std::borrow::Borrow<str> for PhoneNumber {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

has_schema! { Text: PhoneNumber; }
