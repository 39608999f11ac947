//! What an endpoint is, and the macro that declares one.

#[cfg(feature = "dynamic")]
mod arguments;
#[cfg(feature = "dynamic")]
mod erased;
mod header;
mod info;
mod path;
mod query;
mod response;

pub use info::{EndpointInfo, FieldInfo, Idempotency, ParamLocation};
pub use response::{Decoded, Decoder};

#[cfg(feature = "dynamic")]
pub(crate) use arguments::Arguments;
#[cfg(feature = "dynamic")]
pub(crate) use erased::{Dynamic, Erased, FromArguments};
pub(crate) use header::header_map;
pub(crate) use info::field_name;
pub(crate) use path::segment;
pub(crate) use query::Query;
#[cfg(feature = "schema-docs")]
pub(crate) use response::round_trip;
pub(crate) use response::{no_body, read_json, read_without_schema, tolerate};

use crate::{
    error::{DecodeError, InvalidArgument},
    message::IdempotencyKey,
    rate_limit::RateLimitKey,
    response::ApiResponse,
};
use bytes::Bytes;

/// One operation of the API with its parameters: what to send and what comes back.
///
/// Implemented by the structs in [`api`](crate::api), one an operation, all listed in
/// [`ENDPOINTS`](crate::api::ENDPOINTS).
pub trait Endpoint: Clone + std::fmt::Debug + Send + Sync + 'static {
    /// What a success gives.
    type Response: Send + 'static;

    /// Name, method, path, fields: the same for every call.
    const INFO: &'static EndpointInfo;

    /// Which operation it is, where that is known at run time only.
    fn info(&self) -> &'static EndpointInfo {
        Self::INFO
    }

    /// The HTTP method.
    fn method(&self) -> http::Method {
        self.info().method.clone()
    }

    /// What a repeat of the request may do.
    fn idempotency(&self) -> Idempotency {
        self.info().idempotency
    }

    /// What the call is counted under, if there is a limit on how often it may be made.
    fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
        Vec::new()
    }

    /// The rules of the API that can be checked before sending.
    fn check(&self) -> Result<(), InvalidArgument>;

    /// The path below the base URL, percent-encoded.
    fn path(&self) -> Result<String, InvalidArgument>;

    /// The query without its `?`, percent-encoded; empty if there is none.
    fn query(&self) -> String;

    /// The headers of this call, besides those that every call has.
    fn headers(&self) -> Result<http::HeaderMap, InvalidArgument>;

    /// The JSON body, if the operation has one.
    fn body(&self) -> Result<Option<Bytes>, InvalidArgument>;

    /// Where the idempotency key goes, if the operation takes one.
    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>>;

    /// Reads a response whose status is a success.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the response is not JSON, or lacks the identity of the resource. Any other value that does
    /// not fit costs only itself.
    fn decode(response: ApiResponse<()>) -> Result<Decoded<Self::Response>, Box<DecodeError>>;

    /// Returns what reads a response, where that is known at run time only.
    fn decoder(&self) -> Decoder<Self::Response> {
        Self::decode
    }
}

/// Encodes a JSON body.
pub(crate) fn encode_json<T: serde::Serialize>(body: &T) -> Result<Option<Bytes>, InvalidArgument> {
    match serde_json::to_vec(body) {
        Ok(json) => Ok(Some(json.into())),
        Err(error) => Err(InvalidArgument::new("body", error.to_string())),
    }
}
