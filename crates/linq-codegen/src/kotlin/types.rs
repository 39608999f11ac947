//! Types in Kotlin.

use super::{names, text::Imports};
use crate::api::{Side, TypeName};
use linq_core::schema::Schema;

/// Returns the type of a model's property.
pub(super) fn property(side: Side, schema: Schema, imports: &mut Imports) -> String {
    write(side, schema, imports, true)
}

/// Returns the type of a method's parameter, in which a secret is a plain string.
pub(super) fn parameter(schema: Schema, imports: &mut Imports) -> String {
    write(Side::Request, schema, imports, false)
}

/// Returns the name of a declared type.
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

/// kotlinx.serialization accepts quoted numbers and booleans, which core rejects.
fn literal(side: Side, imports: &mut Imports, serializer: &'static str) {
    if side == Side::Response {
        imports.read_by(serializer);
    }
}
