//! People's leave to pay on their behalf: <https://docs.linqapp.com/api/resources/payment_handles/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{Call, Reply, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::world::handle::is_handle;
use crate::world::payment::{CODE, ConnectionStatus};

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

fn reply(call: &Call<'_>, handle: &str) -> Reply {
    Reply::ok(json!({ "handle": handle, "status": call.world.connection_status(handle) }))
}

/// A person who is connected stays so.
fn connect(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let handle = handle(call)?;
    if call.world.connection_status(&handle) == ConnectionStatus::Connected {
        return Ok(reply(call, &handle));
    }
    call.world
        .set_connection(&handle, ConnectionStatus::Pending, call.trace_id);
    let connection = call.world.payments.connections.get(&handle);
    let connect_id = connection.and_then(|connection| connection.connect_id);
    Ok(Reply::ok(
        json!({ "handle": handle, "status": "pending", "connect_id": connect_id }),
    ))
}

fn connection(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let handle = handle(call)?;
    Ok(reply(call, &handle))
}

fn verify(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let handle = handle(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let connect_id = body.get("connect_id").required()?;
    let code = body.get("code").required()?;
    let given = connect_id.string()?;
    let pending = call.world.payments.connections.get(&handle);
    let expected = pending.and_then(|connection| connection.connect_id);
    if expected.is_none_or(|expected| expected.to_string() != given) {
        return Err(connect_id.invalid("is not that of a connection under way"));
    }
    if code.string()? != CODE {
        return Err(code.invalid("is not the code that was sent"));
    }
    call.world
        .set_connection(&handle, ConnectionStatus::Connected, call.trace_id);
    Ok(reply(call, &handle))
}

fn revoke(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let handle = handle(call)?;
    if call.world.connection_status(&handle) == ConnectionStatus::NotConnected {
        return Err(ApiError::not_found());
    }
    if call.world.connection_status(&handle) != ConnectionStatus::Revoked {
        call.world
            .set_connection(&handle, ConnectionStatus::Revoked, call.trace_id);
    }
    Ok(reply(call, &handle))
}
