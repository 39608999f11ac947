//! Where the values of a JSON text are.

use super::{moment, scanner::Scanner};
use crate::surrogates::despite_halves;
use bytes::Bytes;
use std::borrow::Cow;

/// A JSON text that was read once, and the places of its values: nothing is read again, nor copied,
/// until it is asked for.
///
/// Values go by their number in the order of the text; the whole is number 0.
#[derive(Clone, Debug)]
pub struct Document {
    json: Bytes,
    nodes: Vec<Node>,
    is_plain: bool,
    has_escapes: bool,
    /// Whether objects have each field of their types once at most.
    pub(super) fits: bool,
}

/// One value, and the first that is not part of it. An object's children are keys and values in turn; a
/// key that was there before may have the place where it was first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) after: u32,
}

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// Text.
    Text,
    /// A number.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
}

impl Document {
    /// Reads a text. `None` if its brackets and quotes are not those of JSON, or if it has 4 GiB or
    /// more. What is between them may still be no JSON: see [`is_plain`](Self::is_plain).
    #[must_use]
    pub fn read(json: impl Into<Bytes>) -> Option<Self> {
        let json = json.into();
        let Scanner {
            nodes,
            is_plain,
            has_escapes,
            ..
        } = Scanner::scan(&json)?;
        Some(Self {
            is_plain: is_plain && std::str::from_utf8(&json).is_ok(),
            json,
            nodes,
            has_escapes,
            fits: false,
        })
    }

    /// Whether it is JSON to the last byte, without anything that not every reader can hold: halves of
    /// surrogate pairs, numbers with more than 17 digits or an exponent, values nested more than 128
    /// deep.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// The text of a value.
    ///
    /// # Panics
    ///
    /// If there are not so many values, as everywhere here.
    #[must_use]
    pub fn json(&self, value: u32) -> &[u8] {
        let Node { start, end, .. } = self.node(value);
        &self.json[start as usize..end as usize]
    }

    /// What kind of value it is.
    #[must_use]
    pub fn kind(&self, value: u32) -> Kind {
        match self.json(value).first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::Text,
            Some(b't') => Kind::True,
            Some(b'f') => Kind::False,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// Whether it is nested more than 128 deep, so that it counts as one value.
    #[must_use]
    pub fn is_too_deep(&self, value: u32) -> bool {
        let json = self.json(value);
        self.node(value).after == value + 1
            && matches!(self.kind(value), Kind::Object | Kind::Array)
            && !json[1..json.len() - 1].trim_ascii().is_empty()
    }

    /// The text that a value is, if it is one. What is not UTF-8 is replaced, and so are halves of surrogate
    /// pairs.
    #[must_use]
    pub fn text(&self, value: u32) -> Option<Cow<'_, str>> {
        let json = self.json(value);
        let inner = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
        if self.is_escaped(inner) {
            let json = String::from_utf8_lossy(json);
            return unescaped(json.as_bytes()).map(Cow::Owned);
        }
        let text = std::str::from_utf8(inner).map(Cow::Borrowed);
        Some(text.unwrap_or_else(|_| String::from_utf8_lossy(inner)))
    }

    /// Whether it is a date and time as the API writes it, in UTC, such as `2025-10-23T13:07:55.019Z`.
    /// Other texts may be date-times of RFC 3339 too.
    #[must_use]
    pub fn is_utc(&self, value: u32) -> bool {
        moment::is_utc(self.json(value))
    }

    /// The items of an array; nothing for other kinds.
    pub fn items(&self, array: u32) -> impl Iterator<Item = u32> {
        let is_array = self.kind(array) == Kind::Array;
        let end = self.node(array).after;
        let mut next = array + 1;
        std::iter::from_fn(move || {
            let item = (is_array && next < end).then_some(next)?;
            next = self.node(item).after;
            Some(item)
        })
    }

    /// The keys and values of an object, in the order of the text; nothing for other kinds.
    pub fn fields(&self, object: u32) -> impl Iterator<Item = (u32, u32)> {
        let is_object = self.kind(object) == Kind::Object;
        let end = self.node(object).after;
        let mut next = object + 1;
        std::iter::from_fn(move || {
            let key = (is_object && next < end).then_some(next)?;
            next = self.node(key + 1).after;
            Some((key, key + 1))
        })
    }

    /// The value of an object's field; the last of that name, if there are several.
    #[must_use]
    pub fn field(&self, object: u32, name: &str) -> Option<u32> {
        self.named(object, name).last()
    }

    /// The same for a field that the object's type declares. A reply that was seen to fit has it once, so
    /// that nobody has to look any further.
    #[must_use]
    pub fn declared_field(&self, object: u32, name: &str) -> Option<u32> {
        let mut named = self.named(object, name);
        if self.fits {
            named.next()
        } else {
            named.last()
        }
    }

    fn named(&self, object: u32, name: &str) -> impl Iterator<Item = u32> {
        let named = self.fields(object).filter(move |(key, _)| {
            let key = self.json(*key);
            key.get(1..key.len() - 1) == Some(name.as_bytes())
                || (self.is_escaped(key) && is_text(key, name))
        });
        named.map(|(_, value)| value)
    }

    /// Mostly there is no escape at all, and nothing has to be looked through.
    pub(super) fn is_escaped(&self, text: &[u8]) -> bool {
        self.has_escapes && text.contains(&b'\\')
    }

    /// Where a key stands, or stood before; the same place is the same text.
    #[cfg(feature = "describe")]
    pub(super) fn place_of_key(&self, key: u32) -> u32 {
        self.node(key).start
    }

    fn node(&self, value: u32) -> Node {
        self.nodes[value as usize]
    }
}

#[cfg(test)]
impl Document {
    pub(super) fn values(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    pub(super) fn place(&self, value: u32) -> std::ops::Range<usize> {
        let Node { start, end, .. } = self.node(value);
        start as usize..end as usize
    }
}

fn is_text(json: &[u8], text: &str) -> bool {
    unescaped(json).is_some_and(|found| found == text)
}

fn unescaped(json: &[u8]) -> Option<String> {
    despite_halves(json, |json| serde_json::from_slice(json)).ok()
}
