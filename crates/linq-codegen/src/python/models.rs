//! `types/_models/`: types of responses and events.

use super::{
    names, text,
    types::{Scope, is_model},
    writer::{Module, Writer},
};
use crate::api::{Declaration, TypeName};
use linq_core::schema::{EnumSchema, ObjectSchema, UnionSchema};
use std::collections::BTreeSet;

const FOLDER: &str = "_models";

pub(super) fn modules(writer: &Writer<'_>) -> Vec<Module> {
    let groups: BTreeSet<&String> = writer
        .groups
        .iter()
        .filter(|(name, _)| is_model(name))
        .map(|(_, group)| group)
        .collect();
    groups
        .into_iter()
        .map(|group| module(writer, group))
        .collect()
}

fn module(writer: &Writer<'_>, group: &str) -> Module {
    let mut imports = text::Imports::default();
    let mut exports = Vec::new();
    let (mut enums, mut models, mut unions) = (String::new(), String::new(), String::new());
    for (name, declaration) in &writer.api.types {
        let is_declared = is_model(name) && names::class_owner(name) == *name;
        if !is_declared || writer.groups[name] != group {
            continue;
        }
        exports.push(names::type_name(name));
        match declaration {
            Declaration::Enum(declared) => {
                imports.add("typing", "Literal");
                imports.add("typing", "TypeAlias");
                enums += &an_enum(writer, name, declared);
            }
            Declaration::Object(object) => {
                imports.add("..._base_model", "BaseModel");
                let scope = Scope {
                    root: "...",
                    module: Some((FOLDER, group)),
                };
                models += &a_model(writer, scope, name, object, &mut imports);
            }
            Declaration::Union(union) => {
                imports.add("typing", "TypeAlias");
                imports.add(".unknown", "UnknownPart");
                unions += &a_union(writer, name, union);
            }
        }
    }
    exports.sort();
    let imports = imports.source(0);
    let future = text::FUTURE;
    let enums = if enums.is_empty() {
        enums
    } else {
        format!("\n{}", enums.trim_end()) + "\n"
    };
    let unions = if unions.is_empty() {
        unions
    } else {
        format!("\n\n{}", unions.trim_end()) + "\n"
    };
    Module {
        source: format!("{future}\n{imports}{enums}{models}{unions}"),
        name: group.to_owned(),
        exports,
    }
}

fn an_enum(writer: &Writer<'_>, name: &TypeName, declared: &EnumSchema) -> String {
    let python = names::type_name(name);
    let literals: Vec<String> = declared
        .values
        .iter()
        .map(|value| format!("\"{}\"", value.text))
        .collect();
    let mut doc = writer.doc(Some(name), declared.doc);
    let meanings: Vec<String> = declared
        .values
        .iter()
        .map(|value| {
            format!(
                "- `\"{}\"`: {}",
                value.text,
                writer.line(Some(name), value.doc)
            )
        })
        .collect();
    doc.push("Responses may have other values, which are `str`.".to_owned());
    doc.push(meanings.join("\n"));
    let alias = text::listed(
        0,
        &format!("{python}: TypeAlias = Literal["),
        &literals,
        "]",
    );
    format!("{alias}{}\n", text::docstring(0, &doc))
}

/// Returns the class of an object, for a module.
pub(super) fn a_model(
    writer: &Writer<'_>,
    scope: Scope<'_>,
    name: &TypeName,
    object: &ObjectSchema,
    imports: &mut text::Imports,
) -> String {
    let mut class = format!("\n\nclass {}(BaseModel):\n", names::type_name(name));
    class += &text::docstring(4, &writer.doc(Some(name), object.doc));
    class += "\n    __slots__ = ()\n";
    if let Some(tag) = writer.tags.get(name) {
        imports.add("typing", "Literal");
        class += &format!("\n    type: Literal[\"{tag}\"]\n    \"\"\"Type of the part.\"\"\"\n");
    }
    for field in object.fields() {
        let ty = writer.response_type(field.schema, scope, imports);
        let or_none = if field.is_optional() { " | None" } else { "" };
        let attribute = names::attribute(field.name);
        class += &format!("\n    {attribute}: {ty}{or_none}\n");
        class += &text::docstring(4, &writer.doc(Some(name), field.doc));
    }
    class
}

fn a_union(writer: &Writer<'_>, name: &TypeName, union: &UnionSchema) -> String {
    let python = names::type_name(name);
    let mut classes: Vec<String> = union
        .members
        .iter()
        .map(|member| names::type_name(&name.of_member(member)))
        .collect();
    classes.push("UnknownPart".to_owned());
    let alias = text::union(&python, &classes);
    format!(
        "{alias}{}",
        text::docstring(0, &writer.doc(Some(name), union.doc))
    )
}
