use super::{Direction, EventReplyTo, LegacyMessageEvent, MessageEvent, MessageEventData};
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{ChatHandle, HealthStatus, MessageEffect, MessagePart, PreferredService, ServiceType},
};
use std::borrow::Cow;

/// A message of an event, whichever version of the payload it came in.
///
/// What a version or an event does not have is `None`.
///
/// ```
/// use linq_core::webhook::{Direction, Event};
///
/// let old = r#"{"event_id": "e1", "event_type": "message.received", "webhook_version": "2025-01-01",
///     "data": {"chat_id": "c1", "from": "+15556667777",
///              "message": {"id": "m1", "parts": [{"type": "text", "value": "Hi"}]}}}"#;
///
/// let event = Event::parse_unverified(old)?;
/// let message = event.message().expect("a message event");
/// assert_eq!(message.sender_handle, Some("+15556667777"));
/// assert_eq!(message.direction, Some(&Direction::Inbound));
/// assert_eq!(message.text(), "Hi");
/// # Ok::<(), linq_core::webhook::WebhookError>(())
/// ```
#[serde_with::skip_serializing_none]
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct MessageView<'a> {
    /// The message's identifier.
    pub message_id: Option<&'a MessageId>,
    /// The chat that it is in.
    pub chat_id: Option<&'a ChatId>,
    /// Whether that is a group.
    pub is_group: Option<bool>,
    /// Which way it went; where the payload does not say, as the type of event implies.
    pub direction: Option<&'a Direction>,
    /// Who sent it.
    pub sender: Option<&'a ChatHandle>,
    /// The sender's phone number (E.164) or e-mail address, or a short code.
    pub sender_handle: Option<&'a str>,
    /// Your line's phone number.
    pub line: Option<&'a str>,
    /// What it consists of, in order; empty under zero-day retention.
    pub parts: &'a [MessagePart],
    /// The service that carried it.
    pub service: Option<&'a ServiceType>,
    /// The service that it was asked to go over.
    pub preferred_service: Option<&'a PreferredService>,
    /// The iMessage effect that it plays.
    pub effect: Option<&'a MessageEffect>,
    /// The message that it answers.
    pub reply_to: Option<&'a EventReplyTo>,
    /// The key that you sent it with.
    pub idempotency_key: Option<&'a str>,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was received, if it was. Only in version `2025-01-01`.
    pub received_at: Option<Timestamp>,
    /// When it was delivered; absent before that.
    pub delivered_at: Option<Timestamp>,
    /// When it was read; absent before that.
    pub read_at: Option<Timestamp>,
    /// When it was recovered, if it was not delivered live: do not answer it by yourself. Only in
    /// version `2026-02-03`.
    pub reconciled_at: Option<Timestamp>,
    /// How well the conversation goes (beta). Only in version `2026-02-03`.
    pub health_status: Option<&'a HealthStatus>,
    /// Whether the line is under zero-day retention. Only in version `2026-02-03`.
    pub zero_retention: Option<bool>,
}

impl<'a> MessageView<'a> {
    /// Whether it came from somebody else.
    #[must_use]
    pub fn is_inbound(&self) -> bool {
        self.direction == Some(&Direction::Inbound)
    }

    /// The texts of its parts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.parts.iter().filter_map(|part| match part {
            MessagePart::Text(text) => Some(text.value.as_str()),
            _ => None,
        })
    }

    /// The texts of its parts, one a line; empty if there are none.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        let mut texts = self.texts();
        match (texts.next(), texts.next()) {
            (None, _) => Cow::Borrowed(""),
            (Some(only), None) => Cow::Borrowed(only),
            (Some(first), Some(second)) => {
                let lines: Vec<_> = [first, second].into_iter().chain(texts).collect();
                Cow::Owned(lines.join("\n"))
            }
        }
    }

    fn of_2026(message: &'a MessageEventData) -> Self {
        let line = message.chat.owner_handle.as_ref();
        Self {
            message_id: Some(&message.id),
            chat_id: Some(&message.chat.id),
            is_group: message.chat.is_group,
            direction: Some(&message.direction),
            sender: Some(&message.sender_handle),
            sender_handle: Some(&message.sender_handle.handle),
            line: line.map(|line| line.handle.as_str()),
            parts: &message.parts,
            service: Some(&message.service),
            preferred_service: message.preferred_service.as_ref(),
            effect: message.effect.as_ref(),
            reply_to: message.reply_to.as_ref(),
            idempotency_key: message.idempotency_key.as_deref(),
            sent_at: message.sent_at,
            received_at: None,
            delivered_at: message.delivered_at,
            read_at: message.read_at,
            reconciled_at: message.reconciled_at,
            health_status: Some(&message.chat.health_status),
            zero_retention: message.zero_retention,
        }
    }

    fn of_2025(event: &'a LegacyMessageEvent, implied: &'a Direction) -> Self {
        let message = event.message.as_ref();
        let sender = event.from_handle.as_ref();
        let sender_handle = handle(event.from.as_ref(), sender);
        let recipient = handle(
            event.recipient_phone.as_ref(),
            event.recipient_handle.as_ref(),
        );
        let direction = match event.is_from_me {
            Some(true) => &Direction::Outbound,
            Some(false) => &Direction::Inbound,
            None => implied,
        };
        Self {
            message_id: message
                .and_then(|message| message.id.as_ref())
                .or(event.message_id.as_ref()),
            chat_id: event.chat_id.as_ref(),
            is_group: event.is_group,
            direction: Some(direction),
            sender,
            sender_handle,
            line: if *direction == Direction::Inbound {
                recipient
            } else {
                sender_handle
            },
            parts: message
                .and_then(|message| message.parts.as_deref())
                .unwrap_or_default(),
            service: event.service.as_ref(),
            preferred_service: event.preferred_service.as_ref(),
            effect: message.and_then(|message| message.effect.as_ref()),
            reply_to: message.and_then(|message| message.reply_to.as_ref()),
            idempotency_key: event.idempotency_key.as_deref(),
            sent_at: message.and_then(|message| message.sent_at),
            received_at: event.received_at,
            delivered_at: event
                .delivered_at
                .or(message.and_then(|message| message.delivered_at)),
            read_at: event
                .read_at
                .or(message.and_then(|message| message.read_at)),
            reconciled_at: None,
            health_status: None,
            zero_retention: None,
        }
    }
}

impl MessageEvent {
    /// The message, whichever version it came in; `implied` is the direction that the type of event
    /// tells of.
    pub(super) fn view<'a>(&'a self, implied: &'a Direction) -> MessageView<'a> {
        match self {
            Self::V2026(message) => MessageView::of_2026(message),
            Self::V2025(event) => MessageView::of_2025(event, implied),
        }
    }
}

fn handle<'a>(text: Option<&'a String>, whole: Option<&'a ChatHandle>) -> Option<&'a str> {
    text.or(whole.map(|whole| &whole.handle))
        .map(String::as_str)
}
