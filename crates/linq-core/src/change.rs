use serde::{Serialize, Serializer};

/// A new value for a field that may also be cleared. Left out of a call, the field stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// Gives the field this value.
    Set(T),
    /// Takes the field's value away; on the wire, `null`.
    Clear,
}

impl<T> From<T> for Change<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl From<&str> for Change<String> {
    fn from(value: &str) -> Self {
        Self::Set(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => serializer.serialize_some(value),
            Self::Clear => serializer.serialize_none(),
        }
    }
}
