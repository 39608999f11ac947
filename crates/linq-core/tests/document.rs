//! What a document finds in a text is what `serde_json` reads from it.

#![cfg(feature = "dynamic")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use linq_core::dynamic::{Document, Kind};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Map, Value};

fn value(document: &Document, at: u32) -> Value {
    let text = |at| document.text(at).unwrap().into_owned();
    match document.kind(at) {
        Kind::Object => {
            let fields = document.fields(at);
            let fields = fields.map(|(key, field)| (text(key), value(document, field)));
            Value::Object(fields.collect::<Map<_, _>>())
        }
        Kind::Array => document
            .items(at)
            .map(|item| value(document, item))
            .collect(),
        Kind::Text => text(at).into(),
        Kind::Number => serde_json::from_slice(document.json(at)).unwrap(),
        Kind::True => true.into(),
        Kind::False => false.into(),
        Kind::Null => Value::Null,
    }
}

fn json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![".{0,20}", r#"[a-z"\\\x00-\x1f]{0,20}"#];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
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

proptest! {
    #[test]
    fn every_json_is_read_alike(json in json(), is_pretty in any::<bool>()) {
        let text = if is_pretty { format!("{json:#}") } else { json.to_string() };
        let document = Document::read(text.clone()).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(value(&document, 0), read);
    }

    #[test]
    fn what_is_plain_is_json(
        json in json(),
        at in any::<Index>(),
        length in 0_usize..4,
        instead in vec(prop_oneof![proptest::sample::select(b"\"\\{}[]:,0e.-n \x01\x1f\x7f\xff".as_slice()), any::<u8>()], 0..4),
    ) {
        let mut text = json.to_string().into_bytes();
        let at = at.index(text.len());
        let end = text.len().min(at + length);
        text.splice(at..end, instead);
        if let Some(document) = Document::read(text.clone()).filter(Document::is_plain) {
            let read: Value = serde_json::from_slice(&text).unwrap();
            prop_assert_eq!(value(&document, 0), read);
        }
    }
}
