//! JSON representations of the state.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::State;
use super::chat::{Chat, Participant};
use super::message::{DeliveryStatus, Message};

/// Returns a date in JSON.
pub(crate) fn date(time: Timestamp) -> Value {
    time.to_string().into()
}

pub(crate) fn optional_date(time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, date)
}

impl State {
    pub(crate) fn chat_handle(&self, chat: &Chat, participant: &Participant) -> Value {
        let is_me = participant.handle == chat.line;
        json!({
            "id": participant.id,
            "handle": participant.handle,
            "is_me": is_me,
            "joined_at": date(participant.joined_at),
            "left_at": optional_date(participant.left_at),
            "line_type": if is_me { json!(self.line(&chat.line).map(|line| line.kind)) } else { Value::Null },
            "service": if is_me { chat.service } else { self.service_of(&participant.handle).min(chat.service) },
            "status": participant.status.as_str(),
        })
    }

    /// Returns the handle object of a participant of the chat; null if the handle never was one.
    pub(crate) fn chat_handle_of(&self, chat: &Chat, handle: &str) -> Value {
        chat.participant(handle).map_or(Value::Null, |participant| {
            self.chat_handle(chat, participant)
        })
    }

    pub(crate) fn chat_handles(&self, chat: &Chat) -> Vec<Value> {
        chat.participants
            .iter()
            .map(|participant| self.chat_handle(chat, participant))
            .collect()
    }

    pub(crate) fn chat_json(&self, chat: &Chat) -> Value {
        json!({
            "id": chat.id,
            "display_name": chat.display_name_or_handles(),
            "group_chat_icon": chat.icon,
            "handles": self.chat_handles(chat),
            "health_status": health(chat),
            "is_archived": false,
            "is_group": chat.is_group,
            "service": chat.service,
            "created_at": date(chat.created_at),
            "updated_at": date(chat.updated_at),
        })
    }

    /// Returns the response to the creation of a chat: the chat with the sent message.
    pub(crate) fn created_chat_json(&self, chat: &Chat, message: &Message) -> Value {
        json!({ "chat": {
            "id": chat.id,
            "display_name": chat.display_name_or_handles(),
            "handles": self.chat_handles(chat),
            "health_status": health(chat),
            "is_group": chat.is_group,
            "service": chat.service,
            "message": self.sent_message_json(chat, message),
        }})
    }

    /// Returns the parts with the reactions to each, null if there are none.
    fn parts_with_reactions(&self, chat: &Chat, message: &Message) -> Vec<Value> {
        let parts = message.parts.iter().enumerate();
        parts
            .map(|(index, part)| {
                let reactions = self.reactions_to(chat, message, index);
                let mut part = json!(part);
                part["reactions"] = (!reactions.is_empty()).then_some(reactions).into();
                part
            })
            .collect()
    }

    pub(crate) fn sent_message_json(&self, chat: &Chat, message: &Message) -> Value {
        json!({
            "id": message.id,
            "parts": self.parts_with_reactions(chat, message),
            "effect": message.effect,
            "reply_to": message.reply_to,
            "from_handle": self.chat_handle_of(chat, &message.from),
            "preferred_service": message.preferred_service,
            "service": message.service,
            "delivery_status": message.status,
            "is_read": message.read_at.is_some(),
            "created_at": date(message.created_at),
            "sent_at": optional_date(message.sent_at),
            "delivered_at": optional_date(message.delivered_at),
        })
    }

    pub(crate) fn message_json(&self, chat: &Chat, message: &Message) -> Value {
        let is_delivered = matches!(
            message.status,
            DeliveryStatus::Delivered | DeliveryStatus::Received | DeliveryStatus::Read
        );
        let mut response = self.sent_message_json(chat, message);
        if message.poll.is_some() {
            response["parts"] = Value::Null;
        }
        response["reconciled_at"] = Value::Null;
        response["chat_id"] = message.chat_id.to_string().into();
        response["from"] = message.from.as_str().into();
        response["is_from_me"] = message.is_from_me.into();
        response["is_delivered"] = is_delivered.into();
        response["updated_at"] = date(message.updated_at);
        response["read_at"] = optional_date(message.read_at);
        response
    }

    /// Returns the payload of `chat.created`: the chat as in responses, without the icon.
    pub(crate) fn chat_created_data(&self, chat: &Chat) -> Value {
        let mut data = self.chat_json(chat);
        if let Some(fields) = data.as_object_mut() {
            fields.remove("group_chat_icon");
            fields.remove("is_archived");
        }
        data
    }

    /// Returns a message event's payload in version 2026-02-03.
    pub(crate) fn message_event_data(&self, chat: &Chat, message: &Message) -> Value {
        json!({
            "id": message.id,
            "chat": self.message_chat(chat),
            "direction": direction(message),
            "parts": message.parts,
            "sender_handle": self.chat_handle_of(chat, &message.from),
            "service": message.service,
            "preferred_service": preferred_service(message),
            "effect": message.effect,
            "reply_to": message.reply_to,
            "idempotency_key": message.idempotency_key,
            "sent_at": optional_date(message.sent_at),
            "delivered_at": optional_date(message.delivered_at),
            "read_at": optional_date(message.read_at),
            "reconciled_at": null,
            "zero_retention": false,
        })
    }

    /// Returns the chat as in events about messages.
    pub(crate) fn message_chat(&self, chat: &Chat) -> Value {
        json!({
            "id": chat.id,
            "health_status": health(chat),
            "is_group": chat.is_group,
            "owner_handle": self.chat_handle_of(chat, &chat.line),
        })
    }

    /// Returns a message event's payload in version 2025-01-01.
    pub(crate) fn legacy_message_event_data(&self, chat: &Chat, message: &Message) -> Value {
        let recipient = if message.is_from_me {
            chat.others().next().map(|other| other.handle.as_str())
        } else {
            Some(chat.line.as_str())
        };
        let mut data = json!({
            "chat_id": chat.id,
            "is_group": chat.is_group,
            "idempotency_key": message.idempotency_key,
            "from": message.from,
            "from_handle": self.chat_handle_of(chat, &message.from),
            "is_from_me": message.is_from_me,
            "recipient_phone": recipient,
            "recipient_handle": recipient.map(|handle| self.chat_handle_of(chat, handle)),
            "received_at": if message.is_from_me { Value::Null } else { optional_date(message.sent_at) },
            "service": message.service,
            "preferred_service": message.preferred_service,
            "message": {
                "id": message.id,
                "parts": legacy_parts(message),
                "effect": message.effect,
                "reply_to": message.reply_to,
                "is_delivered": message.delivered_at.is_some(),
                "is_read": message.read_at.is_some(),
                "sent_at": optional_date(message.sent_at),
                "delivered_at": optional_date(message.delivered_at),
                "read_at": optional_date(message.read_at),
                "created_at": date(message.created_at),
                "updated_at": date(message.updated_at),
            },
        });
        // In this version, absent values were left out instead of null.
        if let Some(fields) = data["message"].as_object_mut() {
            fields.retain(|key, value| {
                !value.is_null() || !["effect", "reply_to"].contains(&key.as_str())
            });
        }
        data
    }
}

fn health(chat: &Chat) -> Value {
    let status = if chat.health.opted_out {
        "OPTED_OUT"
    } else {
        "HEALTHY"
    };
    let anchor = status.to_lowercase().replace('_', "-");
    json!({
        "status": status,
        "doc_url": format!("https://docs.linqapp.com/channel/imessage/guides/chats/chat-health#{anchor}"),
        "updated_at": date(chat.health.updated_at),
    })
}

pub(crate) fn preferred_service(message: &Message) -> Value {
    message
        .preferred_service
        .map_or_else(|| "auto".into(), |service| json!(service))
}

pub(crate) fn direction(message: &Message) -> &'static str {
    if message.is_from_me {
        "outbound"
    } else {
        "inbound"
    }
}

/// Returns the parts in the old version, which has text and media only: a link is text.
fn legacy_parts(message: &Message) -> Vec<Value> {
    message
        .parts
        .iter()
        .map(|part| match part {
            super::message::Part::Link { value } => json!({ "type": "text", "value": value }),
            other => json!(other),
        })
        .collect()
}
