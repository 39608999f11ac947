//! Logged requests, stored messages and deliveries.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::json::JsonBody;
use crate::shared::Shared;
use crate::state;
use crate::state::message::Part;

/// A stored message, sent or received.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct StoredMessage {
    /// Id of the message.
    pub id: Uuid,
    /// Id of its chat.
    pub chat_id: Uuid,
    /// Handle of the sender.
    pub from: String,
    /// `true` if the account sent it.
    pub is_from_me: bool,
    /// Text of each text part and link.
    pub text: Vec<String>,
    /// All parts, as in the API.
    pub parts: Value,
    /// Idempotency key with which it was sent.
    pub idempotency_key: Option<String>,
}

impl state::State {
    /// Returns all messages, oldest first.
    pub(crate) fn stored_messages(&self) -> Vec<StoredMessage> {
        self.messages
            .iter()
            .map(|message| StoredMessage {
                id: message.id,
                chat_id: message.chat_id,
                from: message.from.clone(),
                is_from_me: message.is_from_me,
                text: message
                    .parts
                    .iter()
                    .filter_map(Part::text)
                    .map(str::to_owned)
                    .collect(),
                parts: json!(message.parts),
                idempotency_key: message.idempotency_key.clone(),
            })
            .collect()
    }
}

pub(super) async fn reset(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.reset();
    StatusCode::NO_CONTENT
}

pub(super) async fn requests(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "requests": shared.log().requests() }))
}

pub(super) async fn clear_requests(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.log().clear();
    StatusCode::NO_CONTENT
}

pub(super) async fn messages(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "messages": shared.state().stored_messages() }))
}

pub(super) async fn deliveries(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "deliveries": shared.outbox.deliveries() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettleBody {
    #[serde(default = "default_timeout_ms")]
    timeout_ms: u64,
}

fn default_timeout_ms() -> u64 {
    5000
}

/// Responds when no delivery is pending, or after the timeout.
pub(super) async fn settle(
    State(shared): State<Arc<Shared>>,
    JsonBody(patience): JsonBody<SettleBody>,
) -> Json<Value> {
    let mut pending = shared.outbox.pending();
    let quiet = pending.wait_for(|pending| *pending == 0);
    let settled = tokio::time::timeout(Duration::from_millis(patience.timeout_ms), quiet)
        .await
        .is_ok();
    Json(json!({ "settled": settled }))
}
