//! Texts of which some values are known.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;
use std::fmt::Write;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> File {
    let class = names::type_name(name);
    let mut doc = writer.doc(Some(name), declared.doc);
    doc.push("A value that this version does not know is one like any other.".to_owned());
    doc.push("@property value What the API calls it.".to_owned());
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    let mut body = text::kdoc(0, &doc);
    let _ = write!(
        body,
        "@JvmInline\n@Serializable\npublic value class {class}(public val value: String) {{\n    \
         override fun toString(): String = value\n\n    /** The values that this version knows. */\n    \
         public companion object {{\n"
    );
    for (index, value) in declared.values.iter().enumerate() {
        if index > 0 {
            body.push('\n');
        }
        body += &text::kdoc(8, &writer.doc(Some(name), value.doc));
        body += &text::assignment(
            8,
            &format!("public val {}: {class} =", value.name),
            &format!("{class}(\"{}\")", value.text),
        );
    }
    body += "    }\n}\n";
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}
