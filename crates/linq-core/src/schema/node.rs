//! An interface to parsed JSON values, independent of the parser.

use super::FieldSchema;
use std::borrow::Cow;

/// A parsed JSON value.
pub trait Node: Clone {
    /// Returns the kind of the value.
    fn kind(&self) -> Kind;

    /// Returns the text of a string.
    fn text(&self) -> Option<Cow<'_, str>>;

    /// Returns the value of a field of an object; if it has duplicates, the last one.
    fn field(&self, name: &str) -> Option<Self>;
}

/// The kind of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // terms of JSON
pub enum Kind {
    Object,
    Array,
    String,
    Number,
    Boolean,
    Null,
}

/// Returns the value of a field by its name, else by one of its aliases. Values other than `null` take precedence.
pub fn find<N: Node>(object: &N, field: &FieldSchema) -> Option<N> {
    let value = object.field(field.name);
    let is_present = |value: &N| value.kind() != Kind::Null;
    if field.aliases.is_empty() || value.as_ref().is_some_and(is_present) {
        return value;
    }
    let mut aliases = field.aliases.iter().filter_map(|path| {
        let mut steps = path.split('.');
        let first = object.field(steps.next()?)?;
        steps.try_fold(first, |inner, step| inner.field(step))
    });
    aliases.find(is_present).or(value)
}
