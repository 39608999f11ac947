//! Members of both response and request structs.

use super::{names, text, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Presence, Schema};

/// Returns the initializer, with a parameter for each field, in their order: of a response, only the identity is required.
pub(super) fn initializer(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let side = name.side;
    let default = |field: &FieldSchema| match empty(writer, side, field) {
        // Of a request, it has to be given.
        Some(_) if writer.is_in_requests(name) => None,
        Some(empty) => Some(format!(" = {empty}")),
        None => side.may_be_absent(field).then(|| "? = nil".to_owned()),
    };
    let doc = match side {
        Side::Response if !writer.is_in_requests(name) => "Creates a value for previews and tests.",
        _ => "Creates a value from its fields.",
    };
    let mut source = text::comment(4, &[doc.to_owned()]);
    source = format!("\n{source}    public init(\n");
    let parameters = object.fields().map(|field| {
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
        let property = property(writer, name, field);
        source += &format!("        self.{property} = {value}\n");
    }
    source + "    }\n"
}

/// Returns the name of the stored property of a field. A deprecated field has an internal one, since code of this
/// module that uses a deprecated property causes a warning.
pub(super) fn property(writer: &Writer<'_>, owner: &TypeName, field: &FieldSchema) -> String {
    let camel = names::camel(field.name);
    if is_deprecated(writer, owner, field) {
        format!("_{camel}")
    } else {
        names::declared(&camel)
    }
}

fn is_deprecated(writer: &Writer<'_>, owner: &TypeName, field: &FieldSchema) -> bool {
    !writer.deprecation(0, Some(owner), field.doc).is_empty()
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
pub(super) fn coding_keys(writer: &Writer<'_>, owner: &TypeName, object: &ObjectSchema) -> String {
    let mut keys = "\n    enum CodingKeys: String, CodingKey {\n".to_owned();
    for field in object.fields() {
        let property = property(writer, owner, field);
        let wire = if property.trim_matches('`') == field.name {
            String::new()
        } else {
            format!(" = \"{}\"", field.name)
        };
        keys += &format!("        case {property}{wire}\n");
    }
    keys + "    }\n"
}
