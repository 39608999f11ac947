//! Schemas built at run time, for developer tools that read them from a document. Their memory is never freed.

use super::{
    EnumSchema, EnumValue, FieldSchema, Fields, IntegerRange, ObjectSchema, UnionMember,
    UnionSchema,
};
use std::sync::OnceLock;

impl ObjectSchema {
    /// Creates an object without fields, which may be recursive. [`set_fields`](Self::set_fields) adds them.
    #[must_use]
    pub fn named(name: &'static str) -> &'static Self {
        Box::leak(Box::new(Self {
            name,
            declared: Fields::Read(OnceLock::new()),
            doc: "",
        }))
    }

    /// Sets the fields of an object created by [`named`](Self::named), once.
    ///
    /// # Panics
    ///
    /// Panics if the fields have been set.
    pub fn set_fields(&self, fields: impl IntoIterator<Item = FieldSchema>) {
        let fields: Vec<_> = fields.into_iter().map(Some).collect();
        match &self.declared {
            Fields::Read(read) if read.get().is_none() => {
                read.get_or_init(|| fields.leak());
            }
            _ => panic!("the fields of {} have been set", self.name),
        }
    }
}

impl EnumSchema {
    /// Creates the schema of text with these values.
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
    /// Creates the schema of one of these objects, each with the value of its `type`.
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
    /// Range of all supported integers.
    pub const ALL: Self = Self {
        min: i64::MIN,
        max: u64::MAX,
    };
}
