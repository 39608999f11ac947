//! Experiences: <https://docs.linqapp.com/api/resources/experiences/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{Call, Reply, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::world::experience;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/experiences", on(MethodFilter::GET, list))
        .route(
            "/v3/experiences/{experience}",
            on(MethodFilter::GET, retrieve),
        )
}

#[expect(clippy::unnecessary_wraps, reason = "every endpoint may refuse")]
fn list(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    Ok(Reply::ok(json!({ "experiences": call.world.experiences })))
}

fn retrieve(call: &mut Call<'_>) -> Result<Reply, ApiError> {
    experience::find(&call.world.experiences, call.param("experience"))
        .map(|found| Reply::ok(found.clone()))
        .ok_or_else(ApiError::not_found)
}
