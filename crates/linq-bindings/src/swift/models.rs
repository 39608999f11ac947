//! What replies and events are made of.

use super::{Writer, names, requests};
use crate::api::TypeName;
use linq_core::schema::ObjectSchema;
use std::fmt::Write;

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let swift = names::type_name(name);
    let mut source = format!("\n{}", writer.doc(0, Some(name), object.doc));
    let _ = writeln!(
        source,
        "public struct {swift}: Codable, Hashable, Sendable {{"
    );
    for field in object.fields() {
        let or_nil = if name.side.may_lack(field) { "?" } else { "" };
        source += &writer.doc(4, Some(name), field.doc);
        let _ = writeln!(
            source,
            "    public let {}: {}{or_nil}",
            names::declared(&names::camel(field.name)),
            writer.stored(name.side, field.schema),
        );
    }
    if writer.is_in_requests(name) {
        source += &requests::initializer(writer, name.side, object);
    }
    source + &coding_keys(object) + "}\n"
}

/// The names on the wire.
pub(super) fn coding_keys(object: &ObjectSchema) -> String {
    let mut keys = "\n    enum CodingKeys: String, CodingKey {\n".to_owned();
    for field in object.fields() {
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
