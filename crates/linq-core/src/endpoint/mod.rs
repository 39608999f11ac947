//! What an endpoint is, and the macro that declares one.

#[macro_use]
mod declare;
mod header;
mod info;
mod path;
mod query;

pub use info::{EndpointInfo, FieldInfo, Place, Repeat};

pub(crate) use header::header_map;
pub(crate) use info::field_name;
pub(crate) use path::segment;
pub(crate) use query::Query;

use crate::{
    error::{DecodeError, Invalid},
    message::IdempotencyKey,
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

    /// Codes that end the call here although they are worth a retry elsewhere.
    const FINAL_CODES: &'static [crate::error::ErrorCode] = &[];

    /// The rules of the API that can be checked before sending.
    fn check(&self) -> Result<(), Invalid>;

    /// The path below the base URL, percent-encoded.
    fn path(&self) -> Result<String, Invalid>;

    /// The query without its `?`, percent-encoded; empty if there is none.
    fn query(&self) -> String;

    /// The headers of this call, besides those that every call has.
    fn headers(&self) -> Result<http::HeaderMap, Invalid>;

    /// The JSON body, if the operation has one.
    fn body(&self) -> Result<Option<Bytes>, Invalid>;

    /// Where the idempotency key goes, if the operation takes one.
    fn idempotency_key(&mut self) -> Option<&mut Option<IdempotencyKey>>;

    /// Reads the reply to a success.
    fn decode(reply: http::Response<Bytes>) -> Result<Self::Response, Box<DecodeError>>;
}

/// Decodes a JSON body.
pub(crate) fn decode_json<T: serde::de::DeserializeOwned>(
    reply: http::Response<Bytes>,
) -> Result<T, Box<DecodeError>> {
    crate::error::from_json(reply.body())
        .map_err(|problem| Box::new(DecodeError::new(problem, reply)))
}

/// Encodes a JSON body.
pub(crate) fn encode_json<T: serde::Serialize>(body: &T) -> Result<Option<Bytes>, Invalid> {
    match serde_json::to_vec(body) {
        Ok(json) => Ok(Some(json.into())),
        Err(error) => Err(Invalid::new("body", error.to_string())),
    }
}
