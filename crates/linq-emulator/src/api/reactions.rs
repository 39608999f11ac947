//! Reactions: <https://docs.linqapp.com/api/resources/messages/methods/add_reaction/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use super::message;
use crate::content::{Source, attachment_source, file_name, mime_of, url_source};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::State;
use crate::state::handle::Service;
use crate::state::reaction::{CUSTOM, Placement, ReactionKind, STICKER, Sticker, TAPBACKS};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/messages/{message_id}/reactions",
            on(MethodFilter::POST, react),
        )
        .route(
            "/v3/messages/{message_id}/reactions/{reaction_id}",
            on(MethodFilter::PATCH, update_placement),
        )
}

fn react(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = message::active_id(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let is_added = is_added(&body)?;
    let kind = parse_kind(&body, is_added, call.state)?;
    let (chat, message) = message::named(call)?;
    let index = message::part_index(&body, message)?;
    if kind.name() == STICKER && message.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Stickers can be put on iMessage messages only",
        ));
    }
    let line = chat.line.clone();
    let trace_id = call.trace_id;
    if is_added {
        call.state.add_reaction(id, &line, index, kind, trace_id);
        return Ok(ApiResponse::accepted("Reaction queued", trace_id));
    }
    if call
        .state
        .remove_reaction(id, &line, index, &kind, trace_id)
    {
        Ok(ApiResponse::accepted("Reaction removal queued", trace_id))
    } else {
        Err(ApiError::not_found())
    }
}

/// Returns whether `operation` of a reaction or a vote is `add`.
pub(super) fn is_added(body: &Field<'_>) -> Result<bool, ApiError> {
    let operation = body.get("operation").required()?;
    match operation.string()? {
        "add" => Ok(true),
        "remove" => Ok(false),
        _ => Err(operation.invalid("must be add or remove")),
    }
}

/// Fields of stickers only.
const OF_STICKERS: [&str; 4] = ["emoji", "url", "attachment_id", "placement"];

fn parse_kind(body: &Field<'_>, is_added: bool, state: &State) -> Result<ReactionKind, ApiError> {
    let field = body.get("type").required()?;
    let kind = field.string()?;
    let reject_fields = |keys: &[&str]| {
        let unexpected = keys.iter().find_map(|key| body.get(key).optional());
        unexpected.map_or(Ok(()), |unexpected| {
            Err(unexpected.invalid(&format!("does not go with type {kind}")))
        })
    };
    if kind == STICKER {
        reject_fields(&["custom_emoji"])?;
        if !is_added {
            return Err(field.invalid("must not be sticker: stickers cannot be removed"));
        }
        return sticker(body, state).map(ReactionKind::Sticker);
    }
    reject_fields(&OF_STICKERS)?;
    if kind == CUSTOM {
        let emoji = body.get("custom_emoji").required()?;
        return match emoji.string()? {
            "" => Err(emoji.invalid("must not be empty")),
            text => Ok(ReactionKind::Custom(text.to_owned())),
        };
    }
    reject_fields(&["custom_emoji"])?;
    if TAPBACKS.contains(&kind) {
        Ok(ReactionKind::Tapback(kind.to_owned()))
    } else {
        let known = TAPBACKS.join(", ");
        Err(field.invalid(&format!("must be one of {known}, custom, sticker")))
    }
}

fn sticker(body: &Field<'_>, state: &State) -> Result<Sticker, ApiError> {
    let (emoji, url, attachment) = (
        body.get("emoji").optional(),
        body.get("url").optional(),
        body.get("attachment_id").optional(),
    );
    let placement = body.get("placement").optional();
    let placed_at = |default: Placement| match &placement {
        Some(field) => parse_placement(field, default),
        None => Ok(default),
    };
    let source = match (emoji, url, attachment) {
        (Some(emoji), None, None) => {
            if emoji.string()?.is_empty() {
                return Err(emoji.invalid("must not be empty"));
            }
            return Ok(Sticker {
                file_name: "emoji.png".to_owned(),
                mime_type: "image/png".to_owned(),
                url: None,
                placement: placed_at(Placement::EMOJI)?,
            });
        }
        (None, Some(url), None) => url_source(&url, state)?,
        (None, None, Some(id)) => attachment_source(&id, state)?,
        _ => {
            return Err(body
                .get("type")
                .invalid("sticker needs exactly one of emoji, url and attachment_id"));
        }
    };
    let (file_name, mime_type, url) = match source {
        Source::Url(url) => {
            let name = file_name(&url);
            (name.clone(), mime_of(&name), url.into())
        }
        Source::Attachment(id, file) => {
            let url = state.download_url(id, &file.filename);
            (file.filename, file.content_type, url)
        }
    };
    if !mime_type.starts_with("image/") {
        return Err(ApiError::new(
            400,
            5004,
            format!("A sticker must be an image, not {mime_type}"),
        ));
    }
    Ok(Sticker {
        file_name,
        mime_type,
        url: Some(url),
        placement: placed_at(Placement::IMAGE)?,
    })
}

const MIN_SCALE: f64 = 0.05;
const MAX_SCALE: f64 = 2.5;

/// Returns a placement; absent fields are taken from `old`.
fn parse_placement(field: &Field<'_>, old: Placement) -> Result<Placement, ApiError> {
    field.object()?;
    let number = |key: &str, old: f64| {
        let value = field.get(key).optional();
        value.map_or(Ok(old), |value| value.number())
    };
    let side = |key: &str, old: f64| match number(key, old)? {
        side if (-1.0..=1.0).contains(&side) => Ok(side),
        _ => Err(field.get(key).invalid("must be from -1 to 1")),
    };
    Ok(Placement {
        x: side("x", old.x)?,
        y: side("y", old.y)?,
        scale: number("scale", old.scale)?.clamp(MIN_SCALE, MAX_SCALE),
        rotation: number("rotation", old.rotation)?,
    })
}

fn update_placement(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = message::active_id(call)?;
    let reaction_id = call.id("reaction_id")?;
    let body = call.json()?;
    let field = Field::root(&body).get("placement").required()?;
    let reaction = call
        .state
        .message_mut(id)
        .and_then(|message| {
            let mut reactions = message.reactions.iter_mut();
            reactions.find(|reaction| reaction.id == reaction_id)
        })
        .ok_or_else(ApiError::not_found)?;
    let ReactionKind::Sticker(sticker) = &mut reaction.kind else {
        return Err(ApiError::invalid_parameter(
            "reaction_id must be that of a sticker, tapbacks have no placement",
        ));
    };
    sticker.placement = parse_placement(&field, sticker.placement)?;
    Ok(ApiResponse::new(
        StatusCode::ACCEPTED,
        json!({ "success": true, "status": "accepted", "trace_id": call.trace_id }),
    ))
}
