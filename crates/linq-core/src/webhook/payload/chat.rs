use crate::{
    Timestamp,
    error::ErrorCode,
    id::ChatId,
    model::{ChatHandle, FileUrl, HealthStatus, ServiceType},
};

model! {
    /// A chat came into being.
    pub struct ChatCreatedData {
        /// The chat's identifier.
        pub id: Option<ChatId> = always,
        /// When the chat was created.
        pub created_at: Option<Timestamp> = always,
        /// The group's name; unless one was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Everybody in the chat, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// How well the conversation goes (beta).
        pub health_status: HealthStatus = always,
        /// Whether this is a group.
        pub is_group: Option<bool> = always,
        /// When the chat last changed.
        pub updated_at: Option<Timestamp> = always,
        /// The chat's service. A single message may go over another.
        pub service: Option<ServiceType>,
    }

    /// Somebody joined a group.
    pub struct ParticipantAddedData {
        /// Their handle. Deprecated by the API in favour of [`participant`](Self::participant).
        pub handle: Option<String> = always,
        /// When they joined.
        pub added_at: Option<Timestamp>,
        /// The group.
        pub chat_id: Option<ChatId>,
        /// Who joined.
        pub participant: Option<ChatHandle>,
    }

    /// Somebody left a group, or was removed: you too, after leaving one.
    pub struct ParticipantRemovedData {
        /// Their handle. Deprecated by the API in favour of [`participant`](Self::participant).
        pub handle: Option<String> = always,
        /// The group.
        pub chat_id: Option<ChatId>,
        /// Who is gone.
        pub participant: Option<ChatHandle>,
        /// When they went.
        pub removed_at: Option<Timestamp>,
    }

    /// A group's name changed.
    pub struct GroupNameUpdatedData {
        /// The group.
        pub chat_id: Option<ChatId> = always,
        /// When it changed.
        pub updated_at: Option<Timestamp> = always,
        /// Who changed it.
        pub changed_by_handle: Option<ChatHandle>,
        /// The name now; absent if it was taken away.
        pub new_value: Option<String>,
        /// The name before; absent if there was none.
        pub old_value: Option<String>,
    }

    /// A group's icon changed.
    pub struct GroupIconUpdatedData {
        /// The group.
        pub chat_id: Option<ChatId> = always,
        /// When it changed.
        pub updated_at: Option<Timestamp> = always,
        /// Who changed it.
        pub changed_by_handle: Option<ChatHandle>,
        /// The icon now; absent if it was taken away.
        pub new_value: Option<FileUrl>,
        /// The icon before; absent if there was none.
        pub old_value: Option<FileUrl>,
    }

    /// A group's name or icon, or a chat's background, could not be changed.
    pub struct ChatChangeFailedData {
        /// The chat.
        pub chat_id: Option<ChatId> = always,
        /// Why: 3007 or 4001; for a background 1005, 2011, 4001 or 5002.
        pub error_code: Option<ErrorCode> = always,
        /// When that was noticed.
        pub failed_at: Option<Timestamp> = always,
    }

    /// Somebody is typing, or stopped.
    pub struct TypingIndicatorData {
        /// The chat.
        pub chat_id: Option<ChatId> = always,
        /// Who.
        pub actor_handle: Option<ChatHandle>,
    }

    /// The chat that an event happened in.
    pub struct EventChat {
        /// The chat's identifier.
        pub id: Option<ChatId> = always,
        /// Whether this is a group.
        pub is_group: Option<bool>,
        /// Your line.
        pub owner_handle: Option<ChatHandle>,
    }
}
