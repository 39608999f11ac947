//! Schemas of what is not declared in this crate: read from a document, by a developer's tool that runs once. What
//! they are made of is never freed.

use super::{
    EnumSchema, EnumValue, FieldSchema, Fields, IntegerRange, ObjectSchema, UnionMember,
    UnionSchema,
};
use std::sync::OnceLock;

impl ObjectSchema {
    /// Returns an object that has no fields yet: it may hold itself. [`set_fields`](Self::set_fields) adds them.
    #[must_use]
    pub fn named(name: &'static str) -> &'static Self {
        Box::leak(Box::new(Self {
            name,
            declared: Fields::Read(OnceLock::new()),
            doc: "",
        }))
    }

    /// Sets the fields of an object made by [`named`](Self::named), once.
    ///
    /// # Panics
    ///
    /// Panics if it has its fields.
    pub fn set_fields(&self, fields: impl IntoIterator<Item = FieldSchema>) {
        let fields: Vec<_> = fields.into_iter().map(Some).collect();
        match &self.declared {
            Fields::Read(read) if read.get().is_none() => {
                read.get_or_init(|| fields.leak());
            }
            _ => panic!("{} has its fields", self.name),
        }
    }
}

impl EnumSchema {
    /// Returns text with these values.
    #[must_use]
    pub fn new(
        name: &'static str,
        values: impl IntoIterator<Item = &'static str>,
    ) -> &'static Self {
        let value = |text| EnumValue {
            text,
            name: "",
            doc: "",
        };
        let values: Vec<_> = values.into_iter().map(value).collect();
        Box::leak(Box::new(Self {
            name,
            values: values.leak(),
            doc: "",
        }))
    }
}

impl UnionSchema {
    /// Returns one of these objects, each with the value of its `type`.
    #[must_use]
    pub fn new(
        name: &'static str,
        members: impl IntoIterator<Item = (&'static str, &'static ObjectSchema)>,
    ) -> &'static Self {
        let member = |(tag, object)| UnionMember {
            tag,
            object,
            name: "",
            doc: "",
        };
        let members: Vec<_> = members.into_iter().map(member).collect();
        Box::leak(Box::new(Self {
            name,
            members: members.leak(),
            doc: "",
        }))
    }
}

impl IntegerRange {
    /// The range of every integer.
    pub const ALL: Self = Self {
        min: i64::MIN,
        max: u64::MAX,
    };
}
