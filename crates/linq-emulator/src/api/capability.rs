//! Capability checks: <https://docs.linqapp.com/api/resources/capability/>

use std::sync::Arc;

use axum::Router;
use axum::routing::MethodFilter;
use serde_json::json;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::handle::{Service, is_email};
use crate::state::line::RcsState;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/capability/check_imessage",
            on(MethodFilter::POST, check_imessage),
        )
        .route(
            "/v3/capability/check_rcs",
            on(MethodFilter::POST, check_rcs),
        )
}

fn check_imessage(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let address = body.get("address").required()?.handle()?;
    from(call, &body)?;
    limit(call)?;
    Ok(availability(call, address, Service::IMessage))
}

fn check_rcs(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let address = body.get("address").required()?.phone_number()?;
    let line = from(call, &body)?;
    limit(call)?;
    match call.state.line(&line).map(|line| line.rcs) {
        Some(RcsState::Off) => Err(ApiError::service_unavailable(
            "RCS is not turned on for this line",
        )),
        Some(RcsState::NoAccount) => Err(ApiError::new(503, 4009, "This line has no RCS account")),
        Some(RcsState::Failing) => Err(ApiError::new(503, 4010, "The check could not run")),
        Some(RcsState::On) | None => Ok(availability(call, address, Service::Rcs)),
    }
}

/// Returns the line to check from: the given one, or else an available one.
fn from(call: &Call<'_>, body: &Field<'_>) -> Result<String, ApiError> {
    let Some(field) = body.get("from").optional() else {
        let none: [&str; 0] = [];
        return call.state.best_line(&none, None, "from");
    };
    let number = field.phone_number()?;
    if call.state.owns(number) {
        Ok(number.to_owned())
    } else {
        Err(ApiError::not_your_number(field.path()))
    }
}

fn limit(call: &mut Call<'_>) -> Result<(), ApiError> {
    call.state
        .limits
        .capability_check()
        .map_err(ApiError::rate_limited)
}

fn availability(call: &Call<'_>, address: &str, requested: Service) -> ApiResponse {
    let best = call.state.service_of(address);
    let available = best >= requested;
    let selected = if available { requested } else { best };
    let nothing = !available && is_email(address);
    let mut body = json!({
        "address": address,
        "available": available,
        "selected_service": (!nothing).then_some(selected),
    });
    if !available {
        body["reason"] = "not_supported".into();
    }
    ApiResponse::ok(body)
}
