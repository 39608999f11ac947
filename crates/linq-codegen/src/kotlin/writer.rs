//! Lookups shared by all parts of the generator.

use super::names;
use crate::{
    api::{Api, Declaration, TypeName},
    doc::{Doc, Reference},
};
use std::collections::BTreeMap;

/// The API, with lookups shared by all parts of the generator.
pub(super) struct Writer<'a> {
    pub(super) api: &'a Api,
    /// Unions of an object, with its `type` in each.
    pub(super) unions: BTreeMap<TypeName, Vec<(TypeName, &'static str)>>,
    /// Models that are a version of the payload of message events.
    pub(super) message_payloads: Vec<TypeName>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
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

    /// Returns the annotation of a field or an operation that the API has deprecated.
    pub(super) fn deprecation(
        &self,
        indent: usize,
        owner: Option<&TypeName>,
        markdown: &str,
    ) -> String {
        let Some(deprecation) = Doc::read(self.api, owner, markdown).deprecation(reference) else {
            return String::new();
        };
        let space = " ".repeat(indent);
        let instead = match deprecation.replacement {
            Some(Reference::Field(name)) => {
                let property = names::property(&name);
                format!(".\", ReplaceWith(\"{property}\")")
            }
            Some(other) => format!(": use {}.\"", reference(&other).replace('`', "")),
            None => ".\"".to_owned(),
        };
        format!("{space}@Deprecated(\"The API has deprecated it{instead})\n")
    }

    /// Returns the paragraphs of a doc comment.
    pub(super) fn doc(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        let paragraphs = Doc::read(self.api, owner, markdown).text(reference);
        paragraphs
            .iter()
            .map(|paragraph| paragraph.replace("`None`", "`null`"))
            .collect()
    }
}

/// Returns a name as in a doc comment.
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
