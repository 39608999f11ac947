//! The API as bindings see it, whichever the language.
//!
//! Names are those of the wire, or else of Rust; every language has its own rules for changing them.

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

/// Whether a field of this object is nothing to show or log.
pub(crate) fn is_private(side: Side, object: &str, field: &str, ty: &Type) -> bool {
    *ty == Type::Private || (side == Side::Request && PRIVATE.contains(&(object, field)))
}

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

/// Where a type travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// To the server.
    Request,
    /// From the server: replies and events.
    Reply,
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
    pub reply: Option<Type>,
}

impl Operation {
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
    /// What it is.
    pub ty: Type,
    /// Whether it is part of the path.
    pub is_in_path: bool,
    /// Whether it has to be given.
    pub is_required: bool,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text.
    Text,
    /// Text that works for whoever holds it, such as a signed address: nothing to show or log.
    Private,
    /// A date and time.
    DateTime,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// Anything that JSON can hold.
    Any,
    /// An array.
    List(Box<Self>),
    /// An object with any keys.
    Map(Box<Self>),
    /// One page of a list.
    Page(Box<Self>),
    /// Something for which `null` has a meaning.
    Nullable(Box<Self>),
    /// A declared type.
    Named(TypeName),
}

/// What a name stands for.
#[derive(Debug)]
pub struct Declaration {
    /// What it is, in Markdown.
    pub doc: &'static str,
    /// How it is made up.
    pub body: Body,
}

/// How a type is made up.
#[derive(Debug)]
pub enum Body {
    /// An object with these fields.
    Model(Vec<Field>),
    /// Text, of which these values are known.
    Enum(Vec<Value>),
    /// One of these objects, told apart by their `type`.
    Union(Vec<Member>),
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its name on the wire. The `type` of a union's member is not among them.
    pub name: &'static str,
    /// What it is.
    pub ty: Type,
    /// Whether it may be left out.
    pub is_optional: bool,
    /// Whether it is nothing to show or log, whatever its type.
    pub is_private: bool,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// One value of an enum.
#[derive(Debug)]
pub struct Value {
    /// The Rust variant.
    pub name: &'static str,
    /// The value on the wire.
    pub text: &'static str,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// One object of a union.
#[derive(Debug)]
pub struct Member {
    /// The value of its `type`.
    pub tag: &'static str,
    /// The object.
    pub model: TypeName,
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
