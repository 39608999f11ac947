use super::{ChatHandle, FileUrl};
use crate::id::ReactionId;

model! {
    /// A reaction to a part of a message.
    pub struct Reaction {
        /// Who reacted.
        pub handle: ChatHandle = always,
        /// Whether that is you.
        pub is_me: Option<bool> = always,
        /// How they reacted.
        pub kind: Option<ReactionType> as "type" = always,
        /// Names the reaction when its sticker is moved. Stickers from before that was possible have
        /// one too, but moving them is answered with 404.
        pub id: Option<ReactionId>,
        /// The emoji of a [`Custom`](ReactionType::Custom) reaction.
        pub custom_emoji: Option<String>,
        /// The image of a [`Sticker`](ReactionType::Sticker) reaction.
        pub sticker: Option<Sticker>,
    }

    /// The image of a sticker.
    pub struct Sticker {
        /// Its file name.
        pub file_name: Option<String>,
        /// Its height in pixels.
        pub height: Option<u32>,
        /// Its MIME type.
        pub mime_type: Option<String>,
        /// Where to download it: a signed address that expires after an hour.
        pub url: Option<FileUrl>,
        /// Its width in pixels.
        pub width: Option<u32>,
    }
}

open_enum! {
    /// How somebody reacted to a message.
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
        /// An emoji of their choice.
        Custom = "custom",
        /// An image stuck onto the message.
        Sticker = "sticker",
    }
}
