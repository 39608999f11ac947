//! The account's lines: <https://docs.linqapp.com/api/resources/phone_numbers/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::{Value, json};

use super::call::{Call, Reply, on};
use super::error::ApiError;
use crate::shared::Shared;
use crate::world::line::Line;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/v3/phone_numbers", on(MethodFilter::GET, list))
}

#[expect(clippy::unnecessary_wraps, reason = "every endpoint may refuse")]
fn list(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    let lines: Vec<Value> = call.world.lines.iter().map(Line::reply).collect();
    Ok(Reply::ok(json!({ "phone_numbers": lines })))
}
