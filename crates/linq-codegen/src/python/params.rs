//! `types/_params/`: types of requests, as `TypedDict`.

use super::{
    names, text,
    types::{Scope, is_model},
    writer::{Module, Writer},
};
use crate::api::{Declaration, Operation, TypeName};
use linq_core::schema::ObjectSchema;
use std::collections::BTreeSet;

const FOLDER: &str = "_params";

pub(super) fn modules(writer: &Writer<'_>) -> Vec<Module> {
    let declared = writer.groups.iter().filter(|(name, _)| !is_model(name));
    let mut groups: BTreeSet<&str> = declared.map(|(_, group)| group.as_str()).collect();
    groups.extend(with_params(writer).map(|operation| names::first(operation.name)));
    groups
        .into_iter()
        .map(|group| module(writer, group))
        .collect()
}

/// Returns the operations that have keyword arguments.
fn with_params<'a>(writer: &'a Writer<'_>) -> impl Iterator<Item = &'a Operation> {
    writer
        .api
        .operations
        .iter()
        .filter(|operation| keywords(operation).next().is_some())
}

/// Returns the keyword arguments of an operation: all parameters except the last one of the path.
pub(super) fn keywords(operation: &Operation) -> impl Iterator<Item = &crate::api::Parameter> {
    let last = operation
        .parameters
        .iter()
        .rposition(|parameter| parameter.is_in_path);
    let all = operation.parameters.iter().enumerate();
    all.filter(move |(index, _)| Some(*index) != last)
        .map(|(_, parameter)| parameter)
}

/// Returns the public package of an operation's keyword arguments.
pub(super) fn package(writer: &Writer<'_>, name: &str) -> &'static str {
    let operation = with_params(writer).find(|operation| names::params_name(operation) == name);
    match operation.map(Operation::resource) {
        Some(resource) if resource.contains('.') => names::first(resource),
        _ => "",
    }
}

fn module(writer: &Writer<'_>, group: &str) -> Module {
    let mut imports = text::Imports::default();
    let mut exports = Vec::new();
    let (mut dicts, mut unions) = (String::new(), String::new());
    for (name, declaration) in &writer.api.types {
        if is_model(name) || writer.groups[name] != group {
            continue;
        }
        exports.push(names::type_name(name));
        match declaration {
            Declaration::Union(union) => {
                imports.add("typing", "TypeAlias");
                let members = union.members.iter();
                let members = members.map(|member| names::type_name(&name.of_member(member)));
                unions += "\n\n";
                unions += &text::union(&names::type_name(name), &members.collect::<Vec<_>>());
                unions += &text::docstring(0, &writer.doc(Some(name), union.doc));
            }
            Declaration::Object(object) => {
                let doc = writer.doc(Some(name), object.doc);
                let entries = entries(writer, group, name, object, &mut imports);
                dicts += &typed_dict(&names::type_name(name), &doc, entries);
                imports.add("..._typed_dict", "TypedDict");
            }
            Declaration::Enum(_) => {}
        }
    }
    for operation in with_params(writer).filter(|operation| names::first(operation.name) == group) {
        let name = names::params_name(operation);
        let doc = [format!("Keyword arguments of `client.{}`.", operation.name)];
        let entries = arguments(writer, group, operation, &mut imports);
        dicts += &typed_dict(&name, &doc, entries);
        imports.add("..._typed_dict", "TypedDict");
        exports.push(name);
    }
    exports.sort();
    let (future, imports) = (text::FUTURE, imports.source(0));
    Module {
        source: format!("{future}\n{imports}{dicts}{unions}"),
        name: group.to_owned(),
        exports,
    }
}

/// A key of a `TypedDict`.
struct Entry {
    is_required: bool,
    source: String,
}

impl Entry {
    fn new(is_required: bool, name: &str, ty: &str, doc: &[String]) -> Self {
        let doc = text::docstring(4, doc);
        Self {
            is_required,
            source: format!("    {}: {ty}\n{doc}", names::attribute(name)),
        }
    }
}

fn entries(
    writer: &Writer<'_>,
    group: &str,
    name: &TypeName,
    object: &ObjectSchema,
    imports: &mut text::Imports,
) -> Vec<Entry> {
    let scope = Scope {
        root: "...",
        module: Some((FOLDER, group)),
    };
    let tag = writer.tags.get(name).map(|tag| {
        imports.add("typing", "Literal");
        Entry::new(
            true,
            "type",
            &format!("Literal[\"{tag}\"]"),
            &["Type of the part.".to_owned()],
        )
    });
    let mut entries: Vec<Entry> = tag.into_iter().collect();
    entries.extend(object.fields().map(|field| {
        let ty = writer.request_type(field.schema, scope, imports);
        Entry::new(
            !field.is_optional(),
            field.name,
            &ty,
            &writer.doc(Some(name), field.doc),
        )
    }));
    entries
}

fn arguments(
    writer: &Writer<'_>,
    group: &str,
    operation: &Operation,
    imports: &mut text::Imports,
) -> Vec<Entry> {
    let scope = Scope {
        root: "...",
        module: Some((FOLDER, group)),
    };
    keywords(operation)
        .map(|parameter| {
            let mut ty = writer.request_type(parameter.schema, scope, imports);
            if let Some(additional) = names::additional_type(operation.name, &parameter.name) {
                imports.add(additional, additional);
                ty += &format!(" | {additional}");
            }
            Entry::new(
                parameter.is_required,
                &parameter.name,
                &ty,
                &writer.doc(None, parameter.doc),
            )
        })
        .collect()
}

/// Returns the source of a `TypedDict`. Required keys are in a base class, since Python 3.10 has no `typing.Required`.
fn typed_dict(name: &str, doc: &[String], entries: Vec<Entry>) -> String {
    let (required, optional): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.is_required);
    let doc = text::docstring(4, doc);
    let keys = |entries: &[Entry]| -> String {
        let keys = entries.iter().map(|entry| format!("\n{}", entry.source));
        keys.collect()
    };
    match (required.is_empty(), optional.is_empty()) {
        (true, _) => format!(
            "\n\nclass {name}(TypedDict, total=False):\n{doc}{}",
            keys(&optional)
        ),
        (false, true) => format!("\n\nclass {name}(TypedDict):\n{doc}{}", keys(&required)),
        (false, false) => {
            let needed = keys(&required);
            let needed = needed.trim_start_matches('\n');
            format!(
                "\n\nclass _{name}Required(TypedDict):\n{needed}\n\nclass {name}(_{name}Required, total=False):\n{doc}{}",
                keys(&optional)
            )
        }
    }
}
