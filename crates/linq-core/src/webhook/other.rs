use super::WebhookError;
use crate::{
    json::{JsonProblem, from_json},
    surrogates::with_lone_surrogates_replaced,
};
use serde::{Serialize, Serializer, de::DeserializeOwned, ser::Error as _};
use serde_json::value::RawValue;
use std::fmt;

/// The payload of an event of an unknown type, or a payload that is not an object; whole.
///
/// `Debug` does not show it: what an unknown payload holds may be a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct OtherEvent {
    json: Box<str>,
    problem: Option<Box<str>>,
}

impl OtherEvent {
    pub(super) fn of_unknown_type(data: &RawValue) -> Self {
        Self {
            json: data.get().into(),
            problem: None,
        }
    }

    pub(super) fn undecodable(data: &RawValue, problem: JsonProblem) -> Self {
        let JsonProblem { path, what } = problem.within_data();
        Self {
            json: data.get().into(),
            problem: Some(format!("{path}: {what}").into()),
        }
    }

    /// The payload as it came: JSON text, not checked beyond its syntax.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Reads the payload into a type of yours, or into a `serde_json::Value`.
    ///
    /// Fails with [`Malformed`](WebhookError::Malformed) if it has another shape.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, WebhookError> {
        let read = with_lone_surrogates_replaced(self.json.as_bytes(), |json| from_json(json));
        read.map_err(|problem| problem.within_data().into())
    }

    /// Returns why the payload of a known type was not understood, such as `data: not an object`; `None` for an
    /// unknown type.
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

/// As it came.
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

impl JsonProblem {
    /// The same, seen from the envelope.
    pub(crate) fn within_data(mut self) -> Self {
        self.path = match self.path.as_str() {
            "." => "data".to_owned(),
            index if index.starts_with('[') => format!("data{index}"),
            field => format!("data.{field}"),
        };
        self
    }
}
