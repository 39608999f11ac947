use super::EventReplyTo;
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{ChatHandle, MessageEffect, MessagePart, PreferredService, ServiceType},
};

model! {
    /// Payload of a message event in version `2025-01-01`.
    pub struct LegacyMessageEvent {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId>,
        /// True if the chat is a group.
        pub is_group: Option<bool>,
        /// Idempotency key that you sent the message with.
        pub idempotency_key: Option<String>,
        /// Handle of the sender.
        pub from: Option<String>,
        /// Sender.
        pub from_handle: Option<ChatHandle>,
        /// Message.
        pub message: Option<LegacyMessagePayload>,
        /// Identifier of the message, in `message.read` and `message.delivered`.
        pub message_id: Option<MessageId>,
        /// Phone number of the recipient.
        pub recipient_phone: Option<String>,
        /// Recipient.
        pub recipient_handle: Option<ChatHandle>,
        /// True if you sent the message.
        pub is_from_me: Option<bool>,
        /// Time at which the message was received.
        pub received_at: Option<Timestamp>,
        /// Time at which the message was read, in `message.read`.
        pub read_at: Option<Timestamp>,
        /// Time at which the message was delivered, in `message.delivered`.
        pub delivered_at: Option<Timestamp>,
        /// Service that the message was sent over.
        pub service: Option<ServiceType>,
        /// Requested service.
        pub preferred_service: Option<PreferredService>,
    }

    /// The message of a [`LegacyMessageEvent`].
    pub struct LegacyMessagePayload {
        /// Identifier of the message.
        pub id: Option<MessageId>,
        /// Parts, in order: text and media.
        pub parts: Option<Vec<MessagePart>>,
        /// iMessage effect.
        pub effect: Option<MessageEffect>,
        /// Message that this one replies to.
        pub reply_to: Option<EventReplyTo>,
        /// True if the message was delivered.
        pub is_delivered: Option<bool>,
        /// True if the message was read.
        pub is_read: Option<bool>,
        /// Time at which the message was sent.
        pub sent_at: Option<Timestamp>,
        /// Time at which the message was delivered.
        pub delivered_at: Option<Timestamp>,
        /// Time at which the message was read.
        pub read_at: Option<Timestamp>,
        /// Time at which the message was created.
        pub created_at: Option<Timestamp>,
        /// Time of the last change to the message.
        pub updated_at: Option<Timestamp>,
    }
}
