//! Inbound messages.

use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::content::{self, SendContext};
use crate::field::Field;
use crate::state::handle::is_handle;
use crate::state::message::{Part, TextPart};
use crate::state::{ControlError, State};

/// An inbound message, for [`Emulator::inbound`](crate::Emulator::inbound).
///
/// ```
/// use linq_emulator::InboundMessage;
///
/// let message = InboundMessage::to_line("+15556667777", "+12223334444").text("Hello!");
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct InboundMessage(Inbound);

impl InboundMessage {
    /// Returns a message from a handle to one of the account's lines, in their direct chat, which is created if needed.
    pub fn to_line(from: impl Into<String>, line: impl Into<String>) -> Self {
        Self(Inbound {
            from: from.into(),
            to: Some(line.into()),
            ..Inbound::default()
        })
    }

    /// Returns a message from a participant of a chat to that chat.
    pub fn to_chat(from: impl Into<String>, chat_id: Uuid) -> Self {
        Self(Inbound {
            from: from.into(),
            chat_id: Some(chat_id),
            ..Inbound::default()
        })
    }

    /// Sets the content to one text part.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.text = Some(text.into());
        self
    }

    /// Sets the content to a list of parts, as in the API.
    pub fn parts(mut self, parts: Value) -> Self {
        self.0.parts = Some(parts);
        self
    }
}

impl From<InboundMessage> for Inbound {
    fn from(message: InboundMessage) -> Self {
        message.0
    }
}

/// An inbound message, to a line or a chat.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inbound {
    pub(crate) from: String,
    /// One of the account's lines, for the direct chat with it.
    pub(crate) to: Option<String>,
    pub(crate) chat_id: Option<Uuid>,
    pub(crate) text: Option<String>,
    /// Message parts as in the API, instead of `text`.
    pub(crate) parts: Option<Value>,
}

impl State {
    pub(crate) fn receive(&mut self, inbound: &Inbound) -> Result<Uuid, ControlError> {
        if !is_handle(&inbound.from) {
            return Err(ControlError::invalid(
                "from must be an E.164 phone number or an email address",
            ));
        }
        if self.is_blocked(&inbound.from) {
            return Err(ControlError::invalid(
                "from is blocked: the message is dropped",
            ));
        }
        let parts = self.inbound_parts(inbound)?;
        let trace_id = self.trace_id();
        let (chat_id, is_new) = match (inbound.chat_id, &inbound.to) {
            (Some(chat_id), None) => (self.chat_with_member(chat_id, &inbound.from)?, false),
            (None, Some(line)) => self.direct_chat(line, &inbound.from)?,
            _ => {
                return Err(ControlError::invalid(
                    "exactly one of to and chat_id is required",
                ));
            }
        };
        self.record_opt_out(&inbound.from, chat_id, &parts);
        let message_id = self.store_inbound(chat_id, &inbound.from, parts)?;
        if is_new {
            self.publish_chat("chat.created", chat_id, trace_id, |state, chat| {
                state.chat_created_data(chat)
            });
        }
        self.publish_message("message.received", message_id, trace_id);
        Ok(message_id)
    }

    fn inbound_parts(&mut self, inbound: &Inbound) -> Result<Vec<Part>, ControlError> {
        match (&inbound.text, &inbound.parts) {
            (Some(text), None) if !text.is_empty() => Ok(vec![Part::Text(TextPart::plain(text))]),
            (None, Some(parts)) => {
                let message = json!({ "parts": parts });
                let context = SendContext {
                    is_group: true,
                    ..SendContext::default()
                };
                content::parse(&Field::root(&message), context, self)
                    .map(|content| content.parts)
                    .map_err(|error| ControlError::invalid(error.message))
            }
            _ => Err(ControlError::invalid(
                "exactly one of text (not empty) and parts is required",
            )),
        }
    }
}
