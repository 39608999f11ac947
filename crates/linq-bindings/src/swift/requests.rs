//! What requests take besides plain values.

use super::{Writer, models::coding_keys, names, text};
use crate::api::{Declaration, Field, Type, TypeName};
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
        let ty = if is_private(field) {
            writer.stored(&Type::Private)
        } else {
            writer.stored(&field.ty)
        };
        source += &writer.doc(4, Some(name), field.doc);
        let _ = writeln!(
            source,
            "    public var {}: {ty}{or_nil}",
            names::declared(&names::camel(field.name)),
        );
    }
    source + &initializer(writer, fields) + &coding_keys(fields) + "}\n"
}

/// Makes one of its fields: those that have to be given come first.
pub(super) fn initializer(writer: &Writer<'_>, fields: &[Field]) -> String {
    let (required, optional): (Vec<_>, Vec<_>) =
        fields.iter().partition(|field| !field.is_optional);
    let mut source = text::comment(4, &["Makes one of its fields.".to_owned()]);
    source = format!("\n{source}    public init(\n");
    let parameters = required.iter().chain(&optional).map(|field| {
        let default = if field.is_optional { "? = nil" } else { "" };
        let camel = names::camel(field.name);
        format!("        {camel}: {}{default}", writer.taken(&field.ty))
    });
    source += &parameters.collect::<Vec<_>>().join(",\n");
    source += "\n    ) {\n";
    for field in fields {
        let camel = names::camel(field.name);
        let value = match (is_private(field), field.is_optional) {
            (true, true) => format!("{camel}.map(PrivateText.init(_:))"),
            (true, false) => format!("PrivateText({camel})"),
            (false, _) => names::declared(&camel),
        };
        let _ = writeln!(source, "        self.{camel} = {value}");
    }
    source + "    }\n"
}

fn is_private(field: &Field) -> bool {
    field.ty == Type::Private || (field.is_private && field.ty == Type::Text)
}
