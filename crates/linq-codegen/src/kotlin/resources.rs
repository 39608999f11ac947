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
    files.extend(all.iter().map(|resource| calls(writer, resource)));
    let top = resources::top(&all);
    files.push(client(&top));
    files.push(client_calls(&top));
    files
}

fn package() -> String {
    format!("{}.resource", names::PACKAGE)
}

fn java_package() -> String {
    format!("{}.java", names::PACKAGE)
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
    source += &deprecation(resource);
    let property = names::property(names::last(resource));
    source += &format!("    public val {property}: {class} = {class}(calls)\n");
    source
}

fn deprecation(resource: &str) -> String {
    let replaced = DEPRECATED.iter().find(|(name, _)| *name == resource);
    replaced.map_or(String::new(), |(_, instead)| {
        format!("    @Deprecated(\"The API has deprecated it.\", ReplaceWith(\"{instead}\"))\n")
    })
}

/// Returns the class of a resource's calls for Java.
fn calls(writer: &Writer<'_>, resource: &Resource<'_>) -> File {
    let Resource {
        name,
        operations,
        children,
    } = resource;
    let class = names::calls_class(name);
    let of = names::resource_class(name);
    let mut imports = text::Imports::default();
    imports.add(&package(), &of);
    let doc = format!("{} For Java; in Kotlin, see [{of}].", resources::doc(name));
    let mut body = text::kdoc(0, &[doc]);
    let base = BASES.iter().find(|(of, _)| of == name);
    let base = base.map_or(String::new(), |(_, base)| {
        format!(" : {base}Calls(resource)")
    });
    body += &format!(
        "public class {class} internal constructor(private val resource: {of}){base} {{\n"
    );
    let mut members: Vec<String> = children
        .iter()
        .map(|child| calls_property(child, "resource", &mut imports))
        .collect();
    members.extend(
        operations
            .iter()
            .map(|operation| methods::call(writer, operation, &mut imports)),
    );
    body += &members.join("\n");
    body += "}\n";
    File {
        package: java_package(),
        name: class,
        imports,
        body,
    }
}

/// Returns a resource's calls as a property, which Java reads as a method.
fn calls_property(resource: &'static str, of: &str, imports: &mut text::Imports) -> String {
    let class = names::calls_class(resource);
    imports.add(&java_package(), &class);
    let property = names::property(names::last(resource));
    let declared = format!("public val {property}: {class} =");
    format!(
        "{}{}    @get:JvmName(\"{property}\")\n{}",
        text::kdoc(4, &[resources::doc(resource).to_owned()]),
        deprecation(resource),
        text::assignment(4, &declared, &format!("{class}({of}.{property})")),
    )
}

/// Returns the base class of the client for Java.
fn client_calls(children: &[&'static str]) -> File {
    let mut imports = text::Imports::default();
    imports.add(&package(), "Resources");
    let doc = "The calls of a client for Java, by the official names of their resources.";
    let mut body = text::kdoc(0, &[doc.to_owned()]);
    body += "public abstract class ResourceCalls internal constructor(resources: Resources) {\n";
    let properties: Vec<String> = children
        .iter()
        .map(|child| calls_property(child, "resources", &mut imports))
        .collect();
    body += &properties.join("\n");
    body += "}\n";
    File {
        package: java_package(),
        name: "ResourceCalls".to_owned(),
        imports,
        body,
    }
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
