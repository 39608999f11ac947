//! Participants' actions and handles.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::json::{JsonBody, id_of};
use crate::inbound::Inbound;
use crate::shared::Shared;
use crate::state::ControlError;
use crate::state::handle::Service;
use crate::state::location::Position;

pub(super) async fn inbound(
    State(shared): State<Arc<Shared>>,
    JsonBody(inbound): JsonBody<Inbound>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let mut state = shared.state();
    let id = state.receive(&inbound)?;
    let chat_id = state.message(id).map(|message| message.chat_id);
    Ok((
        StatusCode::CREATED,
        Json(json!({ "message_id": id, "chat_id": chat_id })),
    ))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandleBody {
    handle: String,
}

pub(super) async fn join(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(HandleBody { handle }): JsonBody<HandleBody>,
) -> Result<StatusCode, ControlError> {
    shared.state().join(id_of(&chat)?, &handle)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn leave(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(HandleBody { handle }): JsonBody<HandleBody>,
) -> Result<StatusCode, ControlError> {
    shared.state().leave(id_of(&chat)?, &handle)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypingBody {
    handle: String,
    #[serde(default = "default_started")]
    started: bool,
}

fn default_started() -> bool {
    true
}

pub(super) async fn typing(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(TypingBody { handle, started }): JsonBody<TypingBody>,
) -> Result<StatusCode, ControlError> {
    shared.state().typing(id_of(&chat)?, &handle, started)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ServiceBody {
    service: Service,
}

pub(super) async fn put_handle(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
    JsonBody(ServiceBody { service }): JsonBody<ServiceBody>,
) -> Result<StatusCode, ControlError> {
    shared.state().put_handle(&handle, service)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn share_location(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
    JsonBody(position): JsonBody<Position>,
) -> Result<StatusCode, ControlError> {
    shared.state().share_location(&handle, position)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn stop_sharing(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.state().participant_stops_sharing(&handle)?;
    Ok(StatusCode::NO_CONTENT)
}
