//! What each type of event carries.

mod chat;
mod message;
mod message_2025;
mod message_2026;

pub use chat::{
    ChatChangeFailedData, ChatCreatedData, GroupIconUpdatedData, GroupNameUpdatedData,
    ParticipantAddedData, ParticipantRemovedData,
};
pub use message::{
    Direction, MessageEditedChat, MessageEditedData, MessageEditedPart, MessageEvent,
    MessageFailedData,
};
pub use message_2025::{LegacyMessageEvent, LegacyMessagePayload};
pub use message_2026::{EventReplyTo, MessageEventChat, MessageEventData};
