use super::EventChat;
use crate::model::{Background, ChatHandle};

model! {
    /// A chat's background changed.
    pub struct BackgroundUpdatedData {
        /// The chat.
        pub chat: EventChat = always,
        /// Who changed it, you included.
        pub actor_handle: Option<ChatHandle>,
        /// The background now; absent if it was taken away.
        pub background: Option<Background>,
    }
}
