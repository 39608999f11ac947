//! Participants' actions: inbound messages, typing, joining and leaving.

use serde_json::json;
use uuid::Uuid;

use super::State;
use super::chat::{Chat, Health, Participant, Status};
use super::handle::{Service, is_handle, is_phone_number};
use super::message::{DeliveryStatus, Message, Part};

/// Error of a control call.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ControlError {
    /// An object of the call does not exist.
    #[error("{0}")]
    NotFound(String),
    /// The call is invalid, or not allowed in the present state.
    #[error("{0}")]
    Invalid(String),
}

impl ControlError {
    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self::Invalid(reason.into())
    }

    pub(super) fn no_chat(id: Uuid) -> Self {
        Self::NotFound(format!("unknown chat {id}"))
    }
}

/// Words that opt out if they are the whole message.
const OPT_OUT_WORDS: [&str; 6] = ["STOP", "UNSUBSCRIBE", "OPTOUT", "CANCEL", "END", "QUIT"];

fn opts_out(text: &str) -> bool {
    let text = text.trim();
    OPT_OUT_WORDS.contains(&text)
        || ["opt out", "opt-out", "optout"]
            .iter()
            .any(|words| text.eq_ignore_ascii_case(words))
}

impl State {
    pub(crate) fn chat_with_member(
        &self,
        chat_id: Uuid,
        handle: &str,
    ) -> Result<Uuid, ControlError> {
        let chat = self
            .chat(chat_id)
            .ok_or_else(|| ControlError::no_chat(chat_id))?;
        if chat.was_left() {
            return Err(ControlError::invalid(
                "the account has left this chat and receives nothing from it",
            ));
        }
        if chat.others().any(|other| other.handle == handle) {
            Ok(chat_id)
        } else {
            Err(ControlError::invalid(format!(
                "{handle} is not an active member of the chat"
            )))
        }
    }

    /// Returns the direct chat between a line and a handle, and whether it was created.
    pub(crate) fn direct_chat(
        &mut self,
        line: &str,
        handle: &str,
    ) -> Result<(Uuid, bool), ControlError> {
        if !self.owns(line) {
            return Err(ControlError::NotFound(format!(
                "{line} is not a line of this account"
            )));
        }
        if line == handle {
            return Err(ControlError::invalid("a line cannot write to itself"));
        }
        if let Some(chat) = self
            .chats
            .iter()
            .find(|chat| chat.is_reused_for(line, &[handle].into()))
        {
            return Ok((chat.id, false));
        }
        let service = self.service_for(line, std::iter::once(handle), None);
        Ok((self.create_chat(line, &[handle], service), true))
    }

    /// Creates a chat and returns its id, without publishing an event.
    pub(crate) fn create_chat(&mut self, line: &str, others: &[&str], service: Service) -> Uuid {
        let now = self.now();
        let id = self.ids.uuid();
        let participants = std::iter::once(line)
            .chain(others.iter().copied())
            .map(|handle| Participant::new(handle, self.handle_id(handle), now))
            .collect();
        let opted_out = matches!(others, [handle] if self.opted_out.contains(*handle));
        self.chats.push(Chat {
            id,
            number: self.chats.last().map_or(1, |chat| chat.number + 1),
            line: line.to_owned(),
            is_group: others.len() > 1,
            display_name: None,
            icon: None,
            participants,
            service,
            health: Health {
                opted_out,
                updated_at: now,
            },
            created_at: now,
            updated_at: now,
        });
        id
    }

    pub(crate) fn record_opt_out(&mut self, handle: &str, chat_id: Uuid, parts: &[Part]) {
        let opted_out = matches!(parts, [part] if part.text().is_some_and(opts_out));
        let changed = if opted_out {
            self.opted_out.insert(handle.to_owned())
        } else {
            self.opted_out.remove(handle)
        };
        let now = self.now();
        for chat in self
            .chats
            .iter_mut()
            .filter(|chat| !chat.is_group && changed)
        {
            let is_marked = if opted_out {
                chat.id == chat_id
            } else {
                chat.health.opted_out
            };
            if is_marked && chat.others().any(|other| other.handle == handle) {
                chat.health = Health {
                    opted_out,
                    updated_at: now,
                };
            }
        }
    }

    pub(crate) fn store_inbound(
        &mut self,
        chat_id: Uuid,
        from: &str,
        parts: Vec<Part>,
    ) -> Result<Uuid, ControlError> {
        let now = self.now();
        let id = self.ids.uuid();
        let number = self.next_message_number();
        let service = self.service_of(from);
        let chat = self
            .chat_mut(chat_id)
            .ok_or_else(|| ControlError::no_chat(chat_id))?;
        chat.updated_at = now;
        let service = service.min(chat.service);
        let line = chat.line.clone();
        let mut message = Message::new(id, chat_id, number, from, now);
        message.parts = parts;
        message.service = service;
        message.status = DeliveryStatus::Received;
        message.sent_at = Some(now);
        self.store_message(&line, message);
        Ok(id)
    }

    /// Adds a participant to a group, or one of the account's lines that has left it.
    pub(crate) fn join(&mut self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        let chat = self.group(chat_id)?;
        if !is_handle(handle) {
            return Err(ControlError::invalid(
                "handle must be an E.164 phone number or an email address",
            ));
        }
        if chat.active_member(handle).is_some() {
            return Err(ControlError::invalid(format!(
                "{handle} is an active member already"
            )));
        }
        self.add_participant(chat_id, handle);
        let trace_id = self.trace_id();
        self.publish_participant("participant.added", chat_id, handle, trace_id);
        Ok(())
    }

    pub(crate) fn add_participant(&mut self, chat_id: Uuid, handle: &str) {
        let now = self.now();
        let id = self.handle_id(handle);
        if let Some(chat) = self.chat_mut(chat_id) {
            chat.add(handle, id, now);
        }
    }

    pub(crate) fn remove_participant(&mut self, chat_id: Uuid, handle: &str, status: Status) {
        let now = self.now();
        if let Some(chat) = self.chat_mut(chat_id) {
            chat.remove(handle, status, now);
        }
    }

    /// Removes a participant who leaves a group, regardless of its minimum size.
    pub(crate) fn leave(&mut self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        let chat = self.group(chat_id)?;
        if chat.active_member(handle).is_none() {
            return Err(ControlError::invalid(format!(
                "{handle} is not an active member of the chat"
            )));
        }
        self.remove_participant(chat_id, handle, Status::Left);
        let trace_id = self.trace_id();
        self.publish_participant("participant.removed", chat_id, handle, trace_id);
        Ok(())
    }

    fn group(&self, chat_id: Uuid) -> Result<&Chat, ControlError> {
        let chat = self
            .chat(chat_id)
            .ok_or_else(|| ControlError::no_chat(chat_id))?;
        if chat.is_group {
            Ok(chat)
        } else {
            Err(ControlError::invalid("this is a direct chat, not a group"))
        }
    }

    /// Starts or stops a participant's typing indicator.
    pub(crate) fn typing(
        &mut self,
        chat_id: Uuid,
        handle: &str,
        started: bool,
    ) -> Result<(), ControlError> {
        let chat_id = self.chat_with_member(chat_id, handle)?;
        let kind = if started {
            "chat.typing_indicator.started"
        } else {
            "chat.typing_indicator.stopped"
        };
        let trace_id = self.trace_id();
        self.publish_chat(kind, chat_id, trace_id, |state, chat| {
            json!({ "chat_id": chat.id, "actor_handle": state.chat_handle_of(chat, handle) })
        });
        Ok(())
    }

    /// Sets the service of a handle.
    pub(crate) fn put_handle(
        &mut self,
        handle: &str,
        service: Service,
    ) -> Result<(), ControlError> {
        if !is_handle(handle) {
            return Err(ControlError::invalid(
                "handle must be an E.164 phone number or an email address",
            ));
        }
        if service != Service::IMessage && !is_phone_number(handle) {
            return Err(ControlError::invalid(
                "an email address can be reached on iMessage only",
            ));
        }
        self.set_service(handle, service);
        Ok(())
    }
}
