//! Polls: <https://docs.linqapp.com/api/resources/chats/subresources/polls/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::Value;
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use super::{message, reactions};
use crate::content::idempotency_key;
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::handle::Service;
use crate::state::idempotency_cache::Purpose;

/// Minimum number of options of a poll.
const MIN_OPTIONS: usize = 2;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/chats/{chat_id}/polls", on(MethodFilter::POST, create))
        .route(
            "/v3/messages/{message_id}/poll",
            on(MethodFilter::GET, retrieve),
        )
        .route(
            "/v3/messages/{message_id}/poll/options",
            on(MethodFilter::POST, add_options),
        )
        .route(
            "/v3/messages/{message_id}/poll/votes",
            on(MethodFilter::POST, vote),
        )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.id("chat_id")?;
    let body = call.json()?;
    let poll = Field::root(&body).get("poll").required()?;
    poll.object()?;
    let key = idempotency_key(&poll)?;
    if let Some(response) = call.cached_response(Purpose::Poll, key.as_deref(), poll.path())? {
        return Ok(response);
    }
    let chat = call.state.active_chat(chat_id)?;
    if chat.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Polls can be sent in iMessage chats only",
        ));
    }
    let line = chat.line.clone();
    let recipients: Vec<String> = chat.others().map(|other| other.handle.clone()).collect();
    let texts = texts(&poll.get("options").required()?, MIN_OPTIONS)?;
    if !call
        .state
        .messages
        .iter()
        .any(|message| message.chat_id == chat_id)
    {
        return Err(ApiError::conflict(
            "A poll cannot be the first message of a chat",
        ));
    }
    call.state
        .check_send(&line, recipients.iter().map(String::as_str), false)?;
    let id = call
        .state
        .store_poll(chat_id, &line, &texts, key.clone())
        .ok_or_else(ApiError::not_found)?;
    call.state.use_line(&line);
    let envelope = envelope(call, id)?;
    let response = ApiResponse::new(StatusCode::CREATED, envelope);
    if let Some(key) = key {
        call.cache_response(Purpose::Poll, key, &response, id);
    }
    call.state.deliver(id, call.trace_id);
    Ok(response)
}

/// Returns the texts of a list of options.
fn texts<'a>(list: &Field<'a>, min: usize) -> Result<Vec<&'a str>, ApiError> {
    let items = list.items()?;
    if items.len() < min {
        return Err(list.invalid(&format!("must have at least {min}")));
    }
    items
        .iter()
        .map(|item| {
            item.object()?;
            let text = item.get("text").required()?;
            match text.string()? {
                "" => Err(text.invalid("must not be empty")),
                text => Ok(text),
            }
        })
        .collect()
}

fn envelope(call: &Call<'_>, id: Uuid) -> Result<Value, ApiError> {
    call.state
        .message_in_chat(id)
        .and_then(|(chat, message)| call.state.poll_envelope(chat, message))
        .ok_or_else(|| ApiError::message_not_found("message_id"))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = message::named(call)?.1.id;
    envelope(call, id).map(ApiResponse::ok)
}

fn add_options(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = message::active_id(call)?;
    envelope(call, id)?;
    let body = call.json()?;
    let texts = texts(&Field::root(&body).get("options").required()?, 1)?;
    let line = message::named(call)?.0.line.clone();
    call.state.add_options(id, &line, &texts, call.trace_id);
    envelope(call, id).map(ApiResponse::ok)
}

fn vote(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = message::active_id(call)?;
    envelope(call, id)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let is_added = reactions::is_added(&body)?;
    let option_id = body.get("option_id").required()?.uuid()?;
    let line = message::named(call)?.0.line.clone();
    if call
        .state
        .vote(id, option_id, &line, is_added, call.trace_id)
    {
        envelope(call, id).map(ApiResponse::ok)
    } else {
        Err(ApiError::not_found())
    }
}
