use serde::{Deserialize, Serialize};
use std::ops::Range;

model! {
    /// A style or an animation of a range of a text part (iMessage only; over RCS and SMS the text is
    /// delivered without it).
    pub struct TextDecoration {
        /// Decorated range of the text.
        pub range: Option<Utf16Range> = always,
        /// Style. Ranges with styles may overlap each other.
        pub style: Option<TextStyle>,
        /// Animation, instead of `style`. A range with an animation must not overlap any other range.
        pub animation: Option<TextAnimation>,
    }
}

impl TextDecoration {
    /// Creates a decoration with a style.
    #[must_use]
    pub fn style(range: impl Into<Utf16Range>, style: TextStyle) -> Self {
        Self {
            range: Some(range.into()),
            style: Some(style),
            animation: None,
        }
    }

    /// Creates a decoration with an animation.
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
    /// Style of a range of text.
    pub enum TextStyle {
        /// Bold.
        Bold = "bold",
        /// Italic.
        Italic = "italic",
        /// Strikethrough.
        Strikethrough = "strikethrough",
        /// Underline.
        Underline = "underline",
    }

    /// Animation of a range of text.
    pub enum TextAnimation {
        /// The text grows.
        Big = "big",
        /// The text shrinks.
        Small = "small",
        /// The text shakes from side to side.
        Shake = "shake",
        /// The text nods up and down.
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

/// A half-open range of a text in UTF-16 code units: from `start` up to, but not including, `end`.
///
/// Characters up to U+FFFF count as one unit, those above, such as most emoji, as two. Serialized as
/// `[start, end]`.
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
    /// First code unit.
    pub start: u32,
    /// Code unit after the last one.
    pub end: u32,
}

impl Utf16Range {
    /// Creates a range from `start` up to, but not including, `end`. It is validated against the text by the
    /// call that sends it.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Returns the range of a whole text.
    #[must_use]
    pub fn whole(text: &str) -> Self {
        let end = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        Self { start: 0, end }
    }

    /// Converts a byte range of `text`; returns `None` if `text[bytes]` would panic.
    #[must_use]
    pub fn of(text: &str, bytes: Range<usize>) -> Option<Self> {
        let start = Self::whole(text.get(..bytes.start)?).end;
        let end = start.saturating_add(Self::whole(text.get(bytes)?).end);
        Some(Self { start, end })
    }

    /// Returns the part of `text` that the range covers; `None` if the range ends before it starts, is out of
    /// bounds, or splits a surrogate pair.
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

/// Converts a UTF-16 offset to a byte offset; returns `None` within a character or out of bounds.
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
    fn range_is_serialized_as_two_numbers() {
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
    fn null_is_read_as_absent_and_unknown_style_is_kept() {
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
    fn invalid_range_has_no_slice() {
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
    fn slice_holds_the_code_units_of_its_range() {
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
        fn byte_range_and_utf16_range_have_the_same_slice(
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
