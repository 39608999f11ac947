//! iMessage app cards, and experiences, which are sent as such a card.

use serde_json::{Value, json};

use crate::error::ApiError;
use crate::field::Field;
use crate::state::message::{AppPart, Part};
use crate::state::{State, experience};

const MAX_URL_LEN: usize = 2048;
const MAX_DATA_URL_LEN: usize = 16_384;
const LABELS: [&str; 4] = [
    "caption",
    "subcaption",
    "trailing_caption",
    "trailing_subcaption",
];
const IMAGE_FIELDS: [&str; 3] = ["image_url", "image_title", "image_subtitle"];

/// Parses an `imessage_app` part; errors have code 1008.
pub(super) fn card(part: &Field<'_>) -> Result<Part, ApiError> {
    let part = part.clone().with_error_code(1008);
    let app = app(&part.get("app").required()?)?;
    let layout = layout(&part.get("layout").required()?)?;
    if let Some(interactive) = part.get("interactive").optional() {
        interactive.boolean()?;
    }
    let url = part
        .get("url")
        .optional()
        .map(|url| card_url(&url))
        .transpose()?
        .unwrap_or_default();
    let fallback_text = part
        .get("fallback_text")
        .optional()
        .map(|text| text.string())
        .transpose()?;
    Ok(Part::App(AppPart {
        fallback_text: fallback_text
            .or(layout["caption"].as_str())
            .map(str::to_owned),
        url: url.to_owned(),
        app,
        layout,
    }))
}

/// Returns a sent card with another layout, and another URL and fallback text if given. The app stays the same.
pub(crate) fn updated_card(
    body: &Field<'_>,
    old: &AppPart,
    is_group: bool,
    state: &State,
) -> Result<Part, ApiError> {
    let body = body.clone().with_error_code(1008);
    if let Some(given) = body.get("app").optional() {
        app(&given)?;
    }
    let layout = layout(&body.get("layout").required()?)?;
    if let Some(interactive) = body.get("interactive").optional() {
        interactive.boolean()?;
    }
    if let Some(invocation) = body.get("experience").optional() {
        if !body.get("url").is_none() {
            return Err(body
                .get("url")
                .invalid("cannot be combined with experience"));
        }
        experience(&invocation, is_group, state)?;
    }
    let url = body
        .get("url")
        .optional()
        .map(|url| card_url(&url))
        .transpose()?;
    let fallback_text = body
        .get("fallback_text")
        .optional()
        .map(|text| text.string())
        .transpose()?;
    Ok(Part::App(AppPart {
        app: old.app.clone(),
        url: url.unwrap_or(&old.url).to_owned(),
        fallback_text: fallback_text
            .or(layout["caption"].as_str())
            .map(str::to_owned),
        layout,
    }))
}

fn app(field: &Field<'_>) -> Result<Value, ApiError> {
    field.object()?;
    let bundle = field.get("bundle_id").required()?;
    let bundle_id = bundle.string()?;
    if bundle_id.is_empty() || bundle_id.contains(':') {
        return Err(bundle.invalid("must be a bundle identifier without a colon"));
    }
    let name = field.get("name").required()?.string()?;
    let team = field.get("team_id").required()?;
    let team_id = team.string()?;
    let is_team = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    if team_id.len() != 10 || !team_id.bytes().all(is_team) {
        return Err(team.invalid("must be 10 uppercase letters and digits"));
    }
    let app_store_id = field
        .get("app_store_id")
        .optional()
        .map(|id| id.index())
        .transpose()?;
    Ok(
        json!({ "bundle_id": bundle_id, "name": name, "team_id": team_id, "app_store_id": app_store_id }),
    )
}

fn layout(field: &Field<'_>) -> Result<Value, ApiError> {
    field.object()?;
    let mut layout = json!({});
    for key in LABELS.into_iter().chain(IMAGE_FIELDS) {
        layout[key] = field
            .get(key)
            .optional()
            .map(|text| text.string())
            .transpose()?
            .into();
    }
    if LABELS
        .into_iter()
        .chain(["image_url"])
        .all(|key| layout[key].is_null())
    {
        return Err(field.invalid("must have a caption, a subcaption or an image_url"));
    }
    for key in ["image_title", "image_subtitle"] {
        if !layout[key].is_null() && layout["image_url"].is_null() {
            return Err(field.get(key).invalid("needs image_url"));
        }
    }
    Ok(layout)
}

fn card_url<'a>(field: &Field<'a>) -> Result<&'a str, ApiError> {
    let url = field.string()?;
    if !url.starts_with("data:") {
        return field.https_url(MAX_URL_LEN);
    }
    if url.chars().count() <= MAX_DATA_URL_LEN {
        Ok(url)
    } else {
        Err(field.invalid(&format!("must have at most {MAX_DATA_URL_LEN} characters")))
    }
}

/// Parses an experience's action, and returns it as the card of Linq's own app.
pub(super) fn experience(
    field: &Field<'_>,
    is_group: bool,
    state: &State,
) -> Result<Part, ApiError> {
    field.object()?;
    let name_field = field.get("name").required()?;
    let action_field = field.get("action").required()?;
    let (name, action) = (name_field.string()?, action_field.string()?);
    let found = experience::find(&state.experiences, name)
        .ok_or_else(|| name_field.invalid("is not an experience of this account"))?;
    let actions = found["actions"].as_array().map_or(&[][..], Vec::as_slice);
    let found_action = actions
        .iter()
        .find(|candidate| candidate["name"] == *action)
        .ok_or_else(|| action_field.invalid(&format!("is not an action of {name}")))?;
    params(&field.get("params"), &found_action["fields"], state)?;
    if is_group {
        return Err(ApiError::unsupported_in_group(
            "An experience goes to exactly one recipient",
        ));
    }
    Ok(Part::App(AppPart {
        app: json!({
            "bundle_id": "com.linqapp.experiences.messages",
            "name": "Linq",
            "team_id": "LINQLINQ00",
            "app_store_id": null,
        }),
        layout: json!({
            "caption": found["display_name"],
            "subcaption": found_action["summary"],
            "trailing_caption": null,
            "trailing_subcaption": null,
            "image_url": null,
            "image_title": null,
            "image_subtitle": null,
        }),
        url: "https://linqapp.com/experiences".to_owned(),
        fallback_text: Some(name.to_owned()),
    }))
}

/// Checks the parameters of an action: all required fields, and no unknown ones.
fn params(given: &Field<'_>, known: &Value, state: &State) -> Result<(), ApiError> {
    let known = known.as_object();
    if !given.is_none() {
        for key in given.object()?.keys() {
            let Some(kind) = known.and_then(|known| known.get(key)) else {
                return Err(given.get(key).invalid("is not a field of this action"));
            };
            param(&given.get(key), key, kind, state)?;
        }
    }
    for (key, kind) in known.into_iter().flatten() {
        if kind["required"] == true {
            given.get(key).required()?;
        }
    }
    Ok(())
}

fn param(given: &Field<'_>, key: &str, kind: &Value, state: &State) -> Result<(), ApiError> {
    match kind["type"].as_str() {
        Some("url") => {
            let url = given.https_url(MAX_URL_LEN)?;
            if key == "checkout_url" && !state.payments.has_checkout(url) {
                return Err(given.invalid("is not that of one of your payment requests"));
            }
        }
        Some("cents" | "int") => {
            given.index()?;
        }
        _ => {
            let text = given.string()?;
            if let Some(max) = kind["max"].as_u64()
                && text.chars().count() as u64 > max
            {
                return Err(given.invalid(&format!("must have at most {max} characters")));
            }
        }
    }
    Ok(())
}
