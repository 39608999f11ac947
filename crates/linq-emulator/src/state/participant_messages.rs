//! Participants' actions on messages: reactions, votes, polls, edits.

use serde::Deserialize;
use uuid::Uuid;

use super::message::{Message, Part};
use super::reaction::{CUSTOM, Placement, ReactionKind, STICKER, Sticker, TAPBACKS};
use super::{ControlError, State};

/// A participant's reaction to a message.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParticipantReaction {
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

impl ParticipantReaction {
    /// Returns a reaction by the name of a tapback, `sticker`, or an emoji.
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

    fn reaction_kind(&self) -> Result<ReactionKind, ControlError> {
        match (self.kind.as_str(), &self.custom_emoji) {
            (kind, None) if TAPBACKS.contains(&kind) => Ok(ReactionKind::Tapback(kind.to_owned())),
            (CUSTOM, Some(emoji)) => Ok(ReactionKind::Custom(emoji.clone())),
            (STICKER, None) => Ok(ReactionKind::Sticker(Sticker {
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

impl State {
    /// Adds or removes a participant's reaction.
    pub(crate) fn participant_reacts(
        &mut self,
        message_id: Uuid,
        reaction: &ParticipantReaction,
    ) -> Result<(), ControlError> {
        let message = self.message_to(message_id, &reaction.handle)?;
        if reaction.part_index >= message.part_count() {
            return Err(ControlError::invalid("the message has no such part"));
        }
        let kind = reaction.reaction_kind()?;
        let trace_id = self.trace_id();
        let (by, part) = (reaction.handle.as_str(), reaction.part_index);
        if reaction.operation == Operation::Add {
            self.add_reaction(message_id, by, part, kind, trace_id);
            return Ok(());
        }
        if kind.name() == STICKER {
            return Err(ControlError::invalid("stickers cannot be removed"));
        }
        if self.remove_reaction(message_id, by, part, &kind, trace_id) {
            Ok(())
        } else {
            Err(ControlError::invalid("no such reaction"))
        }
    }

    /// Adds or removes a participant's vote.
    pub(crate) fn participant_votes(
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

    /// Sends a participant's poll, and returns the id of its message.
    pub(crate) fn participant_polls(
        &mut self,
        chat_id: Uuid,
        handle: &str,
        options: &[String],
    ) -> Result<Uuid, ControlError> {
        let chat_id = self.chat_with_member(chat_id, handle)?;
        if options.len() < 2 {
            return Err(ControlError::invalid(
                "options must have at least two items",
            ));
        }
        let texts: Vec<&str> = options.iter().map(String::as_str).collect();
        let trace_id = self.trace_id();
        let message_id = self
            .store_poll(chat_id, handle, &texts, None)
            .ok_or_else(|| ControlError::no_chat(chat_id))?;
        self.publish_poll("poll.received", message_id, trace_id);
        Ok(message_id)
    }

    /// Adds a participant's options to a poll.
    pub(crate) fn participant_adds_options(
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

    /// Edits a text part of a participant's message.
    pub(crate) fn participant_edits(
        &mut self,
        message_id: Uuid,
        part_index: usize,
        text: &str,
    ) -> Result<(), ControlError> {
        let message = self.stored(message_id)?;
        if message.is_from_me {
            return Err(ControlError::invalid(
                "the account's own messages can only be edited by the API",
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

    /// Publishes one of the account's own messages as `message.received`, marked as outbound.
    pub(crate) fn echo(&mut self, message_id: Uuid) -> Result<(), ControlError> {
        if !self.stored(message_id)?.is_from_me {
            return Err(ControlError::invalid(
                "only the account's own messages can be echoed",
            ));
        }
        let trace_id = self.trace_id();
        self.publish_message("message.received", message_id, trace_id);
        Ok(())
    }

    fn stored(&self, id: Uuid) -> Result<&Message, ControlError> {
        self.message(id)
            .ok_or_else(|| ControlError::NotFound(format!("unknown message {id}")))
    }

    /// Returns a message in a chat of `handle`.
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
