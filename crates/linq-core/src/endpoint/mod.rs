//! The trait of an API operation, and its metadata.

#[cfg(feature = "dynamic")]
mod arguments;
#[cfg(feature = "dynamic")]
mod erased;
mod header;
mod idempotency;
mod info;
mod path;
mod query;
mod response;

pub use idempotency::Idempotency;
pub use info::{EndpointInfo, FieldInfo, ParamLocation};
pub use response::{Decoded, Decoder};

#[cfg(feature = "dynamic")]
pub(crate) use arguments::Arguments;
#[cfg(feature = "dynamic")]
pub(crate) use erased::{EndpointFactory, ErasedEndpoint, FromArguments};
pub(crate) use header::header_map;
pub(crate) use info::field_name;
pub(crate) use path::segment;
pub(crate) use query::Query;
#[cfg(feature = "schema-docs")]
pub(crate) use response::round_trip;
pub(crate) use response::{decode_tolerantly, no_body, read_json, read_without_schema};

use crate::{
    error::{DecodeError, InvalidArgument},
    message::IdempotencyKey,
    rate_limit::RateLimitKey,
    response::ApiResponse,
};
use bytes::Bytes;

/// An operation of the API with its parameters: how to encode its request and decode its response.
///
/// Implemented by the structs in [`api`](crate::api), one per operation; [`ENDPOINTS`](crate::api::ENDPOINTS) lists all
/// of them. It is sealed: for an operation that this version does not know, there is
/// [`Client::request`](crate::Client::request).
pub trait Endpoint: Sealed + Clone + std::fmt::Debug + Send + Sync + 'static {
    /// Result of a successful call.
    type Response: Send + 'static;

    /// Metadata of the operation: name, method, path, fields.
    const INFO: &'static EndpointInfo;

    /// Returns the metadata, of an operation that is known at run time only.
    fn info(&self) -> &'static EndpointInfo {
        Self::INFO
    }

    /// Returns the HTTP method.
    fn method(&self) -> http::Method {
        self.info().method.clone()
    }

    /// Returns the idempotency of the request.
    fn idempotency(&self) -> Idempotency {
        self.info().idempotency
    }

    /// Returns the keys of the rate limits that the call counts towards.
    fn rate_limit_keys(&self) -> Vec<RateLimitKey> {
        Vec::new()
    }

    /// Validates the parameters by the rules of the API that can be checked before sending.
    ///
    /// # Errors
    ///
    /// The first parameter that is not valid.
    fn check(&self) -> Result<(), InvalidArgument>;

    /// Returns the path relative to the base URL, percent-encoded.
    ///
    /// # Errors
    ///
    /// A parameter that would change the path.
    fn path(&self) -> Result<String, InvalidArgument>;

    /// Returns the query without its `?`, percent-encoded; empty if there is none.
    fn query(&self) -> String;

    /// Returns the headers of this call, without those that every call has.
    ///
    /// # Errors
    ///
    /// A parameter that is not valid in a header.
    fn headers(&self) -> Result<http::HeaderMap, InvalidArgument>;

    /// Returns the JSON body, if the operation has one.
    ///
    /// # Errors
    ///
    /// A body that cannot be serialized.
    fn body(&self) -> Result<Option<Bytes>, InvalidArgument>;

    /// Returns the field of the idempotency key, if the operation takes one.
    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>>;

    /// Decodes a response whose status is a success.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the response is not JSON, or lacks the identifier of the resource. Other values that do not
    /// match the schema are skipped.
    fn decode(response: ApiResponse<()>) -> Result<Decoded<Self::Response>, Box<DecodeError>>;

    /// Returns the function that decodes a response, of an operation that is known at run time only.
    fn decoder(&self) -> Decoder<Self::Response> {
        Self::decode
    }
}

mod sealed {
    /// A trait that other crates cannot name, and so not implement.
    pub trait Sealed {}
}

pub(crate) use sealed::Sealed;

/// Encodes a JSON body.
pub(crate) fn encode_json<T: serde::Serialize>(body: &T) -> Result<Option<Bytes>, InvalidArgument> {
    match serde_json::to_vec(body) {
        Ok(json) => Ok(Some(json.into())),
        Err(error) => Err(InvalidArgument::new(
            "body",
            format!("cannot be serialized as JSON: {error}"),
        )),
    }
}
