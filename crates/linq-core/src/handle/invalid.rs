/// Why a text is no handle: what is wrong, and where.
///
/// The text itself is not repeated, at most the one character that is out of place. Offsets count
/// bytes, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidHandle {
    /// Nothing was given.
    #[error("it is empty")]
    Empty,
    /// It looks like neither kind of handle.
    #[error("a phone number starts with `+` and an e-mail address has an `@`")]
    NeitherKind,
    /// A phone number was wanted, and this is not the start of one.
    #[error("a phone number starts with `+`")]
    MissingPlus,
    /// A lone `+`.
    #[error("there is no digit after the `+`")]
    NoDigits,
    /// A `0` where the country code starts.
    #[error("the digit at byte 1 is 0, and no country code starts with 0")]
    LeadingZero,
    /// A phone number holds something else than digits.
    #[error("the character {character:?} at byte {at} is not a digit")]
    #[non_exhaustive]
    NotADigit {
        /// The first character that is not a digit.
        character: char,
        /// Where it is.
        at: usize,
    },
    /// More digits than E.164 allows.
    #[error("too long: {digits} digits, and a phone number has at most 15")]
    #[non_exhaustive]
    TooManyDigits {
        /// How many there are.
        digits: usize,
    },
    /// An e-mail address was wanted, and there is no `@`.
    #[error("an e-mail address has an `@`")]
    MissingAt,
    /// There is nothing in front of the `@`, or nothing after it.
    #[error("there is nothing {side} the `@` at byte {at}")]
    #[non_exhaustive]
    EmptyPart {
        /// `before` or `after`.
        side: &'static str,
        /// Where the `@` is.
        at: usize,
    },
    /// A character that an e-mail address cannot hold, or not in this place.
    #[error("the character {character:?} at byte {at} cannot stand there in an e-mail address")]
    #[non_exhaustive]
    Misplaced {
        /// The first such character.
        character: char,
        /// Where it is.
        at: usize,
    },
    /// A part of an e-mail address has more characters than mail systems take.
    #[error("too long: {characters} characters {part}, and at most {limit} are allowed")]
    #[non_exhaustive]
    PartTooLong {
        /// Which part, in words.
        part: &'static str,
        /// How many characters it has.
        characters: usize,
        /// How many it may have.
        limit: usize,
    },
    /// Digits without a `+` were wanted as a short code, and these are too few or too many.
    #[error("a short code has 3 to 8 digits, not {digits}, and a phone number starts with `+`")]
    #[non_exhaustive]
    ShortCodeLength {
        /// How many there are.
        digits: usize,
    },
    /// It is nothing that can be blocked.
    #[error("it is no phone number, e-mail address, short code or sender's name")]
    NotBlockable,
    /// It breaks the grammar of e-mail addresses as a whole.
    #[error("it does not have the form of an e-mail address, such as `user@example.com`")]
    NotAnEmailAddress,
}

impl InvalidHandle {
    /// The byte at which the text stops being a handle, where there is one.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        match *self {
            Self::NotADigit { at, .. }
            | Self::EmptyPart { at, .. }
            | Self::Misplaced { at, .. } => Some(at),
            Self::LeadingZero => Some(1),
            Self::Empty
            | Self::NeitherKind
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
