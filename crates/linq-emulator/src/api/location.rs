//! Shared locations: <https://docs.linqapp.com/api/resources/chats/subresources/location/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, handle_of, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::state::handle::Service;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/chats/{chat_id}/location",
            on(MethodFilter::GET, retrieve).merge(on(MethodFilter::DELETE, stop)),
        )
        .route(
            "/v3/chats/{chat_id}/location/request",
            on(MethodFilter::POST, request),
        )
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.open_chat(call.id("chat_id")?)?;
    let data = call.state.locations(chat);
    Ok(ApiResponse::ok(json!({ "success": true, "data": data })))
}

/// Accepts the request; the test decides whether the participant agrees.
fn request(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let chat = call.state.active_chat(call.id("chat_id")?)?;
    if chat.is_group {
        return Err(ApiError::unsupported_in_group(
            "Locations cannot be requested in group chats",
        ));
    }
    if chat.service != Service::IMessage {
        return Err(ApiError::unsupported_service(
            "Locations can be requested in iMessage chats only",
        ));
    }
    if chat
        .others()
        .any(|other| call.state.is_sharing(&other.handle))
    {
        return Err(ApiError::conflict(
            "The recipient is already sharing a location",
        ));
    }
    Ok(accepted("Location request sent"))
}

fn stop(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    call.open_chat_id()?;
    let handle = handle_of(&call.json()?)?;
    if call.state.stop_sharing(&handle, call.trace_id) {
        Ok(accepted("Location stop request sent"))
    } else {
        Err(ApiError::not_found())
    }
}

fn accepted(message: &str) -> ApiResponse {
    ApiResponse::new(
        StatusCode::ACCEPTED,
        json!({ "success": true, "message": message }),
    )
}
