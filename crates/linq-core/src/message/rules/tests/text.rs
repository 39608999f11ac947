//! The rules of a text part.

use super::{assert_invalid, assert_valid, read};
use crate::{
    handle::Handle,
    message::{InlineSticker, MessageContent, StickerImage, Text},
    model::{TextAnimation, TextDecoration, TextStyle, Utf16Range},
};
use proptest::prelude::*;
use serde_json::json;
use std::cell::Cell;

fn bold(start: u32, end: u32) -> TextDecoration {
    TextDecoration::style(start..end, TextStyle::Bold)
}

fn shaken(start: u32, end: u32) -> TextDecoration {
    TextDecoration::animation(start..end, TextAnimation::Shake)
}

fn decorated(value: &str, decorations: &[TextDecoration]) -> Text {
    decorations
        .iter()
        .cloned()
        .fold(Text::from(value), Text::decoration)
}

fn sticker(start: u32, end: u32, id: &str) -> InlineSticker {
    InlineSticker::new(start..end, StickerImage::attachment(id))
}

fn stickers(value: &str, ranges: &[(u32, u32)]) -> Text {
    ranges
        .iter()
        .fold(Text::from(value), |text, &(start, end)| {
            text.inline_sticker(sticker(start, end, "a"))
        })
}

fn ann() -> Handle {
    "+12223334444".parse().unwrap()
}

#[test]
fn text_has_1_to_10000_characters() {
    assert_valid("x");
    assert_valid("🎂".repeat(10_000));
    assert_invalid("", "parts[0].value: must not be empty");
    assert_invalid(
        "é".repeat(10_001),
        "parts[0].value: too long: 10001 characters, at most 10000",
    );
}

#[test]
fn decoration_range_is_within_the_text() {
    assert_valid(decorated("a🎂", &[bold(0, 3)]));
    assert_valid(decorated("a🎂", &[bold(2, 3)]));
    for (decoration, message) in [
        (
            bold(0, 4),
            "parts[0].text_decorations[1].range: range [0, 4) is out of bounds: the text has 3 UTF-16 code units",
        ),
        (
            bold(1, 1),
            "parts[0].text_decorations[1].range: empty range [1, 1): the end must be greater than the start",
        ),
        (
            shaken(2, 1),
            "parts[0].text_decorations[1].range: empty range [2, 1): the end must be greater than the start",
        ),
    ] {
        assert_invalid(decorated("a🎂", &[bold(0, 1), decoration]), message);
    }
}

#[test]
fn decoration_is_either_a_style_or_an_animation() {
    assert_valid(read(
        json!({"parts": [{"type": "text", "value": "Hi", "text_decorations": [{"range": [0, 1], "style": "wavy"}]}]}),
    ));
    assert_invalid(
        Text::from("Hi").decoration(TextDecoration {
            style: Some(TextStyle::Bold),
            ..shaken(0, 1)
        }),
        "parts[0].text_decorations[0]: `style` and `animation` are mutually exclusive",
    );
    assert_invalid(
        Text::from("Hi").decoration(TextDecoration {
            animation: None,
            ..shaken(0, 1)
        }),
        "parts[0].text_decorations[0]: either `style` or `animation` is required",
    );
}

#[test]
fn only_styles_may_overlap() {
    assert_valid(decorated(
        "0123456789",
        &[bold(0, 9), bold(2, 4), bold(0, 9), shaken(9, 10)],
    ));
    assert_valid(decorated(
        "0123456789",
        &[shaken(5, 7), bold(7, 9), bold(0, 5)],
    ));
    for (decorations, index, rival) in [
        ([bold(0, 3), shaken(2, 4), bold(7, 8)], 1, 0),
        ([shaken(2, 4), bold(0, 3), bold(7, 8)], 0, 1),
        ([bold(0, 9), bold(1, 2), shaken(5, 6)], 2, 0),
        ([shaken(0, 9), bold(1, 2), bold(5, 6)], 1, 0),
        ([shaken(0, 2), shaken(1, 3), bold(5, 6)], 1, 0),
        ([bold(0, 1), shaken(3, 5), shaken(3, 5)], 2, 1),
    ] {
        let message = format!(
            "parts[0].text_decorations[{index}]: overlaps text_decorations[{rival}]; only styles may overlap each other"
        );
        assert_invalid(decorated("0123456789", &decorations), &message);
    }
}

#[test]
fn sticker_range_is_within_the_text_and_splits_no_surrogate_pair() {
    assert_valid(stickers("a🎂b", &[(1, 3)]));
    for (range, message) in [
        (
            (4, 4),
            "empty range [4, 4): the end must be greater than the start",
        ),
        (
            (3, 5),
            "range [3, 5) is out of bounds: the text has 4 UTF-16 code units",
        ),
        (
            (0, 2),
            "splits a surrogate pair (a character above U+FFFF counts as two UTF-16 code units)",
        ),
        (
            (2, 4),
            "splits a surrogate pair (a character above U+FFFF counts as two UTF-16 code units)",
        ),
    ] {
        assert_invalid(
            stickers("a🎂b", &[range]),
            &format!("parts[0].inline_stickers[0].range: {message}"),
        );
    }
    assert_invalid(
        Text::from("Hi").sticker("", StickerImage::attachment("a")),
        "parts[0].inline_stickers[0].range: empty range [2, 2): the end must be greater than the start",
    );
}

#[test]
fn sticker_has_either_a_url_or_an_attachment() {
    assert_valid(Text::new().sticker("🎂", StickerImage::url("https://cdn.linqapp.com/a.png")));
    let mut both = sticker(0, 1, "a");
    both.url = Some("https://cdn.linqapp.com/a.png".to_owned());
    assert_invalid(
        Text::from("Hi").inline_sticker(both),
        "parts[0].inline_stickers[0]: `url` and `attachment_id` are mutually exclusive",
    );
    let mut neither = sticker(0, 1, "a");
    neither.attachment_id = None;
    assert_invalid(
        Text::from("Hi").inline_sticker(neither),
        "parts[0].inline_stickers[0]: either `url` or `attachment_id` is required",
    );
    assert_invalid(
        stickers("Hi", &[]).inline_sticker(sticker(0, 1, "")),
        "parts[0].inline_stickers[0].attachment_id: must not be empty",
    );
}

#[test]
fn text_has_at_most_100_stickers_of_10_images() {
    let many = |count: u32, image: fn(u32) -> StickerImage| {
        (0..count).fold(Text::new(), |text, index| text.sticker("x", image(index)))
    };
    assert_valid(many(100, |index| {
        StickerImage::attachment((index % 10).to_string())
    }));
    assert_valid(many(100, |index| {
        StickerImage::url(format!("https://cdn.linqapp.com/a.png?signature={index}"))
    }));
    assert_valid(many(20, |index| match index % 10 {
        id if index < 10 => StickerImage::attachment(id.to_string()),
        id => StickerImage::url(format!("https://cdn.linqapp.com/{id}")),
    }));
    assert_invalid(
        many(101, |_| StickerImage::attachment("a")),
        "parts[0].inline_stickers: too many: 101 stickers, at most 100",
    );
    for image in [
        (|index| StickerImage::attachment(index.to_string())) as fn(u32) -> _,
        |index| StickerImage::url(format!("https://cdn.linqapp.com/{index}")),
    ] {
        assert_invalid(
            many(11, image),
            "parts[0].inline_stickers: too many: 11 different images, at most 10",
        );
    }
}

#[test]
fn sticker_overlap_is_invalid() {
    assert_valid(
        stickers("0123456789", &[(4, 6), (0, 4)])
            .decoration(bold(6, 7))
            .decoration(shaken(8, 9)),
    );
    assert_invalid(
        stickers("0123456789", &[(4, 6), (0, 5)]),
        "parts[0].inline_stickers[0]: overlaps inline_stickers[1]; only styles may overlap each other",
    );
    for decoration in [bold(3, 5), shaken(3, 5)] {
        assert_invalid(
            stickers("0123456789", &[(4, 6)]).decoration(decoration),
            "parts[0].inline_stickers[0]: overlaps text_decorations[0]; only styles may overlap each other",
        );
    }
    assert_invalid(
        stickers("0123456789", &[(4, 6)]).decoration(bold(5, 7)),
        "parts[0].text_decorations[0]: overlaps inline_stickers[0]; only styles may overlap each other",
    );
}

#[test]
fn text_has_one_mention_and_no_stickers_with_it() {
    assert_valid(Text::new().plain("Hey ").mention("Ann", ann()));
    assert_valid(read(
        json!({"parts": [{"type": "text", "value": "Ann", "mention": "ann@example.com"}]}),
    ));
    assert_invalid(
        Text::new()
            .mention("Ann", ann())
            .plain(" and ")
            .mention("Bob", ann()),
        "parts[0].mention: at most one mention is allowed per text part",
    );
    assert_invalid(
        Text::new()
            .mention("Ann", ann())
            .sticker("🎂", StickerImage::attachment("a")),
        "parts[0].inline_stickers: not allowed together with a mention",
    );
}

#[test]
fn mention_range_is_within_the_text_and_requires_a_mention() {
    assert_invalid(
        read(json!({"parts": [{"type": "text", "value": "Ann", "mention_range": [0, 3]}]})),
        "parts[0].mention_range: requires a `mention`",
    );
    assert_invalid(
        Text::from("Ann").mention_at(0..4, ann()),
        "parts[0].mention_range: range [0, 4) is out of bounds: the text has 3 UTF-16 code units",
    );
    assert_invalid(
        Text::new().plain("Hey ").mention("", ann()),
        "parts[0].mention_range: empty range [4, 4): the end must be greater than the start",
    );
}

/// Compares the sweep with a comparison of every pair.
#[test]
fn overlap_check_agrees_with_pairwise_comparison() {
    let seen = [const { Cell::new(0) }; 2];
    let spans = proptest::collection::vec((0..20u32, 1..6u32, 0..4u8), 0..8);
    proptest!(|(spans in spans)| {
        let mut text = Text::from("0123456789012345678901234");
        for &(start, len, kind) in &spans {
            let range = Utf16Range::new(start, start + len);
            text = match kind {
                0 | 1 => text.decoration(TextDecoration::style(range, TextStyle::Bold)),
                2 => text.decoration(TextDecoration::animation(range, TextAnimation::Nod)),
                _ => text.inline_sticker(InlineSticker::new(range, StickerImage::attachment("a"))),
            };
        }
        let overlaps = spans.iter().enumerate().any(|(index, &(a, a_len, a_kind))| {
            spans[index + 1..].iter().any(|&(b, b_len, b_kind)| {
                a < b + b_len && b < a + a_len && (a_kind > 1 || b_kind > 1)
            })
        });
        prop_assert_eq!(MessageContent::from(text).check().is_err(), overlaps);
        seen[usize::from(overlaps)].update(|times| times + 1);
    });
    assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
}
