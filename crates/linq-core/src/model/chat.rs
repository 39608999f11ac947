use super::{ChatHandle, FileUrl, FirstMessage, HealthStatus, ServiceType};
use crate::{Timestamp, id::ChatId};

model! {
    /// A conversation, direct or group.
    pub struct Chat {
        /// The chat's identifier.
        pub id: ChatId = identity,
        /// When the chat was created.
        pub created_at: Option<Timestamp> = always,
        /// The group's name; unless one was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Everybody in the chat, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus = always,
        /// Deprecated by the API, which will stop sending it.
        pub is_archived: Option<bool> = always,
        /// Whether this is a group.
        pub is_group: Option<bool> = always,
        /// When the chat last changed.
        pub updated_at: Option<Timestamp> = always,
        /// The group's icon; absent for direct chats and groups without one.
        pub group_chat_icon: Option<FileUrl>,
        /// The chat's service. A single message may have gone over another.
        pub service: Option<ServiceType>,
    }

    /// The reply to creating a chat with its first message.
    pub struct ChatCreateResponse {
        /// The chat, new or found by its participants, and the message.
        pub chat: ChatCreateResponseChat = identity,
    }

    /// A chat and the message that was sent into it.
    pub struct ChatCreateResponseChat {
        /// The chat's identifier.
        pub id: ChatId = identity,
        /// The group's name; unless one was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Everybody in the chat, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus = always,
        /// Whether this is a group.
        pub is_group: Option<bool> = always,
        /// The message as it was taken on.
        pub message: FirstMessage = always,
        /// The chat's service. A single message may have gone over another.
        pub service: Option<ServiceType> = always,
    }

    /// The reply to changing a group's name or icon. Whether it worked arrives as an event:
    /// `chat.group_name_updated`, `chat.group_icon_updated`, or their `_failed` twins.
    pub struct ChatUpdateResponse {
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// What became of the request, in a word.
        pub status: Option<String>,
    }
}
