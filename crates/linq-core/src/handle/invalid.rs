/// The error of parsing a handle.
///
/// It does not contain the text, except for the one character that is invalid. Offsets are in bytes, from
/// 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidHandle {
    /// The text is empty.
    #[error("must not be empty")]
    Empty,
    /// The text is neither a phone number nor an e-mail address.
    #[error("not an E.164 number (starting with `+`) or e-mail address")]
    NotAHandle,
    /// A phone number does not start with `+`.
    #[error("not an E.164 number: must start with `+`")]
    MissingPlus,
    /// A phone number has no digits.
    #[error("no digits after the `+`")]
    NoDigits,
    /// The country code starts with `0`.
    #[error("the digit at byte 1 is 0: a country code must not start with 0")]
    LeadingZero,
    /// A phone number contains a character other than digits.
    #[error("the character {character:?} at byte {at} is not a digit")]
    #[non_exhaustive]
    NotADigit {
        /// First character that is not a digit.
        character: char,
        /// Offset of the character.
        at: usize,
    },
    /// A phone number has more digits than E.164 allows.
    #[error("too long: {digits} digits, at most 15 allowed")]
    #[non_exhaustive]
    TooManyDigits {
        /// Number of digits.
        digits: usize,
    },
    /// An e-mail address has no `@`.
    #[error("not an e-mail address: must contain an `@`")]
    MissingAt,
    /// The local part or the domain of an e-mail address is empty.
    #[error("nothing {side} the `@` at byte {at}")]
    #[non_exhaustive]
    EmptyPart {
        /// Side of the `@`: `before` or `after`.
        side: &'static str,
        /// Offset of the `@`.
        at: usize,
    },
    /// A character is not allowed in an e-mail address, or not at its position.
    #[error("the character {character:?} at byte {at} is not allowed there in an e-mail address")]
    #[non_exhaustive]
    InvalidCharacter {
        /// First such character.
        character: char,
        /// Offset of the character.
        at: usize,
    },
    /// A part of an e-mail address is too long.
    #[error("too long: {characters} characters {part}, at most {limit} allowed")]
    #[non_exhaustive]
    PartTooLong {
        /// Description of the part.
        part: &'static str,
        /// Number of characters.
        characters: usize,
        /// Maximum number of characters.
        limit: usize,
    },
    /// Digits without a `+` are too few or too many for a short code.
    #[error(
        "{digits} digits: a short code must have 3 to 8, and a phone number must start with `+`"
    )]
    #[non_exhaustive]
    ShortCodeLength {
        /// Number of digits.
        digits: usize,
    },
    /// The text is not a handle that can be blocked.
    #[error("not a phone number, e-mail address, short code or sender ID")]
    NotBlockable,
    /// The text does not match the syntax of e-mail addresses.
    #[error("not an e-mail address such as `user@example.com`")]
    NotAnEmailAddress,
}

impl InvalidHandle {
    /// Returns the byte offset of the error, if it has one.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        match *self {
            Self::NotADigit { at, .. }
            | Self::EmptyPart { at, .. }
            | Self::InvalidCharacter { at, .. } => Some(at),
            Self::LeadingZero => Some(1),
            Self::Empty
            | Self::NotAHandle
            | Self::MissingPlus
            | Self::NoDigits
            | Self::TooManyDigits { .. }
            | Self::MissingAt
            | Self::PartTooLong { .. }
            | Self::ShortCodeLength { .. }
            | Self::NotBlockable
            | Self::NotAnEmailAddress => None,
        }
    }
}
