//! Voice memos: <https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};

use super::call::{ApiResponse, Call, on};
use super::messages;
use crate::content::{Source, attachment_source, file_name, mime_of, url_source};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::State;
use crate::state::chat::Chat;
use crate::state::message::{Content, Message, Part};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/voicememo",
        on(MethodFilter::POST, send),
    )
}

fn send(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    let body = call.json()?;
    let body = Field::root(&body);
    let override_optout = messages::override_optout(&body)?;
    let memo = memo(&body, call.state)?;
    messages::check_recipients(call, chat_id, override_optout)?;
    let content = Content {
        parts: vec![memo],
        ..Content::default()
    };
    messages::send(call, chat_id, content, |call, message_id| {
        let (chat, message) = call
            .state
            .message_in_chat(message_id)
            .ok_or_else(ApiError::not_found)?;
        Ok((StatusCode::ACCEPTED, response(call.state, chat, message)))
    })
}

/// Maximum size of a voice memo: 10 MB, read as MiB.
const MAX_MEMO_SIZE: u64 = 10 * 1024 * 1024;

fn memo(body: &Field<'_>, state: &mut State) -> Result<Part, ApiError> {
    let (url, attachment) = (body.get("voice_memo_url"), body.get("attachment_id"));
    let (field, source) = match (url.optional(), attachment.optional()) {
        (Some(url), None) => (url.clone(), url_source(&url, state)?),
        (None, Some(id)) => (id.clone(), attachment_source(&id, state)?),
        (None, None) => return Err(ApiError::missing_field("voice_memo_url or attachment_id")),
        (Some(url), Some(_)) => return Err(url.invalid("cannot be combined with attachment_id")),
    };
    let (id, filename, mime_type, size_bytes, url) = match source {
        Source::Url(url) => {
            let name = file_name(&url);
            let mime = mime_of(&name);
            (state.ids.uuid(), name, mime, 0, url.into())
        }
        Source::Attachment(id, file) => {
            let url = state.download_url(id, &file.filename);
            (id, file.filename, file.content_type, file.size_bytes, url)
        }
    };
    if size_bytes > MAX_MEMO_SIZE {
        return Err(ApiError::new(413, 5001, "The file is larger than 10 MB"));
    }
    if !mime_type.starts_with("audio/") && mime_type != "application/octet-stream" {
        return Err(field
            .with_error_code(5004)
            .invalid(&format!("must be an audio file, not {mime_type}")));
    }
    Ok(Part::Media {
        id,
        filename,
        mime_type,
        size_bytes,
        url,
    })
}

/// Duration of every voice memo, since files are not decoded.
const DURATION_MS: u32 = 1000;

fn response(state: &State, chat: &Chat, message: &Message) -> Value {
    let mut memo = json!(message.parts.first());
    memo["duration_ms"] = DURATION_MS.into();
    if let Some(fields) = memo.as_object_mut() {
        fields.remove("type");
    }
    let to: Vec<&str> = chat.others().map(|other| other.handle.as_str()).collect();
    json!({ "voice_memo": {
        "id": message.id,
        "chat": {
            "id": chat.id,
            "handles": state.chat_handles(chat),
            "is_active": !chat.was_left(),
            "is_group": chat.is_group,
            "service": chat.service,
        },
        "from": message.from,
        "to": to,
        "status": message.status,
        "service": message.service,
        "created_at": crate::state::view::date(message.created_at),
        "voice_memo": memo,
    }})
}
