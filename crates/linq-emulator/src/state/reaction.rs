//! Reactions: tapbacks and stickers on a message.

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::chat::Chat;
use super::message::Message;
use super::view::date;
use super::{Event, State};

pub(crate) const TAPBACKS: [&str; 6] =
    ["love", "like", "dislike", "laugh", "emphasize", "question"];
pub(crate) const CUSTOM: &str = "custom";
pub(crate) const STICKER: &str = "sticker";

/// A participant's reaction to a part of a message.
#[derive(Clone, Debug)]
pub(crate) struct Reaction {
    pub(crate) id: Uuid,
    /// Handle that reacted.
    pub(crate) by: String,
    pub(crate) part_index: usize,
    pub(crate) kind: ReactionKind,
}

/// Kind of a reaction.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReactionKind {
    Tapback(String),
    Custom(String),
    Sticker(Sticker),
}

impl ReactionKind {
    /// Returns the `type` in JSON.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Tapback(name) => name,
            Self::Custom(_) => CUSTOM,
            Self::Sticker(_) => STICKER,
        }
    }

    fn custom_emoji(&self) -> Option<&str> {
        match self {
            Self::Custom(emoji) => Some(emoji),
            Self::Tapback(_) | Self::Sticker(_) => None,
        }
    }

    fn sticker(&self) -> Option<&Sticker> {
        match self {
            Self::Sticker(sticker) => Some(sticker),
            Self::Tapback(_) | Self::Custom(_) => None,
        }
    }
}

/// An image or emoji on a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sticker {
    pub(crate) file_name: String,
    pub(crate) mime_type: String,
    pub(crate) url: Option<String>,
    pub(crate) placement: Placement,
}

impl Sticker {
    /// Width and height of every sticker, since images are not decoded.
    const SIDE: u32 = 160;

    fn to_json(&self) -> Value {
        json!({
            "file_name": self.file_name,
            "mime_type": self.mime_type,
            "url": self.url,
            "width": Self::SIDE,
            "height": Self::SIDE,
        })
    }
}

/// Position of a sticker: the center of the bubble is 0, its edges are -1 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Placement {
    /// From the left to the right.
    pub(crate) x: f64,
    /// From the top to the bottom.
    pub(crate) y: f64,
    pub(crate) scale: f64,
    /// Clockwise, in degrees.
    pub(crate) rotation: f64,
}

impl Placement {
    /// Default placement of an image.
    pub(crate) const IMAGE: Self = Self {
        x: 0.0,
        y: 0.0,
        scale: 1.0,
        rotation: 0.0,
    };
    pub(crate) const EMOJI: Self = Self {
        scale: 0.5,
        ..Self::IMAGE
    };
}

impl State {
    /// Returns the reaction as in a message's part.
    fn reaction_json(&self, chat: &Chat, reaction: &Reaction) -> Value {
        json!({
            "id": reaction.id,
            "handle": self.chat_handle_of(chat, &reaction.by),
            "is_me": reaction.by == chat.line,
            "type": reaction.kind.name(),
            "custom_emoji": reaction.kind.custom_emoji(),
            "sticker": reaction.kind.sticker().map(Sticker::to_json),
        })
    }

    /// Returns the reactions to a part.
    pub(crate) fn reactions_to(&self, chat: &Chat, message: &Message, part: usize) -> Vec<Value> {
        message
            .reactions
            .iter()
            .filter(|reaction| reaction.part_index == part)
            .map(|reaction| self.reaction_json(chat, reaction))
            .collect()
    }

    /// Adds a reaction and returns its id; a tapback replaces the participant's former one.
    pub(crate) fn add_reaction(
        &mut self,
        message_id: Uuid,
        by: &str,
        part_index: usize,
        kind: ReactionKind,
        trace_id: Uuid,
    ) -> Option<Uuid> {
        let id = self.ids.uuid();
        let reaction = Reaction {
            id,
            by: by.to_owned(),
            part_index,
            kind,
        };
        let message = self.message_mut(message_id)?;
        if reaction.kind.sticker().is_none() {
            message.reactions.retain(|other| {
                other.by != by || other.part_index != part_index || other.kind.sticker().is_some()
            });
        }
        message.reactions.push(reaction.clone());
        let event_type = if message.poll.is_some() {
            "poll.reaction.added"
        } else {
            "reaction.added"
        };
        self.publish_reaction(event_type, message_id, &reaction, trace_id);
        Some(id)
    }

    /// Removes a tapback; returns false if there is no such tapback.
    pub(crate) fn remove_reaction(
        &mut self,
        message_id: Uuid,
        by: &str,
        part_index: usize,
        kind: &ReactionKind,
        trace_id: Uuid,
    ) -> bool {
        let Some(message) = self.message_mut(message_id) else {
            return false;
        };
        let Some(index) = message.reactions.iter().position(|other| {
            other.by == by && other.part_index == part_index && other.kind == *kind
        }) else {
            return false;
        };
        let reaction = message.reactions.remove(index);
        self.publish_reaction("reaction.removed", message_id, &reaction, trace_id);
        true
    }

    fn publish_reaction(
        &mut self,
        event_type: &'static str,
        message_id: Uuid,
        reaction: &Reaction,
        trace_id: Uuid,
    ) {
        let now = self.now();
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return;
        };
        let data = json!({
            "chat_id": chat.id,
            "message_id": message.id,
            "part_index": reaction.part_index,
            "reaction_id": reaction.id,
            "reaction_type": reaction.kind.name(),
            "custom_emoji": reaction.kind.custom_emoji(),
            "sticker": reaction.kind.sticker().map(Sticker::to_json),
            "is_from_me": reaction.by == chat.line,
            "from": reaction.by,
            "from_handle": self.chat_handle_of(chat, &reaction.by),
            "reacted_at": date(now),
            "service": message.service,
        });
        let event = Event::in_chat(event_type, chat, trace_id, data);
        self.publish(event);
    }
}
