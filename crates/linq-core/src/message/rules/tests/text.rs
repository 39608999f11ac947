//! The rules of a text part.

use super::{accepted, read, refused};
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
fn a_text_has_1_to_10000_characters() {
    accepted("x");
    accepted("🎂".repeat(10_000));
    refused("", "parts[0].value: it is empty");
    refused(
        "é".repeat(10_001),
        "parts[0].value: too long: 10001 characters, at most 10000",
    );
}

#[test]
fn a_decoration_lies_within_its_text() {
    accepted(decorated("a🎂", &[bold(0, 3)]));
    accepted(decorated("a🎂", &[bold(2, 3)]));
    for (decoration, words) in [
        (
            bold(0, 4),
            "parts[0].text_decorations[1].range: [0, 4) reaches beyond the text, which has 3 UTF-16 units",
        ),
        (
            bold(1, 1),
            "parts[0].text_decorations[1].range: [1, 1) is empty: the end has to be greater than the start",
        ),
        (
            shaken(2, 1),
            "parts[0].text_decorations[1].range: [2, 1) is empty: the end has to be greater than the start",
        ),
    ] {
        refused(decorated("a🎂", &[bold(0, 1), decoration]), words);
    }
}

#[test]
fn a_decoration_is_a_style_or_an_animation() {
    accepted(read(
        json!({"parts": [{"type": "text", "value": "Hi", "text_decorations": [{"range": [0, 1], "style": "wavy"}]}]}),
    ));
    refused(
        Text::from("Hi").decoration(TextDecoration {
            style: Some(TextStyle::Bold),
            ..shaken(0, 1)
        }),
        "parts[0].text_decorations[0]: it has both a `style` and an `animation`, and exactly one is needed",
    );
    refused(
        Text::from("Hi").decoration(TextDecoration {
            animation: None,
            ..shaken(0, 1)
        }),
        "parts[0].text_decorations[0]: it has neither a `style` nor an `animation`, and exactly one is needed",
    );
}

#[test]
fn an_animation_overlaps_nothing_and_styles_may_overlap() {
    accepted(decorated(
        "0123456789",
        &[bold(0, 9), bold(2, 4), bold(0, 9), shaken(9, 10)],
    ));
    accepted(decorated(
        "0123456789",
        &[shaken(5, 7), bold(7, 9), bold(0, 5)],
    ));
    for (decorations, place, rival) in [
        ([bold(0, 3), shaken(2, 4), bold(7, 8)], 1, 0),
        ([shaken(2, 4), bold(0, 3), bold(7, 8)], 0, 1),
        ([bold(0, 9), bold(1, 2), shaken(5, 6)], 2, 0),
        ([shaken(0, 9), bold(1, 2), bold(5, 6)], 1, 0),
        ([shaken(0, 2), shaken(1, 3), bold(5, 6)], 1, 0),
        ([bold(0, 1), shaken(3, 5), shaken(3, 5)], 2, 1),
    ] {
        let words = format!(
            "parts[0].text_decorations[{place}]: it overlaps text_decorations[{rival}], and only styles may overlap each other"
        );
        refused(decorated("0123456789", &decorations), &words);
    }
}

#[test]
fn a_sticker_lies_within_its_text_and_cuts_no_character() {
    accepted(stickers("a🎂b", &[(1, 3)]));
    for (range, words) in [
        (
            (4, 4),
            "[4, 4) is empty: the end has to be greater than the start",
        ),
        (
            (3, 5),
            "[3, 5) reaches beyond the text, which has 4 UTF-16 units",
        ),
        (
            (0, 2),
            "it cuts a character in two (a character beyond U+FFFF counts as two units)",
        ),
        (
            (2, 4),
            "it cuts a character in two (a character beyond U+FFFF counts as two units)",
        ),
    ] {
        refused(
            stickers("a🎂b", &[range]),
            &format!("parts[0].inline_stickers[0].range: {words}"),
        );
    }
    refused(
        Text::from("Hi").sticker("", StickerImage::attachment("a")),
        "parts[0].inline_stickers[0].range: [2, 2) is empty: the end has to be greater than the start",
    );
}

#[test]
fn a_sticker_comes_from_a_url_or_an_upload() {
    accepted(Text::new().sticker("🎂", StickerImage::url("https://cdn.linqapp.com/a.png")));
    let mut both = sticker(0, 1, "a");
    both.url = Some("https://cdn.linqapp.com/a.png".to_owned());
    refused(
        Text::from("Hi").inline_sticker(both),
        "parts[0].inline_stickers[0]: it has both a `url` and an `attachment_id`, and exactly one is needed",
    );
    let mut neither = sticker(0, 1, "a");
    neither.attachment_id = None;
    refused(
        Text::from("Hi").inline_sticker(neither),
        "parts[0].inline_stickers[0]: it has neither a `url` nor an `attachment_id`, and exactly one is needed",
    );
    refused(
        stickers("Hi", &[]).inline_sticker(sticker(0, 1, "")),
        "parts[0].inline_stickers[0].attachment_id: it is empty",
    );
}

#[test]
fn a_text_has_at_most_100_stickers_of_10_images() {
    let many = |count: u32, image: fn(u32) -> StickerImage| {
        (0..count).fold(Text::new(), |text, index| text.sticker("x", image(index)))
    };
    accepted(many(100, |index| {
        StickerImage::attachment((index % 10).to_string())
    }));
    accepted(many(100, |index| {
        StickerImage::url(format!("https://cdn.linqapp.com/a.png?signature={index}"))
    }));
    accepted(many(20, |index| match index % 10 {
        id if index < 10 => StickerImage::attachment(id.to_string()),
        id => StickerImage::url(format!("https://cdn.linqapp.com/{id}")),
    }));
    refused(
        many(101, |_| StickerImage::attachment("a")),
        "parts[0].inline_stickers: too many: 101 stickers, at most 100",
    );
    for image in [
        (|index| StickerImage::attachment(index.to_string())) as fn(u32) -> _,
        |index| StickerImage::url(format!("https://cdn.linqapp.com/{index}")),
    ] {
        refused(
            many(11, image),
            "parts[0].inline_stickers: too many: 11 different images, at most 10",
        );
    }
}

#[test]
fn a_sticker_overlaps_nothing() {
    accepted(
        stickers("0123456789", &[(4, 6), (0, 4)])
            .decoration(bold(6, 7))
            .decoration(shaken(8, 9)),
    );
    refused(
        stickers("0123456789", &[(4, 6), (0, 5)]),
        "parts[0].inline_stickers[0]: it overlaps inline_stickers[1], and only styles may overlap each other",
    );
    for decoration in [bold(3, 5), shaken(3, 5)] {
        refused(
            stickers("0123456789", &[(4, 6)]).decoration(decoration),
            "parts[0].inline_stickers[0]: it overlaps text_decorations[0], and only styles may overlap each other",
        );
    }
    refused(
        stickers("0123456789", &[(4, 6)]).decoration(bold(5, 7)),
        "parts[0].text_decorations[0]: it overlaps inline_stickers[0], and only styles may overlap each other",
    );
}

#[test]
fn a_text_has_one_mention_and_no_stickers_with_it() {
    accepted(Text::new().plain("Hey ").mention("Ann", ann()));
    accepted(read(
        json!({"parts": [{"type": "text", "value": "Ann", "mention": "ann@example.com"}]}),
    ));
    refused(
        Text::new()
            .mention("Ann", ann())
            .plain(" and ")
            .mention("Bob", ann()),
        "parts[0].mention: a text part has at most one mention",
    );
    refused(
        Text::new()
            .mention("Ann", ann())
            .sticker("🎂", StickerImage::attachment("a")),
        "parts[0].inline_stickers: stickers and a mention cannot be in the same part",
    );
}

#[test]
fn a_mention_range_lies_within_its_text_and_has_a_mention() {
    refused(
        read(json!({"parts": [{"type": "text", "value": "Ann", "mention_range": [0, 3]}]})),
        "parts[0].mention_range: there is no `mention` that it could belong to",
    );
    refused(
        Text::from("Ann").mention_at(0..4, ann()),
        "parts[0].mention_range: [0, 4) reaches beyond the text, which has 3 UTF-16 units",
    );
    refused(
        Text::new().plain("Hey ").mention("", ann()),
        "parts[0].mention_range: [4, 4) is empty: the end has to be greater than the start",
    );
}

/// The sweep against a comparison of every pair.
#[test]
fn an_overlap_is_found_wherever_it_is() {
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
        let clash = spans.iter().enumerate().any(|(index, &(a, a_len, a_kind))| {
            spans[index + 1..].iter().any(|&(b, b_len, b_kind)| {
                a < b + b_len && b < a + a_len && (a_kind > 1 || b_kind > 1)
            })
        });
        prop_assert_eq!(MessageContent::from(text).check().is_err(), clash);
        seen[usize::from(clash)].update(|times| times + 1);
    });
    assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
}
