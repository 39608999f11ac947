use crate::{
    Timestamp,
    error::ErrorCode,
    id::ChatId,
    model::{ChatHandle, FileUrl, HealthStatus, ServiceType},
};

model! {
    /// Payload of `chat.created`: a chat was created.
    pub struct ChatCreatedData {
        /// Identifier of the chat.
        pub id: Option<ChatId> = always,
        /// Time at which the chat was created.
        pub created_at: Option<Timestamp> = always,
        /// Name of the group; if none was set, the recipients' handles, separated by commas.
        pub display_name: Option<String>,
        /// Participants, your own line included: two or more.
        pub handles: Vec<ChatHandle> = always,
        /// Health of the chat (beta).
        pub health_status: HealthStatus = always,
        /// True if the chat is a group.
        pub is_group: Option<bool> = always,
        /// Time of the last change to the chat.
        pub updated_at: Option<Timestamp> = always,
        /// Service of the chat. Single messages may be sent over another.
        pub service: Option<ServiceType>,
    }

    /// Payload of `participant.added`: a participant joined a group.
    pub struct ParticipantAddedData {
        /// Handle of the participant. Deprecated by the API in favor of [`participant`](Self::participant).
        pub handle: Option<String> = always,
        /// Time at which the participant joined.
        pub added_at: Option<Timestamp>,
        /// Identifier of the group.
        pub chat_id: Option<ChatId>,
        /// Participant who joined.
        pub participant: Option<ChatHandle>,
    }

    /// Payload of `participant.removed`: a participant left a group or was removed. Also sent after you leave a group.
    pub struct ParticipantRemovedData {
        /// Handle of the participant. Deprecated by the API in favor of [`participant`](Self::participant).
        pub handle: Option<String> = always,
        /// Identifier of the group.
        pub chat_id: Option<ChatId>,
        /// Participant who left or was removed.
        pub participant: Option<ChatHandle>,
        /// Time at which the participant left or was removed.
        pub removed_at: Option<Timestamp>,
    }

    /// Payload of `chat.group_name_updated`: the name of a group changed.
    pub struct GroupNameUpdatedData {
        /// Identifier of the group.
        pub chat_id: Option<ChatId> = always,
        /// Time of the change.
        pub updated_at: Option<Timestamp> = always,
        /// Participant who made the change.
        pub changed_by_handle: Option<ChatHandle>,
        /// New name; absent if it was removed.
        pub new_value: Option<String>,
        /// Old name; absent if there was none.
        pub old_value: Option<String>,
    }

    /// Payload of `chat.group_icon_updated`: the icon of a group changed.
    pub struct GroupIconUpdatedData {
        /// Identifier of the group.
        pub chat_id: Option<ChatId> = always,
        /// Time of the change.
        pub updated_at: Option<Timestamp> = always,
        /// Participant who made the change.
        pub changed_by_handle: Option<ChatHandle>,
        /// URL of the new icon; absent if it was removed.
        pub new_value: Option<FileUrl>,
        /// URL of the old icon; absent if there was none.
        pub old_value: Option<FileUrl>,
    }

    /// Payload of the `chat.*_update_failed` events: a change to a group's name or icon, or to a chat's background,
    /// failed.
    pub struct ChatChangeFailedData {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId> = always,
        /// Error code: 3007 or 4001; for a background 1005, 2011, 4001 or 5002.
        pub error_code: Option<ErrorCode> = always,
        /// Time at which the failure was detected.
        pub failed_at: Option<Timestamp> = always,
    }

    /// Payload of the `chat.typing_indicator.*` events: a participant started or stopped typing.
    pub struct TypingIndicatorData {
        /// Identifier of the chat.
        pub chat_id: Option<ChatId> = always,
        /// Participant.
        pub actor_handle: Option<ChatHandle>,
    }

    /// The chat of an event.
    pub struct EventChat {
        /// Identifier of the chat.
        pub id: Option<ChatId> = always,
        /// True if the chat is a group.
        pub is_group: Option<bool>,
        /// Your own line.
        pub owner_handle: Option<ChatHandle>,
    }
}
