//! The clock of the dates.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use super::json::JsonBody;
use crate::shared::Shared;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdvanceBody {
    advance_seconds: u64,
}

pub(super) async fn advance(
    State(shared): State<Arc<Shared>>,
    JsonBody(AdvanceBody { advance_seconds }): JsonBody<AdvanceBody>,
) -> StatusCode {
    shared
        .state()
        .advance_clock(Duration::from_secs(advance_seconds));
    StatusCode::NO_CONTENT
}
