//! Decoding of successful responses.

use crate::{
    error::DecodeError,
    json::from_json,
    response::ApiResponse,
    schema::{DecodeWarning, HasSchema, Unreadable, clean},
    surrogates::with_lone_surrogates_replaced,
};
#[cfg(feature = "schema-docs")]
use bytes::Bytes;
#[cfg(feature = "schema-docs")]
use http::Response;
use http::StatusCode;
use serde::de::{DeserializeOwned, IgnoredAny};

/// A decoded value, with warnings for the parts that were skipped.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Decoded<T> {
    /// Decoded value.
    pub value: T,
    /// Values of the response that do not match the schema and were skipped.
    pub warnings: Vec<DecodeWarning>,
}

impl<T> Decoded<T> {
    /// Creates a value without warnings.
    pub fn new(value: T) -> Self {
        Self {
            value,
            warnings: Vec::new(),
        }
    }

    /// Maps the value.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Decoded<U> {
        Decoded {
            value: map(self.value),
            warnings: self.warnings,
        }
    }
}

/// A function that decodes a successful response.
pub type Decoder<T> = fn(ApiResponse<()>) -> Result<Decoded<T>, Box<DecodeError>>;

/// Decodes a JSON body. A 204 has no body if the type is optional.
pub(crate) fn read_json<T: DeserializeOwned + HasSchema>(
    response: ApiResponse<()>,
) -> Result<Decoded<T>, Box<DecodeError>> {
    if T::IS_OPTIONAL
        && response.status == StatusCode::NO_CONTENT
        && let Some(absent) = T::absent()
    {
        return Ok(Decoded::new(absent));
    }
    if let Ok(value) = serde_json::from_slice(&response.body) {
        return Ok(Decoded::new(value));
    }
    match decode_tolerantly(&response.body) {
        Ok(decoded) => Ok(decoded),
        Err(unreadable) => Err(Box::new(DecodeError::new(unreadable, response))),
    }
}

/// Decodes JSON that does not match the schema, without the values that do not match.
pub(crate) fn decode_tolerantly<T: DeserializeOwned + HasSchema>(
    body: &[u8],
) -> Result<Decoded<T>, Unreadable> {
    let cleaned = clean(T::SCHEMA, body)?;
    let value = from_json(&cleaned.json).map_err(Unreadable::Field)?;
    Ok(Decoded {
        value,
        warnings: cleaned.warnings,
    })
}

/// Decodes a JSON body into a type of the caller, which has no schema.
pub(crate) fn read_without_schema<T: DeserializeOwned>(
    response: ApiResponse<()>,
) -> Result<Decoded<T>, Box<DecodeError>> {
    let read = with_lone_surrogates_replaced(&response.body, |json| from_json(json));
    read.map(Decoded::new).map_err(|problem| {
        let is_json = serde_json::from_slice::<IgnoredAny>(&response.body).is_ok();
        let unreadable = if is_json {
            Unreadable::Field(problem)
        } else {
            Unreadable::NotJson
        };
        Box::new(DecodeError::new(unreadable, response))
    })
}

/// Decodes a response without a result: its body must be empty or JSON. A body of HTML is not from the API.
pub(crate) fn no_body(response: ApiResponse<()>) -> Result<Decoded<()>, Box<DecodeError>> {
    let body = response.body.trim_ascii();
    if body.is_empty() || serde_json::from_slice::<IgnoredAny>(body).is_ok() {
        Ok(Decoded::new(()))
    } else {
        Err(Box::new(DecodeError::new(Unreadable::NotJson, response)))
    }
}

/// Decodes the body of a response and encodes it again.
#[cfg(feature = "schema-docs")]
pub(crate) fn round_trip<E: super::Endpoint<Response: serde::Serialize>>(
    body: Bytes,
) -> Result<serde_json::Value, Box<DecodeError>> {
    let decoded = E::decode(Response::new(body).into())?;
    serde_json::to_value(decoded.value).map_err(|error| {
        let problem = crate::json::JsonError::whole(&error.to_string());
        Box::new(DecodeError::new(
            Unreadable::Field(problem),
            Response::default().into(),
        ))
    })
}
