use super::{LineType, ServiceType};
use crate::{Timestamp, id::ChatHandleId};

model! {
    /// A participant of a chat, you included.
    pub struct ChatHandle {
        /// Identifier of the membership in this chat.
        pub id: Option<ChatHandleId> = always,
        /// Phone number (E.164) or e-mail address; for a sender, possibly a short code.
        pub handle: Option<String> = always,
        /// Time at which the participant joined the chat.
        pub joined_at: Option<Timestamp> = always,
        /// Service over which the participant is reached.
        pub service: Option<ServiceType> = always,
        /// True if this is your own line.
        pub is_me: Option<bool>,
        /// Time at which the participant left the chat; absent for a current participant.
        pub left_at: Option<Timestamp>,
        /// Type of the line; absent for participants that are not your lines.
        pub line_type: Option<LineType>,
        /// Status of the participation.
        pub status: Option<ParticipantStatus>,
    }
}

open_enum! {
    /// Status of a participant in a chat.
    pub enum ParticipantStatus {
        /// A current participant.
        Active = "active",
        /// Left the chat.
        Left = "left",
        /// Removed by another participant.
        Removed = "removed",
    }
}
