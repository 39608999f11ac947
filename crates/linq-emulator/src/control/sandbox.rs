//! The sandbox: the switch, and the messages left.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::json::JsonBody;
use crate::shared::Shared;

pub(super) async fn read(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let mut state = shared.state();
    let now = state.now();
    Json(json!({
        "enabled": state.sandbox.is_enabled,
        "remaining_today": state.sandbox.remaining(now),
    }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SandboxBody {
    enabled: bool,
}

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    JsonBody(SandboxBody { enabled }): JsonBody<SandboxBody>,
) -> StatusCode {
    shared.state().sandbox.is_enabled = enabled;
    StatusCode::NO_CONTENT
}
