//! Events on demand: a realistic payload for every type, made from what there is, or from samples.

mod account;
mod chats;
mod messages;
mod money;
mod polls;

use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::world::handle::is_phone_number;
use crate::world::{ControlError, EVENT_TYPES, Event, World};

/// Who is on the other side of a chat that has to be made up.
const SOMEBODY: &str = "+15556667777";

/// An event that a test asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EventScript {
    pub(crate) event_type: String,
    /// The whole payload, instead of a made-up one.
    #[serde(default)]
    pub(crate) data: Option<Value>,
    /// The chat it happens in; the newest one if not given.
    #[serde(default)]
    pub(crate) chat_id: Option<Uuid>,
    /// The line it happens on, where that is not the chat's.
    #[serde(default)]
    pub(crate) phone_number: Option<String>,
}

impl World {
    /// Delivers an event; one of a type that nobody can subscribe to goes to every subscription.
    pub(crate) fn play(&mut self, script: EventScript) -> Result<(), ControlError> {
        if let Some(number) = &script.phone_number
            && !is_phone_number(number)
        {
            return Err(ControlError::invalid("phone_number must be E.164"));
        }
        if let Some(chat_id) = script.chat_id {
            self.known_chat(chat_id)?;
        }
        let kind = EVENT_TYPES
            .iter()
            .find(|known| **known == script.event_type);
        match (kind, script.data) {
            (_, Some(data)) => {
                let line = script.chat_id.and_then(|id| self.chat(id));
                let line = script.phone_number.or(line.map(|chat| chat.line.clone()));
                let trace_id = self.trace_id();
                self.publish(Event {
                    line,
                    chat_id: script.chat_id,
                    is_for_all: kind.is_none(),
                    ..Event::of_account(&script.event_type, trace_id, data)
                });
                Ok(())
            }
            (Some(kind), None) => self.improvise(kind, script.chat_id, script.phone_number),
            (None, None) => Err(ControlError::invalid(format!(
                "{} is not a documented event type, so it needs data",
                script.event_type
            ))),
        }
    }

    fn improvise(
        &mut self,
        kind: &'static str,
        chat_id: Option<Uuid>,
        line: Option<String>,
    ) -> Result<(), ControlError> {
        let (family, _) = kind.split_once('.').unwrap_or((kind, ""));
        match family {
            "message" | "reaction" => self.sample_message_event(kind, chat_id),
            "poll" => self.sample_poll_event(kind, chat_id),
            "chat" | "participant" | "location" | "call" => self.sample_chat_event(kind, chat_id),
            "payment" | "connection" => {
                self.sample_money_event(kind);
                Ok(())
            }
            _ => self.sample_account_event(kind, line),
        }
    }

    fn known_chat(&self, id: Uuid) -> Result<Uuid, ControlError> {
        match self.chat(id) {
            Some(chat) => Ok(chat.id),
            None => Err(ControlError::NotFound(format!("there is no chat {id}"))),
        }
    }

    /// The given chat, else the newest, else a new one; and somebody in it.
    fn sample_chat(&mut self, chat_id: Option<Uuid>) -> Result<(Uuid, String), ControlError> {
        let chat_id = match (chat_id, self.chats.last()) {
            (Some(id), _) => id,
            (None, Some(chat)) => chat.id,
            (None, None) => {
                let line = self.sample_line()?;
                let service = self.service_for(&line, std::iter::once(SOMEBODY), None);
                self.open(&line, &[SOMEBODY], service)
            }
        };
        let chat = self.chat(chat_id);
        let other = chat.and_then(|chat| chat.others().next());
        match other {
            Some(other) => Ok((chat_id, other.handle.clone())),
            None => Err(ControlError::invalid("nobody else is in the chat")),
        }
    }

    fn sample_line(&self) -> Result<String, ControlError> {
        self.lines
            .first()
            .map(|line| line.number.clone())
            .ok_or_else(|| ControlError::invalid("the account has no line"))
    }
}
