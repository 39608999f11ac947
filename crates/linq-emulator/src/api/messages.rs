//! Messages of a chat: <https://docs.linqapp.com/api/resources/chats/subresources/messages/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use crate::content::{self, SendContext};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::chat::Chat;
use crate::state::idempotency_cache::Purpose;
use crate::state::message::Content;
use crate::state::{State, page};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/messages",
        on(MethodFilter::POST, create).merge(on(MethodFilter::GET, list)),
    )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.id("chat_id")?;
    let body = call.json()?;
    let body = Field::root(&body);
    if let Some(response) = cached_response(call, &body)? {
        return Ok(response);
    }
    let chat = call.state.active_chat(chat_id)?;
    let send_context = SendContext {
        is_group: chat.is_group,
        ..SendContext::default()
    };
    let (chat_line, recipients) = (chat.line.clone(), recipients_of(chat));
    let override_optout = override_optout(&body)?;

    let message = message_field(&body)?;
    let content = content::parse(&message, send_context, call.state)?;
    let recipients = recipients.iter().map(String::as_str);
    let service = call
        .state
        .service_for(&chat_line, recipients, content.preferred_service);
    State::check_service(&content, service)?;
    check_recipients(call, chat_id, override_optout)?;

    send(call, chat_id, content, |call, message_id| {
        let chat = call.state.open_chat(chat_id)?;
        let message = call
            .state
            .message(message_id)
            .ok_or_else(ApiError::not_found)?;
        let message = call.state.sent_message_json(chat, message);
        Ok((
            StatusCode::ACCEPTED,
            json!({ "chat_id": chat_id, "message": message }),
        ))
    })
}

fn recipients_of(chat: &Chat) -> Vec<String> {
    chat.others().map(|other| other.handle.clone()).collect()
}

/// Rejects a send to a chat whose recipient opted out or is blocked, or over the rate limit.
pub(super) fn check_recipients(
    call: &mut Call<'_>,
    chat_id: Uuid,
    override_optout: bool,
) -> Result<(), ApiError> {
    let chat = call.state.active_chat(chat_id)?;
    let (line, recipients) = (chat.line.clone(), recipients_of(chat));
    let recipients = recipients.iter().map(String::as_str);
    call.state.check_send(&line, recipients, override_optout)
}

/// Stores the message, builds the response with it, then delivers it.
pub(super) fn send(
    call: &mut Call<'_>,
    chat_id: Uuid,
    content: Content,
    response: impl FnOnce(&mut Call<'_>, Uuid) -> Result<(StatusCode, Value), ApiError>,
) -> Result<ApiResponse, ApiError> {
    let key = content.idempotency_key.clone();
    let message_id = call
        .state
        .accept(chat_id, content)
        .ok_or_else(ApiError::not_found)?;
    let (status, body) = response(call, message_id)?;
    let response = ApiResponse::new(status, body);
    if let Some(key) = key {
        call.cache_response(Purpose::Message, key, &response, message_id);
    }
    call.state.deliver(message_id, call.trace_id);
    Ok(response)
}

/// Returns the cached response of the message's idempotency key.
pub(super) fn cached_response(
    call: &Call<'_>,
    body: &Field<'_>,
) -> Result<Option<ApiResponse>, ApiError> {
    let key = content::idempotency_key(&body.get("message"))?;
    call.cached_response(Purpose::Message, key.as_deref(), KEY_PATH)
}

pub(super) const KEY_PATH: &str = "message.idempotency_key";

pub(super) fn message_field<'a>(body: &Field<'a>) -> Result<Field<'a>, ApiError> {
    let message = body.get("message").required()?;
    message.object()?;
    Ok(message)
}

pub(super) fn override_optout(body: &Field<'_>) -> Result<bool, ApiError> {
    body.get("override_optout")
        .optional()
        .map_or(Ok(false), |field| field.boolean())
}

/// Lists messages, newest first.
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.open_chat(call.id("chat_id")?)?;
    let scope = format!("messages {}", chat.id);
    let (limit, cursor) = (call.limit()?, call.cursor(&scope)?);
    let newest_first = call
        .state
        .messages
        .iter()
        .rev()
        .filter(|message| message.chat_id == chat.id);
    let (messages, next) = page::page(newest_first, |message| message.number, cursor, limit);
    let messages: Vec<Value> = messages
        .into_iter()
        .map(|message| call.state.message_json(chat, message))
        .collect();
    Ok(ApiResponse::ok(
        json!({ "messages": messages, "next_cursor": next.map(|number| page::encode(&scope, number)) }),
    ))
}
