//! Backgrounds of chats: <https://docs.linqapp.com/api/resources/chats/subresources/background/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;

use super::call::{ApiResponse, Call, on};
use crate::content::{file_name, mime_of};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::background::Background;

const MAX_URL_LEN: usize = 2048;
const SWATCHES: [&str; 13] = [
    "mango",
    "ice",
    "plum",
    "deep_sea",
    "green_apple",
    "cherry",
    "bubblegum",
    "tangerine",
    "magenta",
    "lime",
    "silver",
    "carbon",
    "stone",
];
const SKIES: [&str; 6] = ["dusk", "haze", "sunset", "clear", "sunrise", "dawn"];
const WATERS: [&str; 2] = ["light", "dark"];
const AURORAS: [&str; 3] = ["green", "purple", "pink"];

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/background",
        on(MethodFilter::POST, set).merge(on(MethodFilter::DELETE, remove)),
    )
}

fn set(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    let body = call.json()?;
    let background = parse(&Field::root(&body))?;
    call.state
        .set_background(chat_id, Some(&background), call.trace_id);
    Ok(ApiResponse::accepted_without_body())
}

fn remove(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat_id = call.active_chat_id()?;
    call.state.set_background(chat_id, None, call.trace_id);
    Ok(ApiResponse::accepted_without_body())
}

fn parse(body: &Field<'_>) -> Result<Background, ApiError> {
    let kind = body.get("type").required()?;
    match kind.string()? {
        "color" => color(body),
        "dynamic" => dynamic(body),
        "photo" => photo(body),
        _ => Err(kind.invalid("must be color, dynamic or photo")),
    }
}

const NOTHING: Background = Background {
    kind: "color",
    image_url: None,
    shades: None,
    style: None,
    variant: None,
};

fn color(body: &Field<'_>) -> Result<Background, ApiError> {
    let variant = body.get("variant");
    let name = match variant.clone().optional() {
        Some(variant) => variant.string()?,
        None => "custom",
    };
    if name != "custom" {
        if !SWATCHES.contains(&name) {
            return Err(
                variant.invalid(&format!("must be custom or one of {}", SWATCHES.join(", ")))
            );
        }
        return Ok(Background {
            variant: Some(name.to_owned()),
            ..NOTHING
        });
    }
    let shades = body.get("shades").required()?;
    let items = shades.items()?;
    if items.len() != 2 {
        return Err(shades.invalid("must be two colors, the upper and the lower"));
    }
    let shades = items.iter().map(shade).collect::<Result<_, _>>()?;
    Ok(Background {
        variant: Some(name.to_owned()),
        shades: Some(shades),
        ..NOTHING
    })
}

fn shade(item: &Field<'_>) -> Result<String, ApiError> {
    let text = item.string()?;
    let is_hex = text.strip_prefix('#').is_some_and(|digits| {
        digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    if is_hex {
        Ok(text.to_owned())
    } else {
        Err(item.invalid("must be a color such as #F2C4E1"))
    }
}

fn dynamic(body: &Field<'_>) -> Result<Background, ApiError> {
    let style = body.get("style").required()?;
    let variants: &[&str] = match style.string()? {
        "sky" => &SKIES,
        "water" => &WATERS,
        "aurora" => &AURORAS,
        _ => return Err(style.invalid("must be sky, water or aurora")),
    };
    let variant = body.get("variant").required()?;
    if !variants.contains(&variant.string()?) {
        return Err(variant.invalid(&format!("must be one of {}", variants.join(", "))));
    }
    Ok(Background {
        kind: "dynamic",
        style: Some(style.string()?.to_owned()),
        variant: Some(variant.string()?.to_owned()),
        ..NOTHING
    })
}

fn photo(body: &Field<'_>) -> Result<Background, ApiError> {
    let field = body.get("image_url").required()?;
    let url = field.https_url(MAX_URL_LEN)?;
    let name = url::Url::parse(url).map_or_else(|_| String::new(), |url| file_name(&url));
    if !mime_of(&name).starts_with("image/") {
        return Err(field.with_error_code(5006).invalid("must be an image"));
    }
    Ok(Background {
        kind: "photo",
        image_url: Some(url.to_owned()),
        ..NOTHING
    })
}
