//! Splitting of a long text into texts of a maximum length.

use super::{Text, rules::check_ranges};
use crate::{
    invalid_argument::InvalidArgument,
    model::{TextDecoration, Utf16Range},
};
use std::iter::Peekable;
use unicode_segmentation::UnicodeSegmentation;

impl Text {
    /// Splits the text into texts of at most [`MAX_CHARACTERS`](Self::MAX_CHARACTERS), each of which fits into a
    /// message; see [`split_at_most`](Self::split_at_most).
    ///
    /// ```
    /// use linq_core::message::Text;
    ///
    /// let long = "Once upon a time, there was a cake. ".repeat(1_000);
    /// let texts = Text::from(&long).split()?;
    /// assert_eq!(texts.len(), 4);
    /// assert!(texts.iter().all(|text| text.value.ends_with(". ")));
    /// assert_eq!(texts.iter().map(|text| text.value.as_str()).collect::<String>(), long);
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as those of [`split_at_most`](Self::split_at_most).
    pub fn split(&self) -> Result<Vec<Self>, InvalidArgument> {
        self.split_at_most(Self::MAX_CHARACTERS)
    }

    /// Splits the text into texts of at most this number of characters (Unicode scalar values). Joined, they are the
    /// original text: no character is removed, not even the space at a cut. A text that is short enough, or empty, is
    /// returned unchanged.
    ///
    /// The text is cut after a paragraph, a line or a sentence, if one ends within the last quarter of the maximum;
    /// else after a space within the last half; else between words within the last quarter, for languages without
    /// spaces; else anywhere between grapheme clusters, which are never cut. A decoration, a sticker and a mention are
    /// never cut either: each is in one of the texts, with its range relative to that text. Fields that this version
    /// does not know are in all texts.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`] if
    ///
    /// - the maximum is 0 or greater than [`MAX_CHARACTERS`](Self::MAX_CHARACTERS);
    /// - a range or mention is invalid;
    /// - a decoration, together with those that overlap it, a sticker, a mention, or a single grapheme cluster is
    ///   longer than the maximum. A style may be applied to two adjacent ranges instead of one, between which the text
    ///   can be cut.
    pub fn split_at_most(&self, max_characters: usize) -> Result<Vec<Self>, InvalidArgument> {
        if !(1..=Self::MAX_CHARACTERS).contains(&max_characters) {
            let reason = format!("must be from 1 to {}", Self::MAX_CHARACTERS);
            return Err(InvalidArgument::new("max_characters", reason));
        }
        check_ranges(self)?;
        if self.value.chars().count() <= max_characters {
            return Ok(vec![self.clone()]);
        }
        let spans = self.spans();
        let boundaries = boundaries(&self.value, &spans);
        let end = boundaries.last().map_or(0, |last| last.characters);
        let (mut texts, mut start, mut rest) = (Vec::new(), Boundary::START, &*boundaries);
        while end - start.characters > max_characters {
            let within =
                rest.partition_point(|at| at.characters <= start.characters + max_characters);
            let best = rest[..within]
                .iter()
                .filter(|at| at.may_cut)
                .max_by_key(|at| (at.rank(start.characters, max_characters), at.characters));
            let Some(&cut) = best else {
                return Err(too_long_to_keep_whole(
                    &rest[..within],
                    &spans,
                    max_characters,
                ));
            };
            texts.push(self.piece(start, cut));
            rest = &rest[rest.partition_point(|at| at.characters <= cut.characters)..];
            start = cut;
        }
        texts.extend(boundaries.last().map(|end| self.piece(start, *end)));
        Ok(texts)
    }

    /// Returns the ranges that must not be cut, sorted, with their paths.
    fn spans(&self) -> Vec<(Utf16Range, String)> {
        let decorations = self.text_decorations.iter().enumerate();
        let decorations = decorations.filter_map(|(index, decoration)| {
            Some((
                decoration.range?,
                format!("text_decorations[{index}].range"),
            ))
        });
        let stickers = self.inline_stickers.iter().enumerate();
        let stickers = stickers
            .map(|(index, sticker)| (sticker.range, format!("inline_stickers[{index}].range")));
        let mention = self.mention.as_ref().map(|_| match self.mention_range {
            Some(range) => (range, "mention_range".to_owned()),
            None => (Utf16Range::whole(&self.value), "mention".to_owned()),
        });
        let mut spans: Vec<_> = decorations.chain(stickers).chain(mention).collect();
        spans.sort_by_key(|(range, _)| range.start);
        spans
    }

    /// Returns the text between two boundaries, with the ranges in it.
    fn piece(&self, start: Boundary, end: Boundary) -> Self {
        let shifted = |range: Utf16Range| {
            (start.units <= range.start && range.end <= end.units)
                .then(|| Utf16Range::new(range.start - start.units, range.end - start.units))
        };
        let decorations = self.text_decorations.iter().filter_map(|decoration| {
            Some(TextDecoration {
                range: Some(shifted(decoration.range?)?),
                ..decoration.clone()
            })
        });
        let stickers = self.inline_stickers.iter().filter_map(|sticker| {
            let mut sticker = sticker.clone();
            sticker.range = shifted(sticker.range)?;
            Some(sticker)
        });
        let mention_range = self.mention_range.and_then(shifted);
        Self {
            value: self.value[start.byte..end.byte].to_owned(),
            text_decorations: decorations.collect(),
            inline_stickers: stickers.collect(),
            mention: self.mention.clone().filter(|_| mention_range.is_some()),
            mention_range,
            has_duplicate_mention: false,
            extra: self.extra.clone(),
        }
    }
}

/// Returns the error of a text that cannot be cut at any of these boundaries.
fn too_long_to_keep_whole(
    boundaries: &[Boundary],
    spans: &[(Utf16Range, String)],
    max_characters: usize,
) -> InvalidArgument {
    let path = boundaries.first().and_then(|at| {
        let mut spans = spans.iter();
        spans.find(|(range, _)| range.start < at.units && at.units < range.end)
    });
    InvalidArgument::new(
        path.map_or("value", |(_, path)| path.as_str()),
        format!("too long to keep whole in a text of at most {max_characters} characters"),
    )
}

/// A boundary between grapheme clusters, except that at the start of the text.
#[derive(Clone, Copy)]
struct Boundary {
    byte: usize,
    characters: usize,
    units: u32,
    kind: Kind,
    /// False within a range that must not be cut.
    may_cut: bool,
}

/// The kind of a boundary, from the worst to the best place for a cut.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Grapheme,
    Word,
    Space,
    Sentence,
    Line,
    Paragraph,
}

impl Boundary {
    const START: Self = Self {
        byte: 0,
        characters: 0,
        units: 0,
        kind: Kind::Grapheme,
        may_cut: true,
    };

    /// Returns the kind, or the worst one for a boundary that would make a text from `start` too short.
    fn rank(self, start: usize, max_characters: usize) -> Kind {
        let minimum = match self.kind {
            Kind::Grapheme => 0,
            Kind::Space => max_characters / 2,
            Kind::Word | Kind::Sentence | Kind::Line | Kind::Paragraph => max_characters / 4 * 3,
        };
        if self.characters - start >= minimum {
            self.kind
        } else {
            Kind::Grapheme
        }
    }
}

fn boundaries(text: &str, spans: &[(Utf16Range, String)]) -> Vec<Boundary> {
    let mut words = text.split_word_bound_indices().map(|(at, _)| at).peekable();
    let mut sentences = text
        .split_sentence_bound_indices()
        .map(|(at, _)| at)
        .peekable();
    let mut spans = spans.iter().peekable();
    let (mut at, mut end_of_spans, mut last_line_is_blank) = (Boundary::START, 0, false);
    let of_grapheme = |grapheme: &str| {
        at.byte += grapheme.len();
        at.characters += grapheme.chars().count();
        at.units += Utf16Range::whole(grapheme).end;
        while let Some((range, _)) = spans.next_if(|(range, _)| range.start < at.units) {
            end_of_spans = range.end.max(end_of_spans);
        }
        at.may_cut = end_of_spans <= at.units;

        let word = ends_at(&mut words, at.byte);
        // Not at the `?` of a URL.
        let sentence =
            ends_at(&mut sentences, at.byte) && !grapheme.ends_with(|c: char| c.is_ascii_graphic());
        at.kind = if grapheme.ends_with(is_line_break) {
            let blank = std::mem::replace(&mut last_line_is_blank, true);
            if blank { Kind::Paragraph } else { Kind::Line }
        } else {
            last_line_is_blank &= grapheme.chars().all(char::is_whitespace);
            let next = text[at.byte..].chars().next();
            let before_space = next.is_none_or(char::is_whitespace);
            match (
                sentence,
                grapheme.ends_with(is_breaking_space) && !before_space,
                word,
            ) {
                (true, ..) => Kind::Sentence,
                (false, true, _) => Kind::Space,
                (false, false, true) => Kind::Word,
                (false, false, false) => Kind::Grapheme,
            }
        };
        at
    };
    text.graphemes(true).map(of_grapheme).collect()
}

/// Returns whether a segment starts at `byte`, that is, the one in front ends there.
fn ends_at(starts: &mut Peekable<impl Iterator<Item = usize>>, byte: usize) -> bool {
    while starts.next_if(|start| *start < byte).is_some() {}
    starts.next_if_eq(&byte).is_some()
}

fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}
