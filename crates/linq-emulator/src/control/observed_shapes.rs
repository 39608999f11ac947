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
    Json(
        json!({ "enabled": shared.observed_shapes.is_enabled(), "variants": shared.observed_shapes.variants() }),
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ObservedShapesBody {
    enabled: bool,
    from: Option<usize>,
}

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    JsonBody(body): JsonBody<ObservedShapesBody>,
) -> StatusCode {
    shared.observed_shapes.set_enabled(body.enabled);
    if let Some(from) = body.from {
        shared.observed_shapes.restart(from);
    }
    StatusCode::NO_CONTENT
}
