use super::EventReplyTo;
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{ChatHandle, MessageEffect, MessagePart, PreferredService, ServiceType},
};

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
