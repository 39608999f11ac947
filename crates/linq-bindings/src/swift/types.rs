//! Types as Swift writes them.

use super::{Writer, names};
use crate::api::{Side, Type, TypeName};

impl Writer<'_> {
    /// What a field of a reply or a stored field of a request holds.
    pub(super) fn stored(&self, ty: &Type) -> String {
        match ty {
            Type::Text => "String".to_owned(),
            Type::Private => "PrivateText".to_owned(),
            Type::DateTime => "Date".to_owned(),
            Type::Integer => "Int".to_owned(),
            Type::Number => "Double".to_owned(),
            Type::Boolean => "Bool".to_owned(),
            Type::Any => "JSONValue".to_owned(),
            Type::List(item) => format!("[{}]", self.stored(item)),
            Type::Map(value) => format!("[String: {}]", self.stored(value)),
            Type::Page(item) => format!("PagedList<{}>", self.stored(item)),
            Type::Nullable(value) => format!("Change<{}>", self.stored(value)),
            Type::Named(name) => self.named(name),
        }
    }

    /// What a parameter takes: what a caller passes is not hidden from the caller.
    pub(super) fn taken(&self, ty: &Type) -> String {
        match ty {
            Type::Private => "String".to_owned(),
            other => self.stored(other),
        }
    }

    fn named(&self, name: &TypeName) -> String {
        let side = if self.is_merged(name) {
            Side::Reply
        } else {
            name.side
        };
        names::type_name(&TypeName {
            side,
            name: name.name,
        })
    }
}
