//! Payments on a person's behalf: <https://docs.linqapp.com/api/resources/payments/>

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::idempotency_cache::{CachedResponse, Purpose};
use crate::state::payment::{ConnectionStatus, Payment, PaymentStatus};

const MAX_METADATA_KEYS: usize = 49;

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route("/v3/payments", on(MethodFilter::POST, create))
        .route("/v3/payments/{payment_id}", on(MethodFilter::GET, retrieve))
        .route(
            "/v3/payments/{payment_id}/cancel",
            on(MethodFilter::POST, cancel),
        )
        .route(
            "/v3/payments/{payment_id}/credentials",
            on(MethodFilter::GET, credentials),
        )
}

/// Creates a payment. A known idempotency key returns the same payment in its present state.
fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let key = call.idempotency_key()?;
    let known = key
        .as_deref()
        .and_then(|key| call.state.idempotency_cache.get(Purpose::Payment, key))
        .map(|cached| cached.created);
    let body = call.json()?;
    let body = Field::root(&body);
    let handle = body.get("handle").required()?.handle()?.to_owned();
    let status = match call.state.connection_status(&handle) {
        ConnectionStatus::NotConnected | ConnectionStatus::Revoked => {
            PaymentStatus::NeedsConnection
        }
        ConnectionStatus::Pending => PaymentStatus::Connecting,
        ConnectionStatus::Connected => PaymentStatus::Ready,
    };
    if let Some(payment) = known.and_then(|id| call.state.payment_mut(id)) {
        let waits_for_connection = matches!(
            payment.status,
            PaymentStatus::NeedsConnection | PaymentStatus::Connecting
        );
        if waits_for_connection {
            payment.status = status;
        }
        return Ok(ApiResponse::ok(payment.to_json()));
    }
    let amount = body.get("amount_cents").required()?;
    let amount_cents = match amount.index()? {
        0 => return Err(amount.invalid("must be at least 1")),
        cents => cents as u64,
    };
    let currency = body.get("currency").required()?.string()?.to_owned();
    let status = match (status, call.state.payments.next) {
        (PaymentStatus::Ready, Some(next)) => next,
        (status, _) => status,
    };
    let payment = Payment {
        id: call.state.ids.uuid(),
        handle,
        amount_cents,
        currency,
        description: text(&body.get("description"))?,
        merchant: merchant(&body.get("merchant"))?,
        metadata: metadata(&body.get("metadata"))?,
        status,
    };
    let response = payment.to_json();
    if let Some(key) = key {
        let cached = CachedResponse {
            status: StatusCode::OK.as_u16(),
            body: Value::Null,
            created: payment.id,
        };
        call.state
            .idempotency_cache
            .insert(Purpose::Payment, key, cached);
    }
    call.state.payments.all.push(payment);
    Ok(ApiResponse::ok(response))
}

/// Returns an optional text.
pub(super) fn text(field: &Field<'_>) -> Result<Option<String>, ApiError> {
    let field = field.clone().optional();
    field
        .map(|field| field.string().map(str::to_owned))
        .transpose()
}

/// Returns the caller's keys and values.
pub(super) fn metadata(field: &Field<'_>) -> Result<Option<BTreeMap<String, String>>, ApiError> {
    let Some(field) = field.clone().optional() else {
        return Ok(None);
    };
    let object = field.object()?;
    if object.len() > MAX_METADATA_KEYS {
        return Err(field.invalid(&format!("must have at most {MAX_METADATA_KEYS} keys")));
    }
    let mut metadata = BTreeMap::new();
    for key in object.keys() {
        if key.starts_with("linq_") {
            return Err(field
                .get(key)
                .invalid("is reserved, like all keys that begin with linq_"));
        }
        metadata.insert(key.clone(), field.get(key).string()?.to_owned());
    }
    Ok(Some(metadata))
}

fn merchant(field: &Field<'_>) -> Result<Option<Value>, ApiError> {
    let Some(field) = field.clone().optional() else {
        return Ok(None);
    };
    field.object()?;
    Ok(Some(
        json!({ "name": text(&field.get("name"))?, "url": text(&field.get("url"))? }),
    ))
}

/// Returns the payment of the path. One that needs a connection has no id yet.
fn named<'a>(call: &'a mut Call<'_>) -> Result<&'a mut Payment, ApiError> {
    let id: Uuid = call.id("payment_id")?;
    call.state.payment_mut(id).ok_or_else(ApiError::not_found)
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    Ok(ApiResponse::ok(named(call)?.to_json()))
}

fn cancel(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let trace_id = call.trace_id;
    let payment = named(call)?;
    let id = payment.id;
    if payment.status.is_final() {
        return Err(ApiError::conflict(
            "Only a payment that is still under way can be canceled",
        ));
    }
    call.state
        .set_payment_status(id, PaymentStatus::Canceled, Some(trace_id))
        .map_err(|_| ApiError::not_found())?;
    Ok(ApiResponse::ok(named(call)?.to_json()))
}

fn credentials(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let payment = named(call)?;
    if payment.status != PaymentStatus::Ready {
        return Err(ApiError::conflict("The payment is not ready"));
    }
    let stem = payment.id.simple().to_string();
    let token = call.state.ids.uuid().simple().to_string();
    Ok(ApiResponse::ok(json!({ "handoff": {
        "provider": "agentcard",
        "card_ref": format!("card_{stem}"),
        "fetch_url": format!("https://api.agentcard.example/cards/card_{stem}"),
        "user_token": format!("ut_{token}"),
    }})))
}
