//! JSON that the API sent, of which nothing is decoded before it is read.

mod index;

use bytes::Bytes;
use index::JsonIndex;
use linq_core::schema::{Kind, Node};
use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, OnceLock},
};

/// A value of a JSON text, which it keeps alive.
#[derive(Clone)]
pub struct View {
    index: Arc<JsonIndex>,
    at: u32,
}

/// A value of a JSON text, borrowed.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    index: &'a Arc<JsonIndex>,
    at: u32,
}

impl View {
    /// The whole of a text; `None` if it is not JSON. What is not UTF-8 and lone surrogates are replaced by
    /// U+FFFD.
    pub fn read(json: impl Into<Bytes>) -> Option<Self> {
        let index = JsonIndex::read(json.into())?.into();
        Some(Self { index, at: 0 })
    }

    /// An object without fields.
    #[must_use]
    pub fn empty_object() -> Self {
        static EMPTY: OnceLock<View> = OnceLock::new();
        let read = || Self::read("{}").unwrap_or_else(|| unreachable!("it is JSON"));
        EMPTY.get_or_init(read).clone()
    }

    /// Returns the value, borrowed.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        Value {
            index: &self.index,
            at: self.at,
        }
    }
}

impl<'a> Value<'a> {
    /// The value by itself, which keeps its text alive.
    #[must_use]
    pub fn to_view(self) -> View {
        View {
            index: Arc::clone(self.index),
            at: self.at,
        }
    }

    /// The value's text in JSON.
    #[must_use]
    pub fn json(self) -> &'a [u8] {
        self.index.json(self.at)
    }

    /// Returns what kind of value it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.json().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// Whether it is nested so deep that the values in it cannot be read.
    #[must_use]
    pub fn is_too_deep(self) -> bool {
        let json = self.json();
        matches!(self.kind(), Kind::Object | Kind::Array)
            && self.index.after(self.at) == self.at + 1
            && !json[1..json.len() - 1].trim_ascii().is_empty()
    }

    /// The text, if it is one.
    #[must_use]
    pub fn text(self) -> Option<Cow<'a, str>> {
        if self.kind() != Kind::String {
            return None;
        }
        self.index.text(self.at)
    }

    /// The items of an array; none for other kinds.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let mut left = match self.kind() {
            Kind::Array => self.children(),
            _ => 0..0,
        };
        std::iter::from_fn(move || self.take(&mut left))
    }

    /// The names and values of an object's fields, in the order of the text; none for other kinds.
    pub fn fields(self) -> impl Iterator<Item = (Cow<'a, str>, Self)> {
        let fields = self.raw_fields();
        fields.map(|(name, value)| (name.text().unwrap_or_default(), value))
    }

    /// An object's field; the last of that name, if there are several.
    #[must_use]
    pub fn field(self, name: &str) -> Option<Self> {
        if self.kind() != Kind::Object {
            return None;
        }
        let at = self.index.field(self.at, name)?;
        Some(Self { at, ..self })
    }

    fn raw_fields(self) -> impl Iterator<Item = (Self, Self)> {
        let mut left = match self.kind() {
            Kind::Object => self.children(),
            _ => 0..0,
        };
        std::iter::from_fn(move || Some((self.take(&mut left)?, self.take(&mut left)?)))
    }

    /// The numbers of all values in it.
    fn children(self) -> Range<u32> {
        self.at + 1..self.index.after(self.at)
    }

    fn take(self, left: &mut Range<u32>) -> Option<Self> {
        let at = (left.start < left.end).then_some(left.start)?;
        left.start = self.index.after(at);
        Some(Self { at, ..self })
    }
}

impl Node for Value<'_> {
    fn kind(&self) -> Kind {
        Value::kind(*self)
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        Value::text(*self)
    }

    fn field(&self, name: &str) -> Option<Self> {
        Value::field(*self, name)
    }
}
