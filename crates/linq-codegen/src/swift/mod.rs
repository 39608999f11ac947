//! The Swift package's generated part: models, requests, resources and events.

mod enums;
mod events;
mod methods;
mod models;
mod names;
mod requests;
mod resources;
mod text;
mod types;
mod unions;

#[cfg(test)]
mod tests;

use crate::{
    Api, Tree,
    api::{Declaration, Side, TypeName},
    doc::{Doc, Reference},
};
use linq_core::{
    schema::{FieldSchema, HasSchema, ObjectSchema, Schema},
    webhook::MessageView,
};
use std::collections::BTreeMap;

/// Where the generated sources are.
const FOLDER: &str = "bindings/uniffi/swift/Sources/LinqClient/Generated";

/// Every generated source of the module `LinqClient`.
#[must_use]
pub fn write(api: &Api) -> Tree {
    let writer = Writer::new(api);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (name, declaration) in &api.types {
        if writer.is_merged(name) {
            continue;
        }
        let (folder, source) = match (declaration, name.side) {
            (Declaration::Enum(declared), _) => ("Enums", enums::source(&writer, name, declared)),
            (Declaration::Union(union), side) => {
                (folder(side), unions::source(&writer, name, union))
            }
            (Declaration::Object(object), Side::Reply) => {
                ("Models", models::source(&writer, name, object))
            }
            (Declaration::Object(object), Side::Request) => {
                ("Requests", requests::source(&writer, name, object))
            }
        };
        files.insert(format!("{folder}/{}.swift", names::type_name(name)), source);
    }
    files.extend(resources::files(&writer));
    files.extend(events::files(&writer));
    files.extend(message_view(&writer));
    files.insert("Version.swift".to_owned(), version());
    let file = |(path, source): (String, String)| {
        let header = text::HEADER;
        (
            format!("{FOLDER}/{path}"),
            format!("{header}\nimport Foundation\n{source}"),
        )
    };
    Tree {
        folders: vec![FOLDER],
        files: files.into_iter().map(file).collect(),
    }
}

/// The message of an event, which no response has.
fn message_view(writer: &Writer<'_>) -> Option<(String, String)> {
    let schema = MessageView::SCHEMA;
    let name = TypeName::of(Side::Reply, schema)?;
    let source = models::source(writer, &name, schema.as_object()?);
    Some((format!("Models/{}.swift", names::type_name(&name)), source))
}

fn version() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "\nextension Linq {{\n    /// The version of this package.\n    public static let version = \"{version}\"\n}}\n"
    )
}

fn folder(side: Side) -> &'static str {
    match side {
        Side::Request => "Requests",
        Side::Reply => "Models",
    }
}

/// What every part of the writer needs to know.
struct Writer<'a> {
    api: &'a Api,
}

impl<'a> Writer<'a> {
    fn new(api: &'a Api) -> Self {
        Self { api }
    }

    /// Whether a request's type is that of replies too, and written as that.
    fn is_merged(&self, name: &TypeName) -> bool {
        let objects = (
            self.object(Side::Request, name.name),
            self.object(Side::Reply, name.name),
        );
        name.side == Side::Request
            && matches!(objects, (Some(own), Some(other)) if is_same(own, other))
    }

    /// Whether a reply's type can be made for requests too.
    fn is_in_requests(&self, name: &TypeName) -> bool {
        let request = TypeName {
            side: Side::Request,
            name: name.name,
        };
        name.side == Side::Reply && self.is_merged(&request)
    }

    fn object(&self, side: Side, name: &'static str) -> Option<&'static ObjectSchema> {
        match self.api.types.get(&TypeName { side, name }) {
            Some(Declaration::Object(object)) => Some(object),
            _ => None,
        }
    }

    /// A doc comment of these words.
    fn doc(&self, indent: usize, owner: Option<&TypeName>, markdown: &str) -> String {
        text::comment(indent, &self.paragraphs(owner, markdown))
    }

    /// A doc comment's paragraphs.
    fn paragraphs(&self, owner: Option<&TypeName>, markdown: &str) -> Vec<String> {
        let paragraphs = Doc::read(self.api, owner, markdown).text(reference);
        paragraphs
            .iter()
            .map(|paragraph| paragraph.replace("`None`", "`nil`"))
            .collect()
    }
}

/// Whether a request's object and a reply's are the same, so that one type serves for both.
fn is_same(own: &ObjectSchema, other: &ObjectSchema) -> bool {
    let is_same = |own: &FieldSchema, other: &FieldSchema| {
        own.name == other.name
            && Side::Request.may_lack(own) == Side::Reply.may_lack(other)
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
        // Two declared types, one of requests and one of replies.
        (Schema::Object(_) | Schema::Union(_), _) => false,
        _ => std::mem::discriminant(&own) == std::mem::discriminant(&other),
    }
}

/// A name in a doc comment.
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
