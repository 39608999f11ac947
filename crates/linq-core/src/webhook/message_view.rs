use super::{Direction, EventReplyTo, LegacyMessageEvent, MessageEvent, MessageEventData};
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{
        ChatHandle, HealthStatus, MessageEffect, MessagePart, PreferredService, ServiceType,
        join_lines, texts,
    },
    schema::{FieldSchema, Fields, HasSchema, ObjectSchema, Presence, Schema},
};
use std::borrow::Cow;

/// Declares the view and its schema.
macro_rules! view {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident<$a:lifetime> {
            $($(#[doc = $fdoc:literal])* pub $field:ident: $ty:ty,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[serde_with::skip_serializing_none]
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
        #[non_exhaustive]
        pub struct $name<$a> {
            $($(#[doc = $fdoc])* pub $field: $ty,)*
        }

        impl<$a> HasSchema for $name<$a> {
            const SCHEMA: Schema = Schema::Object(&ObjectSchema {
                name: stringify!($name),
                declared: Fields::Declared(&[$(Some(FieldSchema {
                    name: stringify!($field),
                    aliases: &[],
                    schema: <$ty as HasSchema>::SCHEMA,
                    presence: if <$ty as HasSchema>::IS_OPTIONAL {
                        Presence::Optional
                    } else {
                        Presence::Always
                    },
                    #[cfg(feature = "schema-docs")]
                    ty: stringify!($ty),
                    #[cfg(feature = "schema-docs")]
                    doc: concat!($($fdoc, "\n"),*),
                })),*]),
                #[cfg(feature = "schema-docs")]
                doc: concat!($($doc, "\n"),*),
            });
        }
    };
}

view! {
    /// The message of an event, independent of the version of the payload.
    ///
    /// Fields that a version or an event does not have are `None`.
    ///
    /// ```
    /// use linq_core::webhook::{Direction, Event};
    ///
    /// let old = r#"{"event_id": "e1", "event_type": "message.received", "webhook_version": "2025-01-01",
    ///     "data": {"chat_id": "c1", "from": "+15556667777", "is_from_me": false,
    ///              "message": {"id": "m1", "parts": [{"type": "text", "value": "Hi"}]}}}"#;
    ///
    /// let event = Event::parse_unverified(old)?;
    /// let message = event.message().expect("a message event");
    /// assert_eq!(message.sender_handle, Some("+15556667777"));
    /// assert_eq!(message.direction, Some(&Direction::Inbound));
    /// assert_eq!(message.text(), "Hi");
    /// # Ok::<(), linq_core::webhook::WebhookError>(())
    /// ```
    pub struct MessageView<'a> {
        /// Identifier of the message.
        pub message_id: Option<&'a MessageId>,
        /// Identifier of the chat.
        pub chat_id: Option<&'a ChatId>,
        /// True if the chat is a group.
        pub is_group: Option<bool>,
        /// Direction of the message; absent if the payload has none.
        pub direction: Option<&'a Direction>,
        /// Sender.
        pub sender: Option<&'a ChatHandle>,
        /// Phone number (E.164), e-mail address or short code of the sender.
        pub sender_handle: Option<&'a str>,
        /// Phone number of your line.
        pub line: Option<&'a str>,
        /// Parts, in order; empty with zero-day retention.
        pub parts: &'a [MessagePart],
        /// Service that the message was sent over.
        pub service: Option<&'a ServiceType>,
        /// Requested service.
        pub preferred_service: Option<&'a PreferredService>,
        /// iMessage effect.
        pub effect: Option<&'a MessageEffect>,
        /// Message that this one replies to.
        pub reply_to: Option<&'a EventReplyTo>,
        /// Idempotency key that you sent the message with.
        pub idempotency_key: Option<&'a str>,
        /// Time at which the message was sent.
        pub sent_at: Option<Timestamp>,
        /// Time at which the message was received. Only in version `2025-01-01`.
        pub received_at: Option<Timestamp>,
        /// Time at which the message was delivered; absent before delivery.
        pub delivered_at: Option<Timestamp>,
        /// Time at which the message was read; absent before that.
        pub read_at: Option<Timestamp>,
        /// Time at which the message was recovered, if it was not delivered live: do not reply to it automatically.
        /// Only in version `2026-02-03`.
        pub reconciled_at: Option<Timestamp>,
        /// Health of the chat (beta). Only in version `2026-02-03`.
        pub health_status: Option<&'a HealthStatus>,
        /// True if the line has zero-day retention. Only in version `2026-02-03`.
        pub zero_retention: Option<bool>,
    }
}

impl<'a> MessageView<'a> {
    /// Returns whether the message is from another participant; `false` also if the payload has no direction.
    #[must_use]
    pub fn is_inbound(&self) -> bool {
        self.direction == Some(&Direction::Inbound)
    }

    /// Returns the texts of the parts, in order.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        texts(self.parts)
    }

    /// Returns the texts of the parts, joined by line breaks; empty if there are none.
    #[must_use]
    pub fn text(&self) -> Cow<'a, str> {
        join_lines(self.texts())
    }

    fn from_2026(message: &'a MessageEventData) -> Self {
        let line = message.chat.owner_handle.as_ref();
        Self {
            message_id: message.id.as_ref(),
            chat_id: message.chat.id.as_ref(),
            is_group: message.chat.is_group,
            direction: message
                .direction
                .as_ref()
                .or(direction(message.sender_handle.is_me)),
            sender: non_absent(&message.sender_handle),
            sender_handle: message.sender_handle.handle.as_deref(),
            line: line.and_then(|line| line.handle.as_deref()),
            parts: &message.parts,
            service: message.service.as_ref(),
            preferred_service: message.preferred_service.as_ref(),
            effect: message.effect.as_ref(),
            reply_to: message.reply_to.as_ref(),
            idempotency_key: message.idempotency_key.as_deref(),
            sent_at: message.sent_at,
            received_at: None,
            delivered_at: message.delivered_at,
            read_at: message.read_at,
            reconciled_at: message.reconciled_at,
            health_status: non_absent(&message.chat.health_status),
            zero_retention: message.zero_retention,
        }
    }

    fn from_2025(event: &'a LegacyMessageEvent) -> Self {
        let message = event.message.as_ref();
        let sender = event.from_handle.as_ref();
        let sender_handle = handle(event.from.as_ref(), sender);
        let recipient = handle(
            event.recipient_phone.as_ref(),
            event.recipient_handle.as_ref(),
        );
        let is_from_me = event.is_from_me.or(sender.and_then(|sender| sender.is_me));
        let direction = direction(is_from_me);
        Self {
            message_id: message
                .and_then(|message| message.id.as_ref())
                .or(event.message_id.as_ref()),
            chat_id: event.chat_id.as_ref(),
            is_group: event.is_group,
            direction,
            sender,
            sender_handle,
            line: match is_from_me {
                Some(true) => sender_handle,
                Some(false) => recipient,
                None => None,
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
    /// Returns a view of the message, independent of the version of the payload.
    #[must_use]
    pub fn view(&self) -> MessageView<'_> {
        match self {
            Self::V2026(message) => MessageView::from_2026(message),
            Self::V2025(event) => MessageView::from_2025(event),
        }
    }
}

/// Returns `None` for an object that was absent from the payload.
fn non_absent<T: HasSchema + PartialEq>(object: &T) -> Option<&T> {
    (T::absent().as_ref() != Some(object)).then_some(object)
}

fn direction(is_from_me: Option<bool>) -> Option<&'static Direction> {
    Some(if is_from_me? {
        &Direction::Outbound
    } else {
        &Direction::Inbound
    })
}

fn handle<'a>(text: Option<&'a String>, whole: Option<&'a ChatHandle>) -> Option<&'a str> {
    text.or(whole.and_then(|whole| whole.handle.as_ref()))
        .map(String::as_str)
}
