//! A value within a JSON text.

use bytes::Bytes;
use linq_core::dynamic::Document;
use std::{borrow::Cow, sync::Arc};

pub(crate) use linq_core::dynamic::Kind;

/// A value within a document, which it keeps alive.
#[derive(Clone)]
pub(crate) struct View {
    document: Arc<Document>,
    value: u32,
}

impl View {
    /// The whole of a text; `None` if it is no JSON.
    pub(crate) fn read(json: impl Into<Bytes>) -> Option<Self> {
        let document = Document::read(json)?;
        Some(Self::whole(document.into()))
    }

    /// The whole of a text that was read before.
    pub(crate) fn whole(document: Arc<Document>) -> Self {
        Self { document, value: 0 }
    }

    fn at(&self, value: u32) -> Self {
        Self {
            document: Arc::clone(&self.document),
            value,
        }
    }

    /// The value's text.
    pub(crate) fn json(&self) -> &[u8] {
        self.document.json(self.value)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.document.kind(self.value)
    }

    /// Whether it is nested so deep that nothing within it can be found.
    pub(crate) fn is_too_deep(&self) -> bool {
        self.document.is_too_deep(self.value)
    }

    /// Whether it is a date and time as the API writes it.
    pub(crate) fn is_utc(&self) -> bool {
        self.document.is_utc(self.value)
    }

    /// The text, if it is one. What is not UTF-8 is replaced.
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        self.document.text(self.value)
    }

    /// The items of an array.
    pub(crate) fn items(&self) -> impl Iterator<Item = Self> {
        let items = self.document.items(self.value);
        items.map(|item| self.at(item))
    }

    /// The fields of an object, in the order of the text.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (Cow<'_, str>, Self)> {
        let fields = self.document.fields(self.value);
        fields.map(|(key, value)| {
            let name = self.document.text(key).unwrap_or_default();
            (name, self.at(value))
        })
    }

    /// A field of an object; the last of that name, if there are several.
    pub(crate) fn field(&self, name: &str) -> Option<Self> {
        let value = self.document.field(self.value, name)?;
        Some(self.at(value))
    }

    /// The same for a field that the object's class knows.
    pub(crate) fn known_field(&self, name: &str) -> Option<Self> {
        let value = self.document.declared_field(self.value, name)?;
        Some(self.at(value))
    }
}
