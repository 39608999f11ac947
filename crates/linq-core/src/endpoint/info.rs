use crate::{error::ErrorCode, schema::Schema};
use http::Method;

/// What is the same for every call of an operation. Bindings, completeness tests and the drift check
/// are made from the table of these, [`ENDPOINTS`](crate::api::ENDPOINTS).
#[derive(Debug)]
#[non_exhaustive]
pub struct EndpointInfo {
    /// The official name, such as `chats.participants.add`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the base URL, with `{…}` for its parameters.
    pub path: &'static str,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
    /// The Rust type of the parameters.
    pub request: &'static str,
    /// The Rust type of the reply; empty if there is none.
    pub response: &'static str,
    /// The type of the response; `None` if it has no body.
    pub response_schema: Option<Schema>,
    /// Whether a success may come without one: a 204 without a body, as of an edit of a deleted message.
    pub response_may_be_absent: bool,
    /// Reads the body of a response and writes it again: what is left of it is what is understood.
    #[cfg(feature = "schema-docs")]
    pub round_trip: fn(bytes::Bytes) -> Result<serde_json::Value, Box<crate::error::DecodeError>>,
    /// What a repeat of the request may do.
    pub idempotency: Idempotency,
    /// Codes that end the call here although they are worth a retry elsewhere.
    pub non_retryable_codes: &'static [ErrorCode],
    /// How it is made from named arguments.
    #[cfg(feature = "dynamic")]
    pub(crate) dynamic: crate::endpoint::Dynamic,
    /// The parameters.
    pub fields: &'static [FieldInfo],
}

impl EndpointInfo {
    /// The page of the official documentation.
    #[must_use]
    pub fn page(&self) -> String {
        let mut parts: Vec<_> = self.name.split('.').collect();
        let method = parts.pop().unwrap_or_default();
        format!(
            "https://docs.linqapp.com/api/resources/{}/methods/{method}/",
            parts.join("/subresources/")
        )
    }
}

/// One parameter of an operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldInfo {
    /// The name on the wire. That of a header is in capitals and has dashes, as in `Idempotency-Key`.
    pub name: &'static str,
    /// The Rust type, without the `Option` of an optional one.
    pub ty: &'static str,
    /// Its type.
    pub schema: Schema,
    /// Where it travels.
    pub location: ParamLocation,
    /// Whether it has to be given.
    pub required: bool,
    /// Its documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamLocation {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// In the JSON body.
    Body,
}

/// What sending the same request twice may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Idempotency {
    /// Nothing: it only reads. Such a call has no effect, however it ends.
    ReadOnly,
    /// Nothing: it sets a state to a given value.
    Idempotent,
    /// Nothing, since both carry the same idempotency key.
    Keyed,
    /// The state after two is the state after one, but the second may be *refused* because the first
    /// had worked.
    Convergent,
    /// Two of what one should make. Not repeated once it may have reached the server, unless the
    /// server itself says "try again".
    NotIdempotent,
}

/// The name on the wire of a field whose Rust name may be a raw identifier.
pub(crate) const fn field_name(ident: &'static str) -> &'static str {
    match ident.as_bytes() {
        [b'r', b'#', ..] => ident.split_at(2).1,
        _ => ident,
    }
}
