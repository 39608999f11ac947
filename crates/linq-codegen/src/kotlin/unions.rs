//! Unions of objects, tagged by their `type`.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::UnionSchema;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &UnionSchema) -> File {
    let union = names::type_name(name);
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    imports.add("kotlinx.serialization.json", "JsonObject");
    imports.add("dev.linq.client.internal", "TaggedSerializer");
    let doc = text::kdoc(0, &writer.doc(Some(name), declared.doc));
    let members: String = declared
        .members
        .iter()
        .map(|member| {
            let (tag, class) = (member.tag, names::type_name(&name.of_member(member)));
            format!("        \"{tag}\" to Member({class}::class, {class}.serializer()),\n")
        })
        .collect();
    let body = format!(
        r#"{doc}@Serializable(with = {union}Serializer::class)
public sealed interface {union} {{
    /** Type of the object, by its name in the API. */
    public val type: String

    /** An object of a type unknown to this version, with all its fields. */
    public data class Unknown(override val type: String, val json: JsonObject) : {union} {{
        /** Omits the fields, which may be private. */
        override fun toString(): String = "Unknown(type=$type)"
    }}
}}

internal object {union}Serializer : TaggedSerializer<{union}>(
    name = "{union}",
    members = mapOf(
{members}    ),
) {{
    override fun tagOf(value: {union}): String = value.type

    override fun unknown(type: String, json: JsonObject): {union} = {union}.Unknown(type, json)

    override fun unknownOf(value: {union}): JsonObject? = (value as? {union}.Unknown)?.json
}}
"#
    );
    File {
        package: names::package(name),
        name: union,
        imports,
        body,
    }
}
