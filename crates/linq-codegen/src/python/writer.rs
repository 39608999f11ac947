//! Context of the generator, shared by its modules.

use super::{groups, names};
use crate::{
    api::{Api, Declaration, TypeName},
    doc::{Doc, Reference},
};
use std::collections::BTreeMap;

/// Context of the generator.
pub(super) struct Writer<'a> {
    pub(super) api: &'a Api,
    /// Module of each type.
    pub(super) groups: BTreeMap<TypeName, String>,
    /// Value of `type` of the members of unions.
    pub(super) tags: BTreeMap<TypeName, &'static str>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
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

    /// Returns the paragraphs of a doc comment.
    pub(super) fn doc(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        Doc::read(self.api, owner, markdown).text(reference)
    }

    /// Returns a doc comment as one paragraph.
    pub(super) fn line(&self, owner: Option<&TypeName>, markdown: &str) -> String {
        self.doc(owner, markdown).join(" ")
    }
}

/// Returns a reference in a docstring.
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

/// A module of definitions.
pub(super) struct Module {
    pub(super) name: String,
    pub(super) source: String,
    pub(super) exports: Vec<String>,
}
