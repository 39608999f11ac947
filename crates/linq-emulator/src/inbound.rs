//! What a person writes.

use serde_json::Value;
use uuid::Uuid;

use crate::world::Inbound;

/// A message that a person writes, for [`Emulator::inbound`](crate::Emulator::inbound).
///
/// ```
/// use linq_emulator::InboundMessage;
///
/// let message = InboundMessage::to_line("+15556667777", "+12223334444").text("Hello!");
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct InboundMessage(Inbound);

impl InboundMessage {
    /// From a person to one of the account's lines, in their direct chat, which is made if there is
    /// none.
    pub fn to_line(from: impl Into<String>, line: impl Into<String>) -> Self {
        Self(Inbound {
            from: from.into(),
            to: Some(line.into()),
            ..Inbound::default()
        })
    }

    /// From a member of a chat into that chat.
    pub fn to_chat(from: impl Into<String>, chat_id: Uuid) -> Self {
        Self(Inbound {
            from: from.into(),
            chat_id: Some(chat_id),
            ..Inbound::default()
        })
    }

    /// One text part.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.text = Some(text.into());
        self
    }

    /// A list of parts in the API's shape, instead of a text.
    pub fn parts(mut self, parts: Value) -> Self {
        self.0.parts = Some(parts);
        self
    }
}

impl From<InboundMessage> for Inbound {
    fn from(message: InboundMessage) -> Self {
        message.0
    }
}
