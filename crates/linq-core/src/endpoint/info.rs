use super::Idempotency;
use crate::{error::ErrorCode, schema::Schema};
use http::Method;

/// The metadata of an operation. Bindings, completeness tests and the drift check are generated from the table of all
/// of them, [`ENDPOINTS`](crate::api::ENDPOINTS).
#[derive(Debug)]
#[non_exhaustive]
pub struct EndpointInfo {
    /// Official name, such as `chats.participants.add`.
    pub name: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path relative to the base URL, with `{…}` for its parameters.
    pub path: &'static str,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
    /// Name of the Rust type of the parameters.
    pub request: &'static str,
    /// Name of the Rust type of the response; empty if it has no body.
    pub response: &'static str,
    /// Schema of the response; `None` if it has no body.
    pub response_schema: Option<Schema>,
    /// True if a success may be a 204 without a body, as for an edit of a deleted message.
    pub response_may_be_absent: bool,
    /// Function that decodes the body of a response and encodes it again, without the parts that are not decoded.
    #[cfg(feature = "schema-docs")]
    pub round_trip: fn(bytes::Bytes) -> Result<serde_json::Value, Box<crate::error::DecodeError>>,
    /// Idempotency of the request.
    pub idempotency: Idempotency,
    /// Error codes that this operation does not retry, though others do.
    pub non_retryable_codes: &'static [ErrorCode],
    /// Factory that creates the endpoint from named arguments.
    #[cfg(feature = "dynamic")]
    pub(crate) dynamic: crate::endpoint::EndpointFactory,
    /// Parameters.
    pub fields: &'static [FieldInfo],
}

impl EndpointInfo {
    /// Returns the URL of the official documentation.
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

/// A parameter of an operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct FieldInfo {
    /// Name on the wire. A header is capitalized and has dashes, as in `Idempotency-Key`.
    pub name: &'static str,
    /// Name of the Rust type, without the `Option` of an optional parameter.
    pub ty: &'static str,
    /// Schema of the parameter.
    pub schema: Schema,
    /// Location in the request.
    pub location: ParamLocation,
    /// True if the parameter is required.
    pub required: bool,
    /// Documentation, in Markdown.
    #[cfg(feature = "schema-docs")]
    pub doc: &'static str,
}

/// The location of a parameter in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParamLocation {
    /// The path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// The JSON body.
    Body,
}

/// Returns the name on the wire of a field, whose Rust name may be a raw identifier.
pub(crate) const fn field_name(ident: &'static str) -> &'static str {
    match ident.as_bytes() {
        [b'r', b'#', ..] => ident.split_at(2).1,
        _ => ident,
    }
}
