use serde::{Deserialize, Serialize};
use std::ops::Range;

model! {
    /// A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text
    /// arrives without it).
    pub struct TextDecoration {
        /// Which words.
        pub range: Option<Utf16Range> = always,
        /// How they look. Ranges with styles may overlap each other.
        pub style: Option<TextStyle>,
        /// How they move, instead of `style`. A range with an animation overlaps no other.
        pub animation: Option<TextAnimation>,
    }
}

impl TextDecoration {
    /// Words in a style.
    #[must_use]
    pub fn style(range: impl Into<Utf16Range>, style: TextStyle) -> Self {
        Self {
            range: Some(range.into()),
            style: Some(style),
            animation: None,
        }
    }

    /// Words that move.
    #[must_use]
    pub fn animation(range: impl Into<Utf16Range>, animation: TextAnimation) -> Self {
        Self {
            range: Some(range.into()),
            style: None,
            animation: Some(animation),
        }
    }
}

open_enum! {
    /// How words look.
    pub enum TextStyle {
        /// Heavier letters.
        Bold = "bold",
        /// Slanted letters.
        Italic = "italic",
        /// A line through the words.
        Strikethrough = "strikethrough",
        /// A line under the words.
        Underline = "underline",
    }

    /// How words move.
    pub enum TextAnimation {
        /// The words grow.
        Big = "big",
        /// The words shrink.
        Small = "small",
        /// The words shake from side to side.
        Shake = "shake",
        /// The words nod up and down.
        Nod = "nod",
        /// The letters burst apart.
        Explode = "explode",
        /// A wave runs through the letters.
        Ripple = "ripple",
        /// The letters bloom one after the other.
        Bloom = "bloom",
        /// The letters jitter on the spot.
        Jitter = "jitter",
    }
}

/// A stretch of a text, in UTF-16 code units: from `start` up to, but not including, `end`.
///
/// Most characters count as one unit; those beyond U+FFFF, which most emoji are, count as two. Travels
/// as `[start, end]`.
///
/// ```
/// use linq_core::model::Utf16Range;
///
/// let text = "Hi 🎂 cake";
/// let cake = Utf16Range::of(text, 8..12).unwrap();
/// assert_eq!(cake, Utf16Range::new(6, 10));
/// assert_eq!(cake.slice(text), Some("cake"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
#[non_exhaustive]
pub struct Utf16Range {
    /// The first unit.
    pub start: u32,
    /// The unit after the last one.
    pub end: u32,
}

impl Utf16Range {
    /// From `start` up to, but not including, `end`. Whether that makes sense is checked against the
    /// text, by the call that would send it.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// All of a text.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        Self { start: 0, end }
    }

    /// The range of `text` that a range of bytes stands for; none if `text[bytes]` would panic.
    #[must_use]
    pub fn of(text: &str, bytes: Range<usize>) -> Option<Self> {
        let start = Self::whole(text.get(..bytes.start)?).end;
        let end = start.saturating_add(Self::whole(text.get(bytes)?).end);
        Some(Self { start, end })
    }

    /// The words of `text` that the range covers; none if it ends before it starts, reaches beyond the
    /// text, or cuts a character in two.
    #[must_use]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(byte_offset(text, self.start)?..byte_offset(text, self.end)?)
    }
}

impl From<Range<u32>> for Utf16Range {
    fn from(Range { start, end }: Range<u32>) -> Self {
        Self { start, end }
    }
}

impl From<(u32, u32)> for Utf16Range {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Utf16Range> for (u32, u32) {
    fn from(range: Utf16Range) -> Self {
        (range.start, range.end)
    }
}

/// Where the character that starts at a UTF-16 unit starts in bytes.
fn byte_offset(text: &str, unit: u32) -> Option<usize> {
    let mut units = 0u32;
    for (at, c) in text.char_indices() {
        if units >= unit {
            return (units == unit).then_some(at);
        }
        units = units.saturating_add(if u32::from(c) > 0xFFFF { 2 } else { 1 });
    }
    (units == unit).then_some(text.len())
}

has_schema! { Utf16Range: Utf16Range; }

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    #[test]
    fn a_range_travels_as_two_numbers() {
        let decoration = TextDecoration::animation(3..7, TextAnimation::Shake);
        let json = r#"{"range":[3,7],"animation":"shake"}"#;
        assert_eq!(serde_json::to_string(&decoration).unwrap(), json);
        assert_eq!(
            serde_json::from_str::<TextDecoration>(json).unwrap(),
            decoration
        );
        for bad in [
            "[3]",
            "[3,7,9]",
            "[-1,7]",
            "[3,4.5]",
            "[3,4294967296]",
            "{}",
        ] {
            assert!(serde_json::from_str::<Utf16Range>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn nulls_read_as_absent_and_unknown_names_survive() {
        let json = r#"{"range":[0,1],"style":"wavy","animation":null,"new":1}"#;
        let decoration: TextDecoration = serde_json::from_str(json).unwrap();
        assert_eq!(
            decoration.style.as_ref().map(TextStyle::as_str),
            Some("wavy")
        );
        assert_eq!(
            serde_json::to_string(&decoration).unwrap(),
            r#"{"range":[0,1],"style":"wavy"}"#
        );
    }

    #[test]
    fn a_range_that_makes_no_sense_has_no_words() {
        for (start, end) in [(2, 1), (0, 9), (9, 9), (1, 2), (2, 3), (u32::MAX, u32::MAX)] {
            assert_eq!(
                Utf16Range::new(start, end).slice("a🎂b🎂cd"),
                None,
                "{start}..{end}"
            );
        }
        assert_eq!(Utf16Range::new(8, 8).slice("a🎂b🎂cd"), Some(""));
        assert_eq!(Utf16Range::new(1, 3).slice("a🎂b🎂cd"), Some("🎂"));
        assert_eq!(Utf16Range::of("é", 1..2), None);
        assert_eq!(Utf16Range::of("é", 0..3), None);
    }

    #[test]
    fn a_slice_holds_the_units_of_its_range() {
        let seen = [const { Cell::new(0) }; 2];
        proptest!(|(text in any::<String>(), start in 0..20u32, len in 1..20u32)| {
            let units: Vec<u16> = text.encode_utf16().collect();
            let end = start + len;
            let expected = units
                .get(start as usize..end as usize)
                .and_then(|units| String::from_utf16(units).ok());
            prop_assert_eq!(Utf16Range::new(start, end).slice(&text), expected.as_deref());
            seen[usize::from(expected.is_some())].update(|times| times + 1);
        });
        assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
    }

    proptest! {
        #[test]
        fn bytes_and_units_name_the_same_words(
            before in any::<String>(),
            words in any::<String>(),
            after in any::<String>(),
        ) {
            let text = format!("{before}{words}{after}");
            let bytes = before.len()..before.len() + words.len();
            let range = Utf16Range::of(&text, bytes).unwrap();
            prop_assert_eq!(range.slice(&text), Some(words.as_str()));
        }
    }
}
