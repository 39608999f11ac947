//! Blocked handles: <https://docs.linqapp.com/api/resources/blocked_handles/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::{Value, json};

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::blocked::BlockedHandle;
use crate::state::handle::{is_handle, is_sender_id, is_short_code};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/blocked_handles",
        on(MethodFilter::GET, list)
            .merge(on(MethodFilter::POST, block))
            .merge(on(MethodFilter::DELETE, unblock)),
    )
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let blocked: Vec<Value> = call
        .state
        .blocked
        .iter()
        .map(BlockedHandle::to_json)
        .collect();
    Ok(ApiResponse::ok(json!({ "blocked_handles": blocked })))
}

fn block(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let handle = handle(&body)?;
    let reason = body
        .get("reason")
        .optional()
        .map(|reason| reason.string())
        .transpose()?;
    let blocked = call.state.block(&handle, reason);
    Ok(ApiResponse::ok(
        json!({ "blocked_handle": blocked.to_json() }),
    ))
}

fn unblock(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let handle = handle(&Field::root(&body))?;
    if call.state.unblock(&handle) {
        Ok(ApiResponse::no_content())
    } else {
        Err(ApiError::not_found())
    }
}

/// Returns a handle to block: also a short code or a sender id; e-mail addresses in lower case.
fn handle(body: &Field<'_>) -> Result<String, ApiError> {
    let field = body.get("handle").required()?;
    let text = field.string()?;
    if is_handle(text) {
        return Ok(text.to_lowercase());
    }
    if is_short_code(text) || is_sender_id(text) {
        return Ok(text.to_owned());
    }
    Err(field
        .with_error_code(1002)
        .invalid("must be an E.164 phone number, an email address, a short code or a sender ID"))
}
