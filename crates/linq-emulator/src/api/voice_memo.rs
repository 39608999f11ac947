//! Voice memos: <https://docs.linqapp.com/api/resources/chats/methods/send_voicememo/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};

use super::call::{Call, Reply, on};
use super::messages;
use crate::content::{Source, attachment_source, file_name, mime_of, url_source};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::World;
use crate::world::chat::Chat;
use crate::world::message::{Content, Message, Part};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/voicememo",
        on(MethodFilter::POST, send),
    )
}

fn send(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let chat_id = call.active_chat_id()?;
    let body = call.json()?;
    let body = Field::root(&body);
    let override_optout = messages::override_optout(&body)?;
    let memo = memo(&body, call.world)?;
    messages::check_recipients(call, chat_id, override_optout)?;
    let content = Content {
        parts: vec![memo],
        ..Content::default()
    };
    messages::send(call, chat_id, content, |call, message_id| {
        let (chat, message) = call
            .world
            .message_in_chat(message_id)
            .ok_or_else(ApiError::not_found)?;
        Ok((StatusCode::ACCEPTED, reply(call.world, chat, message)))
    })
}

/// 10 MB, in the larger of the two readings.
const LARGEST_MEMO: u64 = 10 * 1024 * 1024;

fn memo(body: &Field<'_>, world: &mut World) -> Result<Part, ApiError> {
    let (url, attachment) = (body.get("voice_memo_url"), body.get("attachment_id"));
    let (field, source) = match (url.optional(), attachment.optional()) {
        (Some(url), None) => (url.clone(), url_source(&url, world)?),
        (None, Some(id)) => (id.clone(), attachment_source(&id, world)?),
        (None, None) => return Err(ApiError::missing_field("voice_memo_url or attachment_id")),
        (Some(url), Some(_)) => return Err(url.invalid("cannot be combined with attachment_id")),
    };
    let (id, filename, mime_type, size_bytes, url) = match source {
        Source::Url(url) => {
            let name = file_name(&url);
            let mime = mime_of(&name);
            (world.ids.uuid(), name, mime, 0, url.into())
        }
        Source::Attachment(id, file) => {
            let url = world.download_url(id, &file.filename);
            (id, file.filename, file.content_type, file.size_bytes, url)
        }
    };
    if size_bytes > LARGEST_MEMO {
        return Err(ApiError::new(413, 5001, "The file is larger than 10 MB"));
    }
    if !mime_type.starts_with("audio/") && mime_type != "application/octet-stream" {
        return Err(field
            .refused_with(5004)
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

/// How long every voice memo is said to be, for no file is looked into.
const DURATION_MS: u32 = 1000;

fn reply(world: &World, chat: &Chat, message: &Message) -> Value {
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
            "handles": world.chat_handles(chat),
            "is_active": !chat.was_left(),
            "is_group": chat.is_group,
            "service": chat.service,
        },
        "from": message.from,
        "to": to,
        "status": message.status,
        "service": message.service,
        "created_at": crate::world::view::date(message.created_at),
        "voice_memo": memo,
    }})
}
