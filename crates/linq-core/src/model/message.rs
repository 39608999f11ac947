use super::{ChatHandle, MessagePart, ServiceType, join_lines, texts};
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::EffectKind,
};
use std::borrow::Cow;

/// Declares a message that the API has just accepted: what differs is whether its identifier is the call's identity.
macro_rules! accepted_message {
    ($(#[doc = $doc:literal])* $name:ident { id: $id:ty = $presence:ident }) => {
        model! {
            $(#[doc = $doc])*
            pub struct $name {
                /// The message's identifier.
                pub id: $id = $presence,
                /// When the message was created.
                pub created_at: Option<Timestamp> = always,
                /// How far it got.
                pub delivery_status: Option<DeliveryStatus> = always,
                /// Deprecated by the API in favour of [`delivery_status`](Self::delivery_status).
                pub is_read: Option<bool> = always,
                /// What it consists of, in order.
                pub parts: Vec<MessagePart> = always,
                /// When it was sent; absent while it waits.
                pub sent_at: Option<Timestamp>,
                /// When it was delivered; absent before that.
                pub delivered_at: Option<Timestamp>,
                /// The iMessage effect that it plays.
                pub effect: Option<MessageEffect>,
                /// Who sent it: your line.
                pub from_handle: Option<ChatHandle>,
                /// The service that it was asked to go over; absent if none was named.
                pub preferred_service: Option<ServiceType>,
                /// The message that it answers.
                pub reply_to: Option<ReplyTo>,
                /// The service that carries it.
                pub service: Option<ServiceType>,
            }
        }

        impl $name {
            /// Returns the texts of its parts, one a line; empty if there are none.
            #[must_use]
            pub fn text(&self) -> Cow<'_, str> {
                join_lines(texts(&self.parts))
            }
        }
    };
}

accepted_message! {
    /// A message that the API has just accepted.
    SentMessage { id: MessageId = identity }
}

accepted_message! {
    /// The first message of a chat, as the API has just accepted it.
    FirstMessage { id: Option<MessageId> = always }
}

model! {
    /// A message of a chat, sent or received.
    pub struct Message {
        /// The message's identifier.
        pub id: MessageId = identity,
        /// The chat that it is in.
        pub chat_id: Option<ChatId> = always,
        /// When the message was created.
        pub created_at: Option<Timestamp> = always,
        /// How far it got.
        pub delivery_status: Option<DeliveryStatus> = always,
        /// Deprecated by the API in favour of [`delivery_status`](Self::delivery_status): whether
        /// that is `delivered` or `read`.
        pub is_delivered: Option<bool> = always,
        /// Whether you sent it.
        pub is_from_me: Option<bool> = always,
        /// Deprecated by the API in favour of [`delivery_status`](Self::delivery_status).
        pub is_read: Option<bool> = always,
        /// When the message last changed.
        pub updated_at: Option<Timestamp> = always,
        /// When it was delivered; absent before that, in groups and over SMS.
        pub delivered_at: Option<Timestamp>,
        /// The iMessage effect that it plays.
        pub effect: Option<MessageEffect>,
        /// Deprecated by the API in favour of [`from_handle`](Self::from_handle): the sender's handle.
        pub from: Option<String>,
        /// Who sent it.
        pub from_handle: Option<ChatHandle>,
        /// What it consists of, in order.
        pub parts: Option<Vec<MessagePart>>,
        /// The service that it was asked to go over; absent if none was named.
        pub preferred_service: Option<ServiceType>,
        /// When it was read; absent before that, in groups and over SMS.
        pub read_at: Option<Timestamp>,
        /// When it was recovered, if it was not delivered live. `sent_at` is then much earlier, and
        /// earlier reads of the conversation may not have shown it.
        pub reconciled_at: Option<Timestamp>,
        /// The message that it answers.
        pub reply_to: Option<ReplyTo>,
        /// When it was sent.
        pub sent_at: Option<Timestamp>,
        /// The service that carried it.
        pub service: Option<ServiceType>,
    }

    /// The reply to sending a message.
    pub struct MessageSendResponse {
        /// The chat that the message went to.
        pub chat_id: Option<ChatId> = always,
        /// The message as it was taken on.
        pub message: SentMessage = identity,
    }

    /// The reply to sending a message without naming the line: which line and chat were chosen, and why.
    pub struct MessageCreateResponse {
        /// The chat that the message went to.
        pub chat_id: Option<ChatId> = always,
        /// Whether the chat is new.
        pub created_new_chat: Option<bool> = always,
        /// The line that sent it, E.164.
        pub from: Option<String> = always,
        /// Why that line was chosen.
        pub from_selection: FromSelection = always,
        /// Everybody in the chat.
        pub handles: Vec<ChatHandle> = always,
        /// Whether it is a group.
        pub is_group: Option<bool> = always,
        /// The message as it was taken on.
        pub message: SentMessage = identity,
        /// The chat's service.
        pub service: Option<ServiceType> = always,
        /// The chat that was given up because its line is flagged; only on
        /// [`FailoverFlagged`](FromSelectionReason::FailoverFlagged).
        pub previous_chat_id: Option<ChatId>,
    }

    /// Why a line was chosen.
    pub struct FromSelection {
        /// The reason.
        pub reason: Option<FromSelectionReason> = always,
        /// Whether a chat that was there before is used.
        pub reused_existing_chat: Option<bool> = always,
    }

    /// The reply to moving a sticker.
    pub struct MessageUpdateStickerPlacementResponse {
        /// What became of the request, in a word.
        pub status: Option<String>,
        /// Whether it was accepted.
        pub success: Option<bool>,
        /// Ties the request to the events that follow from it.
        pub trace_id: Option<String>,
    }

    /// The iMessage effect that a message plays.
    pub struct MessageEffect {
        /// Such as `confetti` or `slam`.
        pub name: Option<String>,
        /// Whether it fills the screen or moves the bubble.
        pub kind: Option<EffectKind> as "type",
    }

    /// The message that another one answers.
    pub struct ReplyTo {
        /// That message.
        pub message_id: Option<MessageId> = always,
        /// Which of its parts, counted from 0; absent for the first.
        pub part_index: Option<u32>,
    }
}

impl Message {
    /// Returns the texts of its parts, one a line; empty if there are none.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        join_lines(texts(self.parts.as_deref().unwrap_or_default()))
    }
}

open_enum! {
    /// Why a line was chosen to send a message.
    pub enum FromSelectionReason {
        /// The recipients have a chat on it, and it can send.
        ReusedActiveChat = "reused_active_chat",
        /// The recipients have no chat yet, and it is the best one.
        NewBestNumber = "new_best_number",
        /// The recipients' chats are on lines that cannot send, so a new one was started on it.
        FailoverFlagged = "failover_flagged",
    }

    /// How far a message got.
    pub enum DeliveryStatus {
        /// Taken on.
        Pending = "pending",
        /// Waiting to be sent.
        Queued = "queued",
        /// Sent.
        Sent = "sent",
        /// Arrived at the recipient.
        Delivered = "delivered",
        /// Arrived from the other side.
        Received = "received",
        /// Read by the recipient.
        Read = "read",
        /// Not sent.
        Failed = "failed",
    }
}
