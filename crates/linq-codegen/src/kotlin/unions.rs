//! One of several objects, told apart by their `type`.

use super::{names, text, text::File, writer::Writer};
use crate::api::TypeName;
use linq_core::schema::UnionSchema;
use std::fmt::Write;

pub(super) fn file(writer: &Writer<'_>, name: &TypeName, declared: &UnionSchema) -> File {
    let union = names::type_name(name);
    let mut imports = text::Imports::default();
    imports.add("kotlinx.serialization", "Serializable");
    imports.add("kotlinx.serialization.json", "JsonObject");
    imports.add("dev.linq.client.internal", "TaggedSerializer");
    let mut body = text::kdoc(0, &writer.doc(Some(name), declared.doc));
    let _ = write!(
        body,
        "@Serializable(with = {union}Serializer::class)\npublic sealed interface {union} {{\n    \
         /** What the API calls this kind of object. */\n    public val type: String\n\n    \
         /** An object of a type that this version does not know, whole. */\n    \
         public data class Unknown(override val type: String, val json: JsonObject) : {union} {{\n        \
         /** Without what is in it, which may be private. */\n        \
         override fun toString(): String = \"Unknown(type=$type)\"\n    }}\n}}\n\n"
    );
    let _ = writeln!(
        body,
        "internal object {union}Serializer : TaggedSerializer<{union}>(\n    name = \"{union}\",\n    members = mapOf("
    );
    for member in declared.members {
        let class = names::type_name(&name.of_member(member));
        let _ = writeln!(
            body,
            "        \"{}\" to Member({class}::class, {class}.serializer()),",
            member.tag
        );
    }
    let _ = writeln!(body, "    ),\n) {{");
    let _ = writeln!(
        body,
        "    override fun tagOf(value: {union}): String = value.type\n\n    \
         override fun unknown(type: String, json: JsonObject): {union} = {union}.Unknown(type, json)\n\n    \
         override fun unknownOf(value: {union}): JsonObject? = (value as? {union}.Unknown)?.json\n}}"
    );
    File {
        package: names::package(name),
        name: union,
        imports,
        body,
    }
}
