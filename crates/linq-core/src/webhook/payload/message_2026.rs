use super::Direction;
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::{ChatHandle, HealthStatus, MessageEffect, MessagePart, PreferredService, ServiceType},
};

model! {
    /// A message, as version `2026-02-03` puts it.
    ///
    /// How far it got shows in the times: `sent_at` is always there, `delivered_at` from
    /// `message.delivered` on, `read_at` with `message.read`.
    pub struct MessageEventData {
        /// The message's identifier.
        pub id: Option<MessageId> = always,
        /// The chat that it is in.
        pub chat: MessageEventChat = always,
        /// Which way it went.
        pub direction: Option<Direction> = always,
        /// What it consists of, in order; empty under zero-day retention.
        pub parts: Vec<MessagePart> = always,
        /// Who sent it.
        pub sender_handle: ChatHandle = always,
        /// The service that carried it.
        pub service: Option<ServiceType> = always,
        /// When it was delivered; absent before that.
        pub delivered_at: Option<Timestamp>,
        /// The iMessage effect that it plays.
        pub effect: Option<MessageEffect>,
        /// The key that you sent it with.
        pub idempotency_key: Option<String>,
        /// The service that it was asked to go over.
        pub preferred_service: Option<PreferredService>,
        /// When it was read; absent before that.
        pub read_at: Option<Timestamp>,
        /// When it was recovered, if it was not delivered live. `sent_at` is then much earlier: take
        /// the message as history, and do not answer it by yourself.
        pub reconciled_at: Option<Timestamp>,
        /// The message that it answers.
        pub reply_to: Option<EventReplyTo>,
        /// When it was sent.
        pub sent_at: Option<Timestamp>,
        /// Whether the line is under zero-day retention: `parts` is then empty.
        pub zero_retention: Option<bool>,
    }

    /// The chat of a message.
    pub struct MessageEventChat {
        /// The chat's identifier.
        pub id: Option<ChatId> = always,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus = always,
        /// Whether this is a group.
        pub is_group: Option<bool>,
        /// Your line.
        pub owner_handle: Option<ChatHandle>,
    }

    /// The message that another one answers.
    pub struct EventReplyTo {
        /// That message.
        pub message_id: Option<MessageId>,
        /// Which of its parts, counted from 0.
        pub part_index: Option<u32>,
    }
}
