//! The account's lines: <https://docs.linqapp.com/api/resources/phone_numbers/>

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
use crate::state::handle::is_phone_number;
use crate::state::line::Line;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/phone_numbers", on(MethodFilter::GET, list))
        .route("/v3/phonenumbers", on(MethodFilter::GET, list_deprecated))
        // An id here, and a number in the paths below: a path segment has one name in all routes.
        .route("/v3/phone_numbers/{line}", on(MethodFilter::PUT, update))
        .route(
            "/v3/phone_numbers/{line}/reputation_audit",
            on(MethodFilter::POST, start_audit),
        )
        .route(
            "/v3/phone_numbers/{line}/reputation_audit/{audit_id}",
            on(MethodFilter::GET, audit),
        )
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let lines: Vec<Value> = call.state.lines.iter().map(Line::to_json).collect();
    Ok(ApiResponse::ok(json!({ "phone_numbers": lines })))
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list_deprecated(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let line = |line: &Line| {
        json!({
            "id": line.id,
            "phone_number": line.number,
            "capabilities": { "sms": true, "mms": true, "voice": true },
            "country_code": null,
            "type": null,
        })
    };
    let lines: Vec<Value> = call.state.lines.iter().map(line).collect();
    Ok(ApiResponse::ok(json!({ "phone_numbers": lines })))
}

fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let id = call.id("line")?;
    let body = call.json()?;
    let field = Field::root(&body).get("forwarding_number");
    if !field.is_present() {
        return Err(ApiError::missing_field(field.path()));
    }
    let new = if field.is_none() || field.string()?.is_empty() {
        None
    } else {
        Some(field.phone_number()?.to_owned())
    };
    let mut lines = call.state.lines.iter_mut();
    let line = lines
        .find(|line| line.id == id)
        .ok_or_else(ApiError::line_not_found)?;
    let old = std::mem::replace(&mut line.forwarding, new);
    let response = json!({
        "id": line.id,
        "phone_number": line.number,
        "forwarding_number": line.forwarding,
    });
    let change = Change::new(
        "phone_number.forwarding_updated",
        "Forwarding number updated",
    )
    .with("phone_number", line.number.as_str().into())
    .with_change(&json!(old), &json!(line.forwarding));
    call.state.publish_change(change, call.trace_id);
    Ok(ApiResponse::ok(response))
}

/// Returns the line number of the path.
fn line(call: &Call<'_>) -> Result<String, ApiError> {
    let number = call.param("line");
    if !is_phone_number(number) {
        return Err(ApiError::not_e164("phone_number"));
    }
    match call.state.line(number) {
        Some(line) => Ok(line.number.clone()),
        None => Err(ApiError::line_not_found()),
    }
}

fn start_audit(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let line = line(call)?;
    let id = call.state.start_audit(&line)?;
    Ok(ApiResponse::new(
        StatusCode::ACCEPTED,
        json!({ "audit_id": id, "status": "pending" }),
    ))
}

fn audit(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let (line, id) = (line(call)?, call.id("audit_id")?);
    call.state
        .read_audit(id, &line)
        .map(ApiResponse::ok)
        .ok_or_else(ApiError::not_found)
}
