//! Structs of requests.

use super::{members, names, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::{ObjectSchema, Schema};

pub(super) fn source(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> String {
    let swift = names::type_name(name);
    let mut source = format!("\n{}", writer.doc(0, Some(name), object.doc));
    source += &format!("public struct {swift}: Codable, Hashable, Sendable {{\n");
    for field in object.fields() {
        let or_nil = if name.side.may_be_absent(field) {
            "?"
        } else {
            ""
        };
        let schema = if members::hides_itself(name.side, object, field) {
            Schema::Secret
        } else {
            field.schema
        };
        let ty = writer.stored(name.side, schema);
        source += &writer.doc(4, Some(name), field.doc);
        source += &format!(
            "    public var {}: {ty}{or_nil}\n",
            names::declared(&names::camel(field.name))
        );
    }
    source
        + &members::initializer(writer, name, object)
        + &members::coding_keys(writer, name, object)
        + "}\n"
}
