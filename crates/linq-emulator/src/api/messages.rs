//! Messages of a chat: <https://docs.linqapp.com/api/resources/chats/subresources/messages/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{Call, Reply, on};
use super::error::ApiError;
use super::field::Field;
use crate::content::{self, Content, Situation};
use crate::shared::Shared;
use crate::world::{World, page};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/messages",
        on(MethodFilter::POST, create).merge(on(MethodFilter::GET, list)),
    )
}

fn create(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat_id = call.id("chat_id")?;
    let body = call.json()?;
    let body = Field::root(&body);
    if let Some(reply) = repeated(call, &body)? {
        return Ok(reply);
    }
    let chat = call.world.open_chat(chat_id)?;
    let situation = Situation {
        is_group: chat.is_group,
        ..Situation::default()
    };
    let line = chat.line.clone();
    let recipients: Vec<String> = chat.others().map(|other| other.handle.clone()).collect();
    let recipients = recipients.iter().map(String::as_str);
    let override_optout = override_optout(&body)?;

    let message = message_field(&body)?;
    let content = content::parse(&message, situation, call.world)?;
    World::check_service(
        &content,
        call.world
            .service_for(recipients.clone(), content.preferred_service),
    )?;
    call.world.may_send(&line, recipients, override_optout)?;

    send(call, chat_id, content, |call, message_id| {
        let chat = call.world.open_chat(chat_id)?;
        let message = call
            .world
            .message(message_id)
            .ok_or_else(ApiError::not_found)?;
        let message = call.world.sent_message_reply(chat, message);
        Ok((
            StatusCode::ACCEPTED,
            json!({ "chat_id": chat_id, "message": message }),
        ))
    })
}

/// Stores the message, answers with it as it is before it goes out, then lets it go out.
pub(super) fn send(
    call: &mut Call<'_>,
    chat_id: Uuid,
    content: Content,
    reply: impl FnOnce(&mut Call<'_>, Uuid) -> Result<(StatusCode, Value), ApiError>,
) -> Result<Reply, ApiError> {
    let key = content.idempotency_key.clone();
    let message_id = call
        .world
        .accept(chat_id, content)
        .ok_or_else(ApiError::not_found)?;
    let (status, body) = reply(call, message_id)?;
    if let Some(key) = key {
        call.world
            .answered
            .insert(key, (status.as_u16(), body.clone()));
    }
    call.world.carry_out(message_id, call.trace_id);
    Ok(Reply::new(status, body))
}

/// The first reply again, if the message's idempotency key was seen before.
pub(super) fn repeated(call: &Call<'_>, body: &Field<'_>) -> Result<Option<Reply>, ApiError> {
    let Some(key) = content::idempotency_key(&body.get("message"))? else {
        return Ok(None);
    };
    Ok(call.world.answered.get(&key).map(|(status, body)| {
        Reply::new(
            StatusCode::from_u16(*status).unwrap_or(StatusCode::OK),
            body.clone(),
        )
    }))
}

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

/// Newest first.
fn list(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat = call.world.open_chat(call.id("chat_id")?)?;
    let scope = format!("messages {}", chat.id);
    let (limit, cursor) = (call.limit()?, call.cursor(&scope)?);
    let newest_first = call
        .world
        .messages
        .iter()
        .rev()
        .filter(|message| message.chat_id == chat.id);
    let (messages, next) = page::page(newest_first, |message| message.number, cursor, limit);
    let messages: Vec<Value> = messages
        .into_iter()
        .map(|message| call.world.message_reply(chat, message))
        .collect();
    Ok(Reply::ok(
        json!({ "messages": messages, "next_cursor": next.map(|number| page::encode(&scope, number)) }),
    ))
}
