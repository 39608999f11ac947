//! What structs of responses and of requests have in common.

use super::{names, text, writer::Writer};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Presence, Schema};

/// The initializer, with what has to be given first. Of a response, that is only the identity.
pub(super) fn initializer(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let side = name.side;
    let default = |field: &FieldSchema| match empty(writer, side, field) {
        // Of a request, it has to be given.
        Some(_) if writer.is_in_requests(name) => None,
        Some(empty) => Some(format!(" = {empty}")),
        None => side.may_lack(field).then(|| "? = nil".to_owned()),
    };
    let (optional, required): (Vec<&FieldSchema>, Vec<&FieldSchema>) =
        object.fields().partition(|field| default(field).is_some());
    let doc = match side {
        Side::Response if !writer.is_in_requests(name) => "Creates one, for previews and tests.",
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
            (true, true) => format!("{camel}.map(Secret.init(_:))"),
            (true, false) => format!("Secret({camel})"),
            (false, _) => names::declared(&camel),
        };
        source += &format!("        self.{camel} = {value}\n");
    }
    source + "    }\n"
}

/// Whether a field's type is text that does not print itself.
pub(super) fn hides_itself(side: Side, object: &ObjectSchema, field: &FieldSchema) -> bool {
    side.hides(object, field) && matches!(field.schema, Schema::Secret | Schema::Text)
}

/// Returns what a field of a response is when the response lacks it; `None` if it is optional or an identity.
pub(super) fn empty(writer: &Writer<'_>, side: Side, field: &FieldSchema) -> Option<String> {
    if side == Side::Request || side.may_lack(field) || field.presence == Presence::Identity {
        return None;
    }
    Some(match field.schema {
        Schema::List(_) => "[]".to_owned(),
        Schema::Map(_) => "[:]".to_owned(),
        object => format!("{}()", writer.stored(side, object)),
    })
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
        keys += &format!("        case {}{wire}\n", names::declared(&camel));
    }
    keys + "    }\n"
}
