//! Example objects of every shape in `tests/linq-v3.json`, made from its own notation.

use serde_json::{Map, Value, json};

/// The facts of the API.
///
/// # Panics
///
/// Where the file is not what it should be.
#[must_use]
pub fn facts() -> Value {
    let text =
        std::fs::read_to_string(crate::tests_folder("linq-v3.json")).expect("tests/linq-v3.json");
    serde_json::from_str(&text).expect("JSON")
}

/// Which of an object's fields to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// All of them.
    Everything,
    /// Those that are always there.
    RequiredOnly,
    /// All of them, the optional ones with `null` where that is allowed.
    Nulls,
}

/// Makes examples of the shapes that the facts describe.
pub struct Sampler<'a> {
    facts: &'a Value,
    fill: Fill,
}

impl<'a> Sampler<'a> {
    /// From the facts of the API.
    #[must_use]
    pub fn new(facts: &'a Value, fill: Fill) -> Self {
        Self { facts, fill }
    }

    /// An example of what an endpoint returns, `None` where that is nothing.
    ///
    /// # Panics
    ///
    /// Where the facts do not read as they should.
    #[must_use]
    pub fn reply(&self, returns: &Value) -> Option<Value> {
        match returns {
            Value::Null => None,
            Value::String(model) => Some(self.of(model)),
            page => {
                let item = self.of(page["page_of"].as_str().expect("a model"));
                let cursor = if self.fill == Fill::Everything {
                    json!("next")
                } else {
                    Value::Null
                };
                Some(
                    json!({ (page["items"].as_str().expect("a name")): [item], "next_cursor": cursor }),
                )
            }
        }
    }

    /// An example of a type in the facts' notation.
    ///
    /// # Panics
    ///
    /// Where the notation is not understood.
    #[must_use]
    pub fn of(&self, notation: &str) -> Value {
        let notation = notation.trim();
        if let Some(inner) = notation.strip_suffix("| null") {
            return if self.fill == Fill::Nulls {
                Value::Null
            } else {
                self.of(inner)
            };
        }
        if let Some(inner) = notation
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            return match inner {
                "integer" => json!([0, 1]),
                // Every member of a union once.
                _ => inner.split(" | ").map(|member| self.of(member)).collect(),
            };
        }
        if notation.starts_with('{') {
            return json!({ "key": "value" });
        }
        if let Some(members) = notation
            .strip_prefix("enum(")
            .and_then(|rest| rest.strip_suffix(')'))
        {
            return json!(members.split(", ").next());
        }
        if let Some(literal) = notation.strip_prefix('"') {
            return json!(literal.trim_end_matches('"'));
        }
        match notation {
            "string" | "any" => json!("text"),
            "integer" => json!(1007),
            "number" => json!(0.5),
            "boolean" => json!(true),
            "date-time" => json!("2026-10-09T12:34:56.789Z"),
            model => match self.facts["enums"].get(model) {
                Some(values) => values[0].clone(),
                None => self.model(model),
            },
        }
    }

    fn model(&self, name: &str) -> Value {
        let fields = self.facts["models"][name]["fields"].as_object();
        let fields = fields.unwrap_or_else(|| panic!("no model {name}"));
        let mut object = Map::new();
        for (field, notation) in fields {
            let notation = notation.as_str().expect("a notation");
            match field.strip_suffix('?') {
                Some(_) if self.fill == Fill::RequiredOnly => continue,
                Some(field) => object.insert(field.to_owned(), self.of(notation)),
                None => object.insert(field.to_owned(), self.of(notation)),
            };
        }
        Value::Object(object)
    }
}

/// Writes JSON with `type` first in every object, as the API's documentation has it.
#[must_use]
pub fn with_type_first(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let (tags, others): (Vec<_>, Vec<_>) =
                fields.iter().partition(|(name, _)| *name == "type");
            let fields = tags.into_iter().chain(others);
            let fields: Vec<_> = fields
                .map(|(name, value)| format!("{}:{}", json!(name), with_type_first(value)))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(items) => {
            format!(
                "[{}]",
                items
                    .iter()
                    .map(with_type_first)
                    .collect::<Vec<_>>()
                    .join(",")
            )
        }
        scalar => scalar.to_string(),
    }
}
