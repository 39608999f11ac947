//! Events on demand.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use super::answers::JsonBody;
use crate::sample::EventScript;
use crate::shared::Shared;
use crate::world::ControlError;

pub(super) async fn publish(
    State(shared): State<Arc<Shared>>,
    JsonBody(script): JsonBody<EventScript>,
) -> Result<StatusCode, ControlError> {
    shared.world().play(script)?;
    Ok(StatusCode::ACCEPTED)
}
