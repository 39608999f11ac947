//! Triggered events.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use super::json::JsonBody;
use crate::fixtures::TriggeredEvent;
use crate::shared::Shared;
use crate::state::ControlError;

pub(super) async fn publish(
    State(shared): State<Arc<Shared>>,
    JsonBody(event): JsonBody<TriggeredEvent>,
) -> Result<StatusCode, ControlError> {
    shared.state().trigger(event)?;
    Ok(StatusCode::ACCEPTED)
}
