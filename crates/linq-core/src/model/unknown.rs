use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// An object of a type that this version does not know, kept verbatim.
///
/// `Debug` shows the names of its fields only, since the values may be secrets.
#[derive(Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct UnknownObject(Map<String, Value>);

impl UnknownObject {
    /// Creates an object from fields, which should include `type`.
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        Self(fields)
    }

    /// Returns the `type` of the object; empty if it has none.
    #[must_use]
    pub fn type_name(&self) -> &str {
        self.0
            .get("type")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Returns all fields, `type` included.
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
