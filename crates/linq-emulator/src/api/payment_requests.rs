//! Payment requests: <https://docs.linqapp.com/api/resources/payment_requests/>

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::MethodFilter;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use super::payments::{metadata, text};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::idempotency_cache::Purpose;
use crate::state::payment_request::{PaymentRequest, PaymentRequestStatus, Rail, Subscription};

/// Minimum amount, in cents.
const MIN_AMOUNT: usize = 50;
/// Maximum quantity of a subscription.
const MAX_QUANTITY: usize = 10_000;
/// Amount of every recurring price, in cents.
const PRICE: u64 = 5000;
/// Time until an unpaid request expires.
const TIME_TO_PAY: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/payment_requests",
            on(MethodFilter::POST, create).merge(on(MethodFilter::GET, list)),
        )
        .route(
            "/v3/payment_requests/{payment_request_id}",
            on(MethodFilter::GET, retrieve),
        )
        .route(
            "/v3/payment_requests/{payment_request_id}/cancel",
            on(MethodFilter::POST, cancel),
        )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let key = call.idempotency_key()?;
    if let Some(response) = call.cached_response(Purpose::PaymentRequest, key.as_deref(), "")? {
        return Ok(response);
    }
    let body = call.json()?;
    let body = Field::root(&body);
    let now = call.state.now();
    let subscription = match mode(&body)? {
        Mode::Payment => None,
        Mode::Subscription => Some(subscription(&body, now)?),
    };
    let (amount, currency) = match &subscription {
        None => price(&body)?,
        Some(subscription) => (PRICE * subscription.quantity, "usd".to_owned()),
    };
    let request = PaymentRequest {
        id: call.state.ids.uuid(),
        amount,
        currency,
        description: text(&body.get("description"))?,
        metadata: metadata(&body.get("metadata"))?,
        rail: rail(call, &body)?,
        customer_id: text(&body.get("customer_id"))?,
        subscription,
        status: PaymentRequestStatus::Requested,
        created_at: now,
        updated_at: now,
        expires_at: now.saturating_add(TIME_TO_PAY).unwrap_or(now),
        paid_at: None,
    };
    let (id, response) = (
        request.id,
        ApiResponse::new(StatusCode::CREATED, request.to_json()),
    );
    call.state.payments.requests.push(request);
    if let Some(key) = key {
        call.cache_response(Purpose::PaymentRequest, key, &response, id);
    }
    Ok(response)
}

enum Mode {
    Payment,
    Subscription,
}

/// Returns the mode; fields of the other mode must be absent.
fn mode(body: &Field<'_>) -> Result<Mode, ApiError> {
    const OF_PAYMENTS: [&str; 2] = ["amount", "currency"];
    const OF_SUBSCRIPTIONS: [&str; 5] = [
        "price_id",
        "quantity",
        "discount",
        "trial_end",
        "trial_period_days",
    ];
    let field = body.get("mode");
    let (mode, foreign, name) = match field.clone().optional() {
        None => (Mode::Payment, OF_SUBSCRIPTIONS.as_slice(), "payment"),
        Some(field) => match field.string()? {
            "payment" => (Mode::Payment, OF_SUBSCRIPTIONS.as_slice(), "payment"),
            "subscription" => (Mode::Subscription, OF_PAYMENTS.as_slice(), "subscription"),
            _ => return Err(field.invalid("must be payment or subscription")),
        },
    };
    match foreign.iter().find_map(|key| body.get(key).optional()) {
        Some(unexpected) => Err(unexpected.invalid(&format!("must be left out in {name} mode"))),
        None => Ok(mode),
    }
}

fn price(body: &Field<'_>) -> Result<(u64, String), ApiError> {
    let field = body.get("amount").required()?;
    let amount = field.index()?;
    if amount < MIN_AMOUNT {
        return Err(field.invalid(&format!("must be at least {MIN_AMOUNT}")));
    }
    let currency = body.get("currency").required()?;
    if !currency.string()?.eq_ignore_ascii_case("usd") {
        return Err(currency.invalid("must be usd"));
    }
    Ok((amount as u64, currency.string()?.to_owned()))
}

fn subscription(body: &Field<'_>, now: Timestamp) -> Result<Subscription, ApiError> {
    let price_id = body.get("price_id").required()?.string()?.to_owned();
    let quantity = match body.get("quantity").optional() {
        None => 1,
        Some(field) => match field.index()? {
            quantity @ 1..=MAX_QUANTITY => quantity as u64,
            _ => return Err(field.invalid(&format!("must be from 1 to {MAX_QUANTITY}"))),
        },
    };
    Ok(Subscription {
        price_id,
        quantity,
        discount: discount(&body.get("discount"))?,
        trial_end: trial_end(body, now)?,
    })
}

fn discount(field: &Field<'_>) -> Result<Option<Value>, ApiError> {
    let Some(field) = field.clone().optional() else {
        return Ok(None);
    };
    field.object()?;
    let coupon = text(&field.get("coupon"))?;
    let promotion_code = text(&field.get("promotion_code"))?;
    if coupon.is_some() == promotion_code.is_some() {
        return Err(field.invalid("must have exactly one of coupon and promotion_code"));
    }
    let label = text(&field.get("label"))?;
    Ok(Some(
        json!({ "coupon": coupon, "promotion_code": promotion_code, "label": label }),
    ))
}

fn trial_end(body: &Field<'_>, now: Timestamp) -> Result<Option<Timestamp>, ApiError> {
    let (days, end) = (body.get("trial_period_days"), body.get("trial_end"));
    match (days.optional(), end.optional()) {
        (None, None) => Ok(None),
        (Some(days), Some(_)) => Err(days.invalid("cannot be combined with trial_end")),
        (Some(field), None) => {
            let hours = i64::try_from(field.index()?)
                .ok()
                .and_then(|days| days.checked_mul(24))
                .filter(|hours| *hours > 0 && *hours <= 24 * 730)
                .ok_or_else(|| field.invalid("must be from 1 to 730"))?;
            Ok(now.checked_add(SignedDuration::from_hours(hours)).ok())
        }
        (None, Some(field)) => {
            let end: Timestamp = field
                .string()?
                .parse()
                .map_err(|_| field.invalid("must be a date-time"))?;
            if end > now {
                Ok(Some(end))
            } else {
                Err(field.invalid("must be in the future"))
            }
        }
    }
}

fn rail(call: &Call<'_>, body: &Field<'_>) -> Result<Rail, ApiError> {
    let Some(field) = body.get("rail").optional() else {
        return Ok(Rail::Stripe);
    };
    match field.string()? {
        "stripe" => Ok(Rail::Stripe),
        "natural" => {
            let from = body.get("from").required()?;
            if !call.state.owns(from.phone_number()?) {
                return Err(ApiError::not_your_number(from.path()));
            }
            body.get("payer_handle").required()?.phone_number()?;
            Ok(Rail::Natural)
        }
        _ => Err(field.invalid("must be stripe or natural")),
    }
}

fn named<'a>(call: &'a Call<'_>) -> Result<&'a PaymentRequest, ApiError> {
    let id: Uuid = call.id("payment_request_id")?;
    call.state
        .payment_request(id)
        .ok_or_else(ApiError::payment_request_not_found)
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    Ok(ApiResponse::ok(named(call)?.to_json()))
}

/// Lists payment requests, newest first, in pages by offset.
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let limit = call.limit()?;
    let offset = match call.query("offset") {
        None => 0,
        Some(text) => text.parse().map_err(|_| {
            ApiError::invalid_parameter("offset must be an integer that is not negative")
        })?,
    };
    let status = match call.query("status") {
        None => None,
        Some(text) => Some(PaymentRequestStatus::parse(text).ok_or_else(|| {
            ApiError::invalid_parameter("status must be that of a payment request")
        })?),
    };
    let mut found = call
        .state
        .payments
        .requests
        .iter()
        .rev()
        .filter(|request| status.is_none_or(|status| request.status == status))
        .skip(offset);
    let data: Vec<Value> = found
        .by_ref()
        .take(limit)
        .map(PaymentRequest::to_json)
        .collect();
    let has_more = found.next().is_some();
    Ok(ApiResponse::ok(
        json!({ "object": "list", "data": data, "has_more": has_more }),
    ))
}

fn cancel(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let request = named(call)?;
    let id = request.id;
    if request.status != PaymentRequestStatus::Requested {
        return Err(ApiError::conflict(
            "Only a payment request that is not paid, canceled or expired can be canceled",
        ));
    }
    call.state
        .set_payment_request_status(id, PaymentRequestStatus::Canceled, Some(call.trace_id))
        .map_err(|_| ApiError::payment_request_not_found())?;
    Ok(ApiResponse::ok(named(call)?.to_json()))
}
