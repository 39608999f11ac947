use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use std::fmt;

/// The fields of an object read from JSON that this version does not know. They are sent verbatim, and
/// validated by the server.
#[derive(Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(crate) struct Extra(Map<String, Value>);

/// Omits `type`, which a part serializes itself, and nulls, which are read as absent everywhere.
impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(deserializer)?;
        fields.retain(|name, value| name != "type" && !value.is_null());
        Ok(Self(fields))
    }
}

/// Shows names only: the value of an unknown field may be a secret.
impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}
