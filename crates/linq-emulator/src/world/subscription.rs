//! Webhook subscriptions.

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::view::date;
use crate::secret::Secret;

/// The header that carries a chat's id when delivery affinity is on and no other is named.
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

/// Delivery affinity: the receiver's token for a chat is echoed on the chat's later deliveries.
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
    /// The payload version that a target URL asks for by `?version=`; None if there is no such
    /// version.
    pub(crate) fn of_url(url: &reqwest::Url) -> Option<Self> {
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
    pub(crate) fn wants(&self, event: &str, line: &str) -> bool {
        self.is_active
            && self.events.iter().any(|wanted| wanted == event)
            && (self.phone_numbers.is_empty()
                || self.phone_numbers.iter().any(|number| number == line))
    }

    /// Everything but the secret, which is shown once.
    pub(crate) fn reply(&self) -> Value {
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
