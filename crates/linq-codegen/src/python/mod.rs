//! The Python package's `types/` and `resources/`.

mod clients;
mod events;
mod groups;
// One list for the package's two halves.
#[path = "../../../../bindings/python/src/model/keywords.rs"]
mod keywords;
mod lazy;
mod methods;
mod models;
mod names;
mod packages;
mod params;
mod resources;
mod text;
mod types;
mod wrappers;

#[cfg(test)]
mod tests;

use crate::{
    Api, Tree,
    api::{Declaration, TypeName},
    doc::{Doc, Reference},
};
use std::collections::BTreeMap;

/// Where the package is.
const PACKAGE: &str = "bindings/python/python/linq_client";

/// Every file of `types/` and `resources/`.
#[must_use]
pub fn write(api: &Api) -> Tree {
    let writer = Writer::new(api);
    let mut files = BTreeMap::new();
    let mut exports = Vec::new();
    for (folder, modules) in [
        ("_models", models::modules(&writer)),
        ("_params", params::modules(&writer)),
        ("_events", events::modules(&writer)),
    ] {
        for module in modules {
            let path = format!("types/{folder}/{}.py", module.name);
            files.insert(path, module.source);
            exports.extend(module.exports.into_iter().map(|name| packages::Export {
                module: format!("{folder}.{}", module.name),
                package: if folder == "_params" {
                    params::package(&writer, &name)
                } else {
                    ""
                },
                name,
            }));
        }
    }
    files.extend(packages::types(&writer, &exports));
    files.extend(resources::files(&writer));
    Tree {
        folders: vec![
            "bindings/python/python/linq_client/types",
            "bindings/python/python/linq_client/resources",
        ],
        files: files
            .into_iter()
            .map(|(path, source)| (format!("{PACKAGE}/{path}"), source))
            .collect(),
    }
}

/// A module of definitions.
struct Module {
    name: String,
    source: String,
    exports: Vec<String>,
}

/// What every part of the writer needs to know.
struct Writer<'a> {
    api: &'a Api,
    groups: BTreeMap<TypeName, String>,
    /// The `type` of objects that are part of a union.
    tags: BTreeMap<TypeName, &'static str>,
}

impl<'a> Writer<'a> {
    fn new(api: &'a Api) -> Self {
        let mut tags = BTreeMap::new();
        for (name, declaration) in &api.types {
            if let Declaration::Union(union) = declaration {
                let members = union.members.iter();
                tags.extend(members.map(|member| (name.of_member(member), member.tag)));
            }
        }
        Self {
            api,
            groups: groups::of_types(api),
            tags,
        }
    }

    /// A doc comment's paragraphs.
    fn doc(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        Doc::read(self.api, owner, markdown).text(reference)
    }

    /// A doc comment as one paragraph.
    fn line(&self, owner: Option<&TypeName>, markdown: &str) -> String {
        self.doc(owner, markdown).join(" ")
    }
}

/// A name in a docstring.
fn reference(reference: &Reference) -> String {
    match reference {
        Reference::Field(name) => format!("`{}`", names::attribute(name)),
        Reference::Type(name) => format!("`{}`", names::type_name(name)),
        Reference::Value(text) => format!("`\"{text}\"`"),
        Reference::Operation(name) => format!("`client.{name}`"),
        Reference::Resource(name) => format!("`client.{name}`"),
        Reference::Null => "`None`".to_owned(),
    }
}
