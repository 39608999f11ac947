//! What requests take besides plain values.

use super::{Writer, models::coding_keys, names, text};
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
    source + &initializer(writer, name.side, object) + &coding_keys(object) + "}\n"
}

/// Makes one of its fields: those that have to be given come first.
pub(super) fn initializer(writer: &Writer<'_>, side: Side, object: &ObjectSchema) -> String {
    let (optional, required): (Vec<_>, Vec<_>) =
        object.fields().partition(|field| side.may_lack(field));
    let mut source = text::comment(4, &["Makes one of its fields.".to_owned()]);
    source = format!("\n{source}    public init(\n");
    let parameters = required.iter().chain(&optional).map(|field| {
        let default = if side.may_lack(field) { "? = nil" } else { "" };
        let camel = names::camel(field.name);
        format!(
            "        {camel}: {}{default}",
            writer.taken(side, field.schema)
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
