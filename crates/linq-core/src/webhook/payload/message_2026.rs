use super::Direction;
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{ChatHandle, HealthStatus, MessageEffect, MessagePart, PreferredService, ServiceType},
};

model! {
    /// Payload of a message event in version `2026-02-03`.
    ///
    /// The timestamps show the delivery status: `sent_at` is always present, `delivered_at` from
    /// `message.delivered` on, `read_at` with `message.read`.
    pub struct MessageEventData {
        /// Identifier of the message.
        pub id: Option<MessageId> = always,
        /// Chat of the message.
        pub chat: MessageEventChat = always,
        /// Direction of the message.
        pub direction: Option<Direction> = always,
        /// Parts, in order; empty with zero-day retention.
        pub parts: Vec<MessagePart> = always,
        /// Sender.
        pub sender_handle: ChatHandle = always,
        /// Service that the message was sent over.
        pub service: Option<ServiceType> = always,
        /// Time at which the message was delivered; absent before delivery.
        pub delivered_at: Option<Timestamp>,
        /// iMessage effect.
        pub effect: Option<MessageEffect>,
        /// Idempotency key that you sent the message with.
        pub idempotency_key: Option<String>,
        /// Requested service.
        pub preferred_service: Option<PreferredService>,
        /// Time at which the message was read; absent before that.
        pub read_at: Option<Timestamp>,
        /// Time at which the message was recovered, if it was not delivered live. `sent_at` is then much earlier:
        /// treat the message as history, and do not reply to it automatically.
        pub reconciled_at: Option<Timestamp>,
        /// Message that this one replies to.
        pub reply_to: Option<EventReplyTo>,
        /// Time at which the message was sent.
        pub sent_at: Option<Timestamp>,
        /// True if the line has zero-day retention: `parts` is then empty.
        pub zero_retention: Option<bool>,
    }

    /// The chat of a message.
    pub struct MessageEventChat {
        /// Identifier of the chat.
        pub id: Option<ChatId> = always,
        /// Health of the chat (beta).
        pub health_status: HealthStatus = always,
        /// True if the chat is a group.
        pub is_group: Option<bool>,
        /// Your own line.
        pub owner_handle: Option<ChatHandle>,
    }

    /// The message that another one replies to.
    pub struct EventReplyTo {
        /// Identifier of the message.
        pub message_id: Option<MessageId>,
        /// Index of the part, counted from 0.
        pub part_index: Option<u32>,
    }
}
