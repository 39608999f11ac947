//! What fits, the types take: shown by every way of spoiling every value of every reply.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Document, Kind, document_of};
use crate::{api::ENDPOINTS, endpoint::EndpointInfo};
use bytes::Bytes;
use proptest::{
    collection::vec,
    prelude::*,
    sample::{Index, select},
};
use std::{collections::HashMap, fs, ops::Range, path::Path};

/// What is put in the place of a value.
const INSTEAD: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "255",
    "256",
    "4294967296",
    "-9223372036854775808",
    "0.5",
    "1e3",
    "1e999",
    "01",
    "1.",
    "00000000000000000000001",
    r#""""#,
    r#""x""#,
    r#""\u0041""#,
    r#""\ud800""#,
    r#""\ud83d\ude00""#,
    r#""\x""#,
    r#""\n""#,
    "\"\u{1}\"",
    r#""+12223334444""#,
    r#""https://a.example/b""#,
    r#""2026-02-30T00:00:00Z""#,
    r#""2026-02-28T23:59:60Z""#,
    r#""2026-02-28T00:00:00+05:30""#,
    r#""2026-02-28""#,
    "[]",
    "[null]",
    "[0, 1]",
    "[3, 1]",
    r#"["x"]"#,
    "[{}]",
    "{}",
    r#"{"type": "text"}"#,
    r#"{"type": "newer", "x": 1}"#,
    r#"{"x": "y"}"#,
    "nul",
    "",
];

/// The replies of the shared vectors, by operation.
fn replies() -> Vec<(&'static EndpointInfo, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/replies");
    let with_reply = ENDPOINTS
        .iter()
        .copied()
        .filter(|info| info.response_shape.is_some());
    with_reply
        .map(|info| {
            let file = folder.join(info.name).with_added_extension("json");
            (info, fs::read_to_string(file).unwrap())
        })
        .collect()
}

fn fits(info: &EndpointInfo, json: &Bytes) -> bool {
    document_of(json, info.response_shape).is_some()
}

#[track_caller]
fn assert_taken(info: &EndpointInfo, json: Vec<u8>) -> bool {
    let json = Bytes::from(json);
    let fits = fits(info, &json);
    if fits && let Err(error) = (info.reread)(json.clone()) {
        panic!("{}: {error} in {}", info.name, json.escape_ascii());
    }
    fits
}

fn spliced(json: &[u8], part: Range<usize>, instead: &[u8]) -> Vec<u8> {
    [&json[..part.start], instead, &json[part.end..]].concat()
}

#[test]
fn replies_as_they_are_every_day_fit() {
    for (info, json) in replies() {
        assert!(fits(info, &json.into()), "{}", info.name);
    }
}

#[test]
fn what_fits_is_taken_whichever_value_is_spoilt() {
    let mut known: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut fitting = 0;
    for (info, json) in replies() {
        let document = Document::read(json).unwrap();
        let json = with_lists_twice(&document, 0);
        let document = Document::read(json.clone()).unwrap();
        for parent in document.values() {
            // The same object in several replies is of the same type; its second time is looked at too.
            let times = known.entry(document.json(parent).to_vec()).or_default();
            *times += 1;
            if *times > 2 {
                continue;
            }
            let fields = document.fields(parent).flat_map(|(key, value)| {
                let value = document.place(value);
                [place_of_key(&json, document.json(key), value.start), value]
            });
            let items = document.items(parent).map(|item| document.place(item));
            for part in fields.chain(items) {
                let value = &json.as_bytes()[part.clone()];
                let twice = [value, b": null, ", value].concat();
                let instead = INSTEAD.iter().map(|text| text.as_bytes());
                for instead in instead.chain([&*twice]) {
                    let spoilt = spliced(json.as_bytes(), part.clone(), instead);
                    fitting += u32::from(assert_taken(info, spoilt));
                }
            }
        }
    }
    assert!(fitting > 1000, "only {fitting} fit at all");
}

/// The document knows only where the same key was first.
fn place_of_key(json: &str, key: &[u8], value: usize) -> Range<usize> {
    let key = std::str::from_utf8(key).unwrap();
    let start = json[..value].rfind(key).unwrap();
    start..start + key.len()
}

/// The same text with the items of each list of objects once more behind themselves.
fn with_lists_twice(document: &Document, value: u32) -> String {
    let text = |value| String::from_utf8(document.json(value).to_vec()).unwrap();
    let inner = |value| with_lists_twice(document, value);
    match document.kind(value) {
        Kind::Object => {
            let fields = document.fields(value);
            let fields = fields.map(|(key, value)| format!("{}: {}", text(key), inner(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Kind::Array => {
            let items: Vec<_> = document.items(value).map(inner).collect();
            let items = items.join(", ");
            if items.starts_with('{') {
                format!("[{items}, {items}]")
            } else {
                format!("[{items}]")
            }
        }
        _ => text(value),
    }
}

/// What JSON is made of, and what it must not have.
const BYTES: &[u8] = b"\"\\{}[]:,0e.-n \x01\xff";

proptest! {
    #[test]
    fn what_fits_is_taken_whichever_bytes_are_spoilt(
        which in any::<Index>(),
        at in any::<Index>(),
        length in 0_usize..4,
        instead in vec(prop_oneof![select(BYTES), any::<u8>()], 0..4),
    ) {
        let replies = replies();
        let (info, json) = which.get(&replies);
        let at = at.index(json.len());
        let end = json.len().min(at + length);
        assert_taken(info, spliced(json.as_bytes(), at..end, &instead));
    }
}
