use super::WebhookError;
use crate::{
    json::{JsonError, from_json},
    surrogates::with_lone_surrogates_replaced,
};
use serde::{Serialize, Serializer, de::DeserializeOwned, ser::Error as _};
use serde_json::value::RawValue;
use std::fmt;

/// A raw payload: of an event of an unknown type, or one that is not an object.
///
/// `Debug` omits it, since an unknown payload may contain a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct OtherEvent {
    json: Box<str>,
    problem: Option<Box<str>>,
}

impl OtherEvent {
    pub(super) fn unknown_type(data: &RawValue) -> Self {
        Self {
            json: data.get().into(),
            problem: None,
        }
    }

    pub(super) fn undecodable(data: &RawValue, problem: JsonError) -> Self {
        let JsonError { path, what } = problem.within_data();
        Self {
            json: data.get().into(),
            problem: Some(format!("{path}: {what}").into()),
        }
    }

    /// Returns the payload verbatim: JSON text, of which only the syntax was checked.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Deserializes the payload into your own type, or into a `serde_json::Value`.
    ///
    /// # Errors
    ///
    /// [`Malformed`](WebhookError::Malformed) if the payload does not match the type.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, WebhookError> {
        let read = with_lone_surrogates_replaced(self.json.as_bytes(), |json| from_json(json));
        read.map_err(|problem| problem.without_position().within_data().into())
    }

    /// Returns the reason why the payload of a known type could not be decoded, such as `data: not an object`; `None`
    /// for an unknown type.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

/// Serializes the payload verbatim.
impl Serialize for OtherEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json: &RawValue = serde_json::from_str(&self.json).map_err(S::Error::custom)?;
        json.serialize(serializer)
    }
}

impl fmt::Debug for OtherEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OtherEvent")
            .field("json", &format_args!("{} bytes", self.json.len()))
            .field("problem", &self.problem)
            .finish()
    }
}

impl JsonError {
    /// Prepends `data` to the path.
    pub(crate) fn within_data(mut self) -> Self {
        self.path = match self.path.as_str() {
            "." => "data".to_owned(),
            index if index.starts_with('[') => format!("data{index}"),
            field => format!("data.{field}"),
        };
        self
    }
}
