//! Webhook subscriptions.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::account::Change;
use super::view::date;
use crate::secret::Secret;

/// Default header of a chat's id with delivery affinity.
pub(crate) const DEFAULT_ID_HEADER: &str = "Linq-Chat-Id";

#[derive(Debug)]
pub(crate) struct Subscription {
    pub(crate) id: Uuid,
    pub(crate) target_url: String,
    pub(crate) version: Version,
    pub(crate) secret: Secret,
    pub(crate) events: Vec<String>,
    pub(crate) phone_numbers: Vec<String>,
    pub(crate) is_active: bool,
    pub(crate) routing: Routing,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

/// Delivery affinity: the receiver's token for a chat is sent with the chat's later deliveries.
#[derive(Debug, Default)]
pub(crate) struct Routing {
    pub(crate) id_header: Option<String>,
    pub(crate) key_header: Option<String>,
    pub(crate) tokens: HashMap<Uuid, String>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Version {
    V2025,
    V2026,
}

impl Version {
    /// Returns the payload version of a target URL's `?version=`; `None` if it is unknown.
    pub(crate) fn of_url(url: &url::Url) -> Option<Self> {
        match url.query_pairs().find(|(key, _)| key == "version") {
            None => Some(Self::V2026),
            Some((_, value)) => match value.as_ref() {
                "2025-01-01" => Some(Self::V2025),
                "2026-02-03" => Some(Self::V2026),
                _ => None,
            },
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::V2025 => "2025-01-01",
            Self::V2026 => "2026-02-03",
        }
    }
}

impl Subscription {
    pub(crate) fn matches(&self, event: &str, line: Option<&str>) -> bool {
        self.is_active
            && self.events.iter().any(|wanted| wanted == event)
            // Not in the old version.
            && (event != "message.edited" || self.version == Version::V2026)
            && (self.phone_numbers.is_empty()
                || line.is_none_or(|line| self.phone_numbers.iter().any(|number| number == line)))
    }

    /// Returns the subscription as in events about the account.
    pub(crate) fn event_object(&self, is_new: bool) -> Value {
        let mut object = json!({ "id": self.id, "target_url": without_secrets(&self.target_url) });
        if is_new {
            object["events"] = json!(self.events);
        }
        object
    }

    /// Returns the fields that can be changed.
    pub(crate) fn mutable_fields(&self) -> MutableFields {
        MutableFields {
            target_url: without_secrets(&self.target_url),
            events: self.events.clone(),
            phone_numbers: self.phone_numbers.clone(),
            is_active: self.is_active,
            routing: [
                self.routing.id_header.clone(),
                self.routing.key_header.clone(),
            ],
        }
    }

    /// Returns a change for each changed field.
    pub(crate) fn changes_since(&self, old: &MutableFields) -> Vec<Change> {
        let new = self.mutable_fields();
        let of_this = |kind, summary: &str| {
            Change::new(kind, summary).with("webhook_subscription", self.event_object(false))
        };
        let mut changes = Vec::new();
        if old.target_url != new.target_url {
            changes.push(
                of_this(
                    "webhook_subscription.target_url_changed",
                    "Webhook URL changed",
                )
                .with_change(&json!(old.target_url), &json!(new.target_url)),
            );
        }
        if old.is_active != new.is_active {
            changes.push(if new.is_active {
                of_this(
                    "webhook_subscription.enabled",
                    "Webhook subscription enabled",
                )
            } else {
                of_this(
                    "webhook_subscription.disabled",
                    "Webhook subscription disabled",
                )
            });
        }
        if old.events != new.events {
            changes.push(
                of_this(
                    "webhook_subscription.events.updated",
                    "Webhook events updated",
                )
                .with_change(&json!(old.events), &json!(new.events)),
            );
        }
        if old.phone_numbers != new.phone_numbers {
            let numbers = |numbers: &[String]| json!((!numbers.is_empty()).then_some(numbers));
            changes.push(
                of_this(
                    "webhook_subscription.phone_numbers.updated",
                    "Webhook phone numbers updated",
                )
                .with_change(&numbers(&old.phone_numbers), &numbers(&new.phone_numbers)),
            );
        }
        if old.routing != new.routing {
            let headers = |[id, key]: &[Option<String>; 2]| match (id, key) {
                (None, None) => Value::Null,
                _ => json!({ "routing_id_header": id, "routing_key_header": key }),
            };
            let (from, to) = (headers(&old.routing), headers(&new.routing));
            let (kind, summary) = if to.is_null() {
                (
                    "webhook_subscription.routing_headers_cleared",
                    "Webhook routing headers cleared",
                )
            } else {
                (
                    "webhook_subscription.routing_headers_set",
                    "Webhook routing headers set",
                )
            };
            changes.push(of_this(kind, summary).with_change(&from, &to));
        }
        changes
    }

    /// Returns everything but the secret, which is only in the response to the creation.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "target_url": self.target_url,
            "subscribed_events": self.events,
            "phone_numbers": (!self.phone_numbers.is_empty()).then_some(&self.phone_numbers),
            "is_active": self.is_active,
            "routing_id_header": self.routing.id_header,
            "routing_key_header": self.routing.key_header,
            "created_at": date(self.created_at),
            "updated_at": date(self.updated_at),
        })
    }
}

/// Fields of a subscription that can be changed.
#[derive(Debug)]
pub(crate) struct MutableFields {
    target_url: String,
    events: Vec<String>,
    phone_numbers: Vec<String>,
    is_active: bool,
    routing: [Option<String>; 2],
}

/// Returns a URL without possible secrets: credentials, query and fragment.
fn without_secrets(url: &str) -> String {
    let Ok(mut url) = url::Url::parse(url) else {
        return String::new();
    };
    url.set_query(None);
    url.set_fragment(None);
    // Fails for URLs that cannot have credentials.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    url.into()
}
