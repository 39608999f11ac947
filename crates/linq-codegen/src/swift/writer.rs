//! Lookups shared by all parts of the generator.

use super::{names, text};
use crate::{
    api::{Api, Declaration, Side, TypeName},
    doc::{Doc, Reference},
};
use linq_core::schema::{FieldSchema, ObjectSchema, Schema};

/// The API, with lookups shared by all parts of the generator.
pub(super) struct Writer<'a> {
    pub(super) api: &'a Api,
}

impl<'a> Writer<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api }
    }

    /// Returns whether a request's type is also that of responses, and generated as that.
    pub(super) fn is_merged(&self, name: &TypeName) -> bool {
        let objects = (
            self.object(Side::Request, name.name),
            self.object(Side::Response, name.name),
        );
        name.side == Side::Request
            && matches!(objects, (Some(own), Some(other)) if is_same(own, other))
    }

    /// Returns whether a response's type can be created for requests too.
    pub(super) fn is_in_requests(&self, name: &TypeName) -> bool {
        let request = TypeName {
            side: Side::Request,
            name: name.name,
        };
        name.side == Side::Response && self.is_merged(&request)
    }

    fn object(&self, side: Side, name: &'static str) -> Option<&'static ObjectSchema> {
        match self.api.types.get(&TypeName { side, name }) {
            Some(Declaration::Object(object)) => Some(object),
            _ => None,
        }
    }

    /// Returns a doc comment of this text.
    pub(super) fn doc(&self, indent: usize, owner: Option<&TypeName>, markdown: &str) -> String {
        text::comment(indent, &self.paragraphs(owner, markdown))
    }

    /// Returns the attribute of a deprecated item; empty if its doc does not say that the API has deprecated it.
    pub(super) fn deprecation(
        &self,
        indent: usize,
        owner: Option<&TypeName>,
        markdown: &str,
    ) -> String {
        let deprecation = Doc::read(self.api, owner, markdown).deprecation(reference);
        deprecation.map_or_else(String::new, |deprecation| {
            let space = " ".repeat(indent);
            format!(
                "{space}@available(*, deprecated, message: \"{}\")\n",
                deprecation.sentence
            )
        })
    }

    /// Returns the paragraphs of a doc comment.
    pub(super) fn paragraphs(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        let paragraphs = Doc::read(self.api, owner, markdown).text(reference);
        paragraphs
            .iter()
            .map(|paragraph| paragraph.replace("`None`", "`nil`"))
            .collect()
    }
}

/// Returns whether the objects of a request and a response are the same, so that they share a type.
fn is_same(own: &ObjectSchema, other: &ObjectSchema) -> bool {
    let is_same = |own: &FieldSchema, other: &FieldSchema| {
        own.name == other.name
            && Side::Request.may_be_absent(own) == Side::Response.may_be_absent(other)
            && is_same_type(own.schema, other.schema)
    };
    own.fields().count() == other.fields().count()
        && own
            .fields()
            .zip(other.fields())
            .all(|(own, other)| is_same(own, other))
}

fn is_same_type(own: Schema, other: Schema) -> bool {
    match (own, other) {
        (Schema::List(own), Schema::List(other))
        | (Schema::Map(own), Schema::Map(other))
        | (Schema::Nullable(own), Schema::Nullable(other)) => is_same_type(*own, *other),
        (Schema::Enum(own), Schema::Enum(other)) => own.name == other.name,
        // Two declared types, one of requests and one of responses.
        (Schema::Object(_) | Schema::Union(_), _) => false,
        _ => std::mem::discriminant(&own) == std::mem::discriminant(&other),
    }
}

/// Returns a name as in a doc comment.
fn reference(reference: &Reference) -> String {
    match reference {
        Reference::Field(name) => format!("`{}`", names::camel(name)),
        Reference::Type(name) => format!("``{}``", names::type_name(name)),
        Reference::Value(text) => format!("`{text}`"),
        Reference::Operation(name) => format!("`linq.{}`", names::operation(name)),
        Reference::Resource(name) => format!("`linq.{}`", names::camel(name)),
        Reference::Null => "`.clear`".to_owned(),
    }
}
