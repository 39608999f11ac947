//! Assignment of types to modules: that of their resource, or `shared`.

use crate::api::{Api, Declaration, Side, TypeName};
use linq_core::schema::Schema;
use std::collections::{BTreeMap, BTreeSet};

use super::names;

/// Returns the module of each type: that of the only resource that uses it, or `shared`.
pub(super) fn of_types(api: &Api) -> BTreeMap<TypeName, String> {
    let mut reached = Reached::new();
    for operation in &api.operations {
        let resource = names::first(operation.name);
        for parameter in &operation.parameters {
            reach(Side::Request, parameter.schema, resource, &mut reached);
        }
        if let Some(response) = operation.response {
            reach(Side::Response, response, resource, &mut reached);
        }
    }
    for event in &api.events {
        for payload in &event.payloads {
            declare(payload.side, api.types[payload], "events", &mut reached);
        }
    }
    let module = |groups: &BTreeSet<String>| match groups.len() {
        1 => groups.iter().next().cloned().unwrap_or_default(),
        _ => "shared".to_owned(),
    };
    api.types
        .keys()
        .map(|name| {
            (
                name.clone(),
                reached
                    .get(name)
                    .map_or_else(|| "shared".to_owned(), module),
            )
        })
        .collect()
}

/// The modules that use each type.
type Reached = BTreeMap<TypeName, BTreeSet<String>>;

fn reach(side: Side, schema: Schema, from: &str, reached: &mut Reached) {
    match schema {
        Schema::List(inner) | Schema::Map(inner) | Schema::Nullable(inner) => {
            reach(side, *inner, from, reached);
        }
        Schema::Page(page) => reach(side, page.item, from, reached),
        _ => {
            if let Some(declaration) = Declaration::of(schema) {
                declare(side, declaration, from, reached);
            }
        }
    }
}

fn declare(side: Side, declaration: Declaration, from: &str, reached: &mut Reached) {
    let name = names::class_owner(&declaration.name(side));
    let modules = reached.entry(name).or_default();
    if !modules.insert(from.to_owned()) {
        return;
    }
    for inner in declaration.parts() {
        reach(side, inner, from, reached);
    }
}
