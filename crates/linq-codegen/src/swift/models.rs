//! Structs of responses and events.

use super::{members, names, text, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Presence, Schema};

/// Maximum length of a line.
const WIDTH: usize = 120;

/// Maximum of Swift's `Int` on every platform.
const INT_MAX: u64 = i64::MAX as u64;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let swift = names::type_name(name);
    let mut source = format!("\n{}", writer.doc(0, Some(name), object.doc));
    let identifiable = if has_id(name.side, object) {
        "Identifiable, "
    } else {
        ""
    };
    source += &format!("public struct {swift}: Codable, Hashable, {identifiable}Sendable {{\n");
    for field in object.fields() {
        let or_nil = if name.side.may_be_absent(field) {
            "?"
        } else {
            ""
        };
        let ty = format!("{}{or_nil}", writer.stored(name.side, field.schema));
        let deprecation = writer.deprecation(4, Some(name), field.doc);
        let (doc, property) = (
            doc(writer, name, field),
            members::property(writer, name, field),
        );
        if deprecation.is_empty() {
            source += &format!("{doc}    public let {property}: {ty}\n");
        } else {
            let declared = names::declared(&names::camel(field.name));
            source += &format!("    let {property}: {ty}\n{doc}{deprecation}");
            source += &format!("    public var {declared}: {ty} {{ {property} }}\n");
        }
    }
    source += &members::initializer(writer, name, object);
    if object.fields().any(|field| needs_reading(name.side, field)) {
        source += &reader(writer, name, object);
    }
    source + &members::coding_keys(writer, name, object) + "}\n"
}

fn doc(writer: &Writer<'_>, owner: &TypeName, field: &FieldSchema) -> String {
    let mut doc = writer.paragraphs(Some(owner), field.doc);
    if field.presence == Presence::Always && owner.side.may_be_absent(field) {
        doc.push("Documented as always present.".to_owned());
    }
    text::comment(4, &doc)
}

/// Returns whether an object has an identity named `id`.
fn has_id(side: Side, object: &ObjectSchema) -> bool {
    object
        .field("id")
        .is_some_and(|id| matches!(id.schema, Schema::Text) && !side.may_be_absent(id))
}

/// Returns whether a field is not decoded as by synthesized code.
fn needs_reading(side: Side, field: &FieldSchema) -> bool {
    let is_empty_when_absent = !side.may_be_absent(field) && field.presence != Presence::Identity;
    is_empty_when_absent || is_wide(side, field)
}

/// Returns whether an optional field may contain a number out of the range of `Int`, which is then `nil`.
fn is_wide(side: Side, field: &FieldSchema) -> bool {
    side.may_be_absent(field)
        && matches!(field.schema, Schema::Integer(range) if range.max > INT_MAX)
}

/// Returns `init(from:)`, if the synthesized one does not suffice.
fn reader(writer: &Writer<'_>, owner: &TypeName, object: &ObjectSchema) -> String {
    let side = owner.side;
    let mut source = "\n    public init(from decoder: any Decoder) throws {\n".to_owned();
    source += "        let container = try decoder.container(keyedBy: CodingKeys.self)\n";
    for field in object.fields() {
        let property = members::property(writer, owner, field);
        let key = format!("forKey: .{property}");
        let ty = writer.stored(side, field.schema);
        let (function, after) = match (
            members::empty(writer, side, field),
            side.may_be_absent(field),
        ) {
            (Some(empty), _) => ("decodeIfPresent", format!(" ?? {empty}")),
            (None, true) => ("decodeIfPresent", String::new()),
            (None, false) => ("decode", String::new()),
        };
        let read = if is_wide(side, field) {
            format!("container.decodeIntegerIfPresent({key})")
        } else {
            format!("container.{function}({ty}.self, {key}){after}")
        };
        let line = format!("        self.{property} = try {read}\n");
        if line.len() <= WIDTH {
            source.push_str(&line);
        } else {
            source.extend([
                "        self.",
                &property,
                " =\n            try ",
                &read,
                "\n",
            ]);
        }
    }
    source + "    }\n"
}
