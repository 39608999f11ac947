//! Tables of the package's native module.

use super::names;
use crate::api::{Api, Declaration, Side};
use linq_core::{schema::HasSchema, webhook::MessageView};
use std::collections::BTreeSet;

pub(super) const FOLDER: &str = "bindings/python/src/generated";

/// Returns `mod.rs`: attributes whose names differ from those on the wire.
pub(super) fn attributes(api: &Api) -> (String, String) {
    let mut renamed = BTreeSet::new();
    let objects = api.types.iter().filter_map(|(name, it)| match it {
        Declaration::Object(object) if name.side == Side::Response => Some(*object),
        _ => None,
    });
    for object in objects.chain(MessageView::SCHEMA.as_object()) {
        let names = object.fields().map(|field| field.name);
        renamed.extend(names.filter(|name| names::attribute(name) != **name));
    }
    let lines: String = renamed
        .iter()
        .map(|name| format!("    (\"{name}\", \"{}\"),\n", names::attribute(name)))
        .collect();
    let source = format!("{HEAD}{lines}];\n");
    (format!("{FOLDER}/mod.rs"), source)
}

const HEAD: &str = r"
//! Names that differ between the package and the API.

/// Attributes of fields whose names differ, by name on the wire.
#[rustfmt::skip]
pub(crate) const ATTRIBUTES: &[(&str, &str)] = &[
";
