use super::extra::Extra;
use crate::id::MessageId;

request_model! {
    /// The message that a message replies to.
    pub struct ReplyTarget {
        /// Identifier of the message.
        pub message_id: MessageId,
        /// Index of the part, counted from 0; the first by default.
        pub part_index: Option<u32>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl ReplyTarget {
    /// Creates a target for a message, or its first part if it has several.
    #[must_use]
    pub fn new(message: impl Into<MessageId>) -> Self {
        Self {
            message_id: message.into(),
            part_index: None,
            extra: Extra::default(),
        }
    }

    /// Creates a target for one part of a message, counted from 0.
    #[must_use]
    pub fn part(message: impl Into<MessageId>, index: u32) -> Self {
        Self {
            part_index: Some(index),
            ..Self::new(message)
        }
    }
}
