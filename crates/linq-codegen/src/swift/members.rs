//! Members of both response and request structs.

use super::{names, text, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Presence, Schema};

/// Returns the initializer, with required parameters first: of a response, only the identity.
pub(super) fn initializer(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let side = name.side;
    let default = |field: &FieldSchema| match empty(writer, side, field) {
        // Of a request, it has to be given.
        Some(_) if writer.is_in_requests(name) => None,
        Some(empty) => Some(format!(" = {empty}")),
        None => side.may_be_absent(field).then(|| "? = nil".to_owned()),
    };
    let (optional, required): (Vec<&FieldSchema>, Vec<&FieldSchema>) =
        object.fields().partition(|field| default(field).is_some());
    let doc = match side {
        Side::Response if !writer.is_in_requests(name) => "Creates a value for previews and tests.",
        _ => "Creates a value from its fields.",
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
        let value = match (hides_itself(side, object, field), side.may_be_absent(field)) {
            (true, true) => format!("{camel}.map(Secret.init(_:))"),
            (true, false) => format!("Secret({camel})"),
            (false, _) => names::declared(&camel),
        };
        source += &format!("        self.{camel} = {value}\n");
    }
    source + "    }\n"
}

/// Returns whether a field is a secret, which is redacted.
pub(super) fn hides_itself(side: Side, object: &ObjectSchema, field: &FieldSchema) -> bool {
    side.is_private(object, field) && matches!(field.schema, Schema::Secret | Schema::Text)
}

/// Returns the default of a missing field of a response; `None` if the field is optional or an identity.
pub(super) fn empty(writer: &Writer<'_>, side: Side, field: &FieldSchema) -> Option<String> {
    if side == Side::Request || side.may_be_absent(field) || field.presence == Presence::Identity {
        return None;
    }
    Some(match field.schema {
        Schema::List(_) => "[]".to_owned(),
        Schema::Map(_) => "[:]".to_owned(),
        object => format!("{}()", writer.stored(side, object)),
    })
}

/// Returns the coding keys.
pub(super) fn coding_keys(object: &ObjectSchema) -> String {
    let mut keys = "\n    enum CodingKeys: String, CodingKey {\n".to_owned();
    for field in object.fields() {
        let camel = names::camel(field.name);
        let wire = if camel == field.name {
            String::new()
        } else {
            format!(" = \"{}\"", field.name)
        };
        keys += &format!("        case {}{wire}\n", names::declared(&camel));
    }
    keys + "    }\n"
}
