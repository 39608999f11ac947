//! The API as bindings see it, whichever the language.
//!
//! Names are those of the wire, or else of Rust; every language has its own rules for changing them.

use linq_core::schema::{
    EnumSchema, FieldSchema, ObjectSchema, Presence, Schema, UnionMember, UnionSchema,
};
use std::collections::BTreeMap;

/// Fields of requests that may hold a signed address, a token or what people keep to themselves, although the
/// API takes anything there.
const PRIVATE: &[(&str, &str)] = &[
    ("AppCard", "url"),
    ("AppClip", "value"),
    ("ExperienceInvocation", "params"),
    ("InlineSticker", "url"),
    ("Link", "value"),
    ("Media", "url"),
];

/// Everything that a binding has.
#[derive(Debug)]
pub struct Api {
    /// The operations, in the order of the official documentation.
    pub operations: Vec<Operation>,
    /// The objects, enums and unions that travel.
    pub types: BTreeMap<TypeName, Declaration>,
    /// The webhook events, in the order of their enum.
    pub events: Vec<Event>,
}

/// The name of a type, which may be a different one in requests and in replies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypeName {
    /// Where it travels. Enums are the same everywhere, and count as replies.
    pub side: Side,
    /// Its name in Rust.
    pub name: &'static str,
}

impl TypeName {
    /// Returns the name of a type that is declared; `None` for those that every language has.
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

/// Where a type travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// To the server.
    Request,
    /// From the server: replies and events.
    Response,
}

impl Side {
    /// Returns whether a language's type lets a field be absent: in requests where the API lets it, in responses
    /// wherever it is neither an identity nor empty when absent.
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

    /// Returns whether a field of this object must never be shown or logged.
    #[must_use]
    pub fn hides(self, object: &ObjectSchema, field: &FieldSchema) -> bool {
        matches!(field.schema, Schema::Secret)
            || (self == Self::Request && PRIVATE.contains(&(object.name, field.name)))
    }
}

/// One operation.
#[derive(Debug)]
pub struct Operation {
    /// The official name, such as `chats.participants.add`.
    pub name: &'static str,
    /// The Rust type of its parameters.
    pub request: &'static str,
    /// What it does, in Markdown.
    pub doc: &'static str,
    /// The page of the official documentation.
    pub page: String,
    /// The method and the path.
    pub route: String,
    /// What it takes: what is in the path comes first, in its order, and headers last.
    pub parameters: Vec<Parameter>,
    /// What it gives, if it gives anything.
    pub reply: Option<Schema>,
    /// Whether a success may come without it.
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

    /// Its parameters as a language's methods take them, one after the other: what is in the path, what else has to
    /// be given, with the message last, and what may be left out.
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

/// One parameter of an operation.
#[derive(Debug)]
pub struct Parameter {
    /// What the API calls it; a header is written as in `idempotency_key`.
    pub name: String,
    /// Its type.
    pub schema: Schema,
    /// Whether it is part of the path.
    pub is_in_path: bool,
    /// Whether it has to be given.
    pub is_required: bool,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// A type that bindings declare.
#[derive(Clone, Copy, Debug)]
pub enum Declaration {
    /// An object.
    Object(&'static ObjectSchema),
    /// Text with a list of known values.
    Enum(&'static EnumSchema),
    /// One of several objects, told apart by their `type`.
    Union(&'static UnionSchema),
}

impl Declaration {
    /// Returns what has to be declared for a type; `None` for those that every language has.
    #[must_use]
    pub fn of(schema: Schema) -> Option<Self> {
        match schema {
            Schema::Object(object) => Some(Self::Object(object)),
            Schema::Enum(values) => Some(Self::Enum(values)),
            Schema::Union(union) => Some(Self::Union(union)),
            _ => None,
        }
    }

    /// Returns its name where it travels.
    #[must_use]
    pub fn name(self, side: Side) -> TypeName {
        let (side, name) = match self {
            Self::Object(object) => (side, object.name),
            Self::Enum(values) => (Side::Response, values.name),
            Self::Union(union) => (side, union.name),
        };
        TypeName { side, name }
    }

    /// Returns the types that it is made of.
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

    /// Returns its documentation, in Markdown.
    #[must_use]
    pub fn doc(self) -> &'static str {
        match self {
            Self::Object(object) => object.doc,
            Self::Enum(values) => values.doc,
            Self::Union(union) => union.doc,
        }
    }
}

/// One type of webhook event.
#[derive(Debug)]
pub struct Event {
    /// Such as `message.received`.
    pub name: &'static str,
    /// What it means, in Markdown.
    pub doc: &'static str,
    /// The payload, the newest version first; none if it is not published.
    pub payloads: Vec<TypeName>,
}
