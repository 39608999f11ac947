//! The Swift package's generated part: models, requests, resources and events.

mod enums;
mod events;
mod members;
mod methods;
mod models;
mod names;
mod requests;
mod resources;
mod text;
mod types;
mod unions;
mod writer;

#[cfg(test)]
mod tests;

use crate::{
    Api, Tree,
    api::{Declaration, Side, TypeName},
};
use linq_core::{schema::HasSchema, webhook::MessageView};
use std::collections::BTreeMap;
use writer::Writer;

/// Folder of the generated sources.
const FOLDER: &str = "bindings/uniffi/swift/Sources/LinqClient/Generated";

/// Returns all generated sources of the module `LinqClient`.
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
            (Declaration::Object(object), Side::Response) => {
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
    let files = files.into_iter().map(|(path, source)| {
        let path = format!("{FOLDER}/{path}");
        (path, format!("\nimport Foundation\n{source}"))
    });
    Tree::new(vec![FOLDER], files)
}

/// Type of an event's message, which is in no response.
fn message_view(writer: &Writer<'_>) -> Option<(String, String)> {
    let schema = MessageView::SCHEMA;
    let name = TypeName::of(Side::Response, schema)?;
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
        Side::Response => "Models",
    }
}
