//! Splitting of long texts.

use super::properties::any_text;
use crate::{
    handle::Handle,
    message::{MessageContent, StickerImage, Text},
    model::{TextAnimation, TextDecoration, TextStyle},
};
use proptest::prelude::*;
use std::cell::Cell;
use unicode_segmentation::UnicodeSegmentation;

fn values(text: &Text, max: usize) -> Vec<String> {
    let texts = text.split_at_most(max).unwrap();
    texts.into_iter().map(|text| text.value).collect()
}

fn error(text: &Text, max: usize) -> String {
    text.split_at_most(max).unwrap_err().to_string()
}

fn ann() -> Handle {
    "+12223334444".parse().unwrap()
}

#[test]
fn cut_is_at_the_best_boundary_near_the_end() {
    for (text, expected) in [
        ("", &[""] as &[_]),
        ("sixteen letters.", &["sixteen letters."]),
        (
            "one two three\n\nfour. five",
            &["one two three\n\n", "four. five"],
        ),
        ("one two\r\nfour. five", &["one two\r\nfour. ", "five"]),
        (
            "one two three\nA. B five",
            &["one two three\n", "A. B five"],
        ),
        ("one two thre. Four five", &["one two thre. ", "Four five"]),
        ("one two three four five", &["one two three ", "four five"]),
        // Neither a paragraph in the first half, nor a tiny text, nor a space that does not break.
        (
            "a\n\nb cdefgh ijklmnopqr",
            &["a\n\nb cdefgh ", "ijklmnopqr"],
        ),
        ("a bcdefghijklmnopqrst", &["a bcdefghijklmno", "pqrst"]),
        (
            "one two\u{a0}three\u{a0}four",
            &["one two\u{a0}three\u{a0}", "four"],
        ),
        (
            "see https://h.example/?a",
            &["see https://", "h.example/?a"],
        ),
        ("look at http://?ab", &["look at ", "http://?ab"]),
        (
            "これは一つの文です。これは二つ目です。",
            &["これは一つの文です。これは二つ目", "です。"],
        ),
        (
            "これは一つの長い文です。そして二つ目",
            &["これは一つの長い文です。", "そして二つ目"],
        ),
        ("12345678901234👩‍👩‍👧 and", &["12345678901234", "👩‍👩‍👧 and"]),
        (
            "spaces          and more",
            &["spaces          ", "and more"],
        ),
    ] {
        assert_eq!(values(&text.into(), 16), expected, "{text:?}");
    }
}

#[test]
fn lengths_are_counted_in_unicode_scalar_values() {
    let lengths = |text: String| {
        let texts = Text::from(text).split().unwrap();
        let lengths = texts.iter().map(|text| text.value.chars().count());
        lengths.collect::<Vec<_>>()
    };
    assert_eq!(lengths("🎂".repeat(10_000)), [10_000]);
    assert_eq!(lengths("🎂".repeat(10_001)), [10_000, 1]);
    assert_eq!(lengths("👩‍👩‍👧".repeat(4_000)), [10_000, 10_000]);
    assert_eq!(lengths("e\u{301}".repeat(7_501)), [10_000, 5_002]);
}

#[test]
fn ranges_are_relative_to_their_text() {
    let text = Text::new()
        .plain("🎂 one ")
        .bold("two three")
        .plain(" four ")
        .styled("🎂🎂", [TextStyle::Italic, TextStyle::Underline])
        .plain(" five ")
        .mention("Ann", ann())
        .animate("!", TextAnimation::Shake);
    let texts = text.split_at_most(16).unwrap();
    let expected = [
        Text::new().plain("🎂 one ").bold("two three").plain(" "),
        Text::new()
            .plain("four ")
            .styled("🎂🎂", [TextStyle::Italic, TextStyle::Underline])
            .plain(" five "),
        Text::new()
            .mention("Ann", ann())
            .animate("!", TextAnimation::Shake),
    ];
    assert_eq!(texts, expected);

    let image = StickerImage::attachment("a");
    let text = Text::new()
        .sticker("🎂", image.clone())
        .plain(" and ")
        .sticker("[cake]", image.clone());
    let expected = [
        Text::new().sticker("🎂", image.clone()).plain(" and "),
        Text::new().sticker("[cake]", image),
    ];
    assert_eq!(text.split_at_most(10).unwrap(), expected);
}

#[test]
fn what_cannot_be_kept_whole_is_invalid() {
    let whole = "too long to keep whole in a text of at most 4 characters";
    let image = StickerImage::attachment("a");
    let overlapping = Text::from("abcdef")
        .decoration(TextDecoration::style(1..4, TextStyle::Bold))
        .decoration(TextDecoration::style(2..6, TextStyle::Italic));
    let of_all = Text {
        mention: Some(ann()),
        ..Text::from("abcdef")
    };
    for (text, path) in [
        (
            Text::new().plain("a ").bold("bcdef"),
            "text_decorations[0].range",
        ),
        (
            Text::new().animate("abcde", TextAnimation::Big),
            "text_decorations[0].range",
        ),
        (overlapping, "text_decorations[0].range"),
        (
            Text::new().sticker("abcde", image),
            "inline_stickers[0].range",
        ),
        (Text::new().mention("abcde", ann()), "mention_range"),
        (of_all, "mention"),
        (Text::from("a 👩‍👩‍👧"), "value"),
    ] {
        assert_eq!(error(&text, 4), format!("{path}: {whole}"));
        assert_eq!(text.split_at_most(7), Ok(vec![text.clone()]));
    }
    let halves = Text::new()
        .bold("abcd")
        .bold("ef")
        .split_at_most(4)
        .unwrap();
    assert_eq!(halves, [Text::new().bold("abcd"), Text::new().bold("ef")]);
}

#[test]
fn invalid_ranges_and_maximums_are_rejected() {
    let text = Text::from("ab").decoration(TextDecoration::style(1..9, TextStyle::Bold));
    assert_eq!(
        error(&text, 1),
        "text_decorations[0].range: range [1, 9) is out of bounds: the text has 2 UTF-16 code units"
    );
    for max in [0, 10_001, usize::MAX] {
        assert_eq!(
            error(&"ab".into(), max),
            "max_characters: must be from 1 to 10000"
        );
    }
}

#[test]
fn unknown_fields_are_in_all_texts() {
    let text: Text = serde_json::from_str(r#"{"value":"ab cd","new":1}"#).unwrap();
    for part in text.split_at_most(3).unwrap() {
        assert_eq!(serde_json::to_value(&part).unwrap()["new"], 1);
    }
}

/// Generates a text of pieces, and whether its number of stickers allows a mention.
fn any_decorated() -> impl Strategy<Value = Text> {
    let piece = (
        any_text(),
        prop::sample::select(vec!["", " ", ". ", "\n", "\n\n"]),
        0..9_u8,
    );
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| {
        let image = StickerImage::attachment("a");
        let mut text = Text::new();
        for (piece, separator, kind) in pieces {
            text = match kind {
                0 => text.bold(piece),
                1 => text.styled(piece, [TextStyle::Bold, TextStyle::Underline]),
                2 => text.animate(piece, TextAnimation::Ripple),
                3 if !piece.is_empty() => text.sticker(piece, image.clone()),
                4 if !piece.is_empty() && text.mention.is_none() => text.mention(piece, ann()),
                _ => text.plain(piece),
            };
            text = text.plain(separator);
        }
        text
    })
}

/// Returns the covered text of each decoration, sticker and mention, with what it is.
fn covered(text: &Text) -> Vec<String> {
    let decorations = text.text_decorations.iter().map(|decoration| {
        let covered = decoration.range.unwrap().slice(&text.value).unwrap();
        format!(
            "{:?} {:?} {covered}",
            decoration.style, decoration.animation
        )
    });
    let stickers = text.inline_stickers.iter();
    let stickers =
        stickers.map(|sticker| format!("sticker {}", sticker.range.slice(&text.value).unwrap()));
    let mention = text
        .mention_range
        .map(|range| range.slice(&text.value).unwrap());
    let mention = mention.map(|covered| format!("{:?} {covered}", text.mention.as_ref().unwrap()));
    decorations.chain(stickers).chain(mention).collect()
}

#[test]
fn texts_of_a_split() {
    let split = Cell::new(0);
    proptest!(|(text in any_decorated(), max in 1..60_usize)| {
        let texts = match text.split_at_most(max) {
            Ok(texts) => texts,
            Err(invalid) => {
                prop_assert!(invalid.to_string().contains("too long to keep whole"), "{invalid}");
                return Ok(());
            }
        };
        split.update(|times| times + usize::from(texts.len() > 1));

        let values: Vec<_> = texts.iter().map(|text| text.value.as_str()).collect();
        prop_assert_eq!(values.concat(), text.value.as_str());
        prop_assert!(values.iter().all(|value| value.chars().count() <= max), "{values:?}");
        let graphemes = values.iter().flat_map(|value| value.graphemes(true));
        prop_assert_eq!(graphemes.collect::<Vec<_>>(), text.value.graphemes(true).collect::<Vec<_>>());

        let mut kept: Vec<_> = texts.iter().flat_map(covered).collect();
        let mut all = covered(&text);
        kept.sort();
        all.sort();
        prop_assert_eq!(kept, all);
        if texts.len() > 1 {
            for text in texts.iter().filter(|text| text.inline_stickers.is_empty() || text.mention.is_none()) {
                prop_assert_eq!(MessageContent::from(text.clone()).check(), Ok(()));
            }
        }
    });
    assert!(split.get() > 50, "{split:?}");
}

#[test]
fn every_plain_text_is_split_by_paragraphs() {
    proptest!(|(paragraphs in proptest::collection::vec("[a-z ,.]{76,98}", 1..20))| {
        let paragraphs: Vec<_> = paragraphs.iter().map(|words| format!("{words}\n\n")).collect();
        prop_assert_eq!(values(&paragraphs.concat().into(), 100), paragraphs);
    });
}
