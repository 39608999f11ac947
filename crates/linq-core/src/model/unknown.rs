use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// An object of a type newer than this version, kept whole.
///
/// `Debug` shows the names of its fields only: what an unknown object holds may be a secret.
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct UnknownObject(Map<String, Value>);

impl UnknownObject {
    /// Expects `fields` to hold a `type`.
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// What the API calls this kind of object.
    #[must_use]
    pub fn type_name(&self) -> &str {
        self.0
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Every field, `type` included.
    #[must_use]
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl fmt::Debug for UnknownObject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.0.keys().collect();
        f.debug_struct("UnknownObject")
            .field("type", &self.type_name())
            .field("fields", &names)
            .finish()
    }
}

has_schema! { Any: UnknownObject; }
