//! What types look like on the wire, as data.
//!
//! For tools that have to know: the drift check, completeness tests, generators of bindings. From
//! [`ENDPOINTS`](crate::api::ENDPOINTS) and [`EventData::shapes`](crate::webhook::EventData::shapes)
//! everything that travels can be reached.
//!
//! ```
//! use linq_core::{api::ENDPOINTS, describe::Shape};
//!
//! let retrieve = ENDPOINTS.iter().find(|info| info.name == "chats.retrieve").unwrap();
//! let Some(Shape::Object(chat)) = retrieve.response_shape else { panic!("a chat") };
//! assert_eq!(chat.name, "Chat");
//! assert!(chat.fields().any(|field| field.name == "is_group" && !field.is_optional));
//! ```

mod leaves;

/// A type with a shape on the wire.
pub trait Describe {
    /// What it looks like.
    const SHAPE: Shape;

    /// Whether a field of this type may be left out.
    const IS_OPTIONAL: bool = false;
}

/// What a value looks like in JSON.
///
/// What is inside lists and objects is behind a function, since a type may hold itself.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// Text of any kind: identifiers, handles, addresses.
    Text,
    /// Text that works for whoever holds it, such as a signed address: nothing to show or log.
    Private,
    /// Text that is a date and time of RFC 3339.
    DateTime,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// Anything.
    Any,
    /// An array.
    List(fn() -> Shape),
    /// An object with any keys.
    Map(fn() -> Shape),
    /// One page of a list: an array under a name of the endpoint's own, and `next_cursor`.
    Page(fn() -> Shape),
    /// Something that may be `null`, with a meaning of its own.
    Nullable(fn() -> Shape),
    /// Text of which this version knows some values.
    Enum(&'static EnumInfo),
    /// An object.
    Object(&'static ModelInfo),
    /// One of several objects, told apart by their `type`.
    Union(&'static UnionInfo),
}

/// An object.
#[derive(Debug)]
#[non_exhaustive]
pub struct ModelInfo {
    /// The Rust type.
    pub name: &'static str,
    /// What it is, in Markdown.
    pub doc: &'static str,
    pub(crate) declared: &'static [Option<ModelField>],
}

impl ModelInfo {
    /// Its fields, in their order.
    pub fn fields(&self) -> impl Iterator<Item = &'static ModelField> {
        self.declared.iter().flatten()
    }
}

/// One field of an object.
#[derive(Debug)]
#[non_exhaustive]
pub struct ModelField {
    /// The name on the wire.
    pub name: &'static str,
    /// The Rust type.
    pub ty: &'static str,
    /// What it looks like.
    pub shape: fn() -> Shape,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// Text of which this version knows some values.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumInfo {
    /// The Rust type.
    pub name: &'static str,
    /// What it is, in Markdown.
    pub doc: &'static str,
    /// The values that this version knows.
    pub values: &'static [EnumValue],
}

/// One value of an enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumValue {
    /// The Rust variant.
    pub name: &'static str,
    /// The value on the wire.
    pub text: &'static str,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// One of several objects, told apart by their `type`.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionInfo {
    /// The Rust type.
    pub name: &'static str,
    /// What it is, in Markdown.
    pub doc: &'static str,
    /// The objects that this version knows.
    pub members: &'static [UnionMember],
}

/// One object of a union.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionMember {
    /// The Rust variant.
    pub name: &'static str,
    /// The value of its `type` field, which is not among the object's own fields.
    pub tag: &'static str,
    /// What it looks like.
    pub shape: fn() -> Shape,
    /// What it means, in Markdown.
    pub doc: &'static str,
}
