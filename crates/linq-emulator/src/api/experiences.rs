//! Experiences: <https://docs.linqapp.com/api/resources/experiences/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::shared::Shared;
use crate::state::experience;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/experiences", on(MethodFilter::GET, list))
        .route(
            "/v3/experiences/{experience}",
            on(MethodFilter::GET, retrieve),
        )
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    Ok(ApiResponse::ok(
        json!({ "experiences": call.state.experiences }),
    ))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    experience::find(&call.state.experiences, call.param("experience"))
        .map(|found| ApiResponse::ok(found.clone()))
        .ok_or_else(ApiError::not_found)
}
