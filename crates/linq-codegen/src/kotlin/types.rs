//! Types as Kotlin writes them.

use super::{names, text::Imports};
use crate::api::{Side, TypeName};
use linq_core::schema::Schema;

/// What a property of a model holds.
pub(super) fn property(side: Side, schema: Schema, imports: &mut Imports) -> String {
    write(side, schema, imports, true)
}

/// What a parameter of a method takes: text that is private is given as any other.
pub(super) fn parameter(schema: Schema, imports: &mut Imports) -> String {
    write(Side::Request, schema, imports, false)
}

/// The name of a declared type.
pub(super) fn named(name: &TypeName, imports: &mut Imports) -> String {
    let kotlin = names::type_name(name);
    imports.add(&names::package(name), &kotlin);
    kotlin
}

fn write(side: Side, schema: Schema, imports: &mut Imports, hides: bool) -> String {
    if let Some(name) = TypeName::of(side, schema) {
        return named(&name, imports);
    }
    let mut inside = |schema: Schema| write(side, schema, imports, hides);
    let built_in = match schema {
        Schema::List(item) => return format!("List<{}>", inside(*item)),
        Schema::Map(value) => return format!("Map<String, {}>", inside(*value)),
        Schema::Page(page) => {
            let item = inside(page.item);
            imports.add(names::PACKAGE, "Page");
            return format!("Page<{item}>");
        }
        Schema::Nullable(value) => {
            let value = inside(*value);
            imports.add(names::PACKAGE, "Change");
            return format!("Change<{value}>");
        }
        Schema::DateTime => {
            imports.add(names::PACKAGE, "Timestamp");
            "Timestamp"
        }
        Schema::Secret if hides => {
            imports.add(names::PACKAGE, "Secret");
            "Secret"
        }
        Schema::Text | Schema::Secret => "String",
        Schema::Utf16Range => {
            literal(side, imports, "IntegerSerializer");
            "List<Long>"
        }
        Schema::Integer(_) => {
            literal(side, imports, "IntegerSerializer");
            "Long"
        }
        Schema::Number => {
            literal(side, imports, "NumberSerializer");
            "Double"
        }
        Schema::Boolean => {
            literal(side, imports, "BooleanSerializer");
            "Boolean"
        }
        _ => {
            imports.add("kotlinx.serialization.json", "JsonElement");
            "JsonElement"
        }
    };
    built_in.to_owned()
}

/// The library of the models takes numbers and flags in quotes, which core does not.
fn literal(side: Side, imports: &mut Imports, serializer: &'static str) {
    if side == Side::Response {
        imports.read_by(serializer);
    }
}
