//! Types in Swift.

use super::{names, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::Schema;

impl Writer<'_> {
    /// Returns the type of a field of a response, or of a stored field of a request.
    pub(super) fn stored(&self, side: Side, schema: Schema) -> String {
        if let Some(name) = TypeName::of(side, schema) {
            return self.named(&name);
        }
        let inside = |schema: Schema| self.stored(side, schema);
        match schema {
            Schema::Text => "String".to_owned(),
            Schema::Secret => "Secret".to_owned(),
            Schema::DateTime => "Date".to_owned(),
            Schema::Utf16Range => "[Int]".to_owned(),
            Schema::Integer(_) => "Int".to_owned(),
            Schema::Number => "Double".to_owned(),
            Schema::Boolean => "Bool".to_owned(),
            Schema::List(item) => format!("[{}]", inside(*item)),
            Schema::Map(value) => format!("[String: {}]", inside(*value)),
            Schema::Page(page) => format!("PagedList<{}>", inside(page.item)),
            Schema::Nullable(value) => format!("Change<{}>", inside(*value)),
            _ => "JSONValue".to_owned(),
        }
    }

    /// Returns the type of a parameter, in which a secret is a plain string.
    pub(super) fn taken(&self, side: Side, schema: Schema) -> String {
        match schema {
            Schema::Secret => "String".to_owned(),
            other => self.stored(side, other),
        }
    }

    fn named(&self, name: &TypeName) -> String {
        let side = if self.is_merged(name) {
            Side::Response
        } else {
            name.side
        };
        names::type_name(&TypeName {
            side,
            name: name.name,
        })
    }
}
