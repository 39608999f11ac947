//! Messages of a chat: <https://docs.linqapp.com/api/resources/chats/subresources/messages/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{Call, Reply, on};
use crate::content::{self, Situation};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::answered::Purpose;
use crate::world::chat::Chat;
use crate::world::message::Content;
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
    let chat = call.world.active_chat(chat_id)?;
    let situation = Situation {
        is_group: chat.is_group,
        ..Situation::default()
    };
    let (chat_line, recipients) = (chat.line.clone(), recipients_of(chat));
    let override_optout = override_optout(&body)?;

    let message = message_field(&body)?;
    let content = content::parse(&message, situation, call.world)?;
    let recipients = recipients.iter().map(String::as_str);
    let service = call
        .world
        .service_for(&chat_line, recipients, content.preferred_service);
    World::check_service(&content, service)?;
    check_recipients(call, chat_id, override_optout)?;

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

fn recipients_of(chat: &Chat) -> Vec<String> {
    chat.others().map(|other| other.handle.clone()).collect()
}

/// Refuses a send to those in a chat who want or shall have none, or over the limit.
pub(super) fn check_recipients(
    call: &mut Call<'_>,
    chat_id: Uuid,
    override_optout: bool,
) -> Result<(), ApiError> {
    let chat = call.world.active_chat(chat_id)?;
    let (line, recipients) = (chat.line.clone(), recipients_of(chat));
    let recipients = recipients.iter().map(String::as_str);
    call.world.may_send(&line, recipients, override_optout)
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
    let reply = Reply::new(status, body);
    if let Some(key) = key {
        call.answered(Purpose::Message, key, &reply, message_id);
    }
    call.world.carry_out(message_id, call.trace_id);
    Ok(reply)
}

/// The first reply again, if the message's idempotency key was seen before.
pub(super) fn repeated(call: &Call<'_>, body: &Field<'_>) -> Result<Option<Reply>, ApiError> {
    let key = content::idempotency_key(&body.get("message"))?;
    call.repeated(Purpose::Message, key.as_deref(), KEY_PATH)
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
