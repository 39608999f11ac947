//! Changes of a value in a JSON document.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// A difference between the documented shape and an observed one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    /// Removes these fields.
    Drop(&'static [&'static str]),
    /// Removes all fields but these; those of nested objects are written as `chat.id`.
    Keep(&'static [&'static str]),
    /// Sets these fields to null, even if they were absent.
    Null(&'static [&'static str]),
    /// Sets a field to this string.
    Set(&'static str, &'static str),
    /// Renames a field.
    Rename(&'static str, &'static str),
    /// Converts a string to lower case.
    LowerCase(&'static str),
    /// Replaces empty lists by null.
    EmptyListsNull,
    /// Writes times with nine fractional digits, at any depth; the instants stay the same.
    NineDigits,
    /// Sets `parts` to one text of U+FFFD.
    ReplacementCharacter,
    /// Replaces `data` by another payload, which the event provides.
    Payload,
}

impl Change {
    /// Applies the change to `value`; `payload` is the one of [`Change::Payload`].
    pub(super) fn apply(self, value: &mut Value, payload: Option<&Value>) {
        let Some(fields) = value.as_object_mut() else {
            return;
        };
        match self {
            Self::Drop(names) => fields.retain(|name, _| !names.contains(&name.as_str())),
            Self::Keep(paths) => *value = kept(value, paths),
            Self::Null(names) => {
                for name in names {
                    fields.insert((*name).to_owned(), Value::Null);
                }
            }
            Self::Set(name, text) => {
                fields.insert(name.to_owned(), text.into());
            }
            Self::Rename(from, to) => {
                if let Some(field) = fields.remove(from) {
                    fields.insert(to.to_owned(), field);
                }
            }
            Self::LowerCase(name) => {
                if let Some(Value::String(text)) = fields.get_mut(name) {
                    *text = text.to_lowercase();
                }
            }
            Self::EmptyListsNull => {
                for field in fields.values_mut().filter(|field| is_empty_list(field)) {
                    *field = Value::Null;
                }
            }
            Self::NineDigits => lengthen_times(fields),
            Self::ReplacementCharacter => {
                let part = json!([{ "type": "text", "value": "\u{FFFD}" }]);
                fields.insert("parts".to_owned(), part);
            }
            Self::Payload => {
                if let Some(payload) = payload {
                    fields.insert("data".to_owned(), payload.clone());
                }
            }
        }
    }
}

pub(super) fn is_empty_list(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty)
}

fn kept(value: &Value, paths: &[&str]) -> Value {
    let mut kept = json!({});
    for path in paths {
        let steps = || path.split('.');
        if let Some(field) = steps().try_fold(value, |value, step| value.get(step)) {
            let place = steps().fold(&mut kept, |value, step| &mut value[step]);
            *place = field.clone();
        }
    }
    kept
}

fn lengthen_times(fields: &mut Map<String, Value>) {
    for (name, field) in fields {
        match field {
            Value::String(text) if name.ends_with("_at") => {
                if let Ok(time) = text.parse::<Timestamp>() {
                    *text = format!("{time:.9}");
                }
            }
            Value::Object(fields) => lengthen_times(fields),
            Value::Array(items) => {
                for fields in items.iter_mut().filter_map(Value::as_object_mut) {
                    lengthen_times(fields);
                }
            }
            _ => {}
        }
    }
}
