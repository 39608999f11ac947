//! Validation of a text part and its ranges.

use super::{check_source, check_text, invalid};
use crate::{
    id::AttachmentId,
    invalid_argument::{InvalidArgument, PrependPath},
    message::{InlineSticker, Text},
    model::{TextDecoration, Utf16Range},
};
use std::{collections::BTreeSet, fmt};

/// The limits of a text part. A call that exceeds one is rejected before anything is sent.
impl Text {
    /// Maximum length in characters (Unicode scalar values). [`split`](Self::split) splits a longer text.
    pub const MAX_CHARACTERS: usize = 10_000;
    /// Maximum number of inline stickers.
    pub const MAX_STICKERS: usize = 100;
    /// Maximum number of different images of inline stickers.
    pub const MAX_STICKER_IMAGES: usize = 10;
}

pub(super) fn check(text: &Text) -> Result<(), InvalidArgument> {
    check_text("value", &text.value)?;
    check_ranges(text)?;
    check_stickers(text)
}

/// Checks decorations, stickers and mention, but not the number of stickers.
pub(in crate::message) fn check_ranges(text: &Text) -> Result<(), InvalidArgument> {
    let units = Utf16Range::whole(&text.value).end;
    for (index, decoration) in text.text_decorations.iter().enumerate() {
        check_decoration(decoration, units)
            .within_item(index)
            .within("text_decorations")?;
    }
    for (index, sticker) in text.inline_stickers.iter().enumerate() {
        check_sticker(sticker, units, &text.value)
            .within_item(index)
            .within("inline_stickers")?;
    }
    check_overlaps(text)?;
    check_mention(text, units)
}

fn check_decoration(decoration: &TextDecoration, units: u32) -> Result<(), InvalidArgument> {
    let range = decoration
        .range
        .ok_or_else(|| InvalidArgument::new("range", "missing"))?;
    check_range("range", range, units)?;
    match (&decoration.style, &decoration.animation) {
        (Some(_), Some(_)) => invalid("", "`style` and `animation` are mutually exclusive"),
        (None, None) => invalid("", "either `style` or `animation` is required"),
        _ => Ok(()),
    }
}

fn check_sticker(sticker: &InlineSticker, units: u32, value: &str) -> Result<(), InvalidArgument> {
    check_range("range", sticker.range, units)?;
    if sticker.range.slice(value).is_none() {
        return invalid(
            "range",
            "splits a surrogate pair (a character above U+FFFF counts as two UTF-16 code units)",
        );
    }
    check_source(sticker.url.as_deref(), sticker.attachment_id.as_ref())
}

fn check_stickers(text: &Text) -> Result<(), InvalidArgument> {
    let stickers = &text.inline_stickers;
    if stickers.is_empty() {
        return Ok(());
    }
    if text.mention.is_some() {
        return invalid("inline_stickers", "not allowed together with a mention");
    }
    if stickers.len() > Text::MAX_STICKERS {
        return invalid(
            "inline_stickers",
            format!(
                "too many: {} stickers, at most {}",
                stickers.len(),
                Text::MAX_STICKERS
            ),
        );
    }
    let images = count_distinct_images(stickers);
    if images > Text::MAX_STICKER_IMAGES {
        return invalid(
            "inline_stickers",
            format!(
                "too many: {images} different images, at most {}",
                Text::MAX_STICKER_IMAGES
            ),
        );
    }
    Ok(())
}

/// Returns the minimum number of distinct images: a URL and an identifier may refer to the same image, and so may
/// two URLs that differ in their signature.
fn count_distinct_images(stickers: &[InlineSticker]) -> usize {
    let addresses = stickers
        .iter()
        .filter_map(|sticker| sticker.url.as_deref()?.split('?').next());
    let uploads = stickers
        .iter()
        .filter_map(|sticker| sticker.attachment_id.as_ref().map(AttachmentId::as_str));
    addresses
        .collect::<BTreeSet<_>>()
        .len()
        .max(uploads.collect::<BTreeSet<_>>().len())
}

fn check_mention(text: &Text, units: u32) -> Result<(), InvalidArgument> {
    if text.has_duplicate_mention {
        return invalid("mention", "at most one mention is allowed per text part");
    }
    match (&text.mention, text.mention_range) {
        (None, Some(_)) => invalid("mention_range", "requires a `mention`"),
        (Some(_), Some(range)) => check_range("mention_range", range, units),
        (_, None) => Ok(()),
    }
}

fn check_range(path: &str, range: Utf16Range, units: u32) -> Result<(), InvalidArgument> {
    let Utf16Range { start, end } = range;
    if start >= end {
        return invalid(
            path,
            format!("empty range [{start}, {end}): the end must be greater than the start"),
        );
    }
    if end > units {
        return invalid(
            path,
            format!(
                "range [{start}, {end}) is out of bounds: the text has {units} UTF-16 code units"
            ),
        );
    }
    Ok(())
}

/// Checks that only styles overlap each other.
fn check_overlaps(text: &Text) -> Result<(), InvalidArgument> {
    let decorations = text
        .text_decorations
        .iter()
        .enumerate()
        .filter_map(|(index, decoration)| {
            Some(Span {
                range: decoration.range?,
                is_style: decoration.style.is_some(),
                location: Location::Decoration(index),
            })
        });
    let stickers = text
        .inline_stickers
        .iter()
        .enumerate()
        .map(|(index, sticker)| Span {
            range: sticker.range,
            is_style: false,
            location: Location::Sticker(index),
        });
    let mut spans: Vec<Span> = decorations.chain(stickers).collect();
    spans.sort_by_key(|span| span.range.start);

    // Sorted by start, a span overlaps an earlier one exactly if it overlaps the one with the greatest end.
    let (mut furthest, mut furthest_except_styles) = (None, None);
    for span in &spans {
        let rival = if span.is_style {
            furthest_except_styles
        } else {
            furthest
        };
        if let Some(rival) = rival.filter(|rival: &&Span| rival.range.end > span.range.start) {
            let reason = format!(
                "overlaps {}; only styles may overlap each other",
                rival.location
            );
            return invalid(span.location.to_string(), reason);
        }
        furthest = further(furthest, span);
        if !span.is_style {
            furthest_except_styles = further(furthest_except_styles, span);
        }
    }
    Ok(())
}

struct Span {
    range: Utf16Range,
    is_style: bool,
    location: Location,
}

fn further<'a>(furthest: Option<&'a Span>, span: &'a Span) -> Option<&'a Span> {
    furthest
        .filter(|furthest| furthest.range.end >= span.range.end)
        .or(Some(span))
}

#[derive(Clone, Copy)]
enum Location {
    Decoration(usize),
    Sticker(usize),
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decoration(index) => write!(f, "text_decorations[{index}]"),
            Self::Sticker(index) => write!(f, "inline_stickers[{index}]"),
        }
    }
}
