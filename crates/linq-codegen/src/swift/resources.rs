//! Resources of a client.

use super::{methods, names, text, writer::Writer};
use crate::resources::{self, Resource, doc};
use std::collections::BTreeMap;

/// Returns `Resources/`: one file each, and the properties of the client.
pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let all = resources::all(writer.api);
    let mut files: BTreeMap<String, String> = all
        .iter()
        .map(|resource| {
            let path = format!("Resources/{}.swift", names::resource_type(resource.name));
            (path, source(writer, &all, resource))
        })
        .collect();
    files.insert(
        "Resources/Linq+Resources.swift".to_owned(),
        client(writer, &all),
    );
    files
}

fn client(writer: &Writer<'_>, all: &[Resource<'_>]) -> String {
    let mut source = "\nextension Linq {\n".to_owned();
    let top = resources::top(all);
    let properties: Vec<String> = top
        .iter()
        .map(|name| property(writer, all, name, "self"))
        .collect();
    source += &properties.join("\n");
    source + "}\n"
}

fn source(writer: &Writer<'_>, all: &[Resource<'_>], resource: &Resource<'_>) -> String {
    let name = resource.name;
    let mut source = format!("\n{}", text::comment(0, &[doc(name).to_owned()]));
    source += &format!(
        "public struct {}: Sendable {{\n",
        names::resource_type(name)
    );
    source += "    let client: Linq\n";
    for child in &resource.children {
        source.push('\n');
        source += &property(writer, all, child, "client");
    }
    for operation in &resource.operations {
        source.push('\n');
        source += &methods::source(writer, operation);
    }
    source + "}\n"
}

fn property(writer: &Writer<'_>, all: &[Resource<'_>], name: &'static str, client: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name);
    let ty = names::resource_type(name);
    format!(
        "{}{}    public var {}: {ty} {{ {ty}(client: {client}) }}\n",
        text::comment(4, &[doc(name).to_owned()]),
        deprecation(writer, all, name),
        names::camel(last),
    )
}

/// Returns the attribute of a resource whose operations are all deprecated: that of the first.
fn deprecation(writer: &Writer<'_>, all: &[Resource<'_>], name: &str) -> String {
    let operations = all
        .iter()
        .filter(|resource| resource.name == name)
        .flat_map(|resource| &resource.operations);
    let attributes: Vec<String> = operations
        .map(|operation| writer.deprecation(4, None, operation.doc))
        .collect();
    match attributes.first() {
        Some(first) if attributes.iter().all(|attribute| !attribute.is_empty()) => first.clone(),
        _ => String::new(),
    }
}
