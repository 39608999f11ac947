use super::{Consent, EventData, EventHead, EventType, MessageView, OtherEvent, WebhookError};
use crate::{
    Timestamp,
    endpoint::Decoded,
    id::{ChatId, EventId},
    json::JsonProblem,
    schema::{DecodeWarning, Node, RawNode},
    surrogates::replace_lone_surrogates,
};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::fmt;

/// One webhook event.
///
/// Delivery is at least once and in any order: remember [`event_id`](Self::event_id) to skip duplicates, and go by the
/// times in [`data`](Self::data).
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The same on every delivery of this event.
    pub event_id: EventId,
    /// The type of event.
    pub event_type: EventType,
    /// When the event was created.
    pub created_at: Option<Timestamp>,
    /// Ties the event to the call that caused it.
    pub trace_id: Option<String>,
    /// Your account with Linq.
    pub partner_id: Option<String>,
    /// The version of the API, such as `v3`.
    pub api_version: Option<String>,
    /// The version of the payload, such as `2026-02-03`, that the subscription's URL asks for with `?version=`. Where
    /// it disagrees with the payload's shape, the shape decides.
    pub webhook_version: Option<String>,
    /// The payload.
    pub data: EventData,
    warnings: Vec<DecodeWarning>,
    raw: Bytes,
}

impl Event {
    /// Reads an event **without checking who sent it**: for those that were verified earlier, such as [`raw`](Self::raw)
    /// from a queue. What comes from the network goes through [`Verifier::unwrap`](super::Verifier::unwrap).
    ///
    /// A value of the payload that does not fit costs only itself, see [`warnings`](Self::warnings).
    ///
    /// # Errors
    ///
    /// [`Malformed`](WebhookError::Malformed) if the body is not a JSON object, or lacks `event_type` or `event_id`.
    pub fn parse_unverified(body: impl Into<Bytes>) -> Result<Self, WebhookError> {
        Self::read(&body.into(), None)
    }

    /// Reads an event as [`parse_unverified`](Self::parse_unverified) does, with the identifier that its delivery had
    /// in the header `webhook-id`, for a body that lacks one.
    ///
    /// # Errors
    ///
    /// [`Malformed`](WebhookError::Malformed) if the body is not a JSON object, or lacks `event_type`.
    pub fn parse_unverified_with_id(
        body: impl Into<Bytes>,
        event_id: impl Into<EventId>,
    ) -> Result<Self, WebhookError> {
        Self::read(&body.into(), Some(event_id.into()))
    }

    pub(super) fn read(raw: &Bytes, delivery_id: Option<EventId>) -> Result<Self, WebhookError> {
        let mut repaired = Vec::new();
        let envelope = Envelope::read(raw, &mut repaired)?;
        if !raw.trim_ascii_start().starts_with(b"{") {
            return Err(JsonProblem::whole("not an object").into());
        }
        let field = |name: &str| envelope.field(name).map(RawNode::new);
        let head = EventHead::of_fields(field, delivery_id)?;
        head.log_problem();
        let EventHead {
            event_type,
            event_id,
            webhook_version,
            problem,
        } = head;
        let data = envelope.data.unwrap_or(RawValue::NULL);
        let Decoded { value, warnings } = match problem {
            Some(problem) => Decoded::new(EventData::Other(OtherEvent::undecodable(data, problem))),
            None => EventData::read(&event_type, webhook_version.as_deref(), data),
        };
        let event = Self {
            data: value,
            warnings: warnings
                .into_iter()
                .map(DecodeWarning::within_data)
                .collect(),
            created_at: if_readable(envelope.created_at),
            trace_id: if_readable(envelope.trace_id),
            partner_id: if_readable(envelope.partner_id),
            api_version: if_readable(envelope.api_version),
            event_id,
            event_type,
            webhook_version,
            raw: raw.clone(),
        };
        event.log_warnings();
        Ok(event)
    }

    /// Returns the message, if this is `message.sent`, `.received`, `.read` or `.delivered`, in whichever version of the
    /// payload it came.
    #[must_use]
    pub fn message(&self) -> Option<MessageView<'_>> {
        match &self.data {
            EventData::MessageReceived(message)
            | EventData::MessageSent(message)
            | EventData::MessageRead(message)
            | EventData::MessageDelivered(message) => Some(message.view()),
            _ => None,
        }
    }

    /// Returns the chat that the event is about, of any type of event that has one.
    #[must_use]
    pub fn chat_id(&self) -> Option<ChatId> {
        let mut repaired = Vec::new();
        let envelope = Envelope::read(&self.raw, &mut repaired).ok()?;
        chat_id(&self.event_type, &RawNode::new(envelope.data?))
    }

    /// Returns whether this is a message from the other side; `false` also where the payload does not say.
    #[must_use]
    pub fn is_inbound(&self) -> bool {
        matches!(self.data, EventData::MessageReceived(_))
            && self.message().is_some_and(|message| message.is_inbound())
    }

    /// Returns whether an automatic answer is in order: to an inbound message that was delivered live and does not opt
    /// out. An echo of your own message, one that was recovered later, and one that does not say where it came from are
    /// not to be answered.
    #[must_use]
    pub fn may_auto_reply(&self) -> bool {
        let is_live = |message: MessageView<'_>| message.reconciled_at.is_none();
        self.is_inbound()
            && self.message().is_some_and(is_live)
            && Consent::of_event(self) != Some(Consent::OptOut)
    }

    /// Returns the values of the payload that did not fit and were set aside; empty if all did. At most
    /// [`DecodeWarning::MAX`].
    #[must_use]
    pub fn warnings(&self) -> &[DecodeWarning] {
        &self.warnings
    }

    /// Returns whether the payload is what the documentation says of its type, under these names.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub fn is_as_documented(&self) -> bool {
        let schema = EventData::schema(&self.event_type);
        let object = schema.and_then(crate::schema::Schema::as_object);
        self.warnings.is_empty() && !object.is_some_and(crate::schema::ObjectSchema::has_aliases)
    }

    /// Returns the raw body of the delivery, to be stored or passed on.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.raw
    }

    #[cfg(feature = "tracing")]
    fn log_warnings(&self) {
        let (event_type, event_id) = (self.event_type.as_str(), self.event_id.as_str());
        for DecodeWarning { path, problem, .. } in &self.warnings {
            tracing::warn!(target: "linq", event_type, event_id, path, problem, "a value of the event was set aside");
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    fn log_warnings(&self) {}
}

/// Returns the chat that an event is about, given its payload.
pub fn chat_id<N: Node>(event_type: &EventType, data: &N) -> Option<ChatId> {
    let id = match event_type {
        EventType::ChatCreated => data.field("id"),
        _ => data
            .field("chat")
            .and_then(|chat| chat.field("id"))
            .or_else(|| data.field("chat_id")),
    };
    id?.text().map(|id| ChatId::from(&*id))
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
            .field("warnings", &self.warnings)
            .field("raw", &format_args!("{} bytes", self.raw.len()))
            .finish()
    }
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    event_id: Option<&'a RawValue>,
    #[serde(borrow)]
    event_type: Option<&'a RawValue>,
    #[serde(borrow)]
    data: Option<&'a RawValue>,
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

impl<'a> Envelope<'a> {
    /// Returns one of the fields that the head of the event is made of.
    fn field(&self, name: &str) -> Option<&'a RawValue> {
        match name {
            "event_type" => self.event_type,
            "event_id" => self.event_id,
            "webhook_version" => self.webhook_version,
            "data" => self.data,
            _ => None,
        }
    }

    /// Reads a body. If it repeats a field, the last one counts. Bytes that are not UTF-8 and lone surrogates are
    /// replaced by U+FFFD, in a copy that `repaired` holds.
    fn read(body: &'a [u8], repaired: &'a mut Vec<u8>) -> Result<Self, WebhookError> {
        if let Ok(envelope) = serde_json::from_slice(body) {
            return Ok(envelope);
        }
        let text = String::from_utf8_lossy(body);
        *repaired = replace_lone_surrogates(text.as_bytes()).into_owned();
        let raw: &RawValue =
            serde_json::from_slice(repaired).map_err(|_| JsonProblem::whole("not JSON"))?;
        let node = RawNode::new(raw);
        let field = |name| node.field(name).map(RawNode::into_raw);
        Ok(Self {
            event_id: field("event_id"),
            event_type: field("event_type"),
            data: field("data"),
            created_at: field("created_at"),
            trace_id: field("trace_id"),
            partner_id: field("partner_id"),
            api_version: field("api_version"),
            webhook_version: field("webhook_version"),
        })
    }
}

/// No event is lost because of a field that it can do without.
fn if_readable<'a, T: Deserialize<'a>>(json: Option<&'a RawValue>) -> Option<T> {
    serde_json::from_str(json?.get()).ok()
}
