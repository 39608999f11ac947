//! Texts of which some values are known.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> File {
    let class = names::type_name(name);
    let mut doc = writer.doc(Some(name), declared.doc);
    doc.push("A value that this version does not know is one like any other.".to_owned());
    doc.push("@property value What the API calls it.".to_owned());
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

    /** The values that this version knows. */
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
