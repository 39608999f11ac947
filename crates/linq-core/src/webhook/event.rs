use super::{EventData, EventType, WebhookError};
use crate::{Timestamp, error::from_json, id::EventId};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, de::DeserializeOwned};
use serde_json::value::RawValue;
use std::fmt;

/// One webhook event.
///
/// Delivery is at least once and in any order: remember [`event_id`](Self::event_id) to pass over
/// repeats, and go by the times in [`data`](Self::data).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The same on every delivery of this event.
    pub event_id: EventId,
    /// What it is about.
    pub event_type: EventType,
    /// When the event came into being.
    pub created_at: Option<Timestamp>,
    /// Ties the event to the call that caused it.
    pub trace_id: Option<String>,
    /// Your account with Linq.
    pub partner_id: Option<String>,
    /// The version of the API, such as `v3`.
    pub api_version: Option<String>,
    /// The version of the payload, such as `2026-02-03`: what the subscription's URL asked for with
    /// `?version=`.
    pub webhook_version: Option<String>,
    /// What happened.
    pub data: EventData,
    raw: Bytes,
}

impl Event {
    /// Reads an event **without checking who sent it**: for those that were verified earlier, such as
    /// [`raw`](Self::raw) from a queue. What comes from the network goes through
    /// [`Verifier::unwrap`](super::Verifier::unwrap).
    ///
    /// Fails with [`Malformed`](WebhookError::Malformed) if the body is not JSON, or lacks an
    /// `event_id`, an `event_type` or `data`. A payload that this version does not understand is no
    /// failure: see [`EventData::Other`].
    pub fn parse_unverified(body: impl Into<Bytes>) -> Result<Self, WebhookError> {
        let raw = body.into();
        let envelope: Envelope = from_json(&raw)?;
        Ok(Self {
            data: EventData::read(
                &envelope.event_type,
                envelope.webhook_version.as_deref(),
                envelope.data,
            ),
            event_id: envelope.event_id,
            event_type: envelope.event_type,
            created_at: envelope.created_at,
            trace_id: envelope.trace_id,
            partner_id: envelope.partner_id,
            api_version: envelope.api_version,
            webhook_version: envelope.webhook_version,
            raw,
        })
    }

    /// The body of the delivery as it came, to be stored or passed on.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.raw
    }
}

impl fmt::Debug for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("event_id", &self.event_id)
            .field("event_type", &self.event_type)
            .field("created_at", &self.created_at)
            .field("trace_id", &self.trace_id)
            .field("partner_id", &self.partner_id)
            .field("api_version", &self.api_version)
            .field("webhook_version", &self.webhook_version)
            .field("data", &self.data)
            .field("raw", &format_args!("{} bytes", self.raw.len()))
            .finish()
    }
}

#[derive(Deserialize)]
struct Envelope {
    event_id: EventId,
    event_type: EventType,
    data: Box<RawValue>,
    #[serde(default, deserialize_with = "if_readable")]
    created_at: Option<Timestamp>,
    #[serde(default, deserialize_with = "if_readable")]
    trace_id: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    partner_id: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    api_version: Option<String>,
    #[serde(default, deserialize_with = "if_readable")]
    webhook_version: Option<String>,
}

/// No event is lost because of a field that it can do without.
fn if_readable<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let json = Box::<RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(json.get()).ok())
}
