//! The rules that one message's content keeps, and its parsing.

mod app;
mod parts;
mod text;

pub(crate) use app::updated_card;
pub(crate) use parts::{Source, attachment_source, file_name, mime_of, url_source};
pub(crate) use text::LONGEST_TEXT;

use crate::error::ApiError;
use crate::field::Field;
use crate::world::World;
use crate::world::handle::Service;
use crate::world::message::{Content, Effect, Part, ReplyTo};

/// Where the message goes, as far as that decides what it may hold.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Situation {
    pub(crate) is_group: bool,
    /// The call creates chats, so links are refused.
    pub(crate) forbids_links: bool,
    /// The chat is new, so replies and effects are refused.
    pub(crate) is_first: bool,
}

pub(crate) const LONGEST_KEY: usize = 255;

/// Parses and checks `message`; the first offence is refused by the path of its field.
pub(crate) fn parse(
    message: &Field<'_>,
    situation: Situation,
    world: &mut World,
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
        (Some(parts), None) => parts::parse(&parts.refused_with(1004), situation, world)?,
        (None, Some(experience)) => {
            vec![app::experience(&experience, situation.is_group, world)?]
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
            .map(|field| effect(&field, situation))
            .transpose()?,
        reply_to: message
            .get("reply_to")
            .optional()
            .map(|field| reply_to(&field, situation, world))
            .transpose()?,
        parts,
        preferred_service,
        idempotency_key,
    })
}

/// The key of a message, which is looked at before anything else is.
pub(crate) fn idempotency_key(message: &Field<'_>) -> Result<Option<String>, ApiError> {
    let Some(field) = message.get("idempotency_key").optional() else {
        return Ok(None);
    };
    let key = field.string()?;
    if key.is_empty() || key.chars().count() > LONGEST_KEY {
        return Err(field.invalid(&format!("must have 1 to {LONGEST_KEY} characters")));
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

fn effect(field: &Field<'_>, situation: Situation) -> Result<Effect, ApiError> {
    field.object()?;
    if situation.is_first {
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

fn reply_to(field: &Field<'_>, situation: Situation, world: &World) -> Result<ReplyTo, ApiError> {
    field.object()?;
    if situation.is_first {
        return Err(field.invalid("is not allowed in the first message of a new chat"));
    }
    let id = field.get("message_id").required()?;
    let message_id = id.uuid()?;
    if !world.has_message(message_id) {
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
