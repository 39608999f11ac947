//! Editing of sent messages.

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::message::{Part, TextPart};
use super::view::{date, direction};
use super::{Event, State};

pub(crate) const MAX_EDITS: u32 = 5;
pub(crate) const EDIT_WINDOW: SignedDuration = SignedDuration::from_mins(15);

impl State {
    /// Returns whether a message is too old to edit.
    pub(crate) fn is_too_old_to_edit(&mut self, message_id: Uuid) -> bool {
        let now = self.now();
        self.message(message_id)
            .is_none_or(|message| now.duration_since(message.created_at) > EDIT_WINDOW)
    }

    /// Replaces the text of a text part, without decorations, and publishes the edit.
    pub(crate) fn edit(&mut self, message_id: Uuid, index: usize, text: &str, trace_id: Uuid) {
        let now = self.now();
        let Some(message) = self.message_mut(message_id) else {
            return;
        };
        let Some(part) = message.parts.get_mut(index) else {
            return;
        };
        *part = Part::Text(TextPart::plain(text));
        message.edits += 1;
        message.updated_at = now;
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return;
        };
        let data = json!({
            "id": message.id,
            "chat": self.message_chat(chat),
            "direction": direction(message),
            "edited_at": date(now),
            "part": { "index": index, "text": text },
            "sender_handle": self.chat_handle_of(chat, &message.from),
            "zero_retention": false,
        });
        let event = Event::in_chat("message.edited", chat, trace_id, data);
        self.publish(event);
    }
}
