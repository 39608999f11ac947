//! The event types: <https://docs.linqapp.com/api/resources/webhook_events/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::state::EVENT_TYPES;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/webhook-events", on(MethodFilter::GET, list))
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list(_: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    Ok(ApiResponse::ok(json!({
        "events": EVENT_TYPES.as_slice(),
        "doc_url": "https://docs.linqapp.com/channel/imessage/guides/webhooks/events",
    })))
}
