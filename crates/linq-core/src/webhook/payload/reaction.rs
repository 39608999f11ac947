use crate::{
    Timestamp,
    id::{ChatId, MessageId, ReactionId},
    model::{ChatHandle, ReactionType, ServiceType, Sticker},
};

model! {
    /// Payload of the reaction events: a reaction was added to a message or a poll, or removed.
    pub struct ReactionEventData {
        /// True if you reacted.
        pub is_from_me: Option<bool> = always,
        /// Type of reaction.
        pub reaction_type: Option<ReactionType> = always,
        /// Identifier of the chat.
        pub chat_id: Option<ChatId>,
        /// Emoji of a [`Custom`](ReactionType::Custom) reaction.
        pub custom_emoji: Option<String>,
        /// Handle of the participant who reacted. Deprecated by the API in favor of
        /// [`from_handle`](Self::from_handle).
        pub from: Option<String>,
        /// Participant who reacted.
        pub from_handle: Option<ChatHandle> | "sender_handle",
        /// Identifier of the message.
        pub message_id: Option<MessageId>,
        /// Index of the part, counted from 0.
        pub part_index: Option<u32>,
        /// Time at which the reaction was added or removed.
        pub reacted_at: Option<Timestamp>,
        /// Identifier of the reaction, which distinguishes several stickers on a message when one of them is moved.
        pub reaction_id: Option<ReactionId>,
        /// Service that the reaction was sent over.
        pub service: Option<ServiceType>,
        /// Image of a [`Sticker`](ReactionType::Sticker) reaction.
        pub sticker: Option<Sticker>,
    }
}
