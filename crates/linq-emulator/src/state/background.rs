//! Backgrounds of chats.

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::State;
use super::handle::Service;
use super::send::DELIVERY_FAILED;
use super::view::date;

/// Background of a chat.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Background {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) image_url: Option<String>,
    pub(crate) shades: Option<Vec<String>>,
    pub(crate) style: Option<String>,
    pub(crate) variant: Option<String>,
}

impl State {
    /// Sets or removes the background of a chat, and publishes the outcome. Over RCS and SMS it has no effect, and no
    /// event is published.
    pub(crate) fn set_background(
        &mut self,
        chat_id: Uuid,
        background: Option<&Background>,
        trace_id: Uuid,
    ) {
        let is_shown = self
            .chat(chat_id)
            .is_some_and(|chat| chat.service == Service::IMessage);
        if !is_shown {
            return;
        }
        let now = self.now();
        let failed = "chat.background_update_failed";
        if self.requested_failures.take(failed) {
            self.publish_chat(failed, chat_id, trace_id, |_, chat| {
                json!({ "chat_id": chat.id, "error_code": DELIVERY_FAILED, "failed_at": date(now) })
            });
            return;
        }
        if let Some(chat) = self.chat_mut(chat_id) {
            chat.updated_at = now;
        }
        self.publish_chat(
            "chat.background_updated",
            chat_id,
            trace_id,
            |state, chat| state.background_data(chat, &json!(background)),
        );
    }

    pub(crate) fn background_data(&self, chat: &super::chat::Chat, background: &Value) -> Value {
        json!({
            "chat": self.event_chat(chat),
            "actor_handle": self.chat_handle_of(chat, &chat.line),
            "background": background,
        })
    }
}
