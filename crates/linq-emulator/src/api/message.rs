//! A single message: <https://docs.linqapp.com/api/resources/messages/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{Call, Reply, on};
use crate::content::LONGEST_TEXT;
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::chat::Chat;
use crate::world::edit::{EDIT_TIME, MOST_EDITS};
use crate::world::handle::Service;
use crate::world::message::{Message, Part};
use crate::world::page;

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

/// The message that the path names, and its chat.
pub(super) fn named<'a>(call: &'a Call<'_>) -> Result<(&'a Chat, &'a Message), ApiError> {
    let id = call.id("message_id")?;
    call.world
        .message_in_chat(id)
        .ok_or_else(|| ApiError::message_not_found("message_id"))
}

/// The id of the message that the path names, in a chat where something can be done.
pub(super) fn active_id(call: &Call<'_>) -> Result<Uuid, ApiError> {
    let (chat, message) = named(call)?;
    call.world.active_chat(chat.id)?;
    Ok(message.id)
}

/// An index in `part_index`, 0 if there is none, of a part that the message has.
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

fn retrieve(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let (chat, message) = named(call)?;
    Ok(Reply::ok(call.world.message_reply(chat, message)))
}

/// 204 without a body for a message that was deleted.
fn update(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    if call.world.deleted.contains(&call.id("message_id")?) {
        return Ok(Reply::no_content());
    }
    let id = active_id(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let text = body.get("text").required()?;
    let new = text.string()?;
    if new.is_empty() || new.chars().count() > LONGEST_TEXT {
        return Err(text.invalid(&format!("must have 1 to {LONGEST_TEXT} characters")));
    }
    let (_, message) = named(call)?;
    let index = part_index(&body, message)?;
    check_editable(message, index)?;
    if call.world.is_too_old_to_edit(id) {
        return Err(ApiError::conflict(format!(
            "A message can be edited for {} minutes",
            EDIT_TIME.as_mins()
        )));
    }
    call.world.edit(id, index, new, call.trace_id);
    let (chat, message) = named(call)?;
    Ok(Reply::ok(call.world.message_reply(chat, message)))
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
    if message.edits >= MOST_EDITS {
        return Err(ApiError::conflict(format!(
            "A message can be edited {MOST_EDITS} times"
        )));
    }
    Ok(())
}

/// Forgets the message here; on the phones it stays.
fn delete(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let id = named(call)?.1.id;
    call.world.messages.retain(|message| message.id != id);
    call.world.deleted.insert(id);
    Ok(Reply::no_content())
}

fn thread(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let (chat, message) = named(call)?;
    let is_descending = match call.query("order") {
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return Err(ApiError::invalid_parameter("order must be asc or desc")),
    };
    let mut thread = call.world.thread_of(message.id);
    if is_descending {
        thread.reverse();
    }
    let first = thread.first().map_or(message.id, |first| first.id);
    let scope = format!("thread {first} {is_descending}");
    let (limit, cursor) = (call.limit()?, call.cursor(&scope)?);
    // Pages want numbers that go down.
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
        .map(|message| call.world.message_reply(chat, message))
        .collect();
    let next_cursor = next.map(|number| page::encode(&scope, number));
    Ok(Reply::ok(
        json!({ "messages": messages, "next_cursor": next_cursor }),
    ))
}
