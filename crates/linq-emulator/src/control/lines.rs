//! The account's lines: how they are, their cards, their audits.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;

use super::answers::{JsonBody, id_of};
use crate::shared::Shared;
use crate::world::ControlError;
use crate::world::reputation::{AuditScript, LineScript};

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    JsonBody(script): JsonBody<LineScript>,
) -> Result<StatusCode, ControlError> {
    shared.world().script_line(&number, script)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    first_name: String,
    last_name: Option<String>,
}

pub(super) async fn put_card(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    JsonBody(name): JsonBody<Name>,
) -> Result<StatusCode, ControlError> {
    shared
        .world()
        .set_card(&number, &name.first_name, name.last_name.as_deref())?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn delete_card(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.world().remove_card(&number)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn put_audit(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(script): JsonBody<AuditScript>,
) -> Result<StatusCode, ControlError> {
    shared.world().script_audit(id_of(&id)?, script)?;
    Ok(StatusCode::NO_CONTENT)
}
