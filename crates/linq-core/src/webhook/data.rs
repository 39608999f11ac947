use super::{
    ChatChangeFailedData, ChatCreatedData, EventType, GroupIconUpdatedData, GroupNameUpdatedData,
    MessageEditedData, MessageEvent, MessageFailedData, OtherEvent, ParticipantAddedData,
    ParticipantRemovedData,
};
use crate::error::{JsonProblem, from_json};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// Declares which event types have a payload of their own, and how it is read.
macro_rules! payloads {
    ($($(#[$meta:meta])* $name:ident($payload:ty) via $read:expr,)*) => {
        /// What happened, by type of event.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum EventData {
            $($(#[$meta])* $name($payload),)*
            /// An event of a type, or with a payload, that this version does not understand.
            Other(OtherEvent),
        }

        impl EventData {
            /// What the payload of each type of event looks like, in the newest version. Types that
            /// have no payload of their own are left out.
            #[cfg(feature = "describe")]
            #[must_use]
            pub fn shapes() -> Vec<(EventType, crate::describe::Shape)> {
                vec![$((EventType::$name, <$payload as crate::describe::Describe>::SHAPE)),*]
            }

            pub(super) fn read(event_type: &EventType, version: Option<&str>, data: Box<RawValue>) -> Self {
                let json = data.get().as_bytes();
                let read: Result<Self, JsonProblem> = match event_type {
                    $(EventType::$name => $read(json, version).map(Self::$name),)*
                    _ => return Self::Other(OtherEvent::of_unknown_type(data)),
                };
                read.unwrap_or_else(|problem| Self::Other(OtherEvent::of_unknown_shape(data, &problem)))
            }
        }
    };
}

payloads! {
    /// `message.sent`
    MessageSent(MessageEvent) via MessageEvent::read,
    /// `message.received`
    MessageReceived(MessageEvent) via MessageEvent::read,
    /// `message.read`
    MessageRead(MessageEvent) via MessageEvent::read,
    /// `message.delivered`
    MessageDelivered(MessageEvent) via MessageEvent::read,
    /// `message.failed`
    MessageFailed(MessageFailedData) via one_shape,
    /// `message.edited`
    MessageEdited(Box<MessageEditedData>) via one_shape,
    /// `participant.added`
    ParticipantAdded(ParticipantAddedData) via one_shape,
    /// `participant.removed`
    ParticipantRemoved(ParticipantRemovedData) via one_shape,
    /// `chat.created`
    ChatCreated(ChatCreatedData) via one_shape,
    /// `chat.group_name_updated`
    ChatGroupNameUpdated(GroupNameUpdatedData) via one_shape,
    /// `chat.group_icon_updated`
    ChatGroupIconUpdated(GroupIconUpdatedData) via one_shape,
    /// `chat.group_name_update_failed`
    ChatGroupNameUpdateFailed(ChatChangeFailedData) via one_shape,
    /// `chat.group_icon_update_failed`
    ChatGroupIconUpdateFailed(ChatChangeFailedData) via one_shape,
}

/// Reads a payload that is the same in every version.
fn one_shape<T: DeserializeOwned>(json: &[u8], _version: Option<&str>) -> Result<T, JsonProblem> {
    from_json(json)
}
