//! Observed shapes: the switch, and the counts.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::json::JsonBody;
use crate::shared::Shared;

pub(super) async fn read(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "enabled": shared.as_seen.is_enabled(), "variants": shared.as_seen.variants() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObservedShapesBody {
    enabled: bool,
    from: Option<usize>,
}

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    JsonBody(switch): JsonBody<ObservedShapesBody>,
) -> StatusCode {
    shared.as_seen.set_enabled(switch.enabled);
    if let Some(from) = switch.from {
        shared.as_seen.restart(from);
    }
    StatusCode::NO_CONTENT
}
