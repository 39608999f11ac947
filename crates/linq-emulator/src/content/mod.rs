//! Parsing and validation of a message's content.

mod app;
mod parts;
mod text;

pub(crate) use app::updated_card;
pub(crate) use parts::{Source, attachment_source, file_name, mime_of, url_source};
pub(crate) use text::MAX_TEXT_LEN;

use crate::error::ApiError;
use crate::field::Field;
use crate::state::State;
use crate::state::handle::Service;
use crate::state::message::{Content, Effect, Part, ReplyTo};

/// Properties of the destination of a message that its content depends on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SendContext {
    pub(crate) is_group: bool,
    /// The call creates chats, so links are rejected.
    pub(crate) forbids_links: bool,
    /// The chat is new, so replies and effects are rejected.
    pub(crate) is_first: bool,
}

pub(crate) const MAX_KEY_LEN: usize = 255;

/// Parses and validates `message`; an error names the path of the first invalid field.
pub(crate) fn parse(
    message: &Field<'_>,
    context: SendContext,
    state: &mut State,
) -> Result<Content, ApiError> {
    let idempotency_key = idempotency_key(message)?;
    let preferred_service = message
        .get("preferred_service")
        .optional()
        .map(|field| service(&field))
        .transpose()?;
    let parts = match (
        message.get("parts").optional(),
        message.get("experience").optional(),
    ) {
        (Some(parts), None) => parts::parse(&parts.with_error_code(1004), context, state)?,
        (None, Some(experience)) => {
            vec![app::experience(&experience, context.is_group, state)?]
        }
        (None, None) => return Err(ApiError::missing_field(message.get("parts").path())),
        (Some(parts), Some(experience)) => {
            return Err(ApiError::invalid_content(format!(
                "{} and {} cannot be combined in one message",
                parts.path(),
                experience.path()
            )));
        }
    };
    check_cards(message, &parts, preferred_service)?;
    Ok(Content {
        needs_imessage: parts.iter().any(is_card),
        effect: message
            .get("effect")
            .optional()
            .map(|field| effect(&field, context))
            .transpose()?,
        reply_to: message
            .get("reply_to")
            .optional()
            .map(|field| reply_to(&field, context, state))
            .transpose()?,
        parts,
        preferred_service,
        idempotency_key,
    })
}

/// Returns the idempotency key of a message, which is checked before everything else.
pub(crate) fn idempotency_key(message: &Field<'_>) -> Result<Option<String>, ApiError> {
    let Some(field) = message.get("idempotency_key").optional() else {
        return Ok(None);
    };
    let key = field.string()?;
    if key.is_empty() || key.chars().count() > MAX_KEY_LEN {
        return Err(field.invalid(&format!("must have 1 to {MAX_KEY_LEN} characters")));
    }
    Ok(Some(key.to_owned()))
}

fn is_card(part: &Part) -> bool {
    matches!(part, Part::App(_) | Part::AppClip { .. })
}

fn check_cards(
    message: &Field<'_>,
    parts: &[Part],
    preferred: Option<Service>,
) -> Result<(), ApiError> {
    if !matches!(preferred, Some(Service::Rcs | Service::Sms)) {
        return Ok(());
    }
    let path = message.get("preferred_service").path().to_owned();
    match parts.first() {
        Some(Part::App(_)) => Err(ApiError::app_needs_imessage(&path)),
        Some(Part::AppClip { .. }) => Err(ApiError::app_clip_needs_imessage(&path)),
        _ => Ok(()),
    }
}

fn service(field: &Field<'_>) -> Result<Service, ApiError> {
    Service::parse(field.string()?).ok_or_else(|| field.invalid("must be iMessage, RCS or SMS"))
}

const SCREEN_EFFECTS: [&str; 11] = [
    "confetti",
    "fireworks",
    "lasers",
    "sparkles",
    "celebration",
    "hearts",
    "love",
    "balloons",
    "happy_birthday",
    "echo",
    "spotlight",
];
const BUBBLE_EFFECTS: [&str; 4] = ["slam", "loud", "gentle", "invisible"];

fn effect(field: &Field<'_>, context: SendContext) -> Result<Effect, ApiError> {
    field.object()?;
    if context.is_first {
        return Err(field.invalid("is not allowed in the first message of a new chat"));
    }
    let kind = field.get("type").required()?;
    let name = field.get("name").required()?;
    let known: &[&str] = match kind.string()? {
        "screen" => &SCREEN_EFFECTS,
        "bubble" => &BUBBLE_EFFECTS,
        _ => return Err(kind.invalid("must be screen or bubble")),
    };
    if !known.contains(&name.string()?) {
        return Err(name.invalid(&format!("must be one of {}", known.join(", "))));
    }
    Ok(Effect {
        kind: kind.string()?.to_owned(),
        name: name.string()?.to_owned(),
    })
}

fn reply_to(field: &Field<'_>, context: SendContext, state: &State) -> Result<ReplyTo, ApiError> {
    field.object()?;
    if context.is_first {
        return Err(field.invalid("is not allowed in the first message of a new chat"));
    }
    let id = field.get("message_id").required()?;
    let message_id = id.uuid()?;
    if !state.has_message(message_id) {
        return Err(ApiError::message_not_found(id.path()));
    }
    let part_index = field
        .get("part_index")
        .optional()
        .map(|index| index.index())
        .transpose()?;
    Ok(ReplyTo {
        message_id,
        part_index,
    })
}
