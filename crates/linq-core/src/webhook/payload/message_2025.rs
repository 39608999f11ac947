use super::EventReplyTo;
use crate::{
    Timestamp,
    error::{JsonProblem, from_json},
    id::{ChatId, MessageId},
    model::{ChatHandle, MessageEffect, MessagePart, PreferredService, ServiceType},
};
use serde::{Deserialize, de::IgnoredAny};

model! {
    /// A message, as version `2025-01-01` puts it.
    pub struct LegacyMessageEvent {
        /// The chat that it is in.
        pub chat_id: Option<ChatId>,
        /// Whether that is a group.
        pub is_group: Option<bool>,
        /// The key that you sent it with.
        pub idempotency_key: Option<String>,
        /// The sender's handle.
        pub from: Option<String>,
        /// Who sent it.
        pub from_handle: Option<ChatHandle>,
        /// The message itself.
        pub message: Option<LegacyMessagePayload>,
        /// The message's identifier, in `message.read` and `message.delivered`.
        pub message_id: Option<MessageId>,
        /// The recipient's phone number.
        pub recipient_phone: Option<String>,
        /// Who it was for.
        pub recipient_handle: Option<ChatHandle>,
        /// Whether you sent it.
        pub is_from_me: Option<bool>,
        /// When it was received.
        pub received_at: Option<Timestamp>,
        /// When it was read, in `message.read`.
        pub read_at: Option<Timestamp>,
        /// When it was delivered, in `message.delivered`.
        pub delivered_at: Option<Timestamp>,
        /// The service that carried it.
        pub service: Option<ServiceType>,
        /// The service that it was asked to go over.
        pub preferred_service: Option<PreferredService>,
    }

    /// The message within a [`LegacyMessageEvent`].
    pub struct LegacyMessagePayload {
        /// The message's identifier.
        pub id: Option<MessageId>,
        /// What it consists of, in order: text and media.
        pub parts: Option<Vec<MessagePart>>,
        /// The iMessage effect that it plays.
        pub effect: Option<MessageEffect>,
        /// The message that it answers.
        pub reply_to: Option<EventReplyTo>,
        /// Whether it was delivered.
        pub is_delivered: Option<bool>,
        /// Whether it was read.
        pub is_read: Option<bool>,
        /// When it was sent.
        pub sent_at: Option<Timestamp>,
        /// When it was delivered.
        pub delivered_at: Option<Timestamp>,
        /// When it was read.
        pub read_at: Option<Timestamp>,
        /// When it was created.
        pub created_at: Option<Timestamp>,
        /// When it last changed.
        pub updated_at: Option<Timestamp>,
    }
}

impl LegacyMessageEvent {
    /// Every field is optional, so that anything would pass: at least something must be there that
    /// later versions do not have.
    pub(super) fn read(json: &[u8]) -> Result<Self, JsonProblem> {
        let event = from_json(json)?;
        if Self::is_shape_of(json) {
            Ok(event)
        } else {
            let what = "none of `message`, `message_id` and `chat_id` is there".to_owned();
            Err(JsonProblem {
                path: ".".to_owned(),
                what,
            })
        }
    }

    /// Later versions have `id` and `chat` instead.
    pub(super) fn is_shape_of(json: &[u8]) -> bool {
        #[derive(Deserialize)]
        struct Shape {
            message: Option<IgnoredAny>,
            message_id: Option<IgnoredAny>,
            chat_id: Option<IgnoredAny>,
        }
        serde_json::from_slice::<Shape>(json).is_ok_and(|shape| {
            shape.message.is_some() || shape.message_id.is_some() || shape.chat_id.is_some()
        })
    }
}
