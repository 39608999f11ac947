//! `resources/`: a module for each resource, with its sync and its async class.

use super::{Writer, clients, lazy, methods, names, text, wrappers};
use crate::api::Operation;
use linq_core::schema::Schema;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The classes of a resource: `AsyncChatsResource` and so on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    Sync,
    Async,
}

impl Flavour {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Sync, Self::Async];

    /// What the names of its classes start with.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Sync => "",
            Self::Async => "Async",
        }
    }
}

/// A resource: its dotted name, and its module below `resources`.
pub(super) struct Resource<'a> {
    pub(super) name: &'static str,
    pub(super) operations: Vec<&'a Operation>,
    /// The dotted names of the resources right below it.
    pub(super) children: Vec<&'static str>,
}

impl Resource<'_> {
    /// The module that it is in, below `resources`.
    pub(super) fn module(&self) -> String {
        module(self.name, !self.children.is_empty())
    }

    /// How far `linq_client` is from its module.
    fn root(&self) -> &'static str {
        if self.module().contains('.') {
            "..."
        } else {
            ".."
        }
    }
}

fn module(name: &str, has_children: bool) -> String {
    if has_children {
        format!("{name}.{name}")
    } else {
        name.to_owned()
    }
}

/// All resources, in the order of their names.
pub(super) fn all<'a>(writer: &Writer<'a>) -> Vec<Resource<'a>> {
    let mut by_name: BTreeMap<&'static str, Vec<&Operation>> = BTreeMap::new();
    for operation in &writer.api.operations {
        let (resource, _) = names::resource_and_method(operation);
        by_name.entry(resource).or_default().push(operation);
    }
    let children = |parent: &str| -> Vec<&'static str> {
        let below = by_name
            .keys()
            .filter(|name| name.rsplit_once('.').is_some_and(|(of, _)| of == parent));
        below.copied().collect()
    };
    by_name
        .iter()
        .map(|(name, operations)| Resource {
            name,
            operations: operations.clone(),
            children: children(name),
        })
        .collect()
}

pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let resources = all(writer);
    let mut files = BTreeMap::new();
    for resource in &resources {
        let path = resource.module().replace('.', "/");
        files.insert(format!("resources/{path}.py"), source(writer, resource));
    }
    let packages = resources
        .iter()
        .filter(|resource| !resource.children.is_empty());
    for package in packages.map(|resource| Some(resource.name)).chain([None]) {
        let folder = package.map_or(String::new(), |name| format!("{name}/"));
        files.insert(
            format!("resources/{folder}__init__.py"),
            init(&resources, package),
        );
    }
    files.insert(
        "resources/_client.py".to_owned(),
        clients::source(&resources),
    );
    files.insert(
        "resources/webhooks.py".to_owned(),
        format!("{}{WEBHOOKS}", text::HEADER),
    );
    files
}

/// The one resource that calls no operation: it is written by hand.
const WEBHOOKS: &str = r#""""`client.webhooks`, under the module name of the official client."""

from .._webhooks import AsyncWebhooksResource, WebhooksResource

__all__ = ["AsyncWebhooksResource", "WebhooksResource"]
"#;

/// The package of a resource and those below it, or of all.
fn init(resources: &[Resource<'_>], package: Option<&str>) -> String {
    let mut public = BTreeMap::new();
    for resource in resources {
        let module = resource.module();
        let module = match package {
            None => module,
            Some(package) => match module.strip_prefix(&format!("{package}.")) {
                Some(module) => module.to_owned(),
                None => continue,
            },
        };
        if package.is_none() && resource.name.contains('.') {
            continue;
        }
        for flavour in Flavour::ALL {
            let class = format!(
                "{}{}",
                flavour.prefix(),
                names::resource_class(resource.name)
            );
            for name in [
                class.clone(),
                format!("{class}WithRawResponse"),
                format!("{class}WithStreamingResponse"),
            ] {
                public.insert(name.clone(), (module.clone(), name));
            }
        }
    }
    let doc = match package {
        Some(package) => format!("`client.{package}` and what is below it."),
        None => "The methods of the client, by resource.".to_owned(),
    };
    if package.is_none() {
        for name in ["AsyncWebhooksResource", "WebhooksResource"] {
            public.insert(name.to_owned(), ("webhooks".to_owned(), name.to_owned()));
        }
    }
    let below: BTreeSet<&str> = public
        .values()
        .filter_map(|(module, _)| module.split('.').next())
        .collect();
    let below: Vec<&str> = below.into_iter().collect();
    lazy::package(&doc, ".", &public, &below, &[])
}

fn source(writer: &Writer<'_>, resource: &Resource<'_>) -> String {
    let root = resource.root();
    let mut runtime = text::Imports::default();
    let mut checked = text::Imports::default();
    runtime.add("typing", "TYPE_CHECKING");
    runtime.add("functools", "cached_property");
    runtime.add(&format!("{root}_options"), "not_given");
    for name in ["Body", "Headers", "NotGiven", "Query"] {
        checked.add(&format!("{root}_options"), name);
    }
    let mut classes = String::new();
    for flavour in Flavour::ALL {
        classes += &class(writer, resource, flavour, (&mut runtime, &mut checked));
    }
    classes += &wrappers::classes(resource, root, (&mut runtime, &mut checked));
    let (header, runtime, checked) = (text::HEADER, runtime.source(0), checked.source(4));
    format!(
        "{header}\nfrom __future__ import annotations\n\n{runtime}\nif TYPE_CHECKING:\n{checked}{classes}"
    )
}

fn class(
    writer: &Writer<'_>,
    resource: &Resource<'_>,
    flavour: Flavour,
    (runtime, checked): (&mut text::Imports, &mut text::Imports),
) -> String {
    let root = resource.root();
    let prefix = flavour.prefix();
    let name = format!("{prefix}{}", names::resource_class(resource.name));
    let base = match flavour {
        Flavour::Sync => "SyncResource",
        Flavour::Async => "AsyncResource",
    };
    runtime.add(&format!("{root}_call"), base);
    let mixin = mixin(resource.name, flavour);
    if let Some(mixin) = &mixin {
        runtime.add(&format!("{root}_attachments"), mixin);
    }
    let bases = mixin
        .into_iter()
        .chain([base.to_owned()])
        .collect::<Vec<_>>()
        .join(", ");
    let mut class = format!("\n\nclass {name}({bases}):\n");
    class += &text::docstring(4, &[crate::resources::doc(resource.name).to_owned()]);
    if !resource.children.is_empty() {
        runtime.add(&format!("{root}_call"), "lazy_property");
    }
    for child in &resource.children {
        let child_class = format!("{prefix}{}", names::resource_class(child));
        let module = names::last(child);
        checked.add(&format!(".{module}"), &child_class);
        let _ = write!(
            class,
            "\n    @lazy_property\n    def {module}(self) -> {child_class}:\n"
        );
        class += &text::docstring(8, &[crate::resources::doc(child).to_owned()]);
        let _ = write!(
            class,
            "        from .{module} import {child_class}\n\n        return {child_class}(self._client)\n"
        );
    }
    for (suffix, property, doc) in wrappers::KINDS {
        let _ = write!(
            class,
            "\n    @cached_property\n    def {property}(self) -> {name}{suffix}:\n        \"\"\"{doc}\"\"\"\n        return {name}{suffix}(self)\n"
        );
    }
    for operation in &resource.operations {
        class += &methods::method(writer, operation, flavour, root, (runtime, checked));
    }
    class
}

/// What a resource has that is written by hand.
fn mixin(resource: &str, flavour: Flavour) -> Option<String> {
    (resource == "attachments").then(|| format!("{}UploadMixin", flavour.prefix()))
}

/// Whether an operation gives one page of a list.
pub(super) fn page_item(operation: &Operation) -> Option<Schema> {
    match operation.reply {
        Some(Schema::Page(page)) => Some(page.item),
        _ => None,
    }
}
