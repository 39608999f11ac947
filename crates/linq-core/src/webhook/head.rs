use super::{EventData, EventType, WebhookError};
use crate::{
    id::EventId,
    json::JsonError,
    schema::{Kind, Node},
};
use std::borrow::Cow;

/// The fields of an event that determine how it is decoded, for bindings with JSON parsers and payload decoders of
/// their own.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventHead {
    /// Identifier of the event, the same on every delivery of it.
    pub event_id: EventId,
    /// Type of the event.
    pub event_type: EventType,
    /// Version of the payload, if the event has it.
    pub webhook_version: Option<String>,
    pub(super) problem: Option<JsonError>,
}

impl EventHead {
    /// Decodes the head of an event. `event` is `None` if the body is not JSON; `delivery_id` is the identifier in the
    /// `webhook-id` header of its delivery, which is used if the body has none.
    ///
    /// # Errors
    ///
    /// [`Malformed`](WebhookError::Malformed) if the body is not a JSON object, or lacks `event_type` or, without a
    /// `delivery_id`, `event_id`.
    pub fn read<N: Node>(
        event: Option<&N>,
        delivery_id: Option<EventId>,
    ) -> Result<Self, WebhookError> {
        let event = event.ok_or_else(|| JsonError::whole("not JSON"))?;
        if event.kind() != Kind::Object {
            return Err(JsonError::whole("not an object").into());
        }
        Self::from_fields(|name| event.field(name), delivery_id)
    }

    pub(super) fn from_fields<N: Node>(
        field: impl Fn(&str) -> Option<N>,
        delivery_id: Option<EventId>,
    ) -> Result<Self, WebhookError> {
        let event_type: EventType = required("event_type", field("event_type"))?.into();
        let event_id = match (required("event_id", field("event_id")), delivery_id) {
            (Ok(id), _) => id.into(),
            (Err(_), Some(id)) => id,
            (Err(problem), None) => return Err(problem.into()),
        };
        let is_object = field("data").is_some_and(|data| data.kind() == Kind::Object);
        let is_known = EventData::schema(&event_type).is_some();
        Ok(Self {
            problem: (is_known && !is_object).then(|| JsonError::whole("not an object")),
            webhook_version: field("webhook_version")
                .and_then(|version| version.text().map(Cow::into_owned)),
            event_type,
            event_id,
        })
    }

    /// Returns the reason why the payload of a known type cannot be decoded, such as `data: not an object`; `None` for
    /// an unknown type.
    #[must_use]
    pub fn problem(&self) -> Option<String> {
        let problem = self.problem.clone()?;
        Some(problem.within_data().to_string())
    }

    /// Logs the [`problem`](Self::problem), if there is one.
    #[cfg(feature = "tracing")]
    pub fn log_problem(&self) {
        if let Some(problem) = self.problem() {
            let (event_type, event_id) = (self.event_type.as_str(), self.event_id.as_str());
            tracing::warn!(target: "linq", event_type, event_id, problem, "the payload of the event cannot be decoded");
        }
    }

    /// Does nothing, without the feature `tracing`.
    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    pub fn log_problem(&self) {}
}

fn required<N: Node>(name: &str, value: Option<N>) -> Result<String, JsonError> {
    let problem = |what: &str| JsonError {
        path: name.to_owned(),
        what: what.to_owned(),
    };
    let value = value.ok_or_else(|| problem("missing"))?;
    match value.text() {
        Some(text) if text.is_empty() => Err(problem("empty")),
        Some(text) => Ok(text.into_owned()),
        None => Err(problem("not a string")),
    }
}
