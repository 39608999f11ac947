//! Events about messages and reactions.

use serde_json::json;
use uuid::Uuid;

use crate::world::message::{DeliveryStatus, Effect, Message, Part, ReplyTo, TextPart};
use crate::world::reaction::{Reaction, What};
use crate::world::send::DELIVERY_FAILED;
use crate::world::{ControlError, World};

impl World {
    pub(super) fn sample_message_event(
        &mut self,
        kind: &'static str,
        chat_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        let (chat_id, person) = self.sample_chat(chat_id)?;
        let trace_id = self.trace_id();
        if kind == "message.received" {
            let id = self.sample_message(chat_id, &person);
            self.publish_message(kind, id, trace_id);
            return Ok(());
        }
        let id = self.own_message(chat_id)?;
        match kind {
            "message.sent" => self.sample_progress(kind, id, DeliveryStatus::Sent, trace_id),
            "message.delivered" => {
                self.sample_progress(kind, id, DeliveryStatus::Delivered, trace_id);
            }
            "message.read" => self.sample_progress(kind, id, DeliveryStatus::Read, trace_id),
            "message.failed" => self.fail(id, DELIVERY_FAILED, trace_id),
            "message.edited" => {
                let text = self.message(id).and_then(|message| {
                    let mut parts = message.parts.iter();
                    parts.position(|part| matches!(part, Part::Text(_)))
                });
                let (id, index) = match text {
                    Some(index) => (id, index),
                    None => (self.sample_outbound(chat_id)?, 0),
                };
                self.edit(id, index, "Hello again!", trace_id);
            }
            "reaction.removed" => {
                let love = What::Tapback("love".to_owned());
                self.react_silently(id, &person, love.clone());
                self.remove_reaction(id, &person, 0, &love, trace_id);
            }
            _ => {
                let love = What::Tapback("love".to_owned());
                self.add_reaction(id, &person, 0, love, trace_id);
            }
        }
        Ok(())
    }

    fn sample_progress(
        &mut self,
        kind: &'static str,
        id: Uuid,
        status: DeliveryStatus,
        trace_id: Uuid,
    ) {
        // Whatever is read was delivered, and whatever was delivered was sent.
        for passed in [
            DeliveryStatus::Sent,
            DeliveryStatus::Delivered,
            DeliveryStatus::Read,
        ] {
            self.advance(id, passed);
            if passed == status {
                break;
            }
        }
        self.publish_message(kind, id, trace_id);
    }

    /// The account's newest message in a chat that is no poll, else a new one.
    fn own_message(&mut self, chat_id: Uuid) -> Result<Uuid, ControlError> {
        let newest = self.messages.iter().rev().find(|message| {
            message.chat_id == chat_id && message.is_from_me && message.poll.is_none()
        });
        match newest {
            Some(message) => Ok(message.id),
            None => self.sample_outbound(chat_id),
        }
    }

    fn sample_outbound(&mut self, chat_id: Uuid) -> Result<Uuid, ControlError> {
        let chat = self
            .chat(chat_id)
            .ok_or_else(|| ControlError::NotFound(format!("there is no chat {chat_id}")))?;
        let line = chat.line.clone();
        Ok(self.sample_message(chat_id, &line))
    }

    /// Stores a message that has a bit of everything, and tells nobody.
    fn sample_message(&mut self, chat_id: Uuid, from: &str) -> Uuid {
        let now = self.now();
        let photo = self.add_attachment("cake.jpg", "image/jpeg", 20_480);
        let url = self.download_url(photo, "cake.jpg");
        let id = self.ids.uuid();
        let before = self
            .messages
            .iter()
            .rev()
            .find(|message| message.chat_id == chat_id)
            .map(|message| message.id);
        let chat = self.chat(chat_id);
        let (service, line) = chat.map_or_else(
            || (self.service_of(from), String::new()),
            |chat| (chat.service, chat.line.clone()),
        );
        let mut message = Message::new(id, chat_id, self.next_message_number(), from, now);
        message.is_from_me = from == line;
        message.service = service;
        message.parts = vec![
            Part::Text(TextPart {
                text_decorations: Some(vec![json!({ "range": [0, 5], "style": "bold" })]),
                ..TextPart::plain("Hello there!")
            }),
            Part::Media {
                id: photo,
                filename: "cake.jpg".to_owned(),
                mime_type: "image/jpeg".to_owned(),
                size_bytes: 20_480,
                url,
            },
        ];
        message.effect = Some(Effect {
            kind: "screen".to_owned(),
            name: "confetti".to_owned(),
        });
        message.reply_to = before.map(|message_id| ReplyTo {
            message_id,
            part_index: Some(0),
        });
        message.sent_at = Some(now);
        message.status = if message.is_from_me {
            message.idempotency_key = Some(format!("sample-{id}"));
            DeliveryStatus::Sent
        } else {
            DeliveryStatus::Received
        };
        self.messages.push(message);
        id
    }

    fn react_silently(&mut self, message_id: Uuid, by: &str, what: What) {
        let id = self.ids.uuid();
        if let Some(message) = self.message_mut(message_id) {
            message.reactions.push(Reaction {
                id,
                by: by.to_owned(),
                part_index: 0,
                what,
            });
        }
    }
}
