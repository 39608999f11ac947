//! Types as Kotlin writes them.

use super::{names, text::Imports};
use crate::api::{Type, TypeName};

/// What a property of a model holds.
pub(super) fn property(ty: &Type, imports: &mut Imports) -> String {
    write(ty, imports, true)
}

/// What a parameter of a method takes: text that is private is given as any other.
pub(super) fn parameter(ty: &Type, imports: &mut Imports) -> String {
    write(ty, imports, false)
}

/// The name of a declared type.
pub(super) fn named(name: &TypeName, imports: &mut Imports) -> String {
    let kotlin = names::type_name(name);
    imports.add(&names::package(name), &kotlin);
    kotlin
}

fn write(ty: &Type, imports: &mut Imports, hides: bool) -> String {
    let mut inside = |ty: &Type| write(ty, imports, hides);
    let built_in = match ty {
        Type::List(item) => return format!("List<{}>", inside(item)),
        Type::Map(value) => return format!("Map<String, {}>", inside(value)),
        Type::Page(item) => {
            let item = inside(item);
            imports.add(names::PACKAGE, "Page");
            return format!("Page<{item}>");
        }
        Type::Nullable(value) => {
            let value = inside(value);
            imports.add(names::PACKAGE, "Change");
            return format!("Change<{value}>");
        }
        Type::Named(name) => return named(name, imports),
        Type::DateTime => {
            imports.add(names::PACKAGE, "Timestamp");
            "Timestamp"
        }
        Type::Any => {
            imports.add("kotlinx.serialization.json", "JsonElement");
            "JsonElement"
        }
        Type::Private if hides => {
            imports.add(names::PACKAGE, "PrivateText");
            "PrivateText"
        }
        Type::Text | Type::Private => "String",
        Type::Integer => "Long",
        Type::Number => "Double",
        Type::Boolean => "Boolean",
    };
    built_in.to_owned()
}
