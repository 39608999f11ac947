//! Payments and experiences, which are scripted.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::Value;

use super::answers::{JsonBody, id_of};
use crate::shared::Shared;
use crate::world::ControlError;
use crate::world::payment::{PaymentStatus, ProviderStatus};
use crate::world::payment_request::PaymentRequestStatus;

/// A status to be taken on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Status<S> {
    status: S,
}

pub(super) async fn move_request(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(Status { status }): JsonBody<Status<PaymentRequestStatus>>,
) -> Result<StatusCode, ControlError> {
    shared
        .world()
        .set_payment_request_status(id_of(&id)?, status, None)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn move_payment(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(Status { status }): JsonBody<Status<PaymentStatus>>,
) -> Result<StatusCode, ControlError> {
    shared
        .world()
        .set_payment_status(id_of(&id)?, status, None)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn next_payment(
    State(shared): State<Arc<Shared>>,
    JsonBody(Status { status }): JsonBody<Status<PaymentStatus>>,
) -> StatusCode {
    shared.world().payments.next = Some(status);
    StatusCode::NO_CONTENT
}

pub(super) async fn put_provider(
    State(shared): State<Arc<Shared>>,
    Path(provider): Path<String>,
    JsonBody(Status { status }): JsonBody<Status<ProviderStatus>>,
) -> Result<StatusCode, ControlError> {
    shared.world().set_provider(&provider, status)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Experiences {
    experiences: Vec<Value>,
}

pub(super) async fn put_experiences(
    State(shared): State<Arc<Shared>>,
    JsonBody(Experiences { experiences }): JsonBody<Experiences>,
) -> StatusCode {
    shared.world().experiences = experiences;
    StatusCode::NO_CONTENT
}
