//! Samples of every type in `tests/linq-v3.json`.

use linq_core::schema::{FieldSchema, ObjectSchema, Schema};
use linq_drift::Published;
use serde_json::{Map, Value, json};

/// Returns the spec of the API, in its own notation.
///
/// # Panics
///
/// Panics if the file cannot be read.
#[must_use]
pub fn spec() -> Value {
    let text =
        std::fs::read_to_string(crate::tests_folder("linq-v3.json")).expect("tests/linq-v3.json");
    serde_json::from_str(&text).expect("JSON")
}

/// Returns the spec of the API, as types.
///
/// # Panics
///
/// Panics if the file cannot be read.
#[must_use]
pub fn published() -> Published {
    Published::from_facts(&spec()).expect("the notation of linq-v3.json")
}

/// The fields of an object that a sample has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// All fields.
    Everything,
    /// The required fields.
    RequiredOnly,
    /// All fields, with `null` where that is allowed.
    Nulls,
}

impl Fill {
    /// All variants.
    pub const ALL: [Self; 3] = [Self::Everything, Self::RequiredOnly, Self::Nulls];

    /// Returns a sample of a type of the spec.
    ///
    /// # Panics
    ///
    /// Panics if `linq-v3.json` has no notation for the type.
    #[must_use]
    pub fn sample(self, schema: Schema) -> Value {
        match schema {
            Schema::Nullable(_) if self == Self::Nulls => Value::Null,
            Schema::Nullable(inner) => self.sample(*inner),
            Schema::List(Schema::Integer(_)) => json!([0, 1]),
            Schema::List(Schema::Union(union)) => {
                let members = union.members.iter();
                members.map(|member| self.object(member.object)).collect()
            }
            Schema::List(item) => json!([self.sample(*item)]),
            Schema::Map(value) => json!({ "key": self.sample(*value) }),
            Schema::Object(object) => self.object(object),
            Schema::Enum(known) => json!(known.values[0].text),
            Schema::DateTime => json!("2026-10-09T12:34:56.789Z"),
            Schema::Integer(_) => json!(1007),
            Schema::Number => json!(0.5),
            Schema::Boolean => json!(true),
            Schema::Text | Schema::Any => json!("text"),
            other => panic!("not in linq-v3.json: {other:?}"),
        }
    }

    fn object(self, object: &ObjectSchema) -> Value {
        let fields = object.fields();
        let fields = fields.filter(|field| self != Self::RequiredOnly || !field.is_optional());
        let fields = fields.map(|field| (field.name.to_owned(), self.field(field)));
        Value::Object(fields.collect::<Map<_, _>>())
    }

    fn field(self, field: &FieldSchema) -> Value {
        match field.name {
            "next_cursor" if self == Self::Everything => json!("next"),
            _ => self.sample(field.schema),
        }
    }
}

/// Returns JSON text with `type` first in every object, as in the API's documentation.
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
