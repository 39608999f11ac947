//! Resource identities, the fields that a response must have to be decoded.

use super::{Kind, Node, ObjectSchema, Presence, Schema, find};
use crate::json::JsonError;

/// A required part of a response.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Identity {
    /// Path, such as `chat.id`, `chats` or `chats[].id`.
    pub path: String,
    /// True if it is a list, which may be `null` and is then empty.
    pub is_list: bool,
}

/// Returns the required parts of a response. Items of a list (`[]` in the path) without them are skipped.
#[must_use]
pub fn identities(schema: Schema) -> Vec<Identity> {
    let mut found = Vec::new();
    collect(schema, "", &mut found);
    found
}

fn collect(schema: Schema, path: &str, found: &mut Vec<Identity>) {
    match schema {
        Schema::Page(page) => {
            let path = join(path, page.items);
            collect(page.item, &format!("{path}[]"), found);
            found.push(Identity {
                path,
                is_list: true,
            });
        }
        Schema::Object(object) => {
            for field in object.fields() {
                if field.presence != Presence::Identity {
                    continue;
                }
                let path = join(path, field.name);
                let is_list = match field.schema {
                    Schema::List(item) => {
                        collect(*item, &format!("{path}[]"), found);
                        true
                    }
                    schema => {
                        collect(schema, &path, found);
                        false
                    }
                };
                if !matches!(field.schema, Schema::Object(_)) {
                    found.push(Identity { path, is_list });
                }
            }
        }
        _ => {}
    }
    found.sort();
}

pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// Checks that a response, or an item of a list, has its identity.
///
/// # Errors
///
/// The path of the first part that is missing or of another type.
pub fn check_identity<N: Node>(schema: Schema, value: &N) -> Result<(), MissingIdentity> {
    match (schema, value.kind()) {
        (Schema::Object(object), Kind::Object) => check_fields(object, value),
        (Schema::Object(_) | Schema::Page(_), kind) if kind != Kind::Object => {
            Err(MissingIdentity::new("not an object"))
        }
        (Schema::Page(page), _) => match page.find_items(value) {
            Some(items) => list(&items).map_err(|missing| missing.within(page.items)),
            None => Err(MissingIdentity::new("missing").within(page.items)),
        },
        _ => Ok(()),
    }
}

fn check_fields<N: Node>(object: &ObjectSchema, value: &N) -> Result<(), MissingIdentity> {
    for field in object.fields() {
        if field.presence != Presence::Identity {
            continue;
        }
        let checked = match (find(value, field), field.schema) {
            (None, _) => Err(MissingIdentity::new("missing")),
            (Some(items), Schema::List(_)) => list(&items),
            (Some(inner), schema @ Schema::Object(_)) => check_identity(schema, &inner),
            (Some(text), _) if text.kind() == Kind::String => Ok(()),
            (Some(_), _) => Err(MissingIdentity::new("not a string")),
        };
        checked.map_err(|missing| missing.within(field.name))?;
    }
    Ok(())
}

fn list<N: Node>(items: &N) -> Result<(), MissingIdentity> {
    match items.kind() {
        Kind::Array | Kind::Null => Ok(()),
        _ => Err(MissingIdentity::new("not a list")),
    }
}

/// The error of a response without its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingIdentity {
    path: String,
    problem: &'static str,
}

impl MissingIdentity {
    fn new(problem: &'static str) -> Self {
        Self {
            path: String::new(),
            problem,
        }
    }

    fn within(mut self, name: &str) -> Self {
        self.path = if self.path.is_empty() {
            name.to_owned()
        } else {
            format!("{name}.{}", self.path)
        };
        self
    }
}

impl From<MissingIdentity> for JsonError {
    fn from(missing: MissingIdentity) -> Self {
        let path = if missing.path.is_empty() {
            ".".to_owned()
        } else {
            missing.path
        };
        Self {
            path,
            what: missing.problem.to_owned(),
        }
    }
}
