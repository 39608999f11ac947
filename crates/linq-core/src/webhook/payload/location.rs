use crate::{Timestamp, id::ChatId};

model! {
    /// Somebody started to share their location with a line of yours.
    pub struct LocationSharingStartedData {
        /// When they started, or when that was first noticed.
        pub began_at: Option<Timestamp>,
        /// The chat where they first did, if that is known. Sharing goes by person, not by chat, so
        /// that the location may be seen in others too.
        pub chat_id: Option<ChatId>,
        /// When it will end; absent if nobody knows.
        pub ends_at: Option<Timestamp>,
        /// Who shares their location.
        pub shared_by: Option<String> = always,
        /// The line that they share it with, E.164.
        pub shared_with: Option<String> = always,
    }

    /// Somebody stopped sharing their location with a line of yours.
    pub struct LocationSharingStoppedData {
        /// When they had started, if that is known.
        pub began_at: Option<Timestamp>,
        /// The chat where they had first shared it, if that is known.
        pub chat_id: Option<ChatId>,
        /// When it ended.
        pub ended_at: Option<Timestamp> = always,
        /// Who shared their location.
        pub shared_by: Option<String> = always,
        /// The line that they shared it with, E.164.
        pub shared_with: Option<String> = always,
    }
}
