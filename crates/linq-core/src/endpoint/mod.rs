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
    error::{DecodeError, Invalid, from_json},
    message::IdempotencyKey,
    pacing::PacingKey,
    surrogates::despite_halves,
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
    fn repeat(&self) -> Repeat {
        self.info().repeat
    }

    /// What the call is counted under, if there is a limit on how often it may be made.
    fn pacing(&self) -> Vec<PacingKey> {
        Vec::new()
    }

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

    /// What reads the reply to a success, where that is known at run time only.
    fn decoder(&self) -> Decoder<Self::Response> {
        Self::decode
    }
}

/// Reads the reply to a success.
pub type Decoder<T> = fn(http::Response<Bytes>) -> Result<T, Box<DecodeError>>;

/// Decodes a JSON body.
pub(crate) fn decode_json<T: serde::de::DeserializeOwned>(
    reply: http::Response<Bytes>,
) -> Result<T, Box<DecodeError>> {
    let read = despite_halves(reply.body(), |json| from_json(json));
    read.map_err(|problem| Box::new(DecodeError::new(problem, reply)))
}

/// Reads the body of a reply and writes it again.
#[cfg(feature = "describe")]
pub(crate) fn reread<E: Endpoint<Response: serde::Serialize>>(
    body: Bytes,
) -> Result<serde_json::Value, Box<DecodeError>> {
    let response = E::decode(http::Response::new(body))?;
    serde_json::to_value(response).map_err(|error| {
        let problem = crate::error::JsonProblem {
            path: ".".to_owned(),
            what: error.to_string(),
        };
        Box::new(DecodeError::new(problem, http::Response::default()))
    })
}

/// Encodes a JSON body.
pub(crate) fn encode_json<T: serde::Serialize>(body: &T) -> Result<Option<Bytes>, Invalid> {
    match serde_json::to_vec(body) {
        Ok(json) => Ok(Some(json.into())),
        Err(error) => Err(Invalid::new("body", error.to_string())),
    }
}
