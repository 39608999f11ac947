//! Paths in a JSON document.

use serde_json::Value;

/// Calls `visit` with every value at `path`: fields joined by `.`, where `name[]` is each item of a
/// list, `**` the value itself and everything below it, and the empty path the whole document.
pub(super) fn visit(document: &mut Value, path: &str, visitor: &mut dyn FnMut(&mut Value)) {
    if path.is_empty() {
        visitor(document);
        return;
    }
    let (step, rest) = path.split_once('.').unwrap_or((path, ""));
    if step == "**" {
        visit_all(document, path, rest, visitor);
    } else if let Some(list) = step.strip_suffix("[]") {
        let items = document.get_mut(list).and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            visit(item, rest, visitor);
        }
    } else if let Some(field) = document.get_mut(step) {
        visit(field, rest, visitor);
    }
}

/// Visits a value before its content, so that what the visitor removes is not visited.
fn visit_all(value: &mut Value, path: &str, rest: &str, visitor: &mut dyn FnMut(&mut Value)) {
    visit(value, rest, visitor);
    match value {
        Value::Array(items) => {
            for item in items {
                visit(item, path, visitor);
            }
        }
        Value::Object(fields) => {
            for field in fields.values_mut() {
                visit(field, path, visitor);
            }
        }
        _ => {}
    }
}
