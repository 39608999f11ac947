use crate::{
    Timestamp,
    id::{ChatId, MessageId, ReactionId},
    model::{ChatHandle, ReactionType, ServiceType, Sticker},
};

model! {
    /// Somebody reacted to a message or a poll, or took a reaction back.
    pub struct ReactionEventData {
        /// Whether that was you.
        pub is_from_me: Option<bool> = always,
        /// How they reacted.
        pub reaction_type: Option<ReactionType> = always,
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// The emoji of a [`Custom`](ReactionType::Custom) reaction.
        pub custom_emoji: Option<String>,
        /// Deprecated by the API in favour of [`from_handle`](Self::from_handle): the handle of who
        /// reacted.
        pub from: Option<String>,
        /// Who reacted.
        pub from_handle: Option<ChatHandle> | "sender_handle",
        /// The message that was reacted to.
        pub message_id: Option<MessageId>,
        /// Which of its parts, counted from 0.
        pub part_index: Option<u32>,
        /// When the reaction was added or removed.
        pub reacted_at: Option<Timestamp>,
        /// Names the reaction: stickers pile up, and this tells one on a message from another when
        /// it is moved.
        pub reaction_id: Option<ReactionId>,
        /// The service that carried it.
        pub service: Option<ServiceType>,
        /// The image of a [`Sticker`](ReactionType::Sticker) reaction.
        pub sticker: Option<Sticker>,
    }
}
