//! The Kotlin package's models, requests, events and resources.

mod enums;
mod events;
mod methods;
mod models;
mod names;
mod resources;
mod text;
mod types;
mod unions;
mod visibility;

#[cfg(test)]
mod tests;

pub use visibility::made_internal;

use crate::{
    Api, Tree,
    api::{Declaration, TypeName},
    doc::{Doc, Reference},
};
use std::collections::BTreeMap;

/// The sources that are written, and nothing else.
const FOLDER: &str = "bindings/uniffi/kotlin/src/main/generated";

/// Every file of the packages `model`, `request`, `resource` and `webhook` that is written.
#[must_use]
pub fn write(api: &Api) -> Tree {
    let writer = Writer::new(api);
    let mut files = Vec::new();
    for (name, declaration) in &api.types {
        files.push(match declaration {
            Declaration::Enum(declared) => enums::file(&writer, name, declared),
            Declaration::Object(object) => models::file(&writer, name, object),
            Declaration::Union(union) => unions::file(&writer, name, union),
        });
    }
    files.extend(events::files(&writer));
    files.extend(resources::files(&writer));
    Tree {
        folders: vec![FOLDER],
        files: files
            .into_iter()
            .map(|file| {
                let folder = file.package.replace('.', "/");
                (format!("{FOLDER}/{folder}/{}.kt", file.name), file.source())
            })
            .collect(),
    }
}

/// What every part of the writer needs to know.
struct Writer<'a> {
    api: &'a Api,
    /// The unions that an object is part of, each with its `type`.
    unions: BTreeMap<TypeName, Vec<(TypeName, &'static str)>>,
    /// Models that are the payload of a message event, in one of its versions.
    message_payloads: Vec<TypeName>,
}

impl<'a> Writer<'a> {
    fn new(api: &'a Api) -> Self {
        let mut unions: BTreeMap<TypeName, Vec<(TypeName, &'static str)>> = BTreeMap::new();
        for (name, declaration) in &api.types {
            if let Declaration::Union(union) = declaration {
                for member in union.members {
                    let of = unions.entry(name.of_member(member)).or_default();
                    of.push((name.clone(), member.tag));
                }
            }
        }
        let versions = api
            .events
            .iter()
            .map(|event| &event.payloads)
            .find(|payloads| payloads.len() > 1);
        Self {
            api,
            unions,
            message_payloads: versions.cloned().unwrap_or_default(),
        }
    }

    /// A doc comment's paragraphs.
    fn doc(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        Doc::read(self.api, owner, markdown).text(reference)
    }
}

/// A name in a doc comment.
fn reference(reference: &Reference) -> String {
    match reference {
        Reference::Field(name) => format!("`{}`", names::property(name)),
        Reference::Type(name) => format!("`{}`", names::type_name(name)),
        Reference::Value(text) => format!("`{text}`"),
        Reference::Operation(name) => format!("`linq.{}`", names::method_path(name)),
        Reference::Resource(name) => format!("`linq.{}`", names::property(name)),
        Reference::Null => "`Change.Clear`".to_owned(),
    }
}
