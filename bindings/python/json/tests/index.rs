//! The values that the Python package reads from JSON are those of `serde_json`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use linq_core::{schema::Kind, surrogates::replace_lone_surrogates};
use linq_json::View;
use proptest::{collection::vec, prelude::*, sample::Index};
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use std::cell::Cell;

fn value(found: linq_json::Value<'_>) -> Value {
    match found.kind() {
        Kind::Object => {
            let fields = found.fields().map(|(name, field)| {
                assert_eq!(
                    found.field(&name).map(linq_json::Value::json),
                    found
                        .fields()
                        .filter(|(other, _)| *other == name)
                        .last()
                        .map(|(_, last)| last.json())
                );
                (name.into_owned(), value(field))
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Kind::Array => found.items().map(value).collect(),
        Kind::String => found.text().unwrap().into(),
        Kind::Number => serde_json::from_slice(found.json()).unwrap_or_default(),
        Kind::Boolean => (found.json() == b"true").into(),
        Kind::Null => Value::Null,
    }
}

fn repaired(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    replace_lone_surrogates(text.as_bytes()).into_owned()
}

fn json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![".{0,20}", r#"[a-z"\\\x00-\x1f]{0,20}"#];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e6..1e6_f64).prop_map(Value::from),
        text.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, move |inner| {
        let fields = vec((text.clone(), inner.clone()), 0..6);
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::from),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Fragments that break JSON, or that JSON libraries disagree about.
fn damage() -> impl Strategy<Value = Vec<u8>> {
    let pieces: [&[u8]; 18] = [
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
        b",",
        b"0",
        b"-",
        b"1e999",
        b"\\ud83d",
        b"\\ude00",
        b"NaN",
        b" ",
        b"\x01",
        b"\xff",
        b"\xef\xbb\xbf",
    ];
    vec(
        proptest::sample::select(pieces.map(<[u8]>::to_vec).to_vec()),
        0..4,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn values_equal_those_of_serde_json(json in json(), is_pretty in any::<bool>()) {
        let text = if is_pretty { format!("{json:#}") } else { json.to_string() };
        let view = View::read(text).unwrap();
        prop_assert_eq!(value(view.value()), json);
    }
}

#[test]
fn damaged_text_is_accepted_exactly_if_serde_json_accepts_it() {
    let seen = [const { Cell::new(0) }; 2];
    let damaged = (json(), any::<Index>(), 0_usize..4, damage());
    proptest!(|((json, at, length, damage) in damaged)| {
        let mut text = json.to_string().into_bytes();
        let at = at.index(text.len());
        let end = text.len().min(at + length);
        text.splice(at..end, damage);
        let view = View::read(text.clone());
        let repaired = repaired(&text);
        prop_assert_eq!(view.is_some(), serde_json::from_slice::<IgnoredAny>(&repaired).is_ok());
        seen[usize::from(view.is_some())].update(|times| times + 1);
        if let (Some(view), Ok(read)) = (view, serde_json::from_slice::<Value>(&repaired)) {
            prop_assert_eq!(value(view.value()), read);
        }
    });
    assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
}

#[test]
fn last_field_of_a_repeated_name_wins() {
    let view = View::read(r#"{"a": 1, "\u0061": 2, "b": 3}"#).unwrap();
    assert_eq!(view.value().field("a").unwrap().json(), b"2");
    assert!(view.value().field("c").is_none());
}

#[test]
fn lone_surrogates_are_replaced() {
    let view = View::read(r#"["\ud83d", "\ude00\ud83d\ude00", "é"]"#).unwrap();
    let texts: Vec<_> = view
        .value()
        .items()
        .filter_map(linq_json::Value::text)
        .collect();
    assert_eq!(texts, ["\u{fffd}", "\u{fffd}\u{1f600}", "é"]);
}

#[test]
fn invalid_utf_8_is_replaced() {
    let view = View::read(b"[\"a\xffb\", \"\xf0\x9f\x98\"]".to_vec()).unwrap();
    let texts: Vec<_> = view
        .value()
        .items()
        .filter_map(linq_json::Value::text)
        .collect();
    assert_eq!(texts, ["a\u{fffd}b", "\u{fffd}"]);
}

#[test]
fn deep_nesting_is_one_value() {
    for depth in [127_usize, 128, 129, 400, 100_000] {
        let text = format!(
            r#"{{"a": {}1{}, "b": 2}}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        );
        let view = View::read(text).unwrap();
        let mut inner = view.value().field("a").unwrap();
        let mut seen = 0;
        while let Some(item) = inner.items().next() {
            (inner, seen) = (item, seen + 1);
        }
        assert_eq!(seen, depth.min(127));
        let rest = depth - seen;
        let rest = format!("{}1{}", "[".repeat(rest), "]".repeat(rest));
        assert_eq!(inner.json(), rest.as_bytes());
        assert_eq!(inner.is_too_deep(), depth > 127);
        assert_eq!(view.value().field("b").unwrap().json(), b"2");
    }
    for open in ["[", r#"{"a":"#] {
        assert!(View::read(open.repeat(100_000)).is_none());
    }
}

#[test]
fn long_numbers_are_indexed() {
    let digits = "7".repeat(5_000);
    let text = format!(r#"{{"a": -{digits}, "b": [{digits}.5e3, {digits}], "c": {digits}}}"#);
    let view = View::read(text).unwrap();
    let object = view.value();
    assert_eq!(
        object.field("a").unwrap().json(),
        format!("-{digits}").as_bytes()
    );
    assert_eq!(object.field("b").unwrap().items().count(), 2);
    assert_eq!(object.field("c").unwrap().json(), digits.as_bytes());
    for wrong in [
        format!("[{digits}x]"),
        format!("[{digits}"),
        format!("{digits}."),
    ] {
        assert!(View::read(wrong).is_none());
    }
}

#[test]
fn invalid_json_is_rejected() {
    for text in [
        "",
        " ",
        "<html>",
        "[1,]",
        "{\"a\" 1}",
        "{1: 2}",
        "[01]",
        "[NaN]",
        "1 2",
        "\"\u{1}\"",
        "[-]",
        "nul",
    ] {
        assert!(View::read(text).is_none(), "{text}");
    }
}
