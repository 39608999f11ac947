//! Delivery of accepted messages.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;

use super::chat::Chat;
use super::handle::{Service, is_email};
use super::line::LineKind;
use super::message::{Content, DeliveryStatus, Message};
use super::view::{self, date};
use super::{Event, State};
use crate::error::ApiError;

/// Failures requested by a test, by event.
#[derive(Debug, Default)]
pub(crate) struct RequestedFailures(HashMap<String, u32>);

impl RequestedFailures {
    pub(crate) const EVENTS: [&str; 5] = [
        "message.failed",
        "poll.failed",
        "chat.group_name_update_failed",
        "chat.group_icon_update_failed",
        "chat.background_update_failed",
    ];

    pub(crate) fn add(&mut self, event: &str) {
        *self.0.entry(event.to_owned()).or_default() += 1;
    }

    /// Returns whether the next one must fail, and consumes one failure.
    pub(crate) fn take(&mut self, event: &str) -> bool {
        match self.0.get_mut(event) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}

/// Code "Delivery failed", for failures requested by a test.
pub(crate) const DELIVERY_FAILED: u32 = 4001;
/// Code "The recipient cannot receive this kind of message".
const UNSUPPORTED: u32 = 4005;

impl State {
    /// Returns the service of a message: the best one of all recipients, within the preference.
    pub(crate) fn service_for<'a>(
        &self,
        line: &str,
        recipients: impl Iterator<Item = &'a str>,
        preferred: Option<Service>,
    ) -> Service {
        let best = recipients
            .map(|handle| self.service_of(handle))
            .min()
            .unwrap_or(Service::IMessage)
            .min(self.best_of_line(line));
        match preferred {
            None => best,
            Some(Service::IMessage) => Service::IMessage,
            Some(Service::Rcs | Service::Sms) => best.min(Service::Rcs),
        }
    }

    /// Returns the best service of a line.
    fn best_of_line(&self, line: &str) -> Service {
        match self.line(line).map(|line| line.kind) {
            Some(LineKind::Rcs) => Service::Rcs,
            Some(LineKind::IMessage) | None => Service::IMessage,
        }
    }

    pub(crate) fn can_receive(&self, handle: &str, service: Service) -> bool {
        let over_carrier = service != Service::IMessage;
        self.service_of(handle) >= service && !(over_carrier && is_email(handle))
    }

    /// Rejects a send to a blocked or opted-out recipient, or one that the sandbox or the rate limit does not allow, which
    /// count it.
    pub(crate) fn check_send<'a>(
        &mut self,
        line: &str,
        recipients: impl Iterator<Item = &'a str> + Clone,
        override_optout: bool,
    ) -> Result<(), ApiError> {
        if recipients.clone().next().is_some()
            && recipients.clone().all(|handle| self.is_blocked(handle))
        {
            return Err(ApiError::blocked());
        }
        // One member's opt-out does not apply to groups.
        let mut direct = recipients.clone();
        if let (Some(recipient), None) = (direct.next(), direct.next())
            && !override_optout
            && self.opted_out.contains(recipient)
        {
            return Err(ApiError::opted_out());
        }
        self.check_sandbox(line, recipients.clone())?;
        self.limits
            .message(line, recipients)
            .map_err(ApiError::rate_limited)?;
        self.count_in_sandbox();
        Ok(())
    }

    /// Rejects cards over a service without cards.
    pub(crate) fn check_service(content: &Content, service: Service) -> Result<(), ApiError> {
        if content.needs_imessage && service != Service::IMessage {
            return Err(ApiError::recipient_cannot_receive("message.parts[0]"));
        }
        Ok(())
    }

    /// Stores a pending outbound message, and returns its id.
    pub(crate) fn accept(&mut self, chat_id: Uuid, content: Content) -> Option<Uuid> {
        let now = self.now();
        let id = self.ids.uuid();
        let chat = self.chat(chat_id)?;
        let service = self.service_for(
            &chat.line,
            chat.others().map(|other| other.handle.as_str()),
            content.preferred_service,
        );
        let line = chat.line.clone();
        let mut message = Message::new(id, chat_id, self.next_message_number(), &line, now);
        message.is_from_me = true;
        message.parts = content.parts;
        message.effect = content.effect;
        message.reply_to = content.reply_to;
        message.preferred_service = content.preferred_service;
        message.service = service;
        message.idempotency_key = content.idempotency_key;
        self.use_line(&line);
        self.store_message(&line, message);
        self.chat_mut(chat_id)?.updated_at = now;
        Some(id)
    }

    pub(crate) fn next_message_number(&self) -> u64 {
        self.messages.last().map_or(1, |message| message.number + 1)
    }

    /// Delivers an accepted message, up to being read if there are receipts.
    pub(crate) fn deliver(&mut self, message_id: Uuid, trace_id: Uuid) {
        let Some((code, has_receipts)) = self.outcome(message_id) else {
            return;
        };
        if let Some(code) = code {
            self.fail(message_id, code, trace_id);
            return;
        }
        self.advance(message_id, DeliveryStatus::Sent);
        self.publish_progress(message_id, trace_id);
        if has_receipts {
            for status in [DeliveryStatus::Delivered, DeliveryStatus::Read] {
                self.advance(message_id, status);
                self.publish_progress(message_id, trace_id);
            }
        }
    }

    /// Publishes the status of a message or a poll.
    fn publish_progress(&mut self, message_id: Uuid, trace_id: Uuid) {
        let Some(message) = self.message(message_id) else {
            return;
        };
        let (of_message, of_poll) = match message.status {
            DeliveryStatus::Delivered => ("message.delivered", "poll.delivered"),
            DeliveryStatus::Read => ("message.read", "poll.read"),
            _ => ("message.sent", "poll.sent"),
        };
        if message.poll.is_some() {
            self.publish_poll(of_poll, message_id, trace_id);
        } else {
            self.publish_message(of_message, message_id, trace_id);
        }
    }

    /// Publishes an event about a poll's delivery.
    pub(crate) fn publish_poll(&mut self, kind: &'static str, message_id: Uuid, trace_id: Uuid) {
        if let Some((chat, message)) = self.message_in_chat(message_id) {
            let data = self.poll_event_data(kind, chat, message);
            let event = Event::in_chat(kind, chat, trace_id, data);
            self.publish(event);
        }
    }

    /// Returns the error code that the message fails with, if any, and whether it gets receipts.
    fn outcome(&mut self, message_id: Uuid) -> Option<(Option<u32>, bool)> {
        let is_poll = self.message(message_id)?.poll.is_some();
        let failure = if is_poll {
            "poll.failed"
        } else {
            "message.failed"
        };
        let is_requested = self.requested_failures.take(failure);
        let message = self.message(message_id)?;
        let chat = self.chat(message.chat_id)?;
        let reaches_someone = message.service <= self.best_of_line(&chat.line)
            && chat
                .others()
                .any(|other| self.can_receive(&other.handle, message.service));
        let code = match (is_requested, reaches_someone) {
            (true, _) => Some(DELIVERY_FAILED),
            (false, false) => Some(UNSUPPORTED),
            (false, true) => None,
        };
        Some((code, !chat.is_group && message.service != Service::Sms))
    }

    pub(crate) fn advance(&mut self, message_id: Uuid, status: DeliveryStatus) {
        let now = self.now();
        let Some(message) = self.message_mut(message_id) else {
            return;
        };
        message.status = status;
        message.updated_at = now;
        match status {
            DeliveryStatus::Sent => message.sent_at = Some(now),
            DeliveryStatus::Delivered => message.delivered_at = Some(now),
            DeliveryStatus::Read => message.read_at = Some(now),
            DeliveryStatus::Pending | DeliveryStatus::Received | DeliveryStatus::Failed => {}
        }
    }

    pub(crate) fn fail(&mut self, message_id: Uuid, code: u32, trace_id: Uuid) {
        self.advance(message_id, DeliveryStatus::Failed);
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return;
        };
        if message.poll.is_some() {
            self.publish_poll("poll.failed", message_id, trace_id);
            return;
        }
        let data = Self::message_failed_data(chat, message, code);
        let mut observed = self.message_event_data(chat, message);
        observed["error"] = json!({ "code": code, "message": data["reason"] });
        let event = Event {
            observed: Some(observed),
            ..Event::in_chat("message.failed", chat, trace_id, data)
        };
        self.publish(event);
    }

    pub(crate) fn message_failed_data(chat: &Chat, message: &Message, code: u32) -> Value {
        let reason = if code == UNSUPPORTED {
            "The recipient cannot receive this message"
        } else {
            "Delivery failed"
        };
        json!({
            "code": code,
            "detail_code": null,
            "failed_at": date(message.updated_at),
            "chat_id": chat.id,
            "message_id": message.id,
            "service": message.service,
            "preferred_service": view::preferred_service(message),
            "reason": reason,
        })
    }

    /// Publishes one of the four message events, in both versions.
    pub(crate) fn publish_message(&mut self, kind: &'static str, message_id: Uuid, trace_id: Uuid) {
        let Some((chat, message)) = self.message_in_chat(message_id) else {
            return;
        };
        let mut legacy = self.legacy_message_event_data(chat, message);
        if let ("message.delivered" | "message.read", Some(fields)) = (kind, legacy.as_object_mut())
        {
            let (key, at) = match kind {
                "message.read" => ("read_at", message.read_at),
                _ => ("delivered_at", message.delivered_at),
            };
            fields.insert("message_id".to_owned(), json!(message.id));
            fields.insert(key.to_owned(), at.map_or(Value::Null, date));
        }
        let data = self.message_event_data(chat, message);
        let event = Event {
            legacy: Some(legacy),
            ..Event::in_chat(kind, chat, trace_id, data)
        };
        self.publish(event);
    }

    /// Publishes a chat event whose payload is made from the chat, with the same payload in both versions.
    pub(crate) fn publish_chat(
        &mut self,
        kind: &'static str,
        chat_id: Uuid,
        trace_id: Uuid,
        data: impl FnOnce(&Self, &Chat) -> Value,
    ) {
        let Some(chat) = self.chat(chat_id) else {
            return;
        };
        let event = Event::in_chat(kind, chat, trace_id, data(self, chat));
        self.publish(event);
    }

    /// Publishes that `handle` joined or left a group.
    pub(crate) fn publish_participant(
        &mut self,
        kind: &'static str,
        chat_id: Uuid,
        handle: &str,
        trace_id: Uuid,
    ) {
        let when = if kind == "participant.added" {
            "added_at"
        } else {
            "removed_at"
        };
        self.publish_chat(kind, chat_id, trace_id, |state, chat| {
            json!({
                "chat_id": chat.id,
                "handle": handle,
                "participant": state.chat_handle_of(chat, handle),
                when: date(chat.updated_at),
            })
        });
    }
}
