//! The API, from which the bindings of all languages are generated.
//!
//! Names are those of the API or of Rust; each language converts them.

use linq_core::schema::{
    EnumSchema, FieldSchema, ObjectSchema, Presence, Schema, UnionMember, UnionSchema,
};
use std::collections::BTreeMap;

/// Fields of requests that may contain a signed URL, a token or private data, although their type is not a secret.
const PRIVATE: &[(&str, &str)] = &[
    ("AppCard", "url"),
    ("AppClip", "value"),
    ("ExperienceInvocation", "params"),
    ("InlineSticker", "url"),
    ("Link", "value"),
    ("Media", "url"),
];

/// The API of a binding.
#[derive(Debug)]
pub struct Api {
    /// Operations, in the order of the official documentation.
    pub operations: Vec<Operation>,
    /// Objects, enums and unions of requests, responses and events.
    pub types: BTreeMap<TypeName, Declaration>,
    /// Webhook events, in the order of their enum.
    pub events: Vec<Event>,
}

/// Name of a type, which may have one name in requests and another in responses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeName {
    /// Side of the type. Enums are the same on both sides, and count as response types.
    pub side: Side,
    /// Name in Rust.
    pub name: &'static str,
}

impl TypeName {
    /// Returns the name of a declared type; `None` for primitive types.
    #[must_use]
    pub fn of(side: Side, schema: Schema) -> Option<Self> {
        Declaration::of(schema).map(|declaration| declaration.name(side))
    }

    /// Returns the name of a union's member.
    #[must_use]
    pub fn of_member(&self, member: &UnionMember) -> Self {
        Self {
            side: self.side,
            name: member.object.name,
        }
    }
}

/// Side on which a type is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Requests.
    Request,
    /// Responses and events.
    Response,
}

impl Side {
    /// Returns whether a field is optional: in requests if it is optional in the API, in responses if it is neither an
    /// identity nor has an empty default.
    #[must_use]
    pub fn may_lack(self, field: &FieldSchema) -> bool {
        match (self, field.presence) {
            (_, Presence::Optional) => true,
            (Self::Request, _) | (_, Presence::Identity) => false,
            (Self::Response, Presence::Always) => !matches!(
                field.schema,
                Schema::List(_) | Schema::Map(_) | Schema::Object(_) | Schema::Page(_)
            ),
        }
    }

    /// Returns whether a field of this object must be redacted.
    #[must_use]
    pub fn hides(self, object: &ObjectSchema, field: &FieldSchema) -> bool {
        matches!(field.schema, Schema::Secret)
            || (self == Self::Request && PRIVATE.contains(&(object.name, field.name)))
    }
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Official name, such as `chats.participants.add`.
    pub name: &'static str,
    /// Rust type of its parameters.
    pub request: &'static str,
    /// Doc, in Markdown.
    pub doc: &'static str,
    /// Page of the official documentation.
    pub page: String,
    /// HTTP method and path.
    pub route: String,
    /// Parameters: those of the path first, in its order, and headers last.
    pub parameters: Vec<Parameter>,
    /// Schema of the response, if it has a body.
    pub reply: Option<Schema>,
    /// True if a successful response may have no body.
    pub reply_may_be_absent: bool,
}

impl Operation {
    /// Returns the dotted name of its resource.
    #[must_use]
    pub fn resource(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or("", |(resource, _)| resource)
    }

    /// Returns its own name, below its resource.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or(self.name, |(_, method)| method)
    }

    /// Returns its parameters in the order of methods: those of the path, other required ones with the message last,
    /// and optional ones.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Parameter> {
        let mut parameters: Vec<&Parameter> = self.parameters.iter().collect();
        parameters.sort_by_key(|parameter| {
            (
                !parameter.is_in_path,
                !parameter.is_required,
                parameter.is_required && parameter.name == "message",
            )
        });
        parameters
    }
}

/// A parameter of an operation.
#[derive(Debug)]
pub struct Parameter {
    /// Name in the API; in snake case for a header, such as `idempotency_key`.
    pub name: String,
    /// Schema.
    pub schema: Schema,
    /// True if it is part of the path.
    pub is_in_path: bool,
    /// True if it is required.
    pub is_required: bool,
    /// Doc, in Markdown.
    pub doc: &'static str,
}

/// A declared type.
#[derive(Clone, Copy, Debug)]
pub enum Declaration {
    /// An object.
    Object(&'static ObjectSchema),
    /// An open string enumeration.
    Enum(&'static EnumSchema),
    /// A union of objects, tagged by `type`.
    Union(&'static UnionSchema),
}

impl Declaration {
    /// Returns the declaration of a type; `None` for primitive types.
    #[must_use]
    pub fn of(schema: Schema) -> Option<Self> {
        match schema {
            Schema::Object(object) => Some(Self::Object(object)),
            Schema::Enum(values) => Some(Self::Enum(values)),
            Schema::Union(union) => Some(Self::Union(union)),
            _ => None,
        }
    }

    /// Returns its name on a side.
    #[must_use]
    pub fn name(self, side: Side) -> TypeName {
        let (side, name) = match self {
            Self::Object(object) => (side, object.name),
            Self::Enum(values) => (Side::Response, values.name),
            Self::Union(union) => (side, union.name),
        };
        TypeName { side, name }
    }

    /// Returns the schemas of its parts.
    #[must_use]
    pub fn parts(self) -> Vec<Schema> {
        match self {
            Self::Object(object) => object.fields().map(|field| field.schema).collect(),
            Self::Union(union) => union
                .members
                .iter()
                .map(|member| Schema::Object(member.object))
                .collect(),
            Self::Enum(_) => Vec::new(),
        }
    }

    /// Returns its doc, in Markdown.
    #[must_use]
    pub fn doc(self) -> &'static str {
        match self {
            Self::Object(object) => object.doc,
            Self::Enum(values) => values.doc,
            Self::Union(union) => union.doc,
        }
    }
}

/// A type of webhook event.
#[derive(Debug)]
pub struct Event {
    /// Name, such as `message.received`.
    pub name: &'static str,
    /// Doc, in Markdown.
    pub doc: &'static str,
    /// Payloads, the newest version first; empty if not documented.
    pub payloads: Vec<TypeName>,
}
