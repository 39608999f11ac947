//! `resources/`: a module for each resource, with its sync and its async class.

use super::{clients, flavour::Flavour, lazy, methods, names, text, wrappers, writer::Writer};
use crate::resources::{self, Resource};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn files(writer: &Writer<'_>) -> BTreeMap<String, String> {
    let resources = resources::all(writer.api);
    let mut files = BTreeMap::new();
    for resource in &resources {
        let path = names::module(resource).replace('.', "/");
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
    files.insert("resources/webhooks.py".to_owned(), WEBHOOKS.to_owned());
    files
}

/// The only resource without operations, which is written by hand.
const WEBHOOKS: &str = r#""""`client.webhooks`, under the module name of the official client."""

from .._webhooks import AsyncWebhooksResource, WebhooksResource

__all__ = ["AsyncWebhooksResource", "WebhooksResource"]
"#;

/// Returns the package of a resource and its subresources, or of all resources.
fn init(resources: &[Resource<'_>], package: Option<&str>) -> String {
    let mut public = BTreeMap::new();
    for resource in resources {
        let module = names::module(resource);
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
        Some(package) => format!("`client.{package}` and its subresources."),
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
    let root = names::root(resource);
    let mut runtime = text::Imports::default();
    let mut checked = text::Imports::default();
    runtime.add("typing", "TYPE_CHECKING");
    runtime.add("functools", "cached_property");
    runtime.add(&format!("{root}_options"), "not_given");
    for name in ["Body", "Headers", "NotGiven", "Query"] {
        runtime.add(&format!("{root}_options"), name);
    }
    let mut classes = String::new();
    for flavour in Flavour::ALL {
        classes += &class(writer, resource, flavour, (&mut runtime, &mut checked));
    }
    classes += &wrappers::of_resource(resource, root, (&mut runtime, &mut checked));
    let (future, runtime, checked) = (text::FUTURE, runtime.source(0), checked.source(4));
    format!("{future}\n{runtime}\nif TYPE_CHECKING:\n{checked}{classes}")
}

fn class(
    writer: &Writer<'_>,
    resource: &Resource<'_>,
    flavour: Flavour,
    (runtime, checked): (&mut text::Imports, &mut text::Imports),
) -> String {
    let root = names::root(resource);
    let prefix = flavour.prefix();
    let name = format!("{prefix}{}", names::resource_class(resource.name));
    let base = format!("{}Resource", flavour.name());
    runtime.add(&format!("{root}_call"), &base);
    let mixin = mixin(resource.name, flavour);
    if let Some(mixin) = &mixin {
        runtime.add(&format!("{root}_attachments"), mixin);
    }
    let bases = mixin
        .into_iter()
        .chain([base])
        .collect::<Vec<_>>()
        .join(", ");
    let doc = text::docstring(4, &[resources::doc(resource.name).to_owned()]);
    let mut class = format!("\n\nclass {name}({bases}):\n{doc}");
    for child in &resource.children {
        let child_class = format!("{prefix}{}", names::resource_class(child));
        let module = format!(".{}", names::last(child));
        runtime.add(&format!("{root}_call"), "lazy_property");
        checked.add(&module, &child_class);
        class += &clients::lazy_property(child, &module, &child_class, "self._client");
    }
    for kind in &wrappers::KINDS {
        let (property, doc, suffix) = (kind.property, kind.doc, kind.class);
        class += &format!(
            r#"
    @cached_property
    def {property}(self) -> {name}{suffix}:
        """{doc}"""
        return {name}{suffix}(self)
"#
        );
    }
    for operation in &resource.operations {
        class += &methods::method(writer, operation, flavour, root, runtime);
    }
    class
}

/// Returns the hand-written base class of a resource.
fn mixin(resource: &str, flavour: Flavour) -> Option<String> {
    (resource == "attachments").then(|| format!("{}FilesMixin", flavour.prefix()))
}
