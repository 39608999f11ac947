use crate::{Timestamp, id::ChatId};

model! {
    /// Payload of `location.sharing.started`: a participant started to share their location with one of your lines.
    pub struct LocationSharingStartedData {
        /// Time at which sharing started, or was first detected.
        pub began_at: Option<Timestamp>,
        /// Chat in which sharing started, if known. Locations are shared per participant, not per chat, so it may
        /// be available in other chats too.
        pub chat_id: Option<ChatId>,
        /// Time at which sharing will end; absent if unknown.
        pub ends_at: Option<Timestamp>,
        /// Handle of the participant who shares their location.
        pub shared_by: Option<String> = always,
        /// Line that the location is shared with, E.164.
        pub shared_with: Option<String> = always,
    }

    /// Payload of `location.sharing.stopped`: a participant stopped sharing their location with one of your lines.
    pub struct LocationSharingStoppedData {
        /// Time at which sharing started, if known.
        pub began_at: Option<Timestamp>,
        /// Chat in which sharing started, if known.
        pub chat_id: Option<ChatId>,
        /// Time at which sharing ended.
        pub ended_at: Option<Timestamp> = always,
        /// Handle of the participant who shared their location.
        pub shared_by: Option<String> = always,
        /// Line that the location was shared with, E.164.
        pub shared_with: Option<String> = always,
    }
}
