use super::{
    Consent, EventData, EventHead, EventType, MessageView, OtherEvent, Verified, WebhookError,
};
use crate::{
    Timestamp,
    endpoint::Decoded,
    id::{ChatId, EventId},
    json::JsonError,
    schema::{DecodeWarning, Node, RawNode},
    surrogates::replace_lone_surrogates,
};
use bytes::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::{fmt, sync::Arc};

/// A webhook event.
///
/// Delivery is at least once and in any order: skip duplicates by [`event_id`](Self::event_id), and order events by the
/// timestamps in [`data`](Self::data). Two deliveries of an event are equal, whichever secrets they were signed with.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Identifier of the event, the same on every delivery of it.
    pub event_id: EventId,
    /// Type of the event.
    pub event_type: EventType,
    /// Time at which the event was created.
    pub created_at: Option<Timestamp>,
    /// Trace identifier, shared by the event and the call that caused it.
    pub trace_id: Option<String>,
    /// Identifier of your account with Linq.
    pub partner_id: Option<String>,
    /// Version of the API, such as `v3`.
    pub api_version: Option<String>,
    /// Version of the payload, such as `2026-02-03`, as requested by the subscription's URL with `?version=`. If it
    /// contradicts the fields of the payload, the fields take precedence.
    pub webhook_version: Option<String>,
    /// Payload.
    pub data: EventData,
    warnings: Vec<DecodeWarning>,
    raw: Bytes,
    secret: MatchedSecret,
}

/// Index and label of the secret that a delivery was signed with; `None` if the signature was not verified.
#[derive(Clone, Default)]
struct MatchedSecret(Option<(usize, Option<Arc<str>>)>);

/// All are equal, since the secret is a property of the delivery and not of the event.
impl PartialEq for MatchedSecret {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Event {
    /// Decodes an event **without verifying its signature**: for events that were verified before, such as
    /// [`raw`](Self::raw) from a queue. For deliveries from the network, use
    /// [`Verifier::verify`](super::Verifier::verify).
    ///
    /// Values of the payload that do not match the schema are skipped: see [`warnings`](Self::warnings).
    ///
    /// # Errors
    ///
    /// [`Malformed`](WebhookError::Malformed) if the body is not a JSON object, or lacks `event_type` or `event_id`.
    pub fn parse_unverified(body: impl Into<Bytes>) -> Result<Self, WebhookError> {
        Self::read(&body.into(), None)
    }

    /// Decodes an event like [`parse_unverified`](Self::parse_unverified), with the identifier in the `webhook-id`
    /// header of its delivery, which is used if the body has none.
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
            return Err(JsonError::whole("not an object").into());
        }
        let field = |name: &str| envelope.field(name).map(RawNode::new);
        let head = EventHead::from_fields(field, delivery_id)?;
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
            created_at: lenient(envelope.created_at),
            trace_id: lenient(envelope.trace_id),
            partner_id: lenient(envelope.partner_id),
            api_version: lenient(envelope.api_version),
            event_id,
            event_type,
            webhook_version,
            raw: raw.clone(),
            secret: MatchedSecret::default(),
        };
        event.log_warnings();
        Ok(event)
    }

    pub(super) fn signed_with(mut self, verified: &Verified) -> Self {
        self.secret = MatchedSecret(Some((verified.secret_index, verified.secret_label.clone())));
        self
    }

    /// Returns the index of the secret that this delivery was signed with: 0 for that of
    /// [`Verifier::new`](super::Verifier::new), then in the order of
    /// [`Verifier::with_secret`](super::Verifier::with_secret). `None` if the signature was not verified.
    #[must_use]
    pub fn secret_index(&self) -> Option<usize> {
        self.secret.0.as_ref().map(|(index, _)| *index)
    }

    /// Returns the [label](super::WebhookSecret::label) of the secret that this delivery was signed with. `None` if it
    /// has none, or if the signature was not verified.
    #[must_use]
    pub fn secret_label(&self) -> Option<&str> {
        self.secret.0.as_ref()?.1.as_deref()
    }

    /// Returns the message of a `message.sent`, `.received`, `.read` or `.delivered` event, independent of the version
    /// of the payload.
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

    /// Returns the identifier of the event's chat, for any type of event that has one.
    #[must_use]
    pub fn chat_id(&self) -> Option<ChatId> {
        let mut repaired = Vec::new();
        let envelope = Envelope::read(&self.raw, &mut repaired).ok()?;
        chat_id(&self.event_type, &RawNode::new(envelope.data?))
    }

    /// Returns whether this is a message from another participant; `false` also if the payload has no direction.
    #[must_use]
    pub fn is_inbound(&self) -> bool {
        matches!(self.data, EventData::MessageReceived(_))
            && self.message().is_some_and(|message| message.is_inbound())
    }

    /// Returns whether an automatic reply is allowed: to an inbound message that was delivered live and is not an
    /// opt-out. It is not allowed to an echo of your own message, to a message that was recovered later, or to one
    /// without a direction.
    #[must_use]
    pub fn may_auto_reply(&self) -> bool {
        let is_live = |message: MessageView<'_>| message.reconciled_at.is_none();
        self.is_inbound()
            && self.message().is_some_and(is_live)
            && Consent::of_event(self) != Some(Consent::OptOut)
    }

    /// Returns warnings about values of the payload that were skipped because they do not match the schema; at most
    /// [`DecodeWarning::MAX`].
    #[must_use]
    pub fn warnings(&self) -> &[DecodeWarning] {
        &self.warnings
    }

    /// Returns whether the payload is as documented for its type, without aliases.
    #[cfg(feature = "dynamic")]
    #[must_use]
    pub fn is_as_documented(&self) -> bool {
        let schema = EventData::schema(&self.event_type);
        let object = schema.and_then(crate::schema::Schema::as_object);
        self.warnings.is_empty() && !object.is_some_and(crate::schema::ObjectSchema::has_aliases)
    }

    /// Returns the raw body of the delivery, for storing or forwarding.
    #[must_use]
    pub fn raw(&self) -> &Bytes {
        &self.raw
    }

    #[cfg(feature = "tracing")]
    fn log_warnings(&self) {
        let (event_type, event_id) = (self.event_type.as_str(), self.event_id.as_str());
        for DecodeWarning { path, problem, .. } in &self.warnings {
            tracing::warn!(target: "linq", event_type, event_id, path, problem, "skipped a value of the event that does not match the schema");
        }
    }

    #[cfg(not(feature = "tracing"))]
    #[allow(clippy::unused_self)]
    fn log_warnings(&self) {}
}

/// Returns the identifier of the chat of an event, from its payload.
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
            .field("secret", &self.secret.0)
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
    /// Returns one of the fields of the event's head.
    fn field(&self, name: &str) -> Option<&'a RawValue> {
        match name {
            "event_type" => self.event_type,
            "event_id" => self.event_id,
            "webhook_version" => self.webhook_version,
            "data" => self.data,
            _ => None,
        }
    }

    /// Decodes a body. Of duplicate fields, the last one is used. Invalid UTF-8 and lone surrogates are replaced with
    /// U+FFFD, in a copy in `repaired`.
    fn read(body: &'a [u8], repaired: &'a mut Vec<u8>) -> Result<Self, WebhookError> {
        if let Ok(envelope) = serde_json::from_slice(body) {
            return Ok(envelope);
        }
        let text = String::from_utf8_lossy(body);
        *repaired = replace_lone_surrogates(text.as_bytes()).into_owned();
        let raw: &RawValue =
            serde_json::from_slice(repaired).map_err(|_| JsonError::whole("not JSON"))?;
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

/// Decodes an optional field; `None` if it is absent or malformed, so that the event is not lost.
fn lenient<'a, T: Deserialize<'a>>(json: Option<&'a RawValue>) -> Option<T> {
    serde_json::from_str(json?.get()).ok()
}
