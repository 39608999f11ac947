//! Language-independent model of the API for the generators.
//!
//! Names are those on the wire, or in Rust; each language has its own naming rules.

use linq_core::schema::{
    EnumSchema, FieldSchema, ObjectSchema, Presence, Schema, UnionMember, UnionSchema,
};
use std::collections::BTreeMap;

/// Fields of requests that may contain a signed URL, a token or private data, although their type is not secret.
const PRIVATE: &[(&str, &str)] = &[
    ("AppCard", "url"),
    ("AppClip", "value"),
    ("ExperienceInvocation", "params"),
    ("InlineSticker", "url"),
    ("Link", "value"),
    ("Media", "url"),
];

/// Contents of a binding.
#[derive(Debug)]
pub struct Api {
    /// Operations, in the order of the official documentation.
    pub operations: Vec<Operation>,
    /// Objects, enums and unions of requests and responses.
    pub types: BTreeMap<TypeName, Declaration>,
    /// Webhook events, in the order of their enum.
    pub events: Vec<Event>,
}

/// Name of a type. A name can be of different types in requests and in responses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeName {
    /// Direction. Enums are the same in both, and have the side of responses.
    pub side: Side,
    /// Name in Rust.
    pub name: &'static str,
}

impl TypeName {
    /// Returns the name of a declared type; `None` for built-in types.
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

/// Direction of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Requests.
    Request,
    /// From the server: responses and events.
    Response,
}

impl Side {
    /// Returns whether a field is optional in a language's type: in requests if the API allows it, in responses unless
    /// it is an identity or empty when absent.
    #[must_use]
    pub fn may_be_absent(self, field: &FieldSchema) -> bool {
        match (self, field.presence) {
            (_, Presence::Optional) => true,
            (Self::Request, _) | (_, Presence::Identity) => false,
            (Self::Response, Presence::Always) => !matches!(
                field.schema,
                Schema::List(_) | Schema::Map(_) | Schema::Object(_) | Schema::Page(_)
            ),
        }
    }

    /// Returns whether a field of an object must be redacted when it is shown or logged.
    #[must_use]
    pub fn is_private(self, object: &ObjectSchema, field: &FieldSchema) -> bool {
        matches!(field.schema, Schema::Secret)
            || (self == Self::Request && PRIVATE.contains(&(object.name, field.name)))
    }
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Official name, such as `chats.participants.add`.
    pub name: &'static str,
    /// Rust type of the parameters.
    pub request: &'static str,
    /// Documentation, in Markdown.
    pub doc: &'static str,
    /// URL of the official documentation page.
    pub page: String,
    /// Method and path.
    pub route: String,
    /// Parameters: those of the path first, in its order, and headers last.
    pub parameters: Vec<Parameter>,
    /// Type of the response, if it has a body.
    pub response: Option<Schema>,
    /// True if a successful response may have no body.
    pub response_may_be_absent: bool,
}

impl Operation {
    /// Returns the dotted name of its resource.
    #[must_use]
    pub fn resource(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or("", |(resource, _)| resource)
    }

    /// Returns the last part of its name, without the resource.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or(self.name, |(_, method)| method)
    }

    /// Returns the parameters in the order of positional arguments: those of the path, other required ones with the
    /// message last, and optional ones.
    #[must_use]
    pub fn sorted_parameters(&self) -> Vec<&Parameter> {
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
    /// Name on the wire; that of a header is in the form of `idempotency_key`.
    pub name: String,
    /// Type.
    pub schema: Schema,
    /// True if it is part of the path.
    pub is_in_path: bool,
    /// True if it is required.
    pub is_required: bool,
    /// Documentation, in Markdown.
    pub doc: &'static str,
}

/// A declared type.
#[derive(Clone, Copy, Debug)]
pub enum Declaration {
    /// An object.
    Object(&'static ObjectSchema),
    /// An open enum: text with known values.
    Enum(&'static EnumSchema),
    /// A union of objects, tagged by `type`.
    Union(&'static UnionSchema),
}

impl Declaration {
    /// Returns the declaration of a type; `None` for built-in types.
    #[must_use]
    pub fn of(schema: Schema) -> Option<Self> {
        match schema {
            Schema::Object(object) => Some(Self::Object(object)),
            Schema::Enum(values) => Some(Self::Enum(values)),
            Schema::Union(union) => Some(Self::Union(union)),
            _ => None,
        }
    }

    /// Returns its name in requests or responses.
    #[must_use]
    pub fn name(self, side: Side) -> TypeName {
        let (side, name) = match self {
            Self::Object(object) => (side, object.name),
            Self::Enum(values) => (Side::Response, values.name),
            Self::Union(union) => (side, union.name),
        };
        TypeName { side, name }
    }

    /// Returns the types of its fields or members.
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
    /// Documentation, in Markdown.
    pub doc: &'static str,
    /// Payload types, newest version first; empty if the payload is not published.
    pub payloads: Vec<TypeName>,
}
