use super::{Direction, EventData, EventType, MessageView, WebhookError};
use crate::{Timestamp, error::from_json, id::EventId};
use bytes::Bytes;
use serde::Deserialize;
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
        let envelope: Envelope<'_> = from_json(&raw)?;
        // What is derived reads a list of the fields too.
        if !raw.trim_ascii_start().starts_with(b"{") {
            return Err(WebhookError::Malformed {
                path: ".".to_owned(),
                problem: "invalid type: sequence, expected an object".to_owned(),
            });
        }
        let webhook_version: Option<String> = if_readable(envelope.webhook_version);
        let version = webhook_version.as_deref();
        Ok(Self {
            data: EventData::read(&envelope.event_type, version, envelope.data),
            created_at: if_readable(envelope.created_at),
            trace_id: if_readable(envelope.trace_id),
            partner_id: if_readable(envelope.partner_id),
            api_version: if_readable(envelope.api_version),
            event_id: envelope.event_id,
            event_type: envelope.event_type,
            webhook_version,
            raw,
        })
    }

    /// The message, if this is `message.sent`, `.received`, `.read` or `.delivered`, in whichever
    /// version of the payload it came.
    #[must_use]
    pub fn message(&self) -> Option<MessageView<'_>> {
        match &self.data {
            EventData::MessageReceived(message) => Some(message.view(&Direction::Inbound)),
            EventData::MessageSent(message)
            | EventData::MessageRead(message)
            | EventData::MessageDelivered(message) => Some(message.view(&Direction::Outbound)),
            _ => None,
        }
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
struct Envelope<'a> {
    event_id: EventId,
    event_type: EventType,
    #[serde(borrow)]
    data: &'a RawValue,
    #[serde(borrow)]
    created_at: Option<&'a RawValue>,
    #[serde(borrow)]
    trace_id: Option<&'a RawValue>,
    #[serde(borrow)]
    partner_id: Option<&'a RawValue>,
    #[serde(borrow)]
    api_version: Option<&'a RawValue>,
    #[serde(borrow)]
    webhook_version: Option<&'a RawValue>,
}

/// No event is lost because of a field that it can do without.
fn if_readable<'a, T: Deserialize<'a>>(json: Option<&'a RawValue>) -> Option<T> {
    serde_json::from_str(json?.get()).ok()
}
