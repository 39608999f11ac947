//! Faults and retries of webhook deliveries.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::faults::parse;
use super::json::JsonBody;
use crate::retry_schedule::RetrySchedule;
use crate::shared::Shared;
use crate::state::ControlError;

pub(super) async fn list_faults(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "faults": shared.webhook_faults().all() }))
}

pub(super) async fn add_fault(
    State(shared): State<Arc<Shared>>,
    JsonBody(body): JsonBody<Value>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let id = shared.webhook_faults().add(parse(&body)?)?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))))
}

pub(super) async fn clear_faults(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.webhook_faults().clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetriesBody {
    documented: bool,
}

pub(super) async fn put_retries(
    State(shared): State<Arc<Shared>>,
    JsonBody(RetriesBody { documented }): JsonBody<RetriesBody>,
) -> StatusCode {
    shared.state().retry_schedule = RetrySchedule::of(documented);
    StatusCode::NO_CONTENT
}
