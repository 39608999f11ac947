//! Schemas of primitive, standard library and JSON types.

use super::{HasSchema, IntegerRange, Schema};
use crate::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

has_schema! {
    Text: String;
    DateTime: Timestamp;
    Number: f64;
    Boolean: bool;
    Any: Value, Map<String, Value>;
}

macro_rules! integers {
    ($($ty:ty: $min:expr, $max:expr;)*) => {$(
        impl HasSchema for $ty {
            const SCHEMA: Schema = Schema::Integer(IntegerRange { min: $min as i64, max: $max as u64 });
        }
    )*};
}

integers! {
    u32: 0, u32::MAX;
    u64: 0, u64::MAX;
    i64: i64::MIN, i64::MAX;
}

impl<T: HasSchema> HasSchema for Option<T> {
    const SCHEMA: Schema = T::SCHEMA;
    const IS_OPTIONAL: bool = true;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: HasSchema> HasSchema for &T {
    const SCHEMA: Schema = T::SCHEMA;

    fn is_absent(&self) -> bool {
        T::is_absent(self)
    }
}

impl<T: HasSchema> HasSchema for &[T] {
    const SCHEMA: Schema = Schema::List(&T::SCHEMA);
}

impl HasSchema for &str {
    const SCHEMA: Schema = Schema::Text;
}

impl<T: HasSchema> HasSchema for Box<T> {
    const SCHEMA: Schema = T::SCHEMA;
    const IS_OPTIONAL: bool = T::IS_OPTIONAL;
}

impl<T: HasSchema> HasSchema for Vec<T> {
    const SCHEMA: Schema = Schema::List(&T::SCHEMA);

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: HasSchema> HasSchema for BTreeMap<String, T> {
    const SCHEMA: Schema = Schema::Map(&T::SCHEMA);

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}
