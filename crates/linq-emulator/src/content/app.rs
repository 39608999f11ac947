//! iMessage app cards, and experiences, which end up as such a card.

use serde_json::{Value, json};

use crate::api::{ApiError, Field};
use crate::world::message::{AppPart, Part};

const LONGEST_URL: usize = 2048;
const LONGEST_DATA_URL: usize = 16_384;
const LABELS: [&str; 4] = [
    "caption",
    "subcaption",
    "trailing_caption",
    "trailing_subcaption",
];
const IMAGE_FIELDS: [&str; 3] = ["image_url", "image_title", "image_subtitle"];

/// An `imessage_app` part; what is wrong in it is 1008.
pub(super) fn card(part: &Field<'_>) -> Result<Part, ApiError> {
    let part = part.clone().refused_with(1008);
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
        return Err(
            field.invalid("must have a caption, a subcaption or an image_url, or it is empty")
        );
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
        return field.https_url(LONGEST_URL);
    }
    if url.chars().count() <= LONGEST_DATA_URL {
        Ok(url)
    } else {
        Err(field.invalid(&format!("must have at most {LONGEST_DATA_URL} characters")))
    }
}

/// An experience's action, shown as the card that Linq's own app would make of it.
pub(super) fn experience(field: &Field<'_>) -> Result<Part, ApiError> {
    field.object()?;
    let name = field.get("name").required()?.string()?;
    let action = field.get("action").required()?.string()?;
    if let Some(params) = field.get("params").optional() {
        params.object()?;
    }
    Ok(Part::App(AppPart {
        app: json!({
            "bundle_id": "com.linqapp.experiences.messages",
            "name": "Linq",
            "team_id": "LINQLINQ00",
            "app_store_id": null,
        }),
        layout: json!({ "caption": name, "subcaption": action, "trailing_caption": null, "trailing_subcaption": null }),
        url: "https://linqapp.com/experiences".to_owned(),
        fallback_text: Some(name.to_owned()),
    }))
}
