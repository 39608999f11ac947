//! Typing indicators: <https://docs.linqapp.com/api/resources/chats/subresources/typing/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;

use super::call::{Call, Reply, on};
use crate::error::ApiError;
use crate::shared::Shared;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route(
        "/v3/chats/{chat_id}/typing",
        on(MethodFilter::POST, indicate).merge(on(MethodFilter::DELETE, indicate)),
    )
}

/// Starting and stopping are accepted in every chat, also where nothing would be shown.
fn indicate(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    call.active_chat_id()?;
    Ok(Reply::no_content())
}
