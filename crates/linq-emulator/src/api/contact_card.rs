//! Contact cards of lines: <https://docs.linqapp.com/api/resources/contact_card/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::account::Change;
use crate::state::line::{Card, Line};

const MAX_URL_LEN: usize = 2048;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/contact_card",
        on(MethodFilter::POST, create)
            .merge(on(MethodFilter::GET, retrieve))
            .merge(on(MethodFilter::PATCH, update)),
    )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let number = body.get("phone_number").required()?.phone_number()?;
    let first_name = name(&body.get("first_name").required()?)?;
    let last_name = last_name(&body)?;
    let image_url = image_url(&body)?;
    let line = own_line(call, number)?;
    if line.card.is_some() {
        return Err(ApiError::card_exists());
    }
    limit(call, number)?;
    let card = Card {
        id: call.state.ids.uuid(),
        first_name,
        last_name,
        image_url,
    };
    let change = Change::new("contact_card.created", "Contact card created")
        .with("contact_card", card.event_object())
        .with("phone_number", number.into());
    let response = put(call, number, card)?;
    call.state.publish_change(change, call.trace_id);
    Ok(ApiResponse::new(StatusCode::CREATED, response))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let number = call.phone_number_in_query("phone_number")?;
    let cards: Vec<Value> = call
        .state
        .lines
        .iter()
        .filter(|line| number.as_ref().is_none_or(|number| line.number == *number))
        .filter_map(Line::card_json)
        .collect();
    Ok(ApiResponse::ok(json!({ "contact_cards": cards })))
}

/// Updates the given fields.
fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let number = call
        .phone_number_in_query("phone_number")?
        .ok_or_else(|| ApiError::missing_field("phone_number"))?;
    let body = call.json()?;
    let body = Field::root(&body);
    let first_name = body
        .get("first_name")
        .optional()
        .map(|field| name(&field))
        .transpose()?;
    let last_name = last_name(&body)?;
    let image_url = image_url(&body)?;
    let old = own_line(call, &number)?
        .card
        .clone()
        .ok_or_else(ApiError::card_not_found)?;
    limit(call, &number)?;
    let new = Card {
        id: old.id,
        first_name: first_name.unwrap_or_else(|| old.first_name.clone()),
        last_name: last_name.or_else(|| old.last_name.clone()),
        image_url: image_url.or_else(|| old.image_url.clone()),
    };
    let change = Change::new("contact_card.updated", "Contact card updated")
        .with("contact_card", new.event_object())
        .with("phone_number", number.as_str().into())
        .with("change", old.changes_to(&new));
    let response = put(call, &number, new)?;
    call.state.publish_change(change, call.trace_id);
    Ok(ApiResponse::ok(response))
}

fn name(field: &Field<'_>) -> Result<String, ApiError> {
    match field.string()? {
        "" => Err(field.invalid("must not be empty")),
        name => Ok(name.to_owned()),
    }
}

fn last_name(body: &Field<'_>) -> Result<Option<String>, ApiError> {
    let field = body.get("last_name").optional();
    field
        .map(|field| field.string().map(str::to_owned))
        .transpose()
}

fn image_url(body: &Field<'_>) -> Result<Option<String>, ApiError> {
    let field = body.get("image_url").optional();
    field
        .map(|field| field.https_url(MAX_URL_LEN).map(str::to_owned))
        .transpose()
}

fn own_line<'a>(call: &'a Call<'_>, number: &str) -> Result<&'a Line, ApiError> {
    call.state
        .line(number)
        .ok_or_else(|| ApiError::not_your_number("phone_number"))
}

fn limit(call: &mut Call<'_>, number: &str) -> Result<(), ApiError> {
    call.state
        .limits
        .contact_card_change(number)
        .map_err(ApiError::rate_limited)
}

fn put(call: &mut Call<'_>, number: &str, card: Card) -> Result<Value, ApiError> {
    let line = call.state.line_mut(number);
    line.and_then(|line| {
        line.card = Some(card);
        line.card_json()
    })
    .ok_or_else(|| ApiError::not_your_number("phone_number"))
}
