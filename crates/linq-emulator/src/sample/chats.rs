//! Events about chats and who is in them, shared locations and calls.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::chat::Chat;
use crate::world::send::DELIVERY_FAILED;
use crate::world::view::date;
use crate::world::{ControlError, Event, World};

impl World {
    pub(super) fn sample_chat_event(
        &mut self,
        kind: &'static str,
        chat_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        let (chat_id, person) = self.sample_chat(chat_id)?;
        let now = date(self.now());
        let call_id = self.ids.uuid();
        let trace_id = self.trace_id();
        let Some(chat) = self.chat(chat_id) else {
            return Ok(());
        };
        let data = match kind {
            "chat.created" => self.chat_created_data(chat),
            "chat.group_name_updated" => {
                self.property_data(chat, &person, &now, "Old name", "New name")
            }
            "chat.group_icon_updated" => self.property_data(
                chat,
                &person,
                &now,
                "https://cdn.linqapp.com/icons/old.png",
                "https://cdn.linqapp.com/icons/new.png",
            ),
            "chat.group_name_update_failed"
            | "chat.group_icon_update_failed"
            | "chat.background_update_failed" => {
                json!({ "chat_id": chat.id, "error_code": DELIVERY_FAILED, "failed_at": now })
            }
            "chat.background_updated" => {
                let custom = json!({
                    "type": "color",
                    "variant": "custom",
                    "shades": ["#F2C4E1", "#F5A623"],
                    "style": null,
                    "image_url": null,
                });
                self.background_data(chat, &custom)
            }
            "participant.added" => self.participant_data(chat, &person, "added_at", &now),
            "participant.removed" => {
                let mut data = self.participant_data(chat, &person, "removed_at", &now);
                data["participant"]["status"] = "removed".into();
                data["participant"]["left_at"] = now;
                data
            }
            "location.sharing.started" => json!({
                "shared_by": person,
                "shared_with": chat.line,
                "chat_id": chat.id,
                "began_at": now,
                "ends_at": null,
            }),
            "location.sharing.stopped" => json!({
                "shared_by": person,
                "shared_with": chat.line,
                "chat_id": chat.id,
                "began_at": date(chat.created_at),
                "ended_at": now,
            }),
            "chat.typing_indicator.started" | "chat.typing_indicator.stopped" => {
                json!({ "chat_id": chat.id, "actor_handle": self.chat_handle_of(chat, &person) })
            }
            // Nothing is published about what calls carry.
            _ => json!({
                "call_id": call_id,
                "chat_id": chat.id,
                "from": person,
                "to": chat.line,
                "direction": "inbound",
            }),
        };
        let event = Event::in_chat(kind, chat, trace_id, data);
        self.publish(event);
        Ok(())
    }

    fn property_data(&self, chat: &Chat, by: &str, at: &Value, old: &str, new: &str) -> Value {
        json!({
            "chat_id": chat.id,
            "old_value": old,
            "new_value": new,
            "changed_by_handle": self.chat_handle_of(chat, by),
            "updated_at": at,
        })
    }

    fn participant_data(&self, chat: &Chat, handle: &str, when: &str, at: &Value) -> Value {
        json!({
            "chat_id": chat.id,
            "handle": handle,
            "participant": self.chat_handle_of(chat, handle),
            when: at,
        })
    }
}
