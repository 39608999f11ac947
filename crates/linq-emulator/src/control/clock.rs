//! The clock behind every date.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;

use super::answers::JsonBody;
use crate::shared::Shared;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Leap {
    advance_seconds: u64,
}

pub(super) async fn advance(
    State(shared): State<Arc<Shared>>,
    JsonBody(Leap { advance_seconds }): JsonBody<Leap>,
) -> StatusCode {
    shared
        .world()
        .advance_clock(Duration::from_secs(advance_seconds));
    StatusCode::NO_CONTENT
}
