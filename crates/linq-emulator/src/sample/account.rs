//! Events about lines and the account.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::view::date;
use crate::world::{ControlError, Event, World};

impl World {
    pub(super) fn sample_account_event(
        &mut self,
        kind: &'static str,
        line: Option<String>,
    ) -> Result<(), ControlError> {
        let line = match line {
            Some(line) => line,
            None => self.sample_line()?,
        };
        let now = date(self.now());
        let trace_id = self.trace_id();
        let data = match kind {
            "phone_number.status_updated" => json!({
                "phone_number": line,
                "previous_status": "ACTIVE",
                "new_status": "FLAGGED",
                "previous_reputation": "AT_RISK",
                "new_reputation": "CRITICAL",
                "changed_at": now,
            }),
            "phone_number.assigned" | "phone_number.released" => {
                json!({ "phone_number": line, "changed_at": now })
            }
            "contact_card.received" => json!({
                "first_name": "Anna",
                "last_name": "Example",
                "media_url": "https://cdn.linqapp.com/contacts/anna.jpg",
                "owner_handle": line,
                "sender_handle": super::SOMEBODY,
            }),
            _ => self.change_data(kind, &line, &now),
        };
        let is_of_line = data.get("phone_number").is_some() || kind == "contact_card.received";
        let event = Event {
            line: is_of_line.then_some(line),
            ..Event::of_account(kind, trace_id, data)
        };
        self.publish(event);
        Ok(())
    }

    /// A change that a team member made in the dashboard.
    fn change_data(&mut self, kind: &str, line: &str, now: &Value) -> Value {
        let mut data = json!({
            "actor": {
                "type": "team_member",
                "id": self.ids.uuid(),
                "email": "tess@example.com",
                "name": "Tess Example",
            },
            "occurred_at": now,
            "origin": "dashboard",
            "summary": summary(kind),
        });
        let subject = self.subject(kind, line, now);
        let change = change(kind, now);
        if let (Some(data), Value::Object(subject)) = (data.as_object_mut(), subject) {
            data.extend(subject);
            if !change.is_null() {
                data.insert("change".to_owned(), change);
            }
        }
        data
    }

    /// What changed.
    fn subject(&mut self, kind: &str, line: &str, now: &Value) -> Value {
        let id = self.ids.uuid();
        let (family, what) = kind.split_once('.').unwrap_or((kind, ""));
        match (family, what) {
            ("environment", "line_moved") => {
                json!({ "phone_number": line, "environment": environment() })
            }
            ("environment", "deleted") => json!({
                "environment": environment(),
                "lines_moved_to_production": 2,
                "tokens_revoked": 1,
            }),
            ("environment", _) => json!({ "environment": environment() }),
            ("contact_card", _) => json!({
                "phone_number": line,
                "contact_card": {
                    "id": id,
                    "first_name": "Acme",
                    "last_name": "Support",
                    "image_url": "https://cdn.linqapp.com/cards/acme.png",
                },
            }),
            ("api_token", _) => json!({ "api_token": {
                "id": id,
                "name": "Server",
                "token_prefix": "linq_live_ab12",
                "expires_at": now,
            }}),
            ("webhook_subscription", _) => json!({ "webhook_subscription": self.hook(kind, id) }),
            ("team_member", "added") => {
                json!({ "team_member": { "id": id, "name": "Nora Example", "role": "member" } })
            }
            ("team_member", "signed_in") => json!({
                "team_member": { "id": id, "name": "Nora Example" },
                "method": "code",
            }),
            ("team_member", _) => json!({ "team_member": { "id": id, "name": "Nora Example" } }),
            // `zero_day_retention.updated`, `phone_number.forwarding_updated`.
            _ => json!({ "phone_number": line }),
        }
    }

    fn hook(&self, kind: &str, id: Uuid) -> Value {
        let is_new = kind == "webhook_subscription.created";
        if let Some(subscription) = self.subscriptions.last() {
            return subscription.event_object(is_new);
        }
        let mut hook = json!({ "id": id, "target_url": "https://example.com/webhooks" });
        if is_new {
            hook["events"] = json!(["message.received"]);
        }
        hook
    }
}

fn environment() -> Value {
    json!({ "name": "Staging", "type": "environment" })
}

fn summary(kind: &str) -> String {
    let words = kind.replace(['.', '_'], " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        .unwrap_or_default()
}

/// What was before and what is now, for those events that have it.
fn change(kind: &str, now: &Value) -> Value {
    let from_to = |from: Value, to: Value| json!({ "from": from, "to": to });
    match kind {
        "zero_day_retention.updated" => from_to(json!(false), json!(true)),
        "phone_number.forwarding_updated" => from_to(Value::Null, json!("+15550001111")),
        "environment.line_moved" => from_to(json!("Production"), json!("Staging")),
        "contact_card.updated" => json!({
            "first_name": { "from": "Ace", "to": "Acme" },
            "last_name": { "from": null, "to": "Support" },
            "image_url": { "from": null, "to": "https://cdn.linqapp.com/cards/acme.png" },
        }),
        "api_token.renamed" => from_to(json!("Old server"), json!("Server")),
        "api_token.expiry_scheduled" => from_to(Value::Null, now.clone()),
        "environment.renamed" => from_to(json!("Test"), json!("Staging")),
        "webhook_subscription.target_url_changed" => from_to(
            json!("https://example.com/old"),
            json!("https://example.com/webhooks"),
        ),
        "webhook_subscription.events.updated" => from_to(
            json!(["message.received"]),
            json!(["message.received", "message.failed"]),
        ),
        "webhook_subscription.phone_numbers.updated" => {
            from_to(Value::Null, json!(["+12223334444"]))
        }
        "webhook_subscription.routing_headers_set" => from_to(
            Value::Null,
            json!({ "routing_id_header": "Linq-Chat-Id", "routing_key_header": "X-Route-Key" }),
        ),
        "webhook_subscription.routing_headers_cleared" => from_to(
            json!({ "routing_id_header": "Linq-Chat-Id", "routing_key_header": "X-Route-Key" }),
            Value::Null,
        ),
        _ => Value::Null,
    }
}
