//! Events about the account.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::view::date;
use super::{Event, State};

/// A change of the account by an API call.
#[derive(Debug)]
pub(crate) struct Change {
    kind: &'static str,
    summary: String,
    /// Changed objects, by field name.
    fields: Map<String, Value>,
}

impl Change {
    pub(crate) fn new(kind: &'static str, summary: impl Into<String>) -> Self {
        Self {
            kind,
            summary: summary.into(),
            fields: Map::new(),
        }
    }

    pub(crate) fn with(mut self, field: &str, value: Value) -> Self {
        self.fields.insert(field.to_owned(), value);
        self
    }

    /// Adds the values before and after.
    pub(crate) fn with_change(self, from: &Value, to: &Value) -> Self {
        self.with("change", json!({ "from": from, "to": to }))
    }
}

impl State {
    /// Publishes a change of the account.
    pub(crate) fn publish_change(&mut self, change: Change, trace_id: Uuid) {
        let now = self.now();
        let mut data = json!({
            "actor": { "type": "api" },
            "occurred_at": date(now),
            "origin": "api",
            "summary": change.summary,
        });
        if let Some(data) = data.as_object_mut() {
            data.extend(change.fields);
        }
        self.publish(Event::of_account(change.kind, trace_id, data));
    }
}
