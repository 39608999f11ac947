//! Lazy JSON: an index of a text's values, which are decoded when they are read.

mod index;

use bytes::Bytes;
use index::JsonIndex;
use linq_core::schema::{Kind, Node};
use std::{
    borrow::Cow,
    ops::Range,
    sync::{Arc, OnceLock},
};

/// A value of a JSON text, which shares ownership of it.
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
    /// Indexes a text and returns its root; `None` if it is not JSON. Invalid UTF-8 and lone surrogates are replaced by
    /// U+FFFD.
    pub fn read(json: impl Into<Bytes>) -> Option<Self> {
        let index = JsonIndex::read(json.into())?.into();
        Some(Self { index, at: 0 })
    }

    /// Returns an object without fields.
    #[must_use]
    pub fn empty_object() -> Self {
        static EMPTY: OnceLock<View> = OnceLock::new();
        let read = || Self::read("{}").unwrap_or_else(|| unreachable!("valid JSON"));
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
    /// Returns the value with shared ownership of the text.
    #[must_use]
    pub fn to_view(self) -> View {
        View {
            index: Arc::clone(self.index),
            at: self.at,
        }
    }

    /// Returns the value's JSON text.
    #[must_use]
    pub fn json(self) -> &'a [u8] {
        self.index.json(self.at)
    }

    /// Returns the kind of the value.
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

    /// Returns whether the value is nested so deeply that its children are not indexed.
    #[must_use]
    pub fn is_too_deep(self) -> bool {
        let json = self.json();
        matches!(self.kind(), Kind::Object | Kind::Array)
            && self.index.after(self.at) == self.at + 1
            && !json[1..json.len() - 1].trim_ascii().is_empty()
    }

    /// Returns the decoded text of a string; `None` for other kinds.
    #[must_use]
    pub fn text(self) -> Option<Cow<'a, str>> {
        if self.kind() != Kind::String {
            return None;
        }
        self.index.text(self.at)
    }

    /// Returns the items of an array; none for other kinds.
    pub fn items(self) -> impl Iterator<Item = Self> {
        let mut left = match self.kind() {
            Kind::Array => self.children(),
            _ => 0..0,
        };
        std::iter::from_fn(move || self.take(&mut left))
    }

    /// Returns the names and values of an object's fields, in order; none for other kinds.
    pub fn fields(self) -> impl Iterator<Item = (Cow<'a, str>, Self)> {
        let fields = self.raw_fields();
        fields.map(|(name, value)| (name.text().unwrap_or_default(), value))
    }

    /// Returns an object's field; the last one if the name is repeated.
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

    /// Returns the numbers of all values in the value.
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
