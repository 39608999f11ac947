use super::{ChatHandle, FileUrl};
use crate::id::ReactionId;

model! {
    /// A reaction to a part of a message.
    pub struct Reaction {
        /// Participant who reacted.
        pub handle: ChatHandle = always,
        /// True if you reacted.
        pub is_me: Option<bool> = always,
        /// Type of reaction.
        pub kind: Option<ReactionType> as "type" = always,
        /// Identifier of the reaction, for changing the placement of its sticker. Older stickers have one too, but
        /// changing their placement fails with 404.
        pub id: Option<ReactionId>,
        /// Emoji of a [`Custom`](ReactionType::Custom) reaction.
        pub custom_emoji: Option<String>,
        /// Image of a [`Sticker`](ReactionType::Sticker) reaction.
        pub sticker: Option<Sticker>,
    }

    /// The image of a sticker.
    pub struct Sticker {
        /// File name.
        pub file_name: Option<String>,
        /// Height in pixels.
        pub height: Option<u32>,
        /// MIME type.
        pub mime_type: Option<String>,
        /// Signed download URL, which expires after an hour.
        pub url: Option<FileUrl>,
        /// Width in pixels.
        pub width: Option<u32>,
    }
}

open_enum! {
    /// Type of a reaction to a message.
    pub enum ReactionType {
        /// A heart.
        Love = "love",
        /// Thumbs up.
        Like = "like",
        /// Thumbs down.
        Dislike = "dislike",
        /// Ha ha.
        Laugh = "laugh",
        /// Two exclamation marks.
        Emphasize = "emphasize",
        /// A question mark.
        Question = "question",
        /// Any emoji.
        Custom = "custom",
        /// An image placed on the message.
        Sticker = "sticker",
    }
}
