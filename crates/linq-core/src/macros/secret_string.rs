use serde::de::{Error, Unexpected, Visitor};
use std::{fmt, marker::PhantomData};

/// Implements `Deserialize` for a secret by its `TryFrom<String>`. Errors never have the value, even if it is not a
/// string.
macro_rules! secret_string {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let visitor = $crate::macros::SecretVisitor(std::marker::PhantomData);
                // A format that is asked for a string reports another value itself, with the value.
                if deserializer.is_human_readable() {
                    deserializer.deserialize_any(visitor)
                } else {
                    deserializer.deserialize_string(visitor)
                }
            }
        }
    };
}

pub(crate) struct SecretVisitor<T>(pub(crate) PhantomData<T>);

impl<T> SecretVisitor<T> {
    fn not_a_string<E: Error>(&self, found: &str) -> Result<T, E>
    where
        T: TryFrom<String, Error: fmt::Display>,
    {
        Err(E::invalid_type(Unexpected::Other(found), self))
    }
}

impl<T: TryFrom<String, Error: fmt::Display>> Visitor<'_> for SecretVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<T, E> {
        T::try_from(text).map_err(E::custom)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<T, E> {
        self.not_a_string("boolean")
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        self.not_a_string("integer")
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        self.not_a_string("integer")
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<T, E> {
        self.not_a_string("integer")
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<T, E> {
        self.not_a_string("integer")
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        self.not_a_string("floating point")
    }
}
