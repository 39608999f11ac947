//! What people do and have.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answers::{JsonBody, id_of};
use crate::inbound::Inbound;
use crate::shared::Shared;
use crate::world::ControlError;
use crate::world::handle::Service;
use crate::world::location::Position;

pub(super) async fn inbound(
    State(shared): State<Arc<Shared>>,
    JsonBody(inbound): JsonBody<Inbound>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let mut world = shared.world();
    let id = world.receive(&inbound)?;
    let chat_id = world.message(id).map(|message| message.chat_id);
    Ok((
        StatusCode::CREATED,
        Json(json!({ "message_id": id, "chat_id": chat_id })),
    ))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Who {
    handle: String,
}

pub(super) async fn join(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(Who { handle }): JsonBody<Who>,
) -> Result<StatusCode, ControlError> {
    shared.world().join(id_of(&chat)?, &handle)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn leave(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(Who { handle }): JsonBody<Who>,
) -> Result<StatusCode, ControlError> {
    shared.world().depart(id_of(&chat)?, &handle)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Typing {
    handle: String,
    #[serde(default = "yes")]
    started: bool,
}

fn yes() -> bool {
    true
}

pub(super) async fn typing(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(Typing { handle, started }): JsonBody<Typing>,
) -> Result<StatusCode, ControlError> {
    shared.world().typing(id_of(&chat)?, &handle, started)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reach {
    service: Service,
}

pub(super) async fn put_handle(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
    JsonBody(Reach { service }): JsonBody<Reach>,
) -> Result<StatusCode, ControlError> {
    shared.world().put_handle(&handle, service)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn share_location(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
    JsonBody(position): JsonBody<Position>,
) -> Result<StatusCode, ControlError> {
    shared.world().share_location(&handle, position)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn stop_sharing(
    State(shared): State<Arc<Shared>>,
    Path(handle): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.world().person_stops_sharing(&handle)?;
    Ok(StatusCode::NO_CONTENT)
}
