//! Chats: <https://docs.linqapp.com/api/resources/chats/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{Call, Reply, on};
use super::messages;
use crate::content::{self, Situation};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::chat::{Chat, MOST_RECIPIENTS, Status};
use crate::world::handle::Service;
use crate::world::message::{DeliveryStatus, Message};
use crate::world::view::date;
use crate::world::{World, page};

const LONGEST_URL: usize = 2048;

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

/// 201 with a new chat, 200 when the message went into one that was there already.
fn create(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    if let Some(reply) = messages::repeated(call, &body)? {
        return Ok(reply);
    }
    let from_field = body.get("from").required()?;
    let from = from_field.phone_number()?;
    if !call.world.owns(from) {
        return Err(ApiError::not_your_number(from_field.path()));
    }
    call.world.check_line(from, from_field.path())?;
    let recipients = recipients(&body.get("to").required()?, Some(from))?;
    let override_optout = messages::override_optout(&body)?;

    let set: BTreeSet<&str> = recipients.iter().copied().collect();
    let existing = call
        .world
        .chats
        .iter()
        .find(|chat| chat.is_reused_for(from, &set))
        .map(|chat| chat.id);
    let situation = Situation {
        is_group: recipients.len() > 1,
        forbids_links: true,
        is_first: existing.is_none(),
    };
    let message = messages::message_field(&body)?;
    let content = content::parse(&message, situation, call.world)?;
    let service =
        call.world
            .service_for(from, recipients.iter().copied(), content.preferred_service);
    World::check_service(&content, service)?;
    call.world
        .may_send(from, recipients.iter().copied(), override_optout)?;

    let chat_id = existing.unwrap_or_else(|| call.world.open(from, &recipients, service));
    let status = if existing.is_some() {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    messages::send(call, chat_id, content, |call, message_id| {
        if existing.is_none() {
            call.world
                .publish_chat("chat.created", chat_id, call.trace_id, |world, chat| {
                    world.chat_created_data(chat)
                });
        }
        let chat = call.world.open_chat(chat_id)?;
        let message = call
            .world
            .message(message_id)
            .ok_or_else(ApiError::not_found)?;
        Ok((status, call.world.created_chat_reply(chat, message)))
    })
}

/// The handles in `to`, each once.
pub(super) fn recipients<'a>(to: &Field<'a>, from: Option<&str>) -> Result<Vec<&'a str>, ApiError> {
    let items = to.items()?;
    if items.is_empty() || items.len() > MOST_RECIPIENTS {
        return Err(to.invalid(&format!("must have 1 to {MOST_RECIPIENTS} handles")));
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

fn retrieve(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat = call.world.open_chat(call.id("chat_id")?)?;
    Ok(Reply::ok(call.world.chat_reply(chat)))
}

/// Newest first; chats that were left are not listed.
fn list(call: &mut Call<'_>) -> Result<Reply, ApiError> {
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
        call.world.chats.iter().rev().filter(is_wanted),
        |chat| chat.number,
        cursor,
        limit,
    );
    let chats: Vec<Value> = chats
        .into_iter()
        .map(|chat| call.world.chat_reply(chat))
        .collect();
    Ok(Reply::ok(
        json!({ "chats": chats, "next_cursor": next.map(|number| page::encode("chats", number)) }),
    ))
}

fn update(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat_id = call.active_chat_id()?;
    let body = call.json()?;
    let body = Field::root(&body);
    let name = body.get("display_name").optional();
    let icon = body.get("group_chat_icon").optional();
    if name.is_none() && icon.is_none() {
        return Err(ApiError::missing_field("display_name or group_chat_icon"));
    }
    let name = name.map(|name| name.string()).transpose()?;
    let icon = icon.map(|icon| icon.https_url(LONGEST_URL)).transpose()?;
    if !call.world.open_chat(chat_id)?.is_group {
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
    Ok(Reply::ok(
        json!({ "chat_id": chat_id, "status": "accepted" }),
    ))
}

/// A property of a group that can be changed, with the events that tell the outcome.
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

/// "Delivery failed", one of the two codes that these failures can carry.
const CHANGE_FAILED: u32 = 4001;

fn change(call: &mut Call<'_>, chat_id: Uuid, property: &Property, new: Option<&str>) {
    let now = call.world.now();
    if call.world.failing.take(property.failed) {
        call.world.publish_chat(property.failed, chat_id, call.trace_id, |_, chat| {
            json!({ "chat_id": chat.id, "error_code": CHANGE_FAILED, "failed_at": date(now) })
        });
        return;
    }
    let Some(chat) = call.world.chat_mut(chat_id) else {
        return;
    };
    chat.updated_at = now;
    let old = std::mem::replace((property.of)(chat), new.map(str::to_owned));
    call.world
        .publish_chat(property.updated, chat_id, call.trace_id, |world, chat| {
            json!({
                "chat_id": chat.id,
                "old_value": old,
                "new_value": new,
                "changed_by_handle": world.chat_handle_of(chat, &chat.line),
                "updated_at": date(now),
            })
        });
}

/// Members a group needs for one of them to leave, which keeps three.
const ENOUGH_TO_LEAVE: usize = 4;

fn leave(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat = call.world.active_chat(call.id("chat_id")?)?;
    if !chat.is_group {
        return Err(ApiError::direct_chat());
    }
    if chat.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Only iMessage groups can be left",
        ));
    }
    if chat.active().count() < ENOUGH_TO_LEAVE {
        return Err(ApiError::conflict(
            "A group can be left only while it has 4 or more active members",
        ));
    }
    let (chat_id, line) = (chat.id, chat.line.clone());
    call.world.dismiss(chat_id, &line, Status::Left);
    call.world
        .publish_participant("participant.removed", chat_id, &line, call.trace_id);
    Ok(Reply::accepted("Leave chat queued", call.trace_id))
}

fn mark_as_read(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat_id = call.open_chat_id()?;
    let now = call.world.now();
    let unread = |message: &&mut Message| {
        message.chat_id == chat_id && !message.is_from_me && message.read_at.is_none()
    };
    for message in call.world.messages.iter_mut().filter(unread) {
        message.read_at = Some(now);
        message.updated_at = now;
        message.status = DeliveryStatus::Read;
    }
    Ok(Reply::no_content())
}

fn share_contact_card(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat = call.world.active_chat(call.id("chat_id")?)?;
    let chat_id = chat.id;
    let line = call.world.line(&chat.line);
    if line.is_none_or(|line| line.card.is_none()) {
        return Err(ApiError::card_not_found());
    }
    call.world
        .limits
        .contact_card(chat_id)
        .map_err(ApiError::rate_limited)?;
    Ok(Reply::no_content())
}
