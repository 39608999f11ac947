//! Messages and their content.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::handle::Service;
use super::poll::Poll;
use super::reaction::Reaction;

/// Validated content of a message.
#[derive(Debug, Default)]
pub(crate) struct Content {
    pub(crate) parts: Vec<Part>,
    pub(crate) effect: Option<Effect>,
    pub(crate) reply_to: Option<ReplyTo>,
    pub(crate) preferred_service: Option<Service>,
    pub(crate) idempotency_key: Option<String>,
    /// `true` if it can be sent over iMessage only, as cards.
    pub(crate) needs_imessage: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: Uuid,
    pub(crate) chat_id: Uuid,
    /// Sequence number, which cursors contain.
    pub(crate) number: u64,
    pub(crate) from: String,
    pub(crate) is_from_me: bool,
    pub(crate) parts: Vec<Part>,
    pub(crate) effect: Option<Effect>,
    pub(crate) reply_to: Option<ReplyTo>,
    pub(crate) preferred_service: Option<Service>,
    pub(crate) service: Service,
    pub(crate) status: DeliveryStatus,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) reactions: Vec<Reaction>,
    /// Number of edits.
    pub(crate) edits: u32,
    /// Poll, in which case there are no parts.
    pub(crate) poll: Option<Poll>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) sent_at: Option<Timestamp>,
    pub(crate) delivered_at: Option<Timestamp>,
    pub(crate) read_at: Option<Timestamp>,
}

impl Message {
    /// Returns a pending message without content.
    pub(crate) fn new(id: Uuid, chat_id: Uuid, number: u64, from: &str, now: Timestamp) -> Self {
        Self {
            id,
            chat_id,
            number,
            from: from.to_owned(),
            is_from_me: false,
            parts: Vec::new(),
            effect: None,
            reply_to: None,
            preferred_service: None,
            service: Service::IMessage,
            status: DeliveryStatus::Pending,
            idempotency_key: None,
            reactions: Vec::new(),
            edits: 0,
            poll: None,
            created_at: now,
            updated_at: now,
            sent_at: None,
            delivered_at: None,
            read_at: None,
        }
    }

    /// Returns the number of parts, which reactions refer to.
    pub(crate) fn part_count(&self) -> usize {
        self.parts.len().max(1)
    }
}

#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DeliveryStatus {
    Pending,
    Sent,
    Delivered,
    Received,
    Read,
    Failed,
}

/// A part, as in responses and events.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Part {
    Text(TextPart),
    Media {
        id: Uuid,
        filename: String,
        mime_type: String,
        size_bytes: u64,
        url: String,
    },
    Link {
        value: String,
    },
    #[serde(rename = "imessage_app")]
    App(AppPart),
    AppClip {
        value: String,
        title: Option<String>,
        description: Option<String>,
        image_url: Option<String>,
    },
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct TextPart {
    pub(crate) value: String,
    pub(crate) text_decorations: Option<Vec<Value>>,
    pub(crate) inline_stickers: Option<Vec<Value>>,
    pub(crate) mention: Option<String>,
    pub(crate) mention_range: Option<[usize; 2]>,
    pub(crate) mentions: Option<Vec<Value>>,
}

impl TextPart {
    pub(crate) fn plain(value: &str) -> Self {
        Self {
            value: value.to_owned(),
            text_decorations: None,
            inline_stickers: None,
            mention: None,
            mention_range: None,
            mentions: None,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct AppPart {
    pub(crate) app: Value,
    pub(crate) layout: Value,
    pub(crate) url: String,
    pub(crate) fallback_text: Option<String>,
}

impl Part {
    /// Returns the text, or the URL of a link.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(&text.value),
            Self::Link { value } | Self::AppClip { value, .. } => Some(value),
            Self::Media { .. } | Self::App(_) => None,
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Effect {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) name: String,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct ReplyTo {
    pub(crate) message_id: Uuid,
    pub(crate) part_index: Option<usize>,
}
