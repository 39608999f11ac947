//! What was asked, stored and delivered.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::answers::JsonBody;
use crate::shared::Shared;
use crate::world::World;
use crate::world::message::Part;

/// A message that is stored, sent or received.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct StoredMessage {
    /// The message's id.
    pub id: Uuid,
    /// The chat it is in.
    pub chat_id: Uuid,
    /// The handle it is from.
    pub from: String,
    /// Whether the account sent it.
    pub is_from_me: bool,
    /// The text of its text parts and links, one item each; media have none.
    pub text: Vec<String>,
    /// All parts, in the API's shape.
    pub parts: Value,
    /// The key it was sent with.
    pub idempotency_key: Option<String>,
}

impl World {
    /// All messages, the oldest first.
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

pub(super) async fn forget_requests(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.log().clear();
    StatusCode::NO_CONTENT
}

pub(super) async fn messages(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "messages": shared.world().stored_messages() }))
}

pub(super) async fn deliveries(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "deliveries": shared.outbox.deliveries() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Patience {
    #[serde(default = "five_seconds")]
    timeout_ms: u64,
}

fn five_seconds() -> u64 {
    5000
}

/// Answers when no delivery is pending any more, or after the timeout.
pub(super) async fn settle(
    State(shared): State<Arc<Shared>>,
    JsonBody(patience): JsonBody<Patience>,
) -> Json<Value> {
    let mut pending = shared.outbox.pending();
    let quiet = pending.wait_for(|pending| *pending == 0);
    let settled = tokio::time::timeout(Duration::from_millis(patience.timeout_ms), quiet)
        .await
        .is_ok();
    Json(json!({ "settled": settled }))
}
