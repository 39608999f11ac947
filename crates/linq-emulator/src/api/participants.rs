//! Participants of a group: <https://docs.linqapp.com/api/resources/chats/subresources/participants/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;

use super::call::{ApiResponse, Call, handle_of, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::state::chat::{Chat, MAX_RECIPIENTS, MIN_GROUP_SIZE, Status};
use crate::state::handle::Service;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/participants",
        on(MethodFilter::POST, add).merge(on(MethodFilter::DELETE, remove)),
    )
}

fn add(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    let handle = handle_of(&call.json()?)?;
    let chat = managed(call.state.open_chat(chat_id)?)?;
    if chat.active_member(&handle).is_some() {
        return Err(ApiError::conflict(
            "handle is already an active participant of this chat",
        ));
    }
    if chat.active().count() < MIN_GROUP_SIZE {
        return Err(ApiError::conflict(
            "Participants can be added to groups of 3 or more members only",
        ));
    }
    if chat.others().count() >= MAX_RECIPIENTS {
        return Err(ApiError::conflict("The group is full"));
    }
    if !call.state.can_receive(&handle, chat.service) {
        return Err(ApiError::unsupported_service(
            "handle cannot receive the group's messaging service",
        ));
    }
    call.state.add_participant(chat_id, &handle);
    call.state
        .publish_participant("participant.added", chat_id, &handle, call.trace_id);
    Ok(ApiResponse::accepted(
        "Participant addition queued",
        call.trace_id,
    ))
}

fn remove(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    let handle = handle_of(&call.json()?)?;
    let chat = managed(call.state.open_chat(chat_id)?)?;
    if chat.active_member(&handle).is_none() {
        return Err(ApiError::not_found());
    }
    if handle == chat.line {
        return Err(ApiError::conflict(
            "handle is your own number, leave the chat instead",
        ));
    }
    if chat.active().count() <= MIN_GROUP_SIZE {
        return Err(ApiError::conflict("A group must keep 3 or more members"));
    }
    call.state
        .remove_participant(chat_id, &handle, Status::Removed);
    call.state
        .publish_participant("participant.removed", chat_id, &handle, call.trace_id);
    Ok(ApiResponse::accepted(
        "Participant removal queued",
        call.trace_id,
    ))
}

/// Returns the chat, if its participants can be managed.
fn managed(chat: &Chat) -> Result<&Chat, ApiError> {
    if !chat.is_group {
        return Err(ApiError::direct_chat());
    }
    if chat.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Participants can be managed in iMessage groups only",
        ));
    }
    Ok(chat)
}
