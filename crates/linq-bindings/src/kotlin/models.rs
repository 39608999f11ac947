//! Objects: immutable data classes.

use super::{Writer, names, text, text::File, types};
use crate::api::{Declaration, Field, TypeName};
use std::fmt::Write;

pub(super) fn file(
    writer: &Writer<'_>,
    name: &TypeName,
    declaration: &Declaration,
    fields: &[Field],
) -> File {
    let class = names::type_name(name);
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    let mut body = text::kdoc(0, &writer.doc(Some(name), declaration.doc));
    let _ = writeln!(body, "@Serializable\npublic data class {class}(");
    // What has to be given comes first, so that it can be given without names.
    let (required, optional): (Vec<_>, Vec<_>) =
        fields.iter().partition(|field| !field.is_optional);
    for field in required.into_iter().chain(optional) {
        body += &text::kdoc(4, &writer.doc(Some(name), field.doc));
        let property = names::property(field.name);
        if property != field.name {
            imports.add("kotlinx.serialization", "SerialName");
            let _ = writeln!(body, "    @SerialName(\"{}\")", field.name);
        }
        let ty = types::property(&field.ty, &mut imports);
        let default = if field.is_optional { "? = null" } else { "" };
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
    if let Some((_, tag)) = unions.first() {
        let _ = write!(
            body,
            " {{\n    override val type: String get() = \"{tag}\"\n}}"
        );
    }
    body.push('\n');
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}
