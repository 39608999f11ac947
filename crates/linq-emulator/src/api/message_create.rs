//! Sending without naming a line: <https://docs.linqapp.com/api/resources/messages/methods/create/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{Call, Reply, on};
use super::chats::recipients;
use super::messages;
use crate::content::{self, Situation};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::World;
use crate::world::answered::Purpose;
use crate::world::message::{Content, Part, TextPart};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/messages", on(MethodFilter::POST, create))
}

fn create(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let key = key_of(call, &body)?;
    if let Some(reply) = call.repeated(Purpose::Message, key.as_deref(), messages::KEY_PATH)? {
        return Ok(reply);
    }
    let to = recipients(&body.get("to").required()?, None)?;
    let exclude = phone_numbers(&body.get("exclude_from"))?;
    let override_optout = messages::override_optout(&body)?;
    let message = messages::message_field(&body)?;
    let situation = Situation {
        is_group: to.len() > 1,
        ..Situation::default()
    };
    let mut content = content::parse(&message, situation, call.world)?;
    content.idempotency_key = key;
    let continuation = continuation(&body.get("continuation_message"))?;

    let chosen = choose(call.world, &to, &exclude)?;
    if let (Chosen::Failover { .. }, Some(text)) = (&chosen, continuation) {
        content = Content {
            parts: vec![Part::Text(TextPart::plain(text))],
            idempotency_key: content.idempotency_key,
            ..Content::default()
        };
    }
    let line = chosen.line(call.world)?;
    let service = call
        .world
        .service_for(&line, to.iter().copied(), content.preferred_service);
    World::check_service(&content, service)?;
    call.world
        .may_send(&line, to.iter().copied(), override_optout)?;

    let chat_id = match &chosen {
        Chosen::Reuse(chat_id) => *chat_id,
        Chosen::New { .. } | Chosen::Failover { .. } => call.world.open(&line, &to, service),
    };
    messages::send(call, chat_id, content, |call, message_id| {
        if chosen.is_new() {
            call.world
                .publish_chat("chat.created", chat_id, call.trace_id, |world, chat| {
                    world.chat_created_data(chat)
                });
        }
        let body = reply(call.world, message_id, &chosen).ok_or_else(ApiError::not_found)?;
        Ok((StatusCode::ACCEPTED, body))
    })
}

/// The key inside the message, else the one in the header, which this endpoint takes too.
fn key_of(call: &Call<'_>, body: &Field<'_>) -> Result<Option<String>, ApiError> {
    match content::idempotency_key(&body.get("message"))? {
        Some(key) => Ok(Some(key)),
        None => call.idempotency_key(),
    }
}

fn phone_numbers(list: &Field<'_>) -> Result<Vec<String>, ApiError> {
    if list.is_none() {
        return Ok(Vec::new());
    }
    list.items()?
        .iter()
        .map(|item| item.phone_number().map(str::to_owned))
        .collect()
}

fn continuation<'a>(field: &Field<'a>) -> Result<Option<&'a str>, ApiError> {
    let Some(field) = field.clone().optional() else {
        return Ok(None);
    };
    field.object()?;
    let text = field.get("text").required()?;
    match text.string()? {
        "" => Err(text.invalid("must not be empty")),
        words => Ok(Some(words)),
    }
}

/// Where a message goes.
enum Chosen {
    /// Into a chat that there is.
    Reuse(Uuid),
    /// Into a new chat on the best line.
    New { line: String },
    /// Into a new chat, for the line of the old one cannot send.
    Failover { line: String, previous: Uuid },
}

impl Chosen {
    fn is_new(&self) -> bool {
        !matches!(self, Self::Reuse(_))
    }

    fn reason(&self) -> &'static str {
        match self {
            Self::Reuse(_) => "reused_active_chat",
            Self::New { .. } => "new_best_number",
            Self::Failover { .. } => "failover_flagged",
        }
    }

    fn previous(&self) -> Option<Uuid> {
        match self {
            Self::Failover { previous, .. } => Some(*previous),
            Self::Reuse(_) | Self::New { .. } => None,
        }
    }

    fn line(&self, world: &World) -> Result<String, ApiError> {
        match self {
            Self::Reuse(chat_id) => world.open_chat(*chat_id).map(|chat| chat.line.clone()),
            Self::New { line } | Self::Failover { line, .. } => Ok(line.clone()),
        }
    }
}

fn choose(world: &World, to: &[&str], exclude: &[String]) -> Result<Chosen, ApiError> {
    let (usable, stranded) = world.chats_with(&to.iter().copied().collect::<BTreeSet<_>>());
    let reused = usable
        .iter()
        .find(|chat| !exclude.contains(&chat.line))
        .or(usable.first());
    if let Some(chat) = reused {
        return Ok(Chosen::Reuse(chat.id));
    }
    let line = world.best_line(exclude, None, "exclude_from")?;
    Ok(match stranded.first() {
        Some(chat) => Chosen::Failover {
            line,
            previous: chat.id,
        },
        None => Chosen::New { line },
    })
}

fn reply(world: &World, message_id: Uuid, chosen: &Chosen) -> Option<Value> {
    let (chat, message) = world.message_in_chat(message_id)?;
    Some(json!({
        "chat_id": chat.id,
        "created_new_chat": chosen.is_new(),
        "previous_chat_id": chosen.previous(),
        "from": chat.line,
        "from_selection": {
            "reason": chosen.reason(),
            "reused_existing_chat": !chosen.is_new(),
        },
        "handles": world.chat_handles(chat),
        "is_group": chat.is_group,
        "service": chat.service,
        "message": world.sent_message_reply(chat, message),
    }))
}
