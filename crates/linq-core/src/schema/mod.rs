//! The types of the API as data: one description for reading responses, generating bindings and checking for drift.
//!
//! From [`ENDPOINTS`](crate::api::ENDPOINTS) and [`EventData::schemas`](crate::webhook::EventData::schemas)
//! everything that travels can be reached. The texts (documentation, names of Rust types) are there with the
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
pub(crate) use tolerant::{RawNode, Unreadable, check_as_documented, clean};

/// A type that travels as JSON.
pub trait HasSchema: Sized {
    /// Its description.
    const SCHEMA: Schema;

    /// Whether a field of this type may be left out of a request.
    const IS_OPTIONAL: bool = false;

    /// Returns what a field of this type is when a response lacks it, or has `null` there; `None` if the field
    /// has to be present.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Returns whether the field is left out when the value is written.
    #[must_use]
    fn is_absent(&self) -> bool {
        false
    }
}

/// A type, as it is in JSON.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Schema {
    /// Text of any kind: identifiers, handles, addresses.
    Text,
    /// Text that grants access to its holder, such as a signed URL: never shown or logged.
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
    /// Something that may be `null`, with a meaning of its own. Of the types in this crate, in requests only.
    Nullable(&'static Schema),
    /// Text with a list of known values.
    Enum(&'static EnumSchema),
    /// An object.
    Object(&'static ObjectSchema),
    /// One of several objects, told apart by their `type`.
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

    /// Returns the type itself, without what says that it may be `null`.
    #[must_use]
    pub const fn not_null(self) -> Self {
        match self {
            Self::Nullable(inner) => *inner,
            other => other,
        }
    }
}

/// Bounds of an integer, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IntegerRange {
    /// The least value.
    pub min: i64,
    /// The greatest value.
    pub max: u64,
}

/// A page: an object with an array under a name of the resource's own, and `next_cursor`.
#[derive(Debug)]
#[non_exhaustive]
pub struct PageSchema {
    /// The name of the array, such as `chats`.
    pub items: &'static str,
    /// The type of an item.
    pub item: Schema,
}

/// The name that servers have used for the array of any page.
const ITEMS: &str = "items";

impl PageSchema {
    /// Returns the value of the field of its array.
    pub(crate) fn find_items<N: Node>(&self, page: &N) -> Option<N> {
        page.field(self.items).or_else(|| page.field(ITEMS))
    }

    /// Returns the field of its array, which servers have also called `items`.
    #[must_use]
    pub const fn items_field(&'static self) -> FieldSchema {
        FieldSchema {
            aliases: &[ITEMS],
            ..FieldSchema::new(self.items, Schema::List(&self.item), Presence::Identity)
        }
    }
}

/// An object.
#[derive(Debug)]
#[non_exhaustive]
pub struct ObjectSchema {
    /// The name of the type.
    pub name: &'static str,
    pub(crate) declared: Fields,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl ObjectSchema {
    /// Returns its fields, in their order.
    pub fn fields(&self) -> impl Iterator<Item = &'static FieldSchema> + use<> {
        self.declared.get().iter().flatten()
    }

    /// Returns the field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static FieldSchema> {
        self.fields().find(|field| field.name == name)
    }

    /// Returns whether servers have used other names for any of its fields.
    pub(crate) fn has_aliases(&self) -> bool {
        self.fields().any(|field| !field.aliases.is_empty())
    }
}

/// The fields of an object, in their order: `None` for those that are not part of the type in JSON.
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

/// One field of an object.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldSchema {
    /// Its name.
    pub name: &'static str,
    /// Names that servers have used in its place; with a dot, a field of an object, as in `error.code`.
    pub aliases: &'static [&'static str],
    /// Its type.
    pub schema: Schema,
    /// Whether it has to be there.
    pub presence: Presence,
    /// Its Rust type.
    #[cfg(feature = "schema-docs")]
    pub ty: &'static str,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl FieldSchema {
    /// Returns a field without documentation.
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

    /// Returns whether it may be left out, as documented.
    #[must_use]
    pub fn is_optional(&self) -> bool {
        self.presence == Presence::Optional
    }
}

/// Whether a field has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// A response without it is not understood: it names the resource, or is the list of a page.
    Identity,
    /// Documented as always present. Requests must have it; responses are read without it.
    Always,
    /// Documented as optional.
    Optional,
}

/// Text with a list of known values.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumSchema {
    /// The name of the type.
    pub name: &'static str,
    /// The values that this version knows.
    pub values: &'static [EnumValue],
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// One value of an enum.
#[derive(Debug)]
#[non_exhaustive]
pub struct EnumValue {
    /// The value in JSON.
    pub text: &'static str,
    /// The Rust variant.
    #[cfg(feature = "schema-docs")]
    pub name: &'static str,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// One of several objects, told apart by their `type`.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionSchema {
    /// The name of the type.
    pub name: &'static str,
    /// The objects that this version knows.
    pub members: &'static [UnionMember],
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

impl UnionSchema {
    /// Returns the object of this `type`.
    #[must_use]
    pub fn member(&self, tag: &str) -> Option<&'static UnionMember> {
        self.members.iter().find(|member| member.tag == tag)
    }
}

/// One object of a union.
#[derive(Debug)]
#[non_exhaustive]
pub struct UnionMember {
    /// The value of its `type` field, which is not among the object's own fields.
    pub tag: &'static str,
    /// The object.
    pub object: &'static ObjectSchema,
    /// The Rust variant.
    #[cfg(feature = "schema-docs")]
    pub name: &'static str,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}
