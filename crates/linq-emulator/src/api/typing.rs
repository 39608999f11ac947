//! Typing indicators: <https://docs.linqapp.com/api/resources/chats/subresources/typing/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::shared::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/typing",
        on(MethodFilter::POST, indicate).merge(on(MethodFilter::DELETE, indicate)),
    )
}

/// Accepts starting and stopping in every chat, even where no indicator would be shown.
fn indicate(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    call.active_chat_id()?;
    Ok(ApiResponse::no_content())
}
