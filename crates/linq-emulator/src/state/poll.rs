//! Polls.

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::chat::Chat;
use super::handle::Service;
use super::message::{DeliveryStatus, Message};
use super::view::{date, direction, optional_date};
use super::{Event, State};

#[derive(Clone, Debug, Default)]
pub(crate) struct Poll {
    pub(crate) options: Vec<PollOption>,
}

#[derive(Clone, Debug)]
pub(crate) struct PollOption {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    /// Handle that added it.
    pub(crate) creator: String,
    pub(crate) votes: Vec<Vote>,
}

#[derive(Clone, Debug)]
pub(crate) struct Vote {
    pub(crate) by: String,
    pub(crate) at: Timestamp,
}

impl Poll {
    fn voters(&self) -> usize {
        let mut voters: Vec<&str> = self
            .options
            .iter()
            .flat_map(|option| &option.votes)
            .map(|vote| vote.by.as_str())
            .collect();
        voters.sort_unstable();
        voters.dedup();
        voters.len()
    }
}

impl State {
    fn option_json(&self, chat: &Chat, option: &PollOption) -> Value {
        let voters: Vec<Value> = option
            .votes
            .iter()
            .map(|vote| json!({ "handle": vote.by, "voted_at": date(vote.at) }))
            .collect();
        json!({
            "option_id": option.id,
            "text": option.text,
            "creator_handle": self.chat_handle_of(chat, &option.creator),
            "can_be_edited": false,
            "voters": voters,
        })
    }

    fn poll_json(&self, chat: &Chat, poll: &Poll) -> Value {
        let options: Vec<Value> = poll
            .options
            .iter()
            .map(|option| self.option_json(chat, option))
            .collect();
        json!({ "options": options, "total_voters": poll.voters() })
    }

    /// Returns the poll of a message as in responses, if it is a poll.
    pub(crate) fn poll_envelope(&self, chat: &Chat, message: &Message) -> Option<Value> {
        let poll = message.poll.as_ref()?;
        Some(json!({
            "chat_id": chat.id,
            "message_id": message.id,
            "poll": self.poll_json(chat, poll),
            "reactions": self.reactions_to(chat, message, 0),
            "created_at": date(message.created_at),
            "updated_at": date(message.updated_at),
        }))
    }

    /// Stores a poll by `creator`, and returns the id of its message.
    pub(crate) fn store_poll(
        &mut self,
        chat_id: Uuid,
        creator: &str,
        options: &[&str],
        key: Option<String>,
    ) -> Option<Uuid> {
        let now = self.now();
        let options = self.new_options(creator, options);
        let line = self.chat(chat_id)?.line.clone();
        let id = self.ids.uuid();
        let is_from_me = creator == line;
        let mut message = Message::new(id, chat_id, self.next_message_number(), creator, now);
        message.is_from_me = is_from_me;
        message.poll = Some(Poll { options });
        message.service = Service::IMessage;
        message.idempotency_key = key;
        if !is_from_me {
            message.status = DeliveryStatus::Received;
            message.sent_at = Some(now);
        }
        self.store_message(&line, message);
        self.chat_mut(chat_id)?.updated_at = now;
        Some(id)
    }

    fn new_options(&mut self, creator: &str, texts: &[&str]) -> Vec<PollOption> {
        texts
            .iter()
            .map(|text| PollOption {
                id: self.ids.uuid(),
                text: (*text).to_owned(),
                creator: creator.to_owned(),
                votes: Vec::new(),
            })
            .collect()
    }

    /// Adds options, which cannot be removed.
    pub(crate) fn add_options(
        &mut self,
        message_id: Uuid,
        creator: &str,
        texts: &[&str],
        trace_id: Uuid,
    ) {
        let now = self.now();
        let options = self.new_options(creator, texts);
        let Some(message) = self.message_mut(message_id) else {
            return;
        };
        message.updated_at = now;
        let Some(poll) = &mut message.poll else {
            return;
        };
        poll.options.extend(options.iter().cloned());
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return;
        };
        let added: Vec<Value> = options
            .iter()
            .map(|option| self.option_json(chat, option))
            .collect();
        let data = json!({
            "chat": self.event_chat(chat),
            "message_id": message.id,
            "added_options": added,
            "direction": if creator == chat.line { "outbound" } else { "inbound" },
            // The account's line, regardless of who made the update.
            "sender_handle": self.chat_handle_of(chat, &chat.line),
            "service": message.service,
            "zero_retention": false,
        });
        let event = Event::in_chat("poll.updated", chat, trace_id, data);
        self.publish(event);
    }

    /// Adds or removes a vote; returns false if there is no such option. A vote without an effect is not published.
    pub(crate) fn vote(
        &mut self,
        message_id: Uuid,
        option_id: Uuid,
        by: &str,
        is_added: bool,
        trace_id: Uuid,
    ) -> bool {
        let now = self.now();
        let Some(message) = self.message_mut(message_id) else {
            return false;
        };
        let option = message.poll.as_mut().and_then(|poll| {
            poll.options
                .iter_mut()
                .find(|option| option.id == option_id)
        });
        let Some(option) = option else {
            return false;
        };
        let had_voted = option.votes.iter().any(|vote| vote.by == by);
        if had_voted == is_added {
            return true;
        }
        if is_added {
            let by = by.to_owned();
            option.votes.push(Vote { by, at: now });
        } else {
            option.votes.retain(|vote| vote.by != by);
        }
        message.updated_at = now;
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return true;
        };
        let data = json!({
            "chat": self.event_chat(chat),
            "message_id": message.id,
            "option_id": option_id,
            "direction": if by == chat.line { "outbound" } else { "inbound" },
            "sender_handle": self.chat_handle_of(chat, by),
            "service": message.service,
            "zero_retention": false,
        });
        let kind = if is_added {
            "poll.vote.added"
        } else {
            "poll.vote.removed"
        };
        let event = Event::in_chat(kind, chat, trace_id, data);
        self.publish(event);
        true
    }

    /// Returns the payload of an event about a poll's delivery: `poll.sent`, `.delivered`, `.read`,
    /// `.received` and `.failed`.
    pub(crate) fn poll_event_data(&self, kind: &str, chat: &Chat, message: &Message) -> Value {
        let poll = message.poll.as_ref();
        let mut data = json!({
            "chat": self.event_chat(chat),
            "message_id": message.id,
            "poll": poll.map(|poll| self.poll_json(chat, poll)),
            "direction": direction(message),
            "sender_handle": self.chat_handle_of(chat, &message.from),
            "service": message.service,
            "zero_retention": false,
        });
        let more = match kind {
            "poll.failed" => json!({
                "error": { "code": super::send::DELIVERY_FAILED, "message": "Delivery failed" },
                "failed_at": date(message.updated_at),
            }),
            "poll.received" => json!({
                "created_at": date(message.created_at),
                "updated_at": date(message.updated_at),
                "received_at": date(message.created_at),
            }),
            _ => json!({
                "created_at": date(message.created_at),
                "updated_at": date(message.updated_at),
                "sent_at": optional_date(message.sent_at),
                "delivered_at": optional_date(message.delivered_at),
                "read_at": optional_date(message.read_at),
            }),
        };
        if let (Some(data), Value::Object(more)) = (data.as_object_mut(), more) {
            data.extend(more);
        }
        data
    }

    /// Returns the chat as in events about polls and backgrounds.
    pub(crate) fn event_chat(&self, chat: &Chat) -> Value {
        json!({
            "id": chat.id,
            "is_group": chat.is_group,
            "owner_handle": self.chat_handle_of(chat, &chat.line),
        })
    }
}
