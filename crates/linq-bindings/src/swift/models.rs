//! What replies and events are made of.

use super::{Writer, names, requests};
use crate::api::{Declaration, Field, TypeName};
use std::fmt::Write;

pub(super) fn source(
    writer: &Writer<'_>,
    name: &TypeName,
    declaration: &Declaration,
    fields: &[Field],
) -> String {
    let swift = names::type_name(name);
    let mut source = format!("\n{}", writer.doc(0, Some(name), declaration.doc));
    let _ = writeln!(
        source,
        "public struct {swift}: Codable, Hashable, Sendable {{"
    );
    for field in fields {
        let or_nil = if field.is_optional { "?" } else { "" };
        source += &writer.doc(4, Some(name), field.doc);
        let _ = writeln!(
            source,
            "    public let {}: {}{or_nil}",
            names::declared(&names::camel(field.name)),
            writer.stored(&field.ty),
        );
    }
    if writer.is_in_requests(name) {
        source += &requests::initializer(writer, fields);
    }
    source + &coding_keys(fields) + "}\n"
}

/// The names on the wire.
pub(super) fn coding_keys(fields: &[Field]) -> String {
    let mut keys = "\n    enum CodingKeys: String, CodingKey {\n".to_owned();
    for field in fields {
        let camel = names::camel(field.name);
        let wire = if camel == field.name {
            String::new()
        } else {
            format!(" = \"{}\"", field.name)
        };
        let _ = writeln!(keys, "        case {}{wire}", names::declared(&camel));
    }
    keys + "    }\n"
}
