//! Resources of a client.

use super::{methods, names, text, text::File, writer::Writer};
use crate::resources::{self, Resource};

/// Returns the hand-written base class of a resource.
const BASES: &[(&str, &str)] = &[("attachments", "Uploads")];

/// Deprecated resources and their replacements.
const DEPRECATED: &[(&str, &str)] = &[("phonenumbers", "phoneNumbers")];

pub(super) fn files(writer: &Writer<'_>) -> Vec<File> {
    let all = resources::all(writer.api);
    let mut files: Vec<File> = all.iter().map(|resource| file(writer, resource)).collect();
    files.push(client(&resources::top(&all)));
    files
}

fn package() -> String {
    format!("{}.resource", names::PACKAGE)
}

fn file(writer: &Writer<'_>, resource: &Resource<'_>) -> File {
    let Resource {
        name,
        operations,
        children,
    } = resource;
    let class = names::resource_class(name);
    let mut imports = text::Imports::default();
    imports.add("dev.linq.client.internal", "Calls");
    let mut body = text::kdoc(0, &[resources::doc(name).to_owned()]);
    let base = BASES.iter().find(|(of, _)| of == name);
    let base = base.map_or(String::new(), |(_, base)| format!(" : {base}(calls)"));
    body +=
        &format!("public class {class} internal constructor(private val calls: Calls){base} {{\n");
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

/// Returns a resource as a property.
fn property(resource: &'static str, imports: &mut text::Imports) -> String {
    let class = names::resource_class(resource);
    imports.add(&package(), &class);
    let mut source = text::kdoc(4, &[resources::doc(resource).to_owned()]);
    if let Some((_, instead)) = DEPRECATED.iter().find(|(name, _)| *name == resource) {
        source += &format!(
            "    @Deprecated(\"The API has deprecated it.\", ReplaceWith(\"{instead}\"))\n"
        );
    }
    let property = names::property(names::last(resource));
    source += &format!("    public val {property}: {class} = {class}(calls)\n");
    source
}

/// Returns the base class of the client, with its resources.
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
