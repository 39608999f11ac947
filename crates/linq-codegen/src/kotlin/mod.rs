//! The Kotlin package's models, requests, events and resources.

mod enums;
mod events;
mod ffi;
mod methods;
mod models;
mod names;
mod resources;
mod text;
mod types;
mod unions;
mod visibility;
mod writer;

#[cfg(test)]
mod tests;

pub use ffi::edit_ffi;

use crate::{Api, Tree, api::Declaration};
use writer::Writer;

/// Folder of the generated sources.
const FOLDER: &str = "bindings/uniffi/kotlin/src/main/generated";

/// Returns all generated files of the packages `java`, `model`, `request`, `resource` and `webhook`.
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
    let files = files.into_iter().map(|file| {
        let folder = file.package.replace('.', "/");
        (format!("{FOLDER}/{folder}/{}.kt", file.name), file.source())
    });
    Tree::new(vec![FOLDER], files)
}
