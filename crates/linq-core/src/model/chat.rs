use super::{ChatHandle, FileUrl, FirstMessage, HealthStatus, ServiceType};
use crate::{Timestamp, id::ChatId};

model! {
    /// A direct or group chat.
    pub struct Chat {
        /// Identifier of the chat.
        pub id: ChatId = identity,
        /// Time at which the chat was created.
        pub created_at: Option<Timestamp> = always,
        /// Name of the group; if none was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Participants, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// Health of the chat (beta).
        pub health_status: HealthStatus = always,
        /// Deprecated by the API, which will stop sending it.
        pub is_archived: Option<bool> = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// Time of the last change to the chat.
        pub updated_at: Option<Timestamp> = always,
        /// Icon of the group; absent for direct chats and groups without one.
        pub group_chat_icon: Option<FileUrl>,
        /// Service of the chat. Single messages may have been sent over another.
        pub service: Option<ServiceType>,
    }

    /// The response to creating a chat with its first message.
    pub struct ChatCreateResponse {
        /// The chat, new or existing with the same participants, and the message.
        pub chat: ChatCreateResponseChat = identity,
    }

    /// A chat and the message that was sent into it.
    pub struct ChatCreateResponseChat {
        /// Identifier of the chat.
        pub id: ChatId = identity,
        /// Name of the group; if none was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Participants, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// Health of the chat (beta).
        pub health_status: HealthStatus = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// The accepted message.
        pub message: FirstMessage = always,
        /// Service of the chat. Single messages may have been sent over another.
        pub service: Option<ServiceType> = always,
    }

    /// The response to changing the name or icon of a group. The outcome is reported by an event:
    /// `chat.group_name_updated`, `chat.group_icon_updated`, or their `_failed` counterparts.
    pub struct ChatUpdateResponse {
        /// The chat.
        pub chat_id: Option<ChatId>,
        /// Status of the request.
        pub status: Option<String>,
    }
}
