//! Open string enumerations.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::EnumSchema;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> File {
    let class = names::type_name(name);
    let mut doc = writer.doc(Some(name), declared.doc);
    doc.push("Values unknown to this version are kept.".to_owned());
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    imports.add(names::PACKAGE, "OpenEnum");
    imports.add("dev.linq.client.internal", "OpenEnumSerializer");
    let doc = text::kdoc(0, &doc);
    let values: Vec<String> = declared
        .values
        .iter()
        .map(|value| {
            let left = format!("public val {}: {class} =", value.name);
            let right = format!("{class}(\"{}\")", value.text);
            let doc = text::kdoc(8, &writer.doc(Some(name), value.doc));
            doc + "        @JvmField\n" + &text::assignment(8, &left, &right)
        })
        .collect();
    let values = values.join("\n");
    let serializer = text::assignment(
        0,
        &format!("internal object {class}Serializer :"),
        &format!("OpenEnumSerializer<{class}>(\"{class}\", ::{class})"),
    );
    let body = format!(
        "{doc}@Serializable(with = {class}Serializer::class)
public class {class}(value: String) : OpenEnum(value) {{
    /** Values known to this version. */
    public companion object {{
{values}    }}
}}

{serializer}"
    );
    File {
        package: names::package(name),
        name: class,
        imports,
        body,
    }
}
