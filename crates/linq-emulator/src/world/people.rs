//! What people do, as opposed to the account: write, type, come and go.

use serde_json::json;
use uuid::Uuid;

use super::World;
use super::chat::{Chat, Health, Participant, Status};
use super::handle::{Service, is_handle, is_phone_number};
use super::message::{DeliveryStatus, Message, Part};

/// Why the emulator could not do what a control call asked for.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ControlError {
    /// Something named in the call does not exist.
    #[error("{0}")]
    NotFound(String),
    /// The call makes no sense as it is, or not in the present state.
    #[error("{0}")]
    Invalid(String),
}

impl ControlError {
    pub(crate) fn invalid(why: impl Into<String>) -> Self {
        Self::Invalid(why.into())
    }

    pub(super) fn no_chat(id: Uuid) -> Self {
        Self::NotFound(format!("there is no chat {id}"))
    }
}

/// The words that opt out when they are the whole message.
const OPT_OUT_WORDS: [&str; 6] = ["STOP", "UNSUBSCRIBE", "OPTOUT", "CANCEL", "END", "QUIT"];

fn opts_out(text: &str) -> bool {
    let text = text.trim();
    OPT_OUT_WORDS.contains(&text)
        || ["opt out", "opt-out", "optout"]
            .iter()
            .any(|words| text.eq_ignore_ascii_case(words))
}

impl World {
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

    /// The direct chat between a line and a person, and whether it had to be made.
    pub(crate) fn direct_chat(
        &mut self,
        line: &str,
        person: &str,
    ) -> Result<(Uuid, bool), ControlError> {
        if !self.owns(line) {
            return Err(ControlError::NotFound(format!(
                "{line} is not a line of this account"
            )));
        }
        if line == person {
            return Err(ControlError::invalid("a line cannot write to itself"));
        }
        if let Some(chat) = self
            .chats
            .iter()
            .find(|chat| chat.is_reused_for(line, &[person].into()))
        {
            return Ok((chat.id, false));
        }
        let service = self.service_for(line, std::iter::once(person), None);
        Ok((self.open(line, &[person], service), true))
    }

    /// Makes a chat of a line and others and gives its id; publishes nothing.
    pub(crate) fn open(&mut self, line: &str, others: &[&str], service: Service) -> Uuid {
        let now = self.now();
        let id = self.ids.uuid();
        let participants = std::iter::once(line)
            .chain(others.iter().copied())
            .map(|handle| Participant::new(handle, self.handle_id(handle), now))
            .collect();
        let opted_out = matches!(others, [person] if self.opted_out.contains(*person));
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

    pub(crate) fn note_opting(&mut self, person: &str, chat_id: Uuid, parts: &[Part]) {
        let opted_out = matches!(parts, [part] if part.text().is_some_and(opts_out));
        let changed = if opted_out {
            self.opted_out.insert(person.to_owned())
        } else {
            self.opted_out.remove(person)
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
            if is_marked && chat.others().any(|other| other.handle == person) {
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
        let mut message = Message::new(id, chat_id, number, from, now);
        message.parts = parts;
        message.service = service;
        message.status = DeliveryStatus::Received;
        message.sent_at = Some(now);
        self.messages.push(message);
        Ok(id)
    }

    /// A person joins a group, or adds one of the account's lines back to it.
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
        self.admit(chat_id, handle);
        let trace_id = self.trace_id();
        self.publish_participant("participant.added", chat_id, handle, trace_id);
        Ok(())
    }

    pub(crate) fn admit(&mut self, chat_id: Uuid, handle: &str) {
        let now = self.now();
        let id = self.handle_id(handle);
        if let Some(chat) = self.chat_mut(chat_id) {
            chat.admit(handle, id, now);
        }
    }

    pub(crate) fn dismiss(&mut self, chat_id: Uuid, handle: &str, status: Status) {
        let now = self.now();
        if let Some(chat) = self.chat_mut(chat_id) {
            chat.dismiss(handle, status, now);
        }
    }

    /// A member leaves a group on the phone, where no smallest size holds.
    pub(crate) fn depart(&mut self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        let chat = self.group(chat_id)?;
        if chat.active_member(handle).is_none() {
            return Err(ControlError::invalid(format!(
                "{handle} is not an active member of the chat"
            )));
        }
        self.dismiss(chat_id, handle, Status::Left);
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

    /// A person begins or stops typing.
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
        self.publish_chat(kind, chat_id, trace_id, |world, chat| {
            json!({ "chat_id": chat.id, "actor_handle": world.chat_handle_of(chat, handle) })
        });
        Ok(())
    }

    /// Says what a handle can be reached on from now on.
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
