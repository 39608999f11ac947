//! Events, and their delivery to subscriptions.

use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use super::State;
use super::chat::Chat;
use super::subscription::{DEFAULT_ID_HEADER, Subscription, Version};
use super::view::date;
use crate::outbox::{Job, JobRouting};

/// An event.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) kind: String,
    /// Line of the event, which subscriptions may filter by; `None` for the whole account.
    pub(crate) line: Option<String>,
    pub(crate) chat_id: Option<Uuid>,
    pub(crate) trace_id: Uuid,
    pub(crate) data: Value,
    /// Payload of version 2025-01-01, if it differs.
    pub(crate) legacy: Option<Value>,
    /// Observed payload, which may replace `data`.
    pub(crate) observed: Option<Value>,
    /// `true` to deliver it to every active subscription, regardless of its event types.
    pub(crate) is_for_all: bool,
}

impl Event {
    /// Returns an event in a chat, with the same payload in both versions.
    pub(crate) fn in_chat(kind: &str, chat: &Chat, trace_id: Uuid, data: Value) -> Self {
        Self {
            line: Some(chat.line.clone()),
            chat_id: Some(chat.id),
            ..Self::of_account(kind, trace_id, data)
        }
    }

    /// Returns an event about the account, without a chat.
    pub(crate) fn of_account(kind: &str, trace_id: Uuid, data: Value) -> Self {
        Self {
            kind: kind.to_owned(),
            line: None,
            chat_id: None,
            trace_id,
            data,
            legacy: None,
            observed: None,
            is_for_all: false,
        }
    }
}

impl State {
    /// Delivers an event to every subscription that matches.
    pub(crate) fn publish(&mut self, event: Event) {
        let event_id = self.event_id();
        let created_at = date(self.now());
        let Event {
            kind,
            line,
            chat_id,
            trace_id,
            data,
            legacy,
            observed,
            is_for_all,
        } = event;
        for subscription in self.subscriptions.iter().filter(|subscription| {
            (is_for_all && subscription.is_active) || subscription.matches(&kind, line.as_deref())
        }) {
            let data = match (subscription.version, &legacy) {
                (Version::V2025, Some(legacy)) => legacy,
                _ => &data,
            };
            let mut body = json!({
                "api_version": "v3",
                "webhook_version": subscription.version.as_str(),
                "event_type": kind,
                "event_id": event_id,
                "created_at": created_at,
                "trace_id": trace_id,
                "partner_id": self.partner_id,
                "data": data,
            });
            self.observed_shapes
                .event(trace_id, &kind, &mut body, observed.as_ref());
            self.outbox.post(
                &self.config.network,
                Job {
                    delivery: 0,
                    epoch: 0,
                    subscription_id: subscription.id,
                    event_id,
                    event_type: kind.clone(),
                    target_url: subscription.target_url.clone(),
                    secret: subscription.secret.clone(),
                    routing: routing(subscription, chat_id),
                    advanced: Duration::ZERO,
                },
                body,
            );
        }
    }
}

fn routing(subscription: &Subscription, chat_id: Option<Uuid>) -> Option<JobRouting> {
    let chat_id = chat_id?;
    let key_header = subscription.routing.key_header.clone()?;
    let id_header = subscription
        .routing
        .id_header
        .clone()
        .unwrap_or_else(|| DEFAULT_ID_HEADER.to_owned());
    Some(JobRouting {
        chat_id,
        id_header,
        key_header,
    })
}

/// Documented event types, in the order of the documentation.
pub(crate) const EVENT_TYPES: [&str; 75] = [
    "message.sent",
    "message.received",
    "message.read",
    "message.delivered",
    "message.failed",
    "message.edited",
    "reaction.added",
    "reaction.removed",
    "poll.received",
    "poll.failed",
    "poll.sent",
    "poll.delivered",
    "poll.read",
    "poll.updated",
    "poll.vote.added",
    "poll.vote.removed",
    "poll.reaction.added",
    "participant.added",
    "participant.removed",
    "chat.created",
    "chat.group_name_updated",
    "chat.group_icon_updated",
    "chat.group_name_update_failed",
    "chat.group_icon_update_failed",
    "chat.background_updated",
    "chat.background_update_failed",
    "chat.typing_indicator.started",
    "chat.typing_indicator.stopped",
    "phone_number.status_updated",
    "phone_number.assigned",
    "phone_number.released",
    "contact_card.received",
    "call.initiated",
    "call.ringing",
    "call.answered",
    "call.ended",
    "call.failed",
    "call.declined",
    "call.no_answer",
    "location.sharing.started",
    "location.sharing.stopped",
    "payment.succeeded",
    "payment.canceled",
    "payment.expired",
    "payment.declined",
    "payment.authorized",
    "connection.created",
    "connection.revoked",
    "zero_day_retention.updated",
    "phone_number.forwarding_updated",
    "environment.line_moved",
    "contact_card.created",
    "contact_card.updated",
    "contact_card.deleted",
    "api_token.created",
    "api_token.renamed",
    "api_token.expiry_scheduled",
    "api_token.expired",
    "api_token.activated",
    "api_token.deleted",
    "environment.created",
    "environment.renamed",
    "environment.deleted",
    "webhook_subscription.created",
    "webhook_subscription.deleted",
    "webhook_subscription.target_url_changed",
    "webhook_subscription.enabled",
    "webhook_subscription.disabled",
    "webhook_subscription.events.updated",
    "webhook_subscription.phone_numbers.updated",
    "webhook_subscription.routing_headers_set",
    "webhook_subscription.routing_headers_cleared",
    "team_member.added",
    "team_member.signed_in",
    "team_member.signed_out",
];
