//! The shapes of the types that are not declared by a macro.

use super::{Describe, Shape};
use crate::{
    Change, Handle, PhoneNumber, Secret, Timestamp,
    call::Page,
    error::ErrorCode,
    handle::{BlockableHandle, EmailAddress},
    message::IdempotencyKey,
    model::{FileUrl, Metadata, PrivateUrl, UnknownObject, Utf16Range},
    webhook::{MessageEvent, MessageEventData},
};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

macro_rules! leaves {
    ($($shape:ident: $($ty:ty),+;)*) => {$($(
        impl Describe for $ty {
            const SHAPE: Shape = Shape::$shape;
        }
    )+)*};
}

leaves! {
    Text: String, BlockableHandle, EmailAddress, Handle, IdempotencyKey, PhoneNumber;
    Private: FileUrl, PrivateUrl, Secret;
    DateTime: Timestamp;
    Integer: u8, u16, u32, u64, i32, i64, ErrorCode;
    Number: f64;
    Boolean: bool;
    Any: Value, UnknownObject, Map<String, Value>;
}

impl Describe for Utf16Range {
    const SHAPE: Shape = Shape::List(|| Shape::Integer);
}

impl Describe for Metadata {
    const SHAPE: Shape = Shape::Map(|| Shape::Text);
}

/// The newest version; [`LegacyMessageEvent`](crate::webhook::LegacyMessageEvent) is the other one.
impl Describe for MessageEvent {
    const SHAPE: Shape = MessageEventData::SHAPE;
}

impl<T: Describe> Describe for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const IS_OPTIONAL: bool = true;
}

impl<T: Describe> Describe for Box<T> {
    const SHAPE: Shape = T::SHAPE;
    const IS_OPTIONAL: bool = T::IS_OPTIONAL;
}

impl<T: Describe> Describe for Change<T> {
    const SHAPE: Shape = Shape::Nullable(|| T::SHAPE);
}

impl<T: Describe> Describe for Vec<T> {
    const SHAPE: Shape = Shape::List(|| T::SHAPE);
}

impl<T: Describe> Describe for BTreeMap<String, T> {
    const SHAPE: Shape = Shape::Map(|| T::SHAPE);
}

impl<T: Describe> Describe for Page<T> {
    const SHAPE: Shape = Shape::Page(|| T::SHAPE);
}
