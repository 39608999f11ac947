//! Which module a type is in: that of the resource it belongs to, or `shared`.

use crate::api::{Api, Body, Type, TypeName};
use std::collections::{BTreeMap, BTreeSet};

use super::names;

/// The module of each type, by what can be reached from where.
pub(super) fn of_types(api: &Api) -> BTreeMap<TypeName, String> {
    let mut reached: BTreeMap<TypeName, BTreeSet<String>> = BTreeMap::new();
    for operation in &api.operations {
        let resource = names::first(operation.name);
        let parameters = operation.parameters.iter().map(|parameter| &parameter.ty);
        for ty in parameters.chain(&operation.reply) {
            reach(api, ty, resource, &mut reached);
        }
    }
    for event in &api.events {
        for payload in &event.payloads {
            reach(api, &Type::Named(payload.clone()), "events", &mut reached);
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

fn reach(api: &Api, ty: &Type, from: &str, reached: &mut BTreeMap<TypeName, BTreeSet<String>>) {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Page(inner) | Type::Nullable(inner) => {
            reach(api, inner, from, reached);
        }
        Type::Named(name) => {
            if !reached
                .entry(name.clone())
                .or_default()
                .insert(from.to_owned())
            {
                return;
            }
            match api.types.get(name).map(|declaration| &declaration.body) {
                Some(Body::Model(fields)) => {
                    for field in fields {
                        reach(api, &field.ty, from, reached);
                    }
                }
                Some(Body::Union(members)) => {
                    for member in members {
                        reach(api, &Type::Named(member.model.clone()), from, reached);
                    }
                }
                _ => {}
            }
        }
        _ => {}
    }
}
