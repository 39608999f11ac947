//! Chats: <https://docs.linqapp.com/api/resources/chats/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use super::messages;
use crate::content::{self, SendContext};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::chat::{Chat, MAX_RECIPIENTS, Status};
use crate::state::handle::Service;
use crate::state::message::{DeliveryStatus, Message};
use crate::state::view::date;
use crate::state::{State, page};

const MAX_URL_LEN: usize = 2048;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/chats",
            on(MethodFilter::POST, create).merge(on(MethodFilter::GET, list)),
        )
        .route(
            "/v3/chats/{chat_id}",
            on(MethodFilter::GET, retrieve).merge(on(MethodFilter::PUT, update)),
        )
        .route("/v3/chats/{chat_id}/leave", on(MethodFilter::POST, leave))
        .route(
            "/v3/chats/{chat_id}/read",
            on(MethodFilter::POST, mark_as_read),
        )
        .route(
            "/v3/chats/{chat_id}/share_contact_card",
            on(MethodFilter::POST, share_contact_card),
        )
}

/// Returns 201 for a new chat, 200 if the message was sent to an existing one.
fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    if let Some(response) = messages::cached_response(call, &body)? {
        return Ok(response);
    }
    let from_field = body.get("from").required()?;
    let from = from_field.phone_number()?;
    if !call.state.owns(from) {
        return Err(ApiError::not_your_number(from_field.path()));
    }
    call.state.check_line(from, from_field.path())?;
    let recipients = recipients(&body.get("to").required()?, Some(from))?;
    let override_optout = messages::override_optout(&body)?;

    let set: BTreeSet<&str> = recipients.iter().copied().collect();
    let existing = call
        .state
        .chats
        .iter()
        .find(|chat| chat.is_reused_for(from, &set))
        .map(|chat| chat.id);
    let send_context = SendContext {
        is_group: recipients.len() > 1,
        forbids_links: true,
        is_first: existing.is_none(),
    };
    let message = messages::message_field(&body)?;
    let content = content::parse(&message, send_context, call.state)?;
    let service =
        call.state
            .service_for(from, recipients.iter().copied(), content.preferred_service);
    State::check_service(&content, service)?;
    call.state
        .check_send(from, recipients.iter().copied(), override_optout)?;

    let chat_id = existing.unwrap_or_else(|| call.state.create_chat(from, &recipients, service));
    let status = if existing.is_some() {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    messages::send(call, chat_id, content, |call, message_id| {
        if existing.is_none() {
            call.state
                .publish_chat("chat.created", chat_id, call.trace_id, |state, chat| {
                    state.chat_created_data(chat)
                });
        }
        let chat = call.state.open_chat(chat_id)?;
        let message = call
            .state
            .message(message_id)
            .ok_or_else(ApiError::not_found)?;
        Ok((status, call.state.created_chat_json(chat, message)))
    })
}

/// Returns the handles in `to` without duplicates.
pub(super) fn recipients<'a>(to: &Field<'a>, from: Option<&str>) -> Result<Vec<&'a str>, ApiError> {
    let items = to.items()?;
    if items.is_empty() || items.len() > MAX_RECIPIENTS {
        return Err(to.invalid(&format!("must have 1 to {MAX_RECIPIENTS} handles")));
    }
    let mut recipients = Vec::with_capacity(items.len());
    for item in &items {
        let handle = item.handle()?;
        if Some(handle) == from {
            return Err(item.invalid("must not be the number the message is sent from"));
        }
        if !recipients.contains(&handle) {
            recipients.push(handle);
        }
    }
    Ok(recipients)
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.open_chat(call.id("chat_id")?)?;
    Ok(ApiResponse::ok(call.state.chat_json(chat)))
}

/// Lists chats, newest first, without those that the account has left.
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let (limit, cursor) = (call.limit()?, call.cursor("chats")?);
    let from = call.phone_number_in_query("from")?;
    let to = call.handle_in_query("to")?;
    let is_wanted = |chat: &&Chat| {
        !chat.was_left()
            && from.as_ref().is_none_or(|from| chat.line == *from)
            && to
                .as_ref()
                .is_none_or(|to| chat.active_member(to).is_some())
    };
    let (chats, next) = page::page(
        call.state.chats.iter().rev().filter(is_wanted),
        |chat| chat.number,
        cursor,
        limit,
    );
    let chats: Vec<Value> = chats
        .into_iter()
        .map(|chat| call.state.chat_json(chat))
        .collect();
    Ok(ApiResponse::ok(
        json!({ "chats": chats, "next_cursor": next.map(|number| page::encode("chats", number)) }),
    ))
}

fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    let body = call.json()?;
    let body = Field::root(&body);
    let name = body.get("display_name").optional();
    let icon = body.get("group_chat_icon").optional();
    if name.is_none() && icon.is_none() {
        return Err(ApiError::missing_field("display_name or group_chat_icon"));
    }
    let name = name.map(|name| name.string()).transpose()?;
    let icon = icon.map(|icon| icon.https_url(MAX_URL_LEN)).transpose()?;
    if !call.state.open_chat(chat_id)?.is_group {
        return Err(ApiError::direct_chat());
    }
    if let Some(name) = name {
        change(
            call,
            chat_id,
            &NAME,
            Some(name).filter(|name| !name.is_empty()),
        );
    }
    if let Some(icon) = icon {
        change(call, chat_id, &ICON, Some(icon));
    }
    Ok(ApiResponse::ok(
        json!({ "chat_id": chat_id, "status": "accepted" }),
    ))
}

/// A property of a group that can be changed, with the events that report the outcome.
struct Property {
    updated: &'static str,
    failed: &'static str,
    of: fn(&mut Chat) -> &mut Option<String>,
}

const NAME: Property = Property {
    updated: "chat.group_name_updated",
    failed: "chat.group_name_update_failed",
    of: |chat| &mut chat.display_name,
};
const ICON: Property = Property {
    updated: "chat.group_icon_updated",
    failed: "chat.group_icon_update_failed",
    of: |chat| &mut chat.icon,
};

/// Code "Delivery failed", one of the two documented for these failures.
const CHANGE_FAILED: u32 = 4001;

fn change(call: &mut Call<'_>, chat_id: Uuid, property: &Property, new: Option<&str>) {
    let now = call.state.now();
    if call.state.requested_failures.take(property.failed) {
        call.state.publish_chat(property.failed, chat_id, call.trace_id, |_, chat| {
            json!({ "chat_id": chat.id, "error_code": CHANGE_FAILED, "failed_at": date(now) })
        });
        return;
    }
    let Some(chat) = call.state.chat_mut(chat_id) else {
        return;
    };
    chat.updated_at = now;
    let old = std::mem::replace((property.of)(chat), new.map(str::to_owned));
    call.state
        .publish_chat(property.updated, chat_id, call.trace_id, |state, chat| {
            json!({
                "chat_id": chat.id,
                "old_value": old,
                "new_value": new,
                "changed_by_handle": state.chat_handle_of(chat, &chat.line),
                "updated_at": date(now),
            })
        });
}

/// Minimum number of members of a group that the account can leave.
const MIN_GROUP_SIZE_TO_LEAVE: usize = 4;

fn leave(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.active_chat(call.id("chat_id")?)?;
    if !chat.is_group {
        return Err(ApiError::direct_chat());
    }
    if chat.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Only iMessage groups can be left",
        ));
    }
    if chat.active().count() < MIN_GROUP_SIZE_TO_LEAVE {
        return Err(ApiError::conflict(
            "A group can be left only while it has 4 or more active members",
        ));
    }
    let (chat_id, line) = (chat.id, chat.line.clone());
    call.state.remove_participant(chat_id, &line, Status::Left);
    call.state
        .publish_participant("participant.removed", chat_id, &line, call.trace_id);
    Ok(ApiResponse::accepted("Leave chat queued", call.trace_id))
}

fn mark_as_read(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.open_chat_id()?;
    let now = call.state.now();
    let unread = |message: &&mut Message| {
        message.chat_id == chat_id && !message.is_from_me && message.read_at.is_none()
    };
    for message in call.state.messages.iter_mut().filter(unread) {
        message.read_at = Some(now);
        message.updated_at = now;
        message.status = DeliveryStatus::Read;
    }
    Ok(ApiResponse::no_content())
}

fn share_contact_card(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.active_chat(call.id("chat_id")?)?;
    let chat_id = chat.id;
    let line = call.state.line(&chat.line);
    if line.is_none_or(|line| line.card.is_none()) {
        return Err(ApiError::card_not_found());
    }
    call.state
        .limits
        .contact_card(chat_id)
        .map_err(ApiError::rate_limited)?;
    Ok(ApiResponse::no_content())
}
