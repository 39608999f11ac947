use super::{LineType, ServiceType};
use crate::{Timestamp, id::ChatHandleId};

model! {
    /// A participant of a chat, you included.
    pub struct ChatHandle {
        /// This membership of this chat.
        pub id: Option<ChatHandleId> = always,
        /// Their phone number (E.164) or e-mail address; a sender may also be a short code.
        pub handle: Option<String> = always,
        /// When they joined the chat.
        pub joined_at: Option<Timestamp> = always,
        /// The service that reaches them.
        pub service: Option<ServiceType> = always,
        /// Whether this is your own line.
        pub is_me: Option<bool>,
        /// When they left the chat; absent while they are in it.
        pub left_at: Option<Timestamp>,
        /// What the line can send; absent for participants who are not lines of yours.
        pub line_type: Option<LineType>,
        /// Whether they still take part.
        pub status: Option<ParticipantStatus>,
    }
}

open_enum! {
    /// Whether a participant still takes part in a chat.
    pub enum ParticipantStatus {
        /// They do.
        Active = "active",
        /// They left by themselves.
        Left = "left",
        /// Somebody removed them.
        Removed = "removed",
    }
}
