//! The schemas of types that no macro declares.

use super::{HasSchema, IntegerRange, PageSchema, Schema};
use crate::{
    Change, Handle, PhoneNumber, Secret, Timestamp,
    call::{Page, PageItem},
    error::ErrorCode,
    handle::{BlockableHandle, EmailAddress},
    message::IdempotencyKey,
    model::{FileUrl, Metadata, PrivateUrl, UnknownObject, Utf16Range},
    webhook::{MessageEvent, MessageEventData},
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

macro_rules! primitives {
    ($($schema:ident: $($ty:ty),+;)*) => {$($(
        impl HasSchema for $ty {
            const SCHEMA: Schema = Schema::$schema;
        }
    )+)*};
}

primitives! {
    Text: String, BlockableHandle, EmailAddress, Handle, IdempotencyKey, PhoneNumber;
    Secret: FileUrl, PrivateUrl, Secret;
    DateTime: Timestamp;
    Number: f64;
    Boolean: bool;
    Any: Value, UnknownObject, Map<String, Value>;
    Utf16Range: Utf16Range;
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
    ErrorCode: 0, u32::MAX;
}

/// The newest version; [`LegacyMessageEvent`](crate::webhook::LegacyMessageEvent) is the other one.
impl HasSchema for MessageEvent {
    const SCHEMA: Schema = MessageEventData::SCHEMA;
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

impl<T: HasSchema> HasSchema for Change<T> {
    const SCHEMA: Schema = Schema::Nullable(&T::SCHEMA);
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

impl HasSchema for Metadata {
    const SCHEMA: Schema = Schema::Map(&Schema::Text);

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl<T: PageItem> HasSchema for Page<T> {
    const SCHEMA: Schema = Schema::Page(&PageSchema {
        items: T::LIST,
        item: T::SCHEMA,
    });
}
