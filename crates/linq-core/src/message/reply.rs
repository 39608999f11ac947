use super::extra::Extra;
use crate::id::MessageId;

request_model! {
    /// The message that is answered, in a thread of its own.
    pub struct ReplyTarget {
        /// The message.
        pub message_id: MessageId,
        /// Which of its parts, counted from 0; the first one if absent.
        pub part_index: Option<u32>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl ReplyTarget {
    /// A message, or its first part where it has several.
    #[must_use]
    pub fn new(message: impl Into<MessageId>) -> Self {
        Self {
            message_id: message.into(),
            part_index: None,
            extra: Extra::default(),
        }
    }

    /// One part of a message, counted from 0.
    #[must_use]
    pub fn part(message: impl Into<MessageId>, index: u32) -> Self {
        Self {
            part_index: Some(index),
            ..Self::new(message)
        }
    }
}
