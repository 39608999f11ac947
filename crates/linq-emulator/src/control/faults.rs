//! Faults of calls, and failures of deliveries.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::json::JsonBody;
use crate::fault::Fault;
use crate::shared::Shared;
use crate::state::{ControlError, RequestedFailures};

pub(super) async fn list(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "faults": shared.faults().all() }))
}

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    JsonBody(body): JsonBody<Value>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let id = shared.faults().add(parse::<Fault>(&body)?)?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))))
}

/// Parses a fault, which may not have unknown fields.
pub(crate) fn parse<F: DeserializeOwned + Serialize>(body: &Value) -> Result<F, ControlError> {
    let fault = F::deserialize(body).map_err(|error| ControlError::invalid(error.to_string()))?;
    // Serde does not reject unknown fields next to flattened ones.
    let known = json!(fault);
    let fields = body.as_object().into_iter().flatten();
    match fields
        .filter(|(_, value)| !value.is_null())
        .find(|(name, _)| known.get(name).is_none())
    {
        Some((name, _)) => Err(ControlError::invalid(format!(
            "{name} is not a field of this fault"
        ))),
        None => Ok(fault),
    }
}

pub(super) async fn clear(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.faults().clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FailNextBody {
    event: String,
}

pub(super) async fn fail_next(
    State(shared): State<Arc<Shared>>,
    JsonBody(FailNextBody { event }): JsonBody<FailNextBody>,
) -> Result<StatusCode, ControlError> {
    shared.fail_next(&event)?;
    Ok(StatusCode::NO_CONTENT)
}

impl Shared {
    pub(crate) fn fail_next(&self, event: &str) -> Result<(), ControlError> {
        if !RequestedFailures::EVENTS.contains(&event) {
            let known = RequestedFailures::EVENTS.join(", ");
            return Err(ControlError::invalid(format!(
                "event must be one of {known}"
            )));
        }
        self.state().requested_failures.add(event);
        Ok(())
    }
}
