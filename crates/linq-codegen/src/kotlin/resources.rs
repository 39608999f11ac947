//! Resources: a class each, and what a client has of them.

use super::{Writer, methods, names, text, text::File};
use crate::api::Operation;
use std::{collections::BTreeMap, fmt::Write};

/// What a resource has that is written by hand, as its base class.
const BASES: &[(&str, &str)] = &[("attachments", "Uploads")];

/// Resources that the API has deprecated, and what takes their place.
const DEPRECATED: &[(&str, &str)] = &[("phonenumbers", "phoneNumbers")];

pub(super) fn files(writer: &Writer<'_>) -> Vec<File> {
    let mut by_name: BTreeMap<&'static str, Vec<&Operation>> = BTreeMap::new();
    for operation in &writer.api.operations {
        let operations = by_name.entry(names::resource(operation)).or_default();
        operations.push(operation);
    }
    let all: Vec<&'static str> = by_name.keys().copied().collect();
    let mut files: Vec<File> = by_name
        .iter()
        .map(|(name, operations)| file(writer, name, operations, &children(&all, Some(name))))
        .collect();
    files.push(client(&children(&all, None)));
    files
}

fn children(all: &[&'static str], parent: Option<&str>) -> Vec<&'static str> {
    let of = |name: &&&str| name.rsplit_once('.').map(|(of, _)| of) == parent;
    all.iter().filter(of).copied().collect()
}

fn package() -> String {
    format!("{}.resource", names::PACKAGE)
}

fn file(
    writer: &Writer<'_>,
    name: &'static str,
    operations: &[&Operation],
    children: &[&'static str],
) -> File {
    let class = names::resource_class(name);
    let mut imports = text::Imports::default();
    imports.add("dev.linq.client.internal", "Calls");
    let mut body = text::kdoc(0, &[crate::resources::doc(name).to_owned()]);
    match BASES.iter().find(|(of, _)| *of == name) {
        Some((_, base)) => {
            let _ = writeln!(
                body,
                "public class {class} internal constructor(private val calls: Calls) : {base}(calls) {{"
            );
        }
        None => {
            let _ = writeln!(
                body,
                "public class {class} internal constructor(private val calls: Calls) {{"
            );
        }
    }
    let properties: Vec<String> = children
        .iter()
        .map(|child| property(child, &mut imports))
        .collect();
    body += &properties.join("\n");
    for (index, operation) in operations.iter().enumerate() {
        if index > 0 || !children.is_empty() {
            body.push('\n');
        }
        body += &methods::method(writer, operation, &mut imports);
    }
    body += "}\n";
    File {
        package: package(),
        name: class,
        imports,
        body,
    }
}

/// A resource as a property.
fn property(resource: &'static str, imports: &mut text::Imports) -> String {
    let class = names::resource_class(resource);
    imports.add(&package(), &class);
    let mut source = text::kdoc(4, &[crate::resources::doc(resource).to_owned()]);
    if let Some((_, instead)) = DEPRECATED.iter().find(|(name, _)| *name == resource) {
        let _ = writeln!(
            source,
            "    @Deprecated(\"The API has deprecated it.\", ReplaceWith(\"{instead}\"))"
        );
    }
    let property = names::property(names::last(resource));
    let _ = writeln!(
        source,
        "    public val {property}: {class} = {class}(calls)"
    );
    source
}

/// The base of the client: its resources.
fn client(children: &[&'static str]) -> File {
    let mut imports = text::Imports::default();
    imports.add("dev.linq.client.internal", "Calls");
    let mut body = text::kdoc(
        0,
        &["The resources of a client, by their official names.".to_owned()],
    );
    body += "public abstract class Resources internal constructor(internal val calls: Calls) {\n";
    let properties: Vec<String> = children
        .iter()
        .map(|child| property(child, &mut imports))
        .collect();
    body += &properties.join("\n");
    body += "}\n";
    File {
        package: package(),
        name: "Resources".to_owned(),
        imports,
        body,
    }
}
