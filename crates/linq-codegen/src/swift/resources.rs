//! Resources: what is called on a client.

use super::{Writer, methods, names, text};
use crate::{api::Operation, resources::doc};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// `Resources/`: one file each, and where a client has them.
pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let mut resources: BTreeMap<&'static str, Vec<&Operation>> = BTreeMap::new();
    for operation in &writer.api.operations {
        let resource = operation
            .name
            .rsplit_once('.')
            .map_or("", |(resource, _)| resource);
        resources.entry(resource).or_default().push(operation);
    }
    let names: BTreeSet<&'static str> = resources.keys().copied().collect();
    let mut files: BTreeMap<String, String> = resources
        .iter()
        .map(|(name, operations)| {
            let path = format!("Resources/{}.swift", names::resource_type(name));
            (path, resource(writer, &names, name, operations))
        })
        .collect();
    files.insert("Resources/Linq+Resources.swift".to_owned(), client(&names));
    files
}

fn client(all: &BTreeSet<&'static str>) -> String {
    let mut source = "\nextension Linq {\n".to_owned();
    let top = all.iter().filter(|name| !name.contains('.'));
    let properties: Vec<String> = top.map(|name| property(name, "self")).collect();
    source += &properties.join("\n");
    source + "}\n"
}

fn resource(
    writer: &Writer<'_>,
    all: &BTreeSet<&'static str>,
    name: &'static str,
    operations: &[&Operation],
) -> String {
    let mut source = format!("\n{}", text::comment(0, &[doc(name).to_owned()]));
    let _ = writeln!(
        source,
        "public struct {}: Sendable {{",
        names::resource_type(name)
    );
    source += "    let client: Linq\n";
    let prefix = format!("{name}.");
    for child in all.iter().filter(|it| it.starts_with(&prefix)) {
        source.push('\n');
        source += &property(child, "client");
    }
    for operation in operations {
        source.push('\n');
        source += &methods::source(writer, operation);
    }
    source + "}\n"
}

fn property(name: &'static str, client: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name);
    let ty = names::resource_type(name);
    format!(
        "{}    public var {}: {ty} {{ {ty}(client: {client}) }}\n",
        text::comment(4, &[doc(name).to_owned()]),
        names::camel(last),
    )
}
