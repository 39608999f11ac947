//! Generator of the Python package's `types/` and `resources/`, and of tables of its native module.

mod clients;
mod events;
mod flavour;
mod groups;
mod keywords;
mod lazy;
mod methods;
mod models;
mod names;
mod native;
mod packages;
mod params;
mod resources;
mod text;
mod types;
mod wrappers;
mod writer;

#[cfg(test)]
mod tests;

use crate::{Api, Tree};
use std::collections::BTreeMap;
use writer::Writer;

/// Path of the package.
const PACKAGE: &str = "bindings/python/python/linq_client";

/// Returns all files of `types/`, `resources/` and the native module's `generated/`.
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
    let files = files
        .into_iter()
        .map(|(path, source)| (format!("{PACKAGE}/{path}"), source));
    Tree::new(
        vec![
            "bindings/python/python/linq_client/types",
            "bindings/python/python/linq_client/resources",
            native::FOLDER,
        ],
        files.chain([native::attributes(api)]),
    )
}
