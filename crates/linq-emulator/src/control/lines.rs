//! The account's lines: their status, contact cards and audits.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;

use super::json::{JsonBody, id_of};
use crate::shared::Shared;
use crate::state::ControlError;
use crate::state::reputation::{AuditUpdate, LineUpdate};

pub(super) async fn put(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    JsonBody(update): JsonBody<LineUpdate>,
) -> Result<StatusCode, ControlError> {
    shared.state().update_line(&number, update)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactCardBody {
    first_name: String,
    last_name: Option<String>,
}

pub(super) async fn put_card(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
    JsonBody(name): JsonBody<ContactCardBody>,
) -> Result<StatusCode, ControlError> {
    shared
        .state()
        .set_card(&number, &name.first_name, name.last_name.as_deref())?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn delete_card(
    State(shared): State<Arc<Shared>>,
    Path(number): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.state().remove_card(&number)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn put_audit(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(update): JsonBody<AuditUpdate>,
) -> Result<StatusCode, ControlError> {
    shared.state().update_audit(id_of(&id)?, update)?;
    Ok(StatusCode::NO_CONTENT)
}
