//! Payments and experiences.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::Value;

use super::json::{JsonBody, id_of};
use crate::shared::Shared;
use crate::state::ControlError;
use crate::state::payment::{PaymentStatus, ProviderStatus};
use crate::state::payment_request::PaymentRequestStatus;

/// A new status.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusBody<S> {
    status: S,
}

pub(super) async fn put_request_status(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(StatusBody { status }): JsonBody<StatusBody<PaymentRequestStatus>>,
) -> Result<StatusCode, ControlError> {
    shared
        .state()
        .set_payment_request_status(id_of(&id)?, status, None)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn put_payment_status(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(StatusBody { status }): JsonBody<StatusBody<PaymentStatus>>,
) -> Result<StatusCode, ControlError> {
    shared
        .state()
        .set_payment_status(id_of(&id)?, status, None)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn next_payment(
    State(shared): State<Arc<Shared>>,
    JsonBody(StatusBody { status }): JsonBody<StatusBody<PaymentStatus>>,
) -> StatusCode {
    shared.state().payments.next = Some(status);
    StatusCode::NO_CONTENT
}

pub(super) async fn put_provider(
    State(shared): State<Arc<Shared>>,
    Path(provider): Path<String>,
    JsonBody(StatusBody { status }): JsonBody<StatusBody<ProviderStatus>>,
) -> Result<StatusCode, ControlError> {
    shared.state().set_provider(&provider, status)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExperiencesBody {
    experiences: Vec<Value>,
}

pub(super) async fn put_experiences(
    State(shared): State<Arc<Shared>>,
    JsonBody(ExperiencesBody { experiences }): JsonBody<ExperiencesBody>,
) -> StatusCode {
    shared.state().experiences = experiences;
    StatusCode::NO_CONTENT
}
