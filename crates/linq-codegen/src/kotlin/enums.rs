//! Open string enumerations.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> File {
    let class = names::type_name(name);
    let mut doc = writer.doc(Some(name), declared.doc);
    doc.push("Values unknown to this version are kept.".to_owned());
    doc.push("@property value Name of the value in the API.".to_owned());
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    let doc = text::kdoc(0, &doc);
    let values: Vec<String> = declared
        .values
        .iter()
        .map(|value| {
            let left = format!("public val {}: {class} =", value.name);
            let right = format!("{class}(\"{}\")", value.text);
            text::kdoc(8, &writer.doc(Some(name), value.doc)) + &text::assignment(8, &left, &right)
        })
        .collect();
    let values = values.join("\n");
    let body = format!(
        "{doc}@JvmInline
@Serializable
public value class {class}(public val value: String) {{
    override fun toString(): String = value

    /** Values known to this version. */
    public companion object {{
{values}    }}
}}
"
    );
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}
