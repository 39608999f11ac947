//! What requests take besides plain values.

use super::{
    Writer,
    models::{self, coding_keys},
    names, text,
};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Schema};
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
        let schema = if hides_itself(name.side, object, field) {
            Schema::Secret
        } else {
            field.schema
        };
        let ty = writer.stored(name.side, schema);
        source += &writer.doc(4, Some(name), field.doc);
        let _ = writeln!(
            source,
            "    public var {}: {ty}{or_nil}",
            names::declared(&names::camel(field.name)),
        );
    }
    source + &initializer(writer, name, object) + &coding_keys(object) + "}\n"
}

/// The initializer, with what has to be given first. Of a response, that is only the identity.
pub(super) fn initializer(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let side = name.side;
    let default = |field: &FieldSchema| match models::empty(writer, side, field) {
        // Of a request, it has to be given.
        Some(_) if writer.is_in_requests(name) => None,
        Some(empty) => Some(format!(" = {empty}")),
        None => side.may_lack(field).then(|| "? = nil".to_owned()),
    };
    let (optional, required): (Vec<&FieldSchema>, Vec<&FieldSchema>) =
        object.fields().partition(|field| default(field).is_some());
    let doc = match side {
        Side::Reply if !writer.is_in_requests(name) => "Creates one, for previews and tests.",
        _ => "Creates one of its fields.",
    };
    let mut source = text::comment(4, &[doc.to_owned()]);
    source = format!("\n{source}    public init(\n");
    let parameters = required.iter().chain(&optional).map(|field| {
        let camel = names::camel(field.name);
        format!(
            "        {camel}: {}{}",
            writer.taken(side, field.schema),
            default(field).unwrap_or_default()
        )
    });
    source += &parameters.collect::<Vec<_>>().join(",\n");
    source += "\n    ) {\n";
    for field in object.fields() {
        let camel = names::camel(field.name);
        let value = match (hides_itself(side, object, field), side.may_lack(field)) {
            (true, true) => format!("{camel}.map(PrivateText.init(_:))"),
            (true, false) => format!("PrivateText({camel})"),
            (false, _) => names::declared(&camel),
        };
        let _ = writeln!(source, "        self.{camel} = {value}");
    }
    source + "    }\n"
}

/// Whether a field's type is text that does not print itself.
fn hides_itself(side: Side, object: &ObjectSchema, field: &FieldSchema) -> bool {
    side.hides(object, field) && matches!(field.schema, Schema::Secret | Schema::Text)
}
