//! Participants' actions on messages.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::json::{JsonBody, id_of};
use crate::shared::Shared;
use crate::state::{ControlError, Operation, ParticipantReaction};

pub(super) async fn react(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(reaction): JsonBody<ParticipantReaction>,
) -> Result<StatusCode, ControlError> {
    shared.state().participant_reacts(id_of(&id)?, &reaction)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditBody {
    text: String,
    #[serde(default)]
    part_index: usize,
}

pub(super) async fn edit(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(EditBody { text, part_index }): JsonBody<EditBody>,
) -> Result<StatusCode, ControlError> {
    shared
        .state()
        .participant_edits(id_of(&id)?, part_index, &text)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn echo(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.state().echo(id_of(&id)?)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VoteBody {
    handle: String,
    option_id: Uuid,
    #[serde(default)]
    operation: Operation,
}

pub(super) async fn vote(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(ballot): JsonBody<VoteBody>,
) -> Result<StatusCode, ControlError> {
    let VoteBody {
        handle,
        option_id,
        operation,
    } = ballot;
    shared
        .state()
        .participant_votes(id_of(&id)?, &handle, option_id, operation)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OptionsBody {
    handle: String,
    options: Vec<String>,
}

pub(super) async fn add_options(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(OptionsBody { handle, options }): JsonBody<OptionsBody>,
) -> Result<StatusCode, ControlError> {
    shared
        .state()
        .participant_adds_options(id_of(&id)?, &handle, &options)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn poll(
    State(shared): State<Arc<Shared>>,
    Path(chat): Path<String>,
    JsonBody(OptionsBody { handle, options }): JsonBody<OptionsBody>,
) -> Result<(StatusCode, Json<Value>), ControlError> {
    let chat_id = id_of(&chat)?;
    let id = shared
        .state()
        .participant_polls(chat_id, &handle, &options)?;
    Ok((
        StatusCode::CREATED,
        Json(json!({ "message_id": id, "chat_id": chat_id })),
    ))
}
