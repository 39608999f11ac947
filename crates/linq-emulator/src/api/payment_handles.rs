//! Connections for payments on a person's behalf: <https://docs.linqapp.com/api/resources/payment_handles/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::handle::is_handle;
use crate::state::payment::{CODE, ConnectionStatus};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/payments/handles/{handle}/connect",
            on(MethodFilter::POST, connect),
        )
        .route(
            "/v3/payments/handles/{handle}/connection",
            on(MethodFilter::GET, connection).merge(on(MethodFilter::DELETE, revoke)),
        )
        .route(
            "/v3/payments/handles/{handle}/verify",
            on(MethodFilter::POST, verify),
        )
}

fn handle(call: &Call<'_>) -> Result<String, ApiError> {
    let handle = call.param("handle");
    if is_handle(handle) {
        Ok(handle.to_owned())
    } else {
        Err(ApiError::not_a_handle("handle"))
    }
}

fn response(call: &Call<'_>, handle: &str) -> ApiResponse {
    ApiResponse::ok(json!({ "handle": handle, "status": call.state.connection_status(handle) }))
}

/// Starts a connection; an existing one is kept.
fn connect(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let handle = handle(call)?;
    if call.state.connection_status(&handle) == ConnectionStatus::Connected {
        return Ok(response(call, &handle));
    }
    call.state
        .set_connection(&handle, ConnectionStatus::Pending, call.trace_id);
    let connection = call.state.payments.connections.get(&handle);
    let connect_id = connection.and_then(|connection| connection.connect_id);
    Ok(ApiResponse::ok(
        json!({ "handle": handle, "status": "pending", "connect_id": connect_id }),
    ))
}

fn connection(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let handle = handle(call)?;
    Ok(response(call, &handle))
}

fn verify(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let handle = handle(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let connect_id = body.get("connect_id").required()?;
    let code = body.get("code").required()?;
    let given = connect_id.string()?;
    let pending = call.state.payments.connections.get(&handle);
    let expected = pending.and_then(|connection| connection.connect_id);
    if expected.is_none_or(|expected| expected.to_string() != given) {
        return Err(connect_id.invalid("is not that of a connection under way"));
    }
    if code.string()? != CODE {
        return Err(code.invalid("is not the code that was sent"));
    }
    call.state
        .set_connection(&handle, ConnectionStatus::Connected, call.trace_id);
    Ok(response(call, &handle))
}

fn revoke(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let handle = handle(call)?;
    if call.state.connection_status(&handle) == ConnectionStatus::NotConnected {
        return Err(ApiError::not_found());
    }
    if call.state.connection_status(&handle) != ConnectionStatus::Revoked {
        call.state
            .set_connection(&handle, ConnectionStatus::Revoked, call.trace_id);
    }
    Ok(response(call, &handle))
}
