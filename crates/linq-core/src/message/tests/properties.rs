//! Property tests of texts and JSON.

use crate::{
    handle::Handle,
    message::{MessageContent, StickerImage, Text},
    model::{TextAnimation, TextStyle, Utf16Range},
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::cell::Cell;

/// Generates text that is hard to count: emoji, sequences joined by U+200D, combining marks, characters
/// above U+FFFF, byte order marks, right-to-left text, NUL.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(
            prop::sample::select(vec![
                "a",
                "é",
                "e\u{301}",
                "\u{301}",
                "🎂",
                "👩‍👩‍👧",
                "🇺🇳",
                "𝒳",
                "\u{feff}",
                "\u{10ffff}",
                "\u{ffff}",
                "\u{10000}",
                "שלום",
                "\u{200d}",
                "\0",
                "\r\n",
            ]),
            0..6,
        )
        .prop_map(|pieces| pieces.concat()),
    ]
}

proptest! {
    #[test]
    fn every_range_covers_its_piece(
        pieces in proptest::collection::vec((any_text(), 0..8u8), 0..10),
    ) {
        let image = StickerImage::attachment("a");
        let (mut text, mut value) = (Text::new(), String::new());
        let (mut decorated, mut covered) = (Vec::new(), Vec::new());
        for (piece, kind) in &pieces {
            value.push_str(piece);
            text = match kind {
                0 => text.plain(piece),
                1 => text.bold(piece),
                2 => text.italic(piece),
                3 => text.underline(piece),
                4 => text.strikethrough(piece),
                5 => text.styled(piece, [TextStyle::Bold, TextStyle::Italic]),
                6 => text.animate(piece, TextAnimation::Ripple),
                _ if piece.is_empty() => text,
                _ => text.sticker(piece, image.clone()),
            };
            match kind {
                0 => {}
                _ if piece.is_empty() => {}
                5 => decorated.extend([piece.clone(), piece.clone()]),
                7 => covered.push(piece.clone()),
                _ => decorated.push(piece.clone()),
            }
        }

        let units: Vec<u16> = text.value.encode_utf16().collect();
        let slice = |range: Utf16Range| {
            String::from_utf16(&units[range.start as usize..range.end as usize]).unwrap()
        };
        let of_decorations = text.text_decorations.iter().map(|decoration| slice(decoration.range.unwrap()));
        let of_stickers = text.inline_stickers.iter().map(|sticker| slice(sticker.range));
        prop_assert_eq!(of_decorations.collect::<Vec<_>>(), decorated);
        prop_assert_eq!(of_stickers.collect::<Vec<_>>(), covered);
        prop_assert_eq!(&text.value, &value);
        if !value.is_empty() {
            prop_assert_eq!(MessageContent::from(text.clone()).check(), Ok(()));
        }
        let json = serde_json::to_string(&text)?;
        prop_assert_eq!(serde_json::from_str::<Text>(&json)?, text);
    }

    #[test]
    fn mention_range_covers_the_name(before in any_text(), name in any_text(), after in any_text()) {
        let handle: Handle = "+12223334444".parse()?;
        let text = Text::new().bold(&before).mention(&name, handle.clone()).plain(&after);
        let range = text.mention_range.unwrap();
        prop_assert_eq!(range.slice(&text.value), Some(name.as_str()));
        prop_assert_eq!(range.start as usize, before.encode_utf16().count());
        prop_assert_eq!(text.mention, Some(handle));
    }
}

#[test]
fn arbitrary_json_does_not_panic() {
    let read = Cell::new(0);
    proptest!(|(json in any_json())| {
        if let Ok(content) = serde_json::from_value::<MessageContent>(json) {
            let _ = (content.check(), content.check_first_message());
            let again: MessageContent = serde_json::from_value(serde_json::to_value(&content)?)?;
            prop_assert_eq!(again, content);
            read.update(|times| times + 1);
        }
    });
    assert!(read.get() > 5, "{read:?}");
}

/// Generates almost valid messages: known fields with values of all kinds.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any_text().prop_map(Value::from),
        prop::sample::select(vec![
            "text",
            "media",
            "link",
            "imessage_app",
            "app_clip",
            "+12223334444",
            "bold",
            "https://a.example"
        ])
        .prop_map(Value::from),
        (any::<u32>(), 0..9u32).prop_map(|(start, end)| json!([start % 9, end])),
    ];
    let object = |value: BoxedStrategy<Value>, names: &'static [&'static str]| {
        proptest::collection::vec((prop::sample::select(names), value), 0..5).prop_map(|fields| {
            Value::Object(
                fields
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect(),
            )
        })
    };
    let leaf = leaf.boxed();
    let ranged = object(
        leaf.clone(),
        &[
            "range",
            "style",
            "animation",
            "url",
            "attachment_id",
            "bundle_id",
            "name",
            "team_id",
            "caption",
            "action",
            "params",
        ],
    )
    .boxed();
    let ranged = prop_oneof![
        leaf.clone(),
        proptest::collection::vec(ranged, 0..3).prop_map(Value::from)
    ]
    .boxed();
    let part = (
        object(
            ranged,
            &[
                "value",
                "text_decorations",
                "inline_stickers",
                "mention",
                "mention_range",
                "url",
                "attachment_id",
                "sticker",
                "app",
                "layout",
                "caption",
            ],
        ),
        leaf.clone(),
    )
        .prop_map(|(mut part, kind)| {
            part["type"] = if kind.is_string() {
                kind
            } else {
                json!("text")
            };
            part
        });
    let parts = proptest::collection::vec(part, 0..4).prop_map(Value::from);
    (
        parts,
        object(
            leaf,
            &[
                "effect",
                "reply_to",
                "preferred_service",
                "idempotency_key",
                "experience",
            ],
        ),
    )
        .prop_map(|(parts, mut message)| {
            message["parts"] = parts;
            message
        })
}
