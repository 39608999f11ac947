//! Faults of replies, and failures of what happens after them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answers::JsonBody;
use crate::fault::Fault;
use crate::shared::Shared;
use crate::world::{ControlError, Failing};

pub(super) async fn list(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "faults": shared.faults().all() }))
}

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    JsonBody(body): JsonBody<Value>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let id = shared.faults().add(parse(&body)?)?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))))
}

fn parse(body: &Value) -> Result<Fault, ControlError> {
    let fault =
        Fault::deserialize(body).map_err(|error| ControlError::invalid(error.to_string()))?;
    // Serde ignores unknown fields where a kind's fields stand beside the others.
    let known = json!(fault);
    let fields = body.as_object().into_iter().flatten();
    match fields
        .filter(|(_, value)| !value.is_null())
        .find(|(name, _)| known.get(name).is_none())
    {
        Some((name, _)) => Err(ControlError::invalid(format!(
            "{name} is no field of this fault"
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
pub(super) struct FailNext {
    event: String,
}

pub(super) async fn fail_next(
    State(shared): State<Arc<Shared>>,
    JsonBody(FailNext { event }): JsonBody<FailNext>,
) -> Result<StatusCode, ControlError> {
    shared.fail_next(&event)?;
    Ok(StatusCode::NO_CONTENT)
}

impl Shared {
    pub(crate) fn fail_next(&self, event: &str) -> Result<(), ControlError> {
        if !Failing::EVENTS.contains(&event) {
            let known = Failing::EVENTS.join(", ");
            return Err(ControlError::invalid(format!(
                "event must be one of {known}"
            )));
        }
        self.world().failing.ask(event);
        Ok(())
    }
}
