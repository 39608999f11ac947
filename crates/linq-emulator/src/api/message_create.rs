//! Sending without a given line: <https://docs.linqapp.com/api/resources/messages/methods/create/>

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use super::chats::recipients;
use super::messages;
use crate::content::{self, SendContext};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::State;
use crate::state::idempotency_cache::Purpose;
use crate::state::message::{Content, Part, TextPart};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/messages", on(MethodFilter::POST, create))
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let key = key_of(call, &body)?;
    if let Some(response) =
        call.cached_response(Purpose::Message, key.as_deref(), messages::KEY_PATH)?
    {
        return Ok(response);
    }
    let to = recipients(&body.get("to").required()?, None)?;
    let exclude = phone_numbers(&body.get("exclude_from"))?;
    let override_optout = messages::override_optout(&body)?;
    let message = messages::message_field(&body)?;
    let send_context = SendContext {
        is_group: to.len() > 1,
        ..SendContext::default()
    };
    let mut content = content::parse(&message, send_context, call.state)?;
    content.idempotency_key = key;
    let continuation = continuation(&body.get("continuation_message"))?;

    let selection = select(call.state, &to, &exclude)?;
    if let (Selection::Failover { .. }, Some(text)) = (&selection, continuation) {
        content = Content {
            parts: vec![Part::Text(TextPart::plain(text))],
            idempotency_key: content.idempotency_key,
            ..Content::default()
        };
    }
    let line = selection.line(call.state)?;
    let service = call
        .state
        .service_for(&line, to.iter().copied(), content.preferred_service);
    State::check_service(&content, service)?;
    call.state
        .check_send(&line, to.iter().copied(), override_optout)?;

    let chat_id = match &selection {
        Selection::Reuse(chat_id) => *chat_id,
        Selection::New { .. } | Selection::Failover { .. } => {
            call.state.create_chat(&line, &to, service)
        }
    };
    messages::send(call, chat_id, content, |call, message_id| {
        if selection.is_new() {
            call.state
                .publish_chat("chat.created", chat_id, call.trace_id, |state, chat| {
                    state.chat_created_data(chat)
                });
        }
        let body = response(call.state, message_id, &selection).ok_or_else(ApiError::not_found)?;
        Ok((StatusCode::ACCEPTED, body))
    })
}

/// Returns the idempotency key in the message, or else in the header, which this endpoint supports too.
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

/// The chat that a message is sent to.
enum Selection {
    /// An existing chat.
    Reuse(Uuid),
    /// A new chat on the best line.
    New { line: String },
    /// A new chat, since the line of the existing one cannot send.
    Failover { line: String, previous: Uuid },
}

impl Selection {
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

    fn line(&self, state: &State) -> Result<String, ApiError> {
        match self {
            Self::Reuse(chat_id) => state.open_chat(*chat_id).map(|chat| chat.line.clone()),
            Self::New { line } | Self::Failover { line, .. } => Ok(line.clone()),
        }
    }
}

fn select(state: &State, to: &[&str], exclude: &[String]) -> Result<Selection, ApiError> {
    let (usable, stranded) = state.chats_with(&to.iter().copied().collect::<BTreeSet<_>>());
    let reused = usable
        .iter()
        .find(|chat| !exclude.contains(&chat.line))
        .or(usable.first());
    if let Some(chat) = reused {
        return Ok(Selection::Reuse(chat.id));
    }
    let line = state.best_line(exclude, None, "exclude_from")?;
    Ok(match stranded.first() {
        Some(chat) => Selection::Failover {
            line,
            previous: chat.id,
        },
        None => Selection::New { line },
    })
}

fn response(state: &State, message_id: Uuid, selection: &Selection) -> Option<Value> {
    let (chat, message) = state.message_in_chat(message_id)?;
    Some(json!({
        "chat_id": chat.id,
        "created_new_chat": selection.is_new(),
        "previous_chat_id": selection.previous(),
        "from": chat.line,
        "from_selection": {
            "reason": selection.reason(),
            "reused_existing_chat": !selection.is_new(),
        },
        "handles": state.chat_handles(chat),
        "is_group": chat.is_group,
        "service": chat.service,
        "message": state.sent_message_json(chat, message),
    }))
}
