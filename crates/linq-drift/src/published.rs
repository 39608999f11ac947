use std::collections::{BTreeMap, BTreeSet};

/// What a description says about the API.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Published {
    /// The operations.
    pub operations: Vec<Operation>,
    /// The payload of each type of event; `None` where none is described.
    pub events: BTreeMap<String, Option<Kind>>,
    /// The payload of those types of event that look different in version `2025-01-01`.
    pub legacy_events: BTreeMap<String, Kind>,
    /// The fields around the payload of every event; empty where that is not described.
    pub event_envelope: BTreeSet<String>,
    /// The fields of a refusal, such as `error.code`; empty where that is not described.
    pub error_body: BTreeSet<String>,
    /// The objects, by name.
    pub models: BTreeMap<String, Model>,
}

impl Published {
    /// The objects that no operation and no event leads to, so that nothing is compared with them.
    #[must_use]
    pub fn unused_models(&self) -> Vec<&str> {
        let mut used = BTreeSet::new();
        let parameters = self
            .operations
            .iter()
            .flat_map(|operation| &operation.parameters);
        let mut open: Vec<_> = parameters.map(|parameter| &parameter.field.kind).collect();
        open.extend(
            self.operations
                .iter()
                .flat_map(|operation| &operation.replies),
        );
        open.extend(self.events.values().flatten());
        open.extend(self.legacy_events.values());
        while let Some(kind) = open.pop() {
            let names: &[String] = match kind {
                Kind::List(inner) | Kind::Map(inner) | Kind::Nullable(inner) => {
                    open.push(inner);
                    continue;
                }
                Kind::Object(name) => std::slice::from_ref(name),
                Kind::Union(names) => names,
                _ => continue,
            };
            for model in names.iter().filter(|name| used.insert(name.as_str())) {
                let fields = self.models.get(model).map(|model| &model.fields);
                open.extend(fields.into_iter().flatten().map(|(_, field)| &field.kind));
            }
        }
        let names = self.models.keys().map(String::as_str);
        names.filter(|name| !used.contains(name)).collect()
    }
}

/// One operation.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// In capitals.
    pub method: String,
    /// Below the base URL, with `{…}` for its parameters.
    pub path: String,
    /// What is sent, besides the parameters of the path.
    pub parameters: Vec<Parameter>,
    /// What comes back, by success; empty where that is nothing.
    pub replies: Vec<Kind>,
}

/// A parameter of a query or header, or a field of a body.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// `query`, `header` or `body`.
    pub place: &'static str,
    /// The name on the wire.
    pub name: String,
    /// What it looks like, and whether it has to be there.
    pub field: Field,
}

/// An object.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Model {
    /// Its fields, by name.
    pub fields: BTreeMap<String, Field>,
}

/// What a field looks like.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Field {
    /// The kind of value.
    pub kind: Kind,
    /// Whether it has to be there.
    pub is_required: bool,
}

/// A kind of value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Anything.
    Any,
    /// Text.
    Text,
    /// Text that is a date and time.
    DateTime,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// Text of which the values are listed.
    Enum(BTreeSet<String>),
    /// An array.
    List(Box<Kind>),
    /// An object with any keys.
    Map(Box<Kind>),
    /// An object: its name among the models.
    Object(String),
    /// One of several objects: their names among the models.
    Union(Vec<String>),
    /// That, or `null`.
    Nullable(Box<Kind>),
}

impl Kind {
    /// Texts are told apart only where every one of them has its values listed.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nullable(one), other) | (other, Self::Nullable(one)) => {
                Self::Nullable(Box::new(one.or(other).not_null()))
            }
            (one, other) if one == other => one,
            (Self::Enum(one), Self::Enum(other)) => Self::Enum(&one | &other),
            (
                Self::Text | Self::DateTime | Self::Enum(_),
                Self::Text | Self::DateTime | Self::Enum(_),
            ) => Self::Text,
            (Self::Integer | Self::Number, Self::Integer | Self::Number) => Self::Number,
            (Self::Object(one), Self::Object(other)) => Self::Union(vec![one, other]),
            (Self::Union(mut some), Self::Object(one))
            | (Self::Object(one), Self::Union(mut some)) => {
                some.push(one);
                Self::Union(some)
            }
            _ => Self::Any,
        }
    }

    pub(crate) fn not_null(self) -> Self {
        match self {
            Self::Nullable(inner) => *inner,
            other => other,
        }
    }

    pub(crate) fn or_null(self) -> Self {
        match self {
            already @ Self::Nullable(_) => already,
            other => Self::Nullable(Box::new(other)),
        }
    }
}
