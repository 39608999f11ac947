//! Handles: phone numbers and e-mail addresses, and their services.

use serde::{Deserialize, Serialize};

/// Returns whether `text` is a phone number in E.164 format: `+`, a digit that is not 0, and up to 14 more digits.
pub(crate) fn is_phone_number(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (1..=15).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0')
    })
}

pub(crate) fn is_email(text: &str) -> bool {
    text.contains('@') && email_address::EmailAddress::is_valid(text)
}

pub(crate) fn is_handle(text: &str) -> bool {
    is_phone_number(text) || is_email(text)
}

/// Returns whether `text` is a short code, which can only send texts.
pub(crate) fn is_short_code(text: &str) -> bool {
    (3..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether `text` is a sender id, which can only send texts: up to 11 letters, digits, spaces and dashes, with
/// at least one letter.
pub(crate) fn is_sender_id(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-');
    (1..=11).contains(&text.len())
        && text.bytes().all(is_allowed)
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// A messaging service; of a handle, the best one it can be reached on.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Service {
    /// Plain text messages over the carrier, which every phone number can receive.
    #[serde(rename = "SMS")]
    Sms,
    /// Rich messages over the carrier; includes SMS.
    #[serde(rename = "RCS")]
    Rcs,
    /// Apple's service; a phone number that has it can receive RCS and SMS too.
    #[serde(rename = "iMessage")]
    IMessage,
}

impl Service {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match text {
            "iMessage" => Some(Self::IMessage),
            "RCS" => Some(Self::Rcs),
            "SMS" => Some(Self::Sms),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_are_in_e164_format() {
        for good in ["+1", "+12223334444", "+442071234567", "+123456789012345"] {
            assert!(is_phone_number(good), "{good}");
        }
        for bad in [
            "",
            "+",
            "12223334444",
            "+02223334444",
            "+1 222",
            "+1-222",
            "+1234567890123456",
            "+１２３",
        ] {
            assert!(!is_phone_number(bad), "{bad}");
        }
    }

    #[test]
    fn handles_are_phone_numbers_or_email_addresses() {
        assert!(is_handle("user@example.com"));
        assert!(is_handle("+12223334444"));
        assert!(!is_handle("user@"));
        assert!(!is_handle("user"));
    }
}
