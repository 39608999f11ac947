//! Objects: immutable data classes.

use super::{Writer, names, text, text::File, types};
use crate::api::{Side, TypeName};
use linq_core::schema::{FieldSchema, ObjectSchema, Schema};
use std::fmt::Write;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, object: &ObjectSchema) -> File {
    let class = names::type_name(name);
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    let mut body = text::kdoc(0, &writer.doc(Some(name), object.doc));
    let _ = writeln!(body, "@Serializable\npublic data class {class}(");
    // What has to be given comes first, so that it can be given without names.
    let (optional, required): (Vec<_>, Vec<_>) =
        object.fields().partition(|field| name.side.may_lack(field));
    let fields: Vec<&FieldSchema> = required.into_iter().chain(optional).collect();
    for field in &fields {
        body += &text::kdoc(4, &writer.doc(Some(name), field.doc));
        let property = names::property(field.name);
        if property != field.name {
            imports.add("kotlinx.serialization", "SerialName");
            let _ = writeln!(body, "    @SerialName(\"{}\")", field.name);
        }
        let ty = types::property(name.side, field.schema, &mut imports);
        let default = if name.side.may_lack(field) {
            "? = null"
        } else {
            ""
        };
        let _ = writeln!(body, "    public val {property}: {ty}{default},");
    }
    body.push(')');
    let unions = writer.unions.get(name).map_or(&[][..], Vec::as_slice);
    let mut interfaces: Vec<String> = unions
        .iter()
        .map(|(union, _)| types::named(union, &mut imports))
        .collect();
    if writer.message_payloads.contains(name) {
        imports.add(&format!("{}.model", names::PACKAGE), "MessagePayload");
        interfaces.push("MessagePayload".to_owned());
    }
    if !interfaces.is_empty() {
        let _ = write!(body, " : {}", interfaces.join(", "));
    }
    let tag = unions
        .first()
        .map(|(_, tag)| format!("    override val type: String get() = \"{tag}\"\n"));
    let members: Vec<String> = tag
        .into_iter()
        .chain(to_string(
            &class,
            (name.side, object),
            &fields,
            &mut imports,
        ))
        .collect();
    if !members.is_empty() {
        let _ = write!(body, " {{\n{}}}", members.join("\n"));
    }
    body.push('\n');
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}

/// How an object prints that has private fields whose types do not hide themselves.
fn to_string(
    class: &str,
    (side, object): (Side, &ObjectSchema),
    fields: &[&FieldSchema],
    imports: &mut text::Imports,
) -> Option<String> {
    let is_open =
        |field: &FieldSchema| side.hides(object, field) && !matches!(field.schema, Schema::Secret);
    if !fields.iter().any(|field| is_open(field)) {
        return None;
    }
    let shown: Vec<String> = fields
        .iter()
        .map(|field| {
            let name = names::property(field.name);
            if !is_open(field) {
                return format!("{name}=${name}");
            }
            imports.add(names::PACKAGE, "hidden");
            format!("{name}=${{hidden({name})}}")
        })
        .collect();
    let doc = text::kdoc(4, &["Without what is private.".to_owned()]);
    let shown = shown.join(", ");
    let value = format!("\"{class}({shown})\"");
    let function = text::assignment(4, "override fun toString(): String =", &value);
    Some(doc + &function)
}
