//! Payment providers: <https://docs.linqapp.com/api/resources/payment_providers/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::payment::PROVIDERS;

const MAX_URL_LEN: usize = 2048;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/payments/providers/{provider}",
            on(MethodFilter::GET, retrieve),
        )
        .route(
            "/v3/payments/providers/{provider}/connect",
            on(MethodFilter::POST, connect),
        )
}

fn provider(call: &Call<'_>) -> Result<String, ApiError> {
    let name = call.param("provider");
    if PROVIDERS.contains(&name) {
        Ok(name.to_owned())
    } else {
        Err(ApiError::not_found())
    }
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let name = provider(call)?;
    let status = call.state.payments.providers.get(&name).copied();
    Ok(ApiResponse::ok(
        json!({ "provider": name, "status": status.unwrap_or_default() }),
    ))
}

/// Starts a connection; the test decides whether the admin completes it.
fn connect(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let name = provider(call)?;
    let body = call.json()?;
    Field::root(&body)
        .get("return_url")
        .required()?
        .https_url(MAX_URL_LEN)?;
    let session = call.state.ids.uuid().simple().to_string();
    Ok(ApiResponse::ok(json!({
        "hosted_url": format!("https://connect.{name}.example/session/{session}"),
        "session_id": format!("cs_{session}"),
        "status": "pending",
    })))
}
