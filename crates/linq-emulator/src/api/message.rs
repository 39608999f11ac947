//! A single message: <https://docs.linqapp.com/api/resources/messages/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use crate::content::MAX_TEXT_LEN;
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::chat::Chat;
use crate::state::edit::{EDIT_WINDOW, MAX_EDITS};
use crate::state::handle::Service;
use crate::state::message::{Message, Part};
use crate::state::page;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/messages/{message_id}",
            on(MethodFilter::GET, retrieve)
                .merge(on(MethodFilter::PATCH, update))
                .merge(on(MethodFilter::DELETE, delete)),
        )
        .route(
            "/v3/messages/{message_id}/thread",
            on(MethodFilter::GET, thread),
        )
}

/// Returns the message of the path and its chat.
pub(super) fn named<'a>(call: &'a Call<'_>) -> Result<(&'a Chat, &'a Message), ApiError> {
    let id = call.id("message_id")?;
    call.state
        .message_in_chat(id)
        .ok_or_else(|| ApiError::message_not_found("message_id"))
}

/// Returns the id of the message of the path, in a chat that allows new activity.
pub(super) fn active_id(call: &Call<'_>) -> Result<Uuid, ApiError> {
    let (chat, message) = named(call)?;
    call.state.active_chat(chat.id)?;
    Ok(message.id)
}

/// Returns `part_index`, 0 by default, which must be the index of a part of the message.
pub(super) fn part_index(body: &Field<'_>, message: &Message) -> Result<usize, ApiError> {
    let Some(field) = body.get("part_index").optional() else {
        return Ok(0);
    };
    let index = field.index()?;
    if index < message.part_count() {
        Ok(index)
    } else {
        Err(field.invalid("is not the index of a part of the message"))
    }
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let (chat, message) = named(call)?;
    Ok(ApiResponse::ok(call.state.message_json(chat, message)))
}

/// Edits a text part. A deleted message is 204 without a body.
fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    if call.state.deleted.contains(&call.id("message_id")?) {
        return Ok(ApiResponse::no_content());
    }
    let id = active_id(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let text = body.get("text").required()?;
    let new = text.string()?;
    if new.is_empty() || new.chars().count() > MAX_TEXT_LEN {
        return Err(text.invalid(&format!("must have 1 to {MAX_TEXT_LEN} characters")));
    }
    let (_, message) = named(call)?;
    let index = part_index(&body, message)?;
    check_editable(message, index)?;
    if call.state.is_too_old_to_edit(id) {
        return Err(ApiError::conflict(format!(
            "A message can be edited for {} minutes",
            EDIT_WINDOW.as_mins()
        )));
    }
    call.state.edit(id, index, new, call.trace_id);
    let (chat, message) = named(call)?;
    Ok(ApiResponse::ok(call.state.message_json(chat, message)))
}

fn check_editable(message: &Message, index: usize) -> Result<(), ApiError> {
    if !message.is_from_me {
        return Err(ApiError::not_yours("Only your own messages can be edited"));
    }
    if message.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Only iMessage messages can be edited",
        ));
    }
    if !matches!(message.parts.get(index), Some(Part::Text(_))) {
        return Err(ApiError::invalid_content(
            "part_index must be that of a text part, only these can be edited",
        ));
    }
    if message.edits >= MAX_EDITS {
        return Err(ApiError::conflict(format!(
            "A message can be edited {MAX_EDITS} times"
        )));
    }
    Ok(())
}

/// Deletes the message from the account; it stays on the phones.
fn delete(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = named(call)?.1.id;
    call.state.messages.retain(|message| message.id != id);
    call.state.deleted.insert(id);
    Ok(ApiResponse::no_content())
}

fn thread(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let (chat, message) = named(call)?;
    let is_descending = match call.query("order") {
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return Err(ApiError::invalid_parameter("order must be asc or desc")),
    };
    let mut thread = call.state.thread_of(message.id);
    if is_descending {
        thread.reverse();
    }
    let first = thread.first().map_or(message.id, |first| first.id);
    let scope = format!("thread {first} {is_descending}");
    let (limit, cursor) = (call.limit()?, call.cursor(&scope)?);
    // Pages need descending numbers.
    let position = |message: &&Message| {
        if is_descending {
            message.number
        } else {
            u64::MAX - message.number
        }
    };
    let (messages, next) = page::page(thread.into_iter(), position, cursor, limit);
    let messages: Vec<Value> = messages
        .into_iter()
        .map(|message| call.state.message_json(chat, message))
        .collect();
    let next_cursor = next.map(|number| page::encode(&scope, number));
    Ok(ApiResponse::ok(
        json!({ "messages": messages, "next_cursor": next_cursor }),
    ))
}
