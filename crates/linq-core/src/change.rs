use crate::{
    handle::{ForwardingNumber, InvalidHandle, PhoneNumber},
    schema::{HasSchema, Schema},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A new value for a nullable field. Without it, a call leaves the field unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Change<T> {
    /// Sets the field to this value.
    Set(T),
    /// Clears the field: `null` on the wire.
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

impl TryFrom<&str> for Change<ForwardingNumber> {
    type Error = InvalidHandle;

    fn try_from(number: &str) -> Result<Self, InvalidHandle> {
        number.parse().map(Self::Set)
    }
}

impl TryFrom<String> for Change<ForwardingNumber> {
    type Error = InvalidHandle;

    fn try_from(number: String) -> Result<Self, InvalidHandle> {
        number.try_into().map(Self::Set)
    }
}

impl From<PhoneNumber> for Change<ForwardingNumber> {
    fn from(number: PhoneNumber) -> Self {
        Self::Set(number.into())
    }
}

impl From<&PhoneNumber> for Change<ForwardingNumber> {
    fn from(number: &PhoneNumber) -> Self {
        Self::Set(number.into())
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

/// Decodes `null` as [`Clear`](Self::Clear). An optional field must be an `Option` of this type, and decoded to `Some`
/// if it is present.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Change<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::deserialize(deserializer)?;
        Ok(value.map_or(Self::Clear, Self::Set))
    }
}

impl<T: HasSchema> HasSchema for Change<T> {
    const SCHEMA: Schema = Schema::Nullable(&T::SCHEMA);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_clears_the_field() {
        for (json, change) in [
            (r#""a""#, Change::from("a")),
            ("null", Change::<String>::Clear),
        ] {
            assert_eq!(serde_json::to_string(&change).unwrap(), json);
            assert_eq!(
                serde_json::from_str::<Change<String>>(json).unwrap(),
                change
            );
        }
    }

    #[test]
    fn forwarding_number_is_validated() {
        let number: PhoneNumber = "+12223334444".parse().unwrap();
        assert_eq!(
            Change::<ForwardingNumber>::try_from("+12223334444"),
            Ok((&number).into())
        );
        assert_eq!(
            Change::<ForwardingNumber>::try_from("555".to_owned()),
            Err(InvalidHandle::MissingPlus)
        );
        assert!(serde_json::from_str::<Change<ForwardingNumber>>("\"555\"").is_err());
    }

    #[test]
    fn empty_forwarding_number_is_sent_as_given() {
        let empty = Change::<ForwardingNumber>::try_from("").unwrap();
        assert_eq!(serde_json::to_string(&empty).unwrap(), r#""""#);
        assert_eq!(
            serde_json::from_str::<Change<ForwardingNumber>>(r#""""#).unwrap(),
            empty
        );
    }
}
