use super::EventChat;
use crate::model::{ChatHandle, FileUrl};

model! {
    /// A chat's background changed.
    pub struct BackgroundUpdatedData {
        /// The chat.
        pub chat: EventChat,
        /// Who changed it, you included.
        pub actor_handle: Option<ChatHandle>,
        /// The background now; absent if it was taken away.
        pub background: Option<ChatBackground>,
    }

    /// What is behind a chat's messages. Which fields are there depends on
    /// [`kind`](Self::kind).
    pub struct ChatBackground {
        /// The family.
        #[serde(rename = "type")]
        pub kind: BackgroundKind,
        /// A photo, as hosted by Linq; absent if that was not possible.
        pub image_url: Option<FileUrl>,
        /// The two ends of a colour gradient in hexadecimal, the upper one first.
        pub shades: Option<Vec<String>>,
        /// The style of a dynamic background.
        pub style: Option<BackgroundStyle>,
        /// A colour's name, or `custom` for two of somebody's choice; the variant of a dynamic
        /// background's style, such as `sunrise`.
        pub variant: Option<String>,
    }
}

open_enum! {
    /// A family of backgrounds.
    pub enum BackgroundKind {
        /// A gradient.
        Color = "color",
        /// Something that moves.
        Dynamic = "dynamic",
        /// A picture.
        Photo = "photo",
    }

    /// How a dynamic background moves.
    pub enum BackgroundStyle {
        /// The sky.
        Sky = "sky",
        /// Water.
        Water = "water",
        /// Northern lights.
        Aurora = "aurora",
        /// Glitter.
        Glitter = "glitter",
    }
}
