use super::EventChat;
use crate::model::{Background, ChatHandle};

model! {
    /// Payload of `chat.background_updated`: a chat's background changed.
    pub struct BackgroundUpdatedData {
        /// Chat.
        pub chat: EventChat = always,
        /// Participant who changed the background; your own line is possible too.
        pub actor_handle: Option<ChatHandle>,
        /// New background; absent if it was removed.
        pub background: Option<Background>,
    }
}
