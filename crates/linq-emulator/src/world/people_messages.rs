//! What people do with messages: react, vote, ask for votes, edit.

use serde::Deserialize;
use uuid::Uuid;

use super::message::{Message, Part};
use super::reaction::{CUSTOM, Placement, STICKER, Sticker, TAPBACKS, What};
use super::{ControlError, World};

/// A person's reaction to a message.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonalReaction {
    pub(crate) handle: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) custom_emoji: Option<String>,
    #[serde(default)]
    pub(crate) part_index: usize,
    #[serde(default)]
    pub(crate) operation: Operation,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Operation {
    #[default]
    Add,
    Remove,
}

impl PersonalReaction {
    /// From a word: the name of a tapback, `sticker`, or else an emoji.
    pub(crate) fn new(handle: &str, part_index: usize, kind: &str, operation: Operation) -> Self {
        let is_named = TAPBACKS.contains(&kind) || kind == STICKER;
        let (kind, custom_emoji) = if is_named {
            (kind, None)
        } else {
            (CUSTOM, Some(kind.to_owned()))
        };
        Self {
            handle: handle.to_owned(),
            kind: kind.to_owned(),
            custom_emoji,
            part_index,
            operation,
        }
    }

    fn what(&self) -> Result<What, ControlError> {
        match (self.kind.as_str(), &self.custom_emoji) {
            (kind, None) if TAPBACKS.contains(&kind) => Ok(What::Tapback(kind.to_owned())),
            (CUSTOM, Some(emoji)) => Ok(What::Custom(emoji.clone())),
            (STICKER, None) => Ok(What::Sticker(Sticker {
                file_name: "sticker.png".to_owned(),
                mime_type: "image/png".to_owned(),
                url: None,
                placement: Placement::IMAGE,
            })),
            _ => Err(ControlError::invalid(
                "type must be a tapback, custom with custom_emoji, or sticker",
            )),
        }
    }
}

impl World {
    /// A member reacts to a message, or takes the reaction back.
    pub(crate) fn person_reacts(
        &mut self,
        message_id: Uuid,
        reaction: &PersonalReaction,
    ) -> Result<(), ControlError> {
        let message = self.message_to(message_id, &reaction.handle)?;
        if reaction.part_index >= message.part_count() {
            return Err(ControlError::invalid("the message has no such part"));
        }
        let what = reaction.what()?;
        let trace_id = self.trace_id();
        let (by, part) = (reaction.handle.as_str(), reaction.part_index);
        if reaction.operation == Operation::Add {
            self.add_reaction(message_id, by, part, what, trace_id);
            return Ok(());
        }
        if what.kind() == STICKER {
            return Err(ControlError::invalid("stickers cannot be removed"));
        }
        if self.remove_reaction(message_id, by, part, &what, trace_id) {
            Ok(())
        } else {
            Err(ControlError::invalid("there is no such reaction"))
        }
    }

    /// A member votes in a poll, or takes the vote back.
    pub(crate) fn person_votes(
        &mut self,
        message_id: Uuid,
        handle: &str,
        option_id: Uuid,
        operation: Operation,
    ) -> Result<(), ControlError> {
        self.poll_for(message_id, handle)?;
        let trace_id = self.trace_id();
        let is_added = operation == Operation::Add;
        if self.vote(message_id, option_id, handle, is_added, trace_id) {
            Ok(())
        } else {
            Err(ControlError::NotFound(format!(
                "the poll has no option {option_id}"
            )))
        }
    }

    /// A member sends a poll, and gets the id of its message.
    pub(crate) fn person_polls(
        &mut self,
        chat_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<Uuid, ControlError> {
        let chat_id = self.chat_with_member(chat_id, handle)?;
        if options.len() < 2 {
            return Err(ControlError::invalid("a poll has at least two options"));
        }
        let texts: Vec<&str> = options.iter().map(String::as_str).collect();
        let trace_id = self.trace_id();
        let message_id = self
            .store_poll(chat_id, handle, &texts, None)
            .ok_or_else(|| ControlError::no_chat(chat_id))?;
        self.publish_poll("poll.received", message_id, trace_id);
        Ok(message_id)
    }

    /// A member adds options to a poll.
    pub(crate) fn person_adds_options(
        &mut self,
        message_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<(), ControlError> {
        self.poll_for(message_id, handle)?;
        let texts: Vec<&str> = options.iter().map(String::as_str).collect();
        let trace_id = self.trace_id();
        self.add_options(message_id, handle, &texts, trace_id);
        Ok(())
    }

    /// The person who wrote a message gives one of its text parts another text.
    pub(crate) fn person_edits(
        &mut self,
        message_id: Uuid,
        part_index: usize,
        text: &str,
    ) -> Result<(), ControlError> {
        let message = self.stored(message_id)?;
        if message.is_from_me {
            return Err(ControlError::invalid(
                "the account's own messages are edited by the API",
            ));
        }
        if !matches!(message.parts.get(part_index), Some(Part::Text(_))) {
            return Err(ControlError::invalid("the message has no such text part"));
        }
        if text.is_empty() {
            return Err(ControlError::invalid("text must not be empty"));
        }
        let trace_id = self.trace_id();
        self.edit(message_id, part_index, text, trace_id);
        Ok(())
    }

    /// One of the account's own messages comes back as `message.received`, marked as outbound.
    pub(crate) fn echo(&mut self, message_id: Uuid) -> Result<(), ControlError> {
        if !self.stored(message_id)?.is_from_me {
            return Err(ControlError::invalid(
                "only the account's own messages are echoed",
            ));
        }
        let trace_id = self.trace_id();
        self.publish_message("message.received", message_id, trace_id);
        Ok(())
    }

    fn stored(&self, id: Uuid) -> Result<&Message, ControlError> {
        self.message(id)
            .ok_or_else(|| ControlError::NotFound(format!("there is no message {id}")))
    }

    /// A message in a chat that `handle` is a member of.
    fn message_to(&self, id: Uuid, handle: &str) -> Result<&Message, ControlError> {
        let message = self.stored(id)?;
        self.chat_with_member(message.chat_id, handle)?;
        Ok(message)
    }

    fn poll_for(&self, id: Uuid, handle: &str) -> Result<(), ControlError> {
        if self.message_to(id, handle)?.poll.is_some() {
            Ok(())
        } else {
            Err(ControlError::invalid("the message is not a poll"))
        }
    }
}
