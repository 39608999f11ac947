//! Webhook subscriptions: <https://docs.linqapp.com/api/resources/webhook_subscriptions/>

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, StatusCode};
use axum::routing::MethodFilter;
use serde_json::{Value, json};
use uuid::Uuid;

use super::call::{ApiResponse, Call, on};
use crate::error::ApiError;
use crate::field::Field;
use crate::shared::Shared;
use crate::state::EVENT_TYPES;
use crate::state::State;
use crate::state::account::Change;
use crate::state::subscription::{Routing, Subscription, Version};

pub(super) fn routes() -> Router<Arc<Shared>> {
    Router::new()
        .route(
            "/v3/webhook-subscriptions",
            on(MethodFilter::POST, create).merge(on(MethodFilter::GET, list)),
        )
        .route(
            "/v3/webhook-subscriptions/{subscription_id}",
            on(MethodFilter::GET, retrieve)
                .merge(on(MethodFilter::PUT, update))
                .merge(on(MethodFilter::DELETE, delete)),
        )
}

fn create(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let body = call.json()?;
    let body = Field::root(&body);
    let (target_url, version) = target_url(&body.get("target_url").required()?, call.state, None)?;
    let events = events(&body.get("subscribed_events").required()?)?;
    let phone_numbers = phone_numbers(&body.get("phone_numbers"))?;
    let routing = Routing {
        id_header: header_name(&body.get("routing_id_header"))?,
        key_header: header_name(&body.get("routing_key_header"))?,
        ..Routing::default()
    };
    let now = call.state.now();
    let subscription = Subscription {
        id: call.state.ids.uuid(),
        target_url,
        version,
        secret: call.state.ids.signing_secret(),
        events,
        phone_numbers,
        is_active: true,
        routing,
        created_at: now,
        updated_at: now,
    };
    let mut response = subscription.to_json();
    response["signing_secret"] = subscription.secret.expose().into();
    let change = Change::new(
        "webhook_subscription.created",
        "Webhook subscription created",
    )
    .with("webhook_subscription", subscription.event_object(true));
    call.state.subscriptions.push(subscription);
    call.state.publish_change(change, call.trace_id);
    Ok(ApiResponse::new(StatusCode::CREATED, response))
}

#[expect(clippy::unnecessary_wraps, reason = "handlers return a result")]
fn list(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let subscriptions: Vec<Value> = call
        .state
        .subscriptions
        .iter()
        .map(Subscription::to_json)
        .collect();
    Ok(ApiResponse::ok(json!({ "subscriptions": subscriptions })))
}

fn retrieve(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let index = index(call)?;
    Ok(ApiResponse::ok(call.state.subscriptions[index].to_json()))
}

fn update(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let index = index(call)?;
    let body = call.json()?;
    let body = Field::root(&body);
    let id = call.state.subscriptions[index].id;
    let target = body.get("target_url").optional();
    let target = target
        .map(|field| target_url(&field, call.state, Some(id)))
        .transpose()?;
    let events = body
        .get("subscribed_events")
        .optional()
        .map(|field| events(&field))
        .transpose()?;
    let is_active = body
        .get("is_active")
        .optional()
        .map(|field| field.boolean())
        .transpose()?;
    // Null clears these three fields, absence keeps them.
    let numbers = present(&body.get("phone_numbers"))
        .map(|field| phone_numbers(&field))
        .transpose()?;
    let id_header = present(&body.get("routing_id_header"))
        .map(|field| header_name(&field))
        .transpose()?;
    let key_header = present(&body.get("routing_key_header"))
        .map(|field| header_name(&field))
        .transpose()?;

    let now = call.state.now();
    let before = call.state.subscriptions[index].mutable_fields();
    let subscription = &mut call.state.subscriptions[index];
    if let Some((url, version)) = target {
        subscription.target_url = url;
        subscription.version = version;
    }
    if let Some(events) = events {
        subscription.events = events;
    }
    if let Some(is_active) = is_active {
        subscription.is_active = is_active;
    }
    if let Some(numbers) = numbers {
        subscription.phone_numbers = numbers;
    }
    if let Some(header) = id_header {
        subscription.routing.id_header = header;
    }
    if let Some(header) = key_header {
        if header.is_none() {
            subscription.routing.tokens.clear();
        }
        subscription.routing.key_header = header;
    }
    subscription.updated_at = now;
    let response = ApiResponse::ok(subscription.to_json());
    for change in subscription.changes_since(&before) {
        call.state.publish_change(change, call.trace_id);
    }
    Ok(response)
}

fn delete(call: &mut Call<'_>) -> Result<ApiResponse, ApiError> {
    let index = index(call)?;
    let removed = call.state.subscriptions.remove(index);
    let change = Change::new(
        "webhook_subscription.deleted",
        "Webhook subscription deleted",
    )
    .with("webhook_subscription", removed.event_object(false));
    call.state.publish_change(change, call.trace_id);
    Ok(ApiResponse::no_content())
}

fn index(call: &Call<'_>) -> Result<usize, ApiError> {
    let id = call.id("subscription_id")?;
    call.state
        .subscriptions
        .iter()
        .position(|subscription| subscription.id == id)
        .ok_or_else(ApiError::subscription_not_found)
}

fn present<'a>(field: &Field<'a>) -> Option<Field<'a>> {
    field.is_present().then(|| field.clone())
}

/// Returns the target URL: https, or http on loopback, and not used by another subscription.
fn target_url(
    field: &Field<'_>,
    state: &State,
    own: Option<Uuid>,
) -> Result<(String, Version), ApiError> {
    let text = field.string()?;
    let url = url::Url::parse(text)
        .ok()
        .filter(|url| {
            url.scheme() == "https"
                || url.scheme() == "http" && state.config.network.allows_webhooks_to(url)
        })
        .ok_or_else(|| field.invalid("must be an https URL, or an http URL on loopback"))?;
    let version = Version::of_url(&url)
        .ok_or_else(|| field.invalid("must have version 2025-01-01 or 2026-02-03, or none"))?;
    let is_taken = |other: &Subscription| other.target_url == text && Some(other.id) != own;
    if state.subscriptions.iter().any(is_taken) {
        return Err(ApiError::conflict(format!(
            "{} is used by another subscription",
            field.path()
        )));
    }
    Ok((text.to_owned(), version))
}

fn events(field: &Field<'_>) -> Result<Vec<String>, ApiError> {
    let items = field.items()?;
    if items.is_empty() {
        return Err(field.invalid("must contain at least one event type"));
    }
    items
        .iter()
        .map(|item| match item.string()? {
            name if EVENT_TYPES.contains(&name) => Ok(name.to_owned()),
            name => Err(item.invalid(&format!("is not an event type: {name}"))),
        })
        .collect()
}

fn phone_numbers(field: &Field<'_>) -> Result<Vec<String>, ApiError> {
    if field.is_none() {
        return Ok(Vec::new());
    }
    field
        .items()?
        .iter()
        .map(|item| item.phone_number().map(str::to_owned))
        .collect()
}

/// Returns a header name; null and the empty string mean none.
fn header_name(field: &Field<'_>) -> Result<Option<String>, ApiError> {
    if field.is_none() || field.string()?.is_empty() {
        return Ok(None);
    }
    let name = field.string()?;
    match HeaderName::try_from(name) {
        Ok(_) => Ok(Some(name.to_owned())),
        Err(_) => Err(field.invalid("must be the name of a header")),
    }
}
