use super::{ChatHandle, MessagePart, ServiceType, join_lines, texts};
use crate::{
    Timestamp,
    id::{ChatId, MessageId},
    model::EffectKind,
};
use std::borrow::Cow;

/// Declares a message that the API has just accepted. The variants differ in the presence of the identifier.
macro_rules! accepted_message {
    ($(#[doc = $doc:literal])* $name:ident { id: $id:ty = $presence:ident }) => {
        model! {
            $(#[doc = $doc])*
            pub struct $name {
                /// Identifier of the message.
                pub id: $id = $presence,
                /// Time at which the message was created.
                pub created_at: Option<Timestamp> = always,
                /// Delivery status.
                pub delivery_status: Option<DeliveryStatus> = always,
                /// Deprecated by the API in favor of [`delivery_status`](Self::delivery_status).
                pub is_read: Option<bool> = always,
                /// Parts, in order.
                pub parts: Vec<MessagePart> = always,
                /// Time at which the message was sent; absent while it is queued.
                pub sent_at: Option<Timestamp>,
                /// Time at which the message was delivered; absent before delivery.
                pub delivered_at: Option<Timestamp>,
                /// iMessage effect.
                pub effect: Option<MessageEffect>,
                /// Sender: your line.
                pub from_handle: Option<ChatHandle>,
                /// Requested service; absent if none was requested.
                pub preferred_service: Option<ServiceType>,
                /// Message that this one replies to.
                pub reply_to: Option<ReplyTo>,
                /// Service that the message is sent over.
                pub service: Option<ServiceType>,
            }
        }

        impl $name {
            /// Returns the texts of the parts, joined by line breaks; empty if there are none.
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
        /// Identifier of the message.
        pub id: MessageId = identity,
        /// Identifier of the chat.
        pub chat_id: Option<ChatId> = always,
        /// Time at which the message was created.
        pub created_at: Option<Timestamp> = always,
        /// Delivery status.
        pub delivery_status: Option<DeliveryStatus> = always,
        /// True if the delivery status is `delivered` or `read`. Deprecated by the API in favor of
        /// [`delivery_status`](Self::delivery_status).
        pub is_delivered: Option<bool> = always,
        /// True if you sent the message.
        pub is_from_me: Option<bool> = always,
        /// Deprecated by the API in favor of [`delivery_status`](Self::delivery_status).
        pub is_read: Option<bool> = always,
        /// Time of the last change to the message.
        pub updated_at: Option<Timestamp> = always,
        /// Time at which the message was delivered; absent before delivery, in groups and over SMS.
        pub delivered_at: Option<Timestamp>,
        /// iMessage effect.
        pub effect: Option<MessageEffect>,
        /// Handle of the sender. Deprecated by the API in favor of [`from_handle`](Self::from_handle).
        pub from: Option<String>,
        /// Sender.
        pub from_handle: Option<ChatHandle>,
        /// Parts, in order.
        pub parts: Option<Vec<MessagePart>>,
        /// Requested service; absent if none was requested.
        pub preferred_service: Option<ServiceType>,
        /// Time at which the message was read; absent before that, in groups and over SMS.
        pub read_at: Option<Timestamp>,
        /// Time at which the message was recovered, if it was not delivered live. `sent_at` is then much earlier,
        /// and earlier reads of the chat may not have included the message.
        pub reconciled_at: Option<Timestamp>,
        /// Message that this one replies to.
        pub reply_to: Option<ReplyTo>,
        /// Time at which the message was sent.
        pub sent_at: Option<Timestamp>,
        /// Service that the message was sent over.
        pub service: Option<ServiceType>,
    }

    /// The response to sending a message.
    pub struct MessageSendResponse {
        /// Identifier of the chat that the message was sent to.
        pub chat_id: Option<ChatId> = always,
        /// The accepted message.
        pub message: SentMessage = identity,
    }

    /// The response to sending a message without naming the line: the chosen line and chat, and the reason.
    pub struct MessageCreateResponse {
        /// Identifier of the chat that the message was sent to.
        pub chat_id: Option<ChatId> = always,
        /// True if the chat is new.
        pub created_new_chat: Option<bool> = always,
        /// Phone number of the line that sent the message, E.164.
        pub from: Option<String> = always,
        /// Reason for the choice of the line.
        pub from_selection: FromSelection = always,
        /// Participants of the chat.
        pub handles: Vec<ChatHandle> = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// The accepted message.
        pub message: SentMessage = identity,
        /// Service of the chat.
        pub service: Option<ServiceType> = always,
        /// Identifier of the chat that was abandoned because its line is flagged; only with
        /// [`FailoverFlagged`](FromSelectionReason::FailoverFlagged).
        pub previous_chat_id: Option<ChatId>,
    }

    /// The choice of a line.
    pub struct FromSelection {
        /// Reason.
        pub reason: Option<FromSelectionReason> = always,
        /// True if an existing chat is used.
        pub reused_existing_chat: Option<bool> = always,
    }

    /// The response to changing the placement of a sticker.
    pub struct MessageUpdateStickerPlacementResponse {
        /// Status of the request.
        pub status: Option<String>,
        /// True if the request was accepted.
        pub success: Option<bool>,
        /// Trace identifier, shared by the request and the events that it causes.
        pub trace_id: Option<String>,
    }

    /// The iMessage effect of a message.
    pub struct MessageEffect {
        /// Name of the effect, such as `confetti` or `slam`.
        pub name: Option<String>,
        /// Kind of the effect: screen or bubble.
        pub kind: Option<EffectKind> as "type",
    }

    /// The message that another one replies to.
    pub struct ReplyTo {
        /// Identifier of the message.
        pub message_id: Option<MessageId> = always,
        /// Index of the part, counted from 0; absent for the first.
        pub part_index: Option<u32>,
    }
}

impl Message {
    /// Returns the texts of the parts, joined by line breaks; empty if there are none.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        join_lines(texts(self.parts.as_deref().unwrap_or_default()))
    }
}

open_enum! {
    /// Reason why a line was chosen to send a message.
    pub enum FromSelectionReason {
        /// The recipients have a chat on the line, and the line can send.
        ReusedActiveChat = "reused_active_chat",
        /// The recipients have no chat yet, and the line is the best one.
        NewBestNumber = "new_best_number",
        /// The recipients' chats are on lines that cannot send, so a new chat was created on the line.
        FailoverFlagged = "failover_flagged",
    }

    /// Delivery status of a message.
    pub enum DeliveryStatus {
        /// Accepted.
        Pending = "pending",
        /// Waiting to be sent.
        Queued = "queued",
        /// Sent.
        Sent = "sent",
        /// Delivered to the recipient.
        Delivered = "delivered",
        /// Received from another participant.
        Received = "received",
        /// Read by the recipient.
        Read = "read",
        /// Sending failed.
        Failed = "failed",
    }
}
