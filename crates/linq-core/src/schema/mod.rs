//! Schemas of the types of the API, for decoding, binding generation and drift checks.
//!
//! All of them are reachable from [`ENDPOINTS`](crate::api::ENDPOINTS) and
//! [`EventData::schemas`](crate::webhook::EventData::schemas). Documentation and Rust type names are included with the
//! feature `schema-docs` only, so that they do not ship in mobile libraries.
//!
//! ```
//! use linq_core::{api::ENDPOINTS, schema::{Presence, Schema}};
//!
//! let retrieve = ENDPOINTS.iter().find(|info| info.name == "chats.retrieve").unwrap();
//! let Some(Schema::Object(chat)) = retrieve.response_schema else { panic!("a chat") };
//! assert_eq!(chat.name, "Chat");
//! let presence = |name| chat.field(name).unwrap().presence;
//! assert_eq!(presence("id"), Presence::Identity);
//! assert_eq!(presence("is_group"), Presence::Always);
//! assert_eq!(presence("service"), Presence::Optional);
//! ```

mod identity;
mod node;
mod primitives;
#[cfg(feature = "schema-docs")]
mod read;
mod tolerant;

pub use identity::{Identity, MissingIdentity, check_identity, identities};
pub use node::{Kind, Node, find};
pub use tolerant::DecodeWarning;

#[cfg(feature = "dynamic")]
pub(crate) use tolerant::Cleaned;
pub(crate) use tolerant::{RawNode, Unreadable, clean, validate_strict};

/// A type with a JSON schema.
pub trait HasSchema: Sized {
    /// Schema of the type.
    const SCHEMA: Schema;

    /// True if a field of this type may be omitted from a request.
    const IS_OPTIONAL: bool = false;

    /// Returns the value of a field of this type that is absent from a response, or `null`; `None` if the field is
    /// required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Returns whether a field with this value is omitted when it is serialized.
    #[must_use]
    fn is_absent(&self) -> bool {
        false
    }
}

/// The schema of a type in JSON.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Schema {
    /// Text of any kind: identifiers, handles, addresses.
    Text,
    /// Text that grants access, such as a signed URL; it is never printed or logged.
    Secret,
    /// Text that is an RFC 3339 date-time.
    DateTime,
    /// An integer.
    Integer(IntegerRange),
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Any JSON value.
    Any,
    /// An array of two integers: the start and the end of a range of UTF-16 code units.
    Utf16Range,
    /// An array.
    List(&'static Schema),
    /// An object with any keys.
    Map(&'static Schema),
    /// One page of a list.
    Page(&'static PageSchema),
    /// A value that may be `null`, which differs in meaning from an absent one. Used in requests only.
    Nullable(&'static Schema),
    /// Text with a list of known values.
    Enum(&'static EnumSchema),
    /// An object.
    Object(&'static ObjectSchema),
    /// One of several objects, distinguished by their `type`.
    Union(&'static UnionSchema),
}

impl Schema {
    /// Returns the object, if it is one.
    #[must_use]
    pub const fn as_object(self) -> Option<&'static ObjectSchema> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Returns the type without [`Nullable`](Self::Nullable).
    #[must_use]
    pub const fn not_null(self) -> Self {
        match self {
            Self::Nullable(inner) => *inner,
            other => other,
        }
    }
}

/// The range of an integer, both bounds included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IntegerRange {
    /// Minimum.
    pub min: i64,
    /// Maximum.
    pub max: u64,
}

/// A page: an object with an array, whose name depends on the resource, and `next_cursor`.
#[derive(Debug)]
#[non_exhaustive]
pub struct PageSchema {
    /// Name of the array, such as `chats`.
    pub items: &'static str,
    /// Schema of an item.
    pub item: Schema,
}

/// Alternative name of the array of any page, which servers have used.
const ITEMS: &str = "items";

impl PageSchema {
    /// Returns the value of the array in a page.
    pub(crate) fn find_items<N: Node>(&self, page: &N) -> Option<N> {
        page.field(self.items).or_else(|| page.field(ITEMS))
    }

    /// Returns the field of the array, with the alias `items`.
    #[must_use]
    pub const fn items_field(&'static self) -> FieldSchema {
        FieldSchema {
            aliases: &[ITEMS],
            ..FieldSchema::new(self.items, Schema::List(&self.item), Presence::Identity)
        }
    }
}

/// The schema of an object.
#[derive(Debug)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// Name of the type.
    pub name: &'static str,
    pub(crate) declared: Fields,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl ObjectSchema {
    /// Returns the fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static FieldSchema> + use<> {
        self.declared.get().iter().flatten()
    }

    /// Returns the field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static FieldSchema> {
        self.fields().find(|field| field.name == name)
    }

    /// Returns whether any of the fields has aliases.
    pub(crate) fn has_aliases(&self) -> bool {
        self.fields().any(|field| !field.aliases.is_empty())
    }
}

/// The fields of an object, in order: `None` for those that are not part of the type in JSON.
#[derive(Debug)]
pub(crate) enum Fields {
    Declared(&'static [Option<FieldSchema>]),
    #[cfg(feature = "schema-docs")]
    Read(std::sync::OnceLock<&'static [Option<FieldSchema>]>),
}

impl Fields {
    fn get(&self) -> &'static [Option<FieldSchema>] {
        match self {
            Self::Declared(fields) => fields,
            #[cfg(feature = "schema-docs")]
            Self::Read(fields) => fields.get().copied().unwrap_or_default(),
        }
    }
}

/// The schema of a field of an object.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldSchema {
    /// Name.
    pub name: &'static str,
    /// Alternative names that servers have used; with a dot, a field of an object, as in `error.code`.
    pub aliases: &'static [&'static str],
    /// Schema of the value.
    pub schema: Schema,
    /// Presence in responses and requests.
    pub presence: Presence,
    /// Name of the Rust type.
    #[cfg(feature = "schema-docs")]
    pub ty: &'static str,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl FieldSchema {
    /// Creates a field without documentation.
    #[must_use]
    pub const fn new(name: &'static str, schema: Schema, presence: Presence) -> Self {
        Self {
            name,
            aliases: &[],
            schema,
            presence,
            #[cfg(feature = "schema-docs")]
            ty: "",
            #[cfg(feature = "schema-docs")]
            doc: "",
        }
    }

    /// Returns whether the field is documented as optional.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.presence == Presence::Optional
    }
}

/// The presence of a field, required or optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Required: a response without it cannot be decoded. It identifies the resource, or is the list of a page.
    Identity,
    /// Documented as always present. Required in requests; responses are decoded without it.
    Always,
    /// Documented as optional.
    Optional,
}

/// The schema of text with a list of known values.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumSchema {
    /// Name of the type.
    pub name: &'static str,
    /// Values that this version knows.
    pub values: &'static [EnumValue],
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// A value of an enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumValue {
    /// Value in JSON.
    pub text: &'static str,
    /// Name of the Rust variant.
    #[cfg(feature = "schema-docs")]
    pub name: &'static str,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// The schema of one of several objects, distinguished by their `type`.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionSchema {
    /// Name of the type.
    pub name: &'static str,
    /// Objects that this version knows.
    pub members: &'static [UnionMember],
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl UnionSchema {
    /// Returns the object with this `type`.
    #[must_use]
    pub fn member(&self, tag: &str) -> Option<&'static UnionMember> {
        self.members.iter().find(|member| member.tag == tag)
    }
}

/// An object of a union.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionMember {
    /// Value of the `type` field, which is not one of the object's fields.
    pub tag: &'static str,
    /// Schema of the object.
    pub object: &'static ObjectSchema,
    /// Name of the Rust variant.
    #[cfg(feature = "schema-docs")]
    pub name: &'static str,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}
