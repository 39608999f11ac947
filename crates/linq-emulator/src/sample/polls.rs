//! Events about polls.

use uuid::Uuid;

use crate::world::message::DeliveryStatus;
use crate::world::poll::Vote;
use crate::world::reaction::What;
use crate::world::{ControlError, World};

impl World {
    pub(super) fn sample_poll_event(
        &mut self,
        kind: &'static str,
        chat_id: Option<Uuid>,
    ) -> Result<(), ControlError> {
        let (chat_id, person) = self.sample_chat(chat_id)?;
        let trace_id = self.trace_id();
        if kind == "poll.received" {
            let id = self.new_poll(chat_id, &person)?;
            self.publish_poll(kind, id, trace_id);
            return Ok(());
        }
        let id = self.newest_poll(chat_id)?;
        let option = self.first_option(id);
        match kind {
            "poll.sent" | "poll.delivered" | "poll.read" => {
                self.advance(id, DeliveryStatus::Sent);
                if kind != "poll.sent" {
                    self.advance(id, DeliveryStatus::Delivered);
                }
                if kind == "poll.read" {
                    self.advance(id, DeliveryStatus::Read);
                }
                self.publish_poll(kind, id, trace_id);
            }
            "poll.failed" => self.publish_poll(kind, id, trace_id),
            "poll.updated" => self.add_options(id, &person, &["Neither"], trace_id),
            "poll.vote.added" => {
                self.count_silently(id, option, &person, false);
                self.vote(id, option, &person, true, trace_id);
            }
            "poll.vote.removed" => {
                self.count_silently(id, option, &person, true);
                self.vote(id, option, &person, false, trace_id);
            }
            _ => {
                let like = What::Tapback("like".to_owned());
                self.add_reaction(id, &person, 0, like, trace_id);
            }
        }
        Ok(())
    }

    fn newest_poll(&mut self, chat_id: Uuid) -> Result<Uuid, ControlError> {
        let newest = self
            .messages
            .iter()
            .rev()
            .find(|message| message.chat_id == chat_id && message.poll.is_some());
        if let Some(poll) = newest {
            return Ok(poll.id);
        }
        let line = self.chat(chat_id).map(|chat| chat.line.clone());
        self.new_poll(chat_id, &line.unwrap_or_default())
    }

    fn new_poll(&mut self, chat_id: Uuid, creator: &str) -> Result<Uuid, ControlError> {
        self.store_poll(chat_id, creator, &["Tea", "Coffee"], None)
            .ok_or_else(|| ControlError::NotFound(format!("there is no chat {chat_id}")))
    }

    fn first_option(&self, message_id: Uuid) -> Uuid {
        self.message(message_id)
            .and_then(|message| message.poll.as_ref())
            .and_then(|poll| poll.options.first())
            .map_or_else(Uuid::nil, |option| option.id)
    }

    /// Makes sure that somebody has voted, or has not, without telling.
    fn count_silently(&mut self, message_id: Uuid, option_id: Uuid, by: &str, voted: bool) {
        let at = self.now();
        let option = self
            .message_mut(message_id)
            .and_then(|message| message.poll.as_mut())
            .and_then(|poll| {
                let mut options = poll.options.iter_mut();
                options.find(|option| option.id == option_id)
            });
        if let Some(option) = option {
            option.votes.retain(|vote| vote.by != by);
            if voted {
                let by = by.to_owned();
                option.votes.push(Vote { by, at });
            }
        }
    }
}
