//! The API itself: one small file a resource.

mod attachments;
mod call;
mod chats;
mod error;
mod field;
pub(crate) mod gate;
mod messages;
mod participants;
mod phone_numbers;
mod typing;
mod webhook_events;
mod webhook_subscriptions;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;

pub(crate) use error::ApiError;
pub(crate) use field::Field;
pub(crate) use gate::Hangup;

use crate::shared::Shared;

/// What `LINQ_API_V3_BASE_URL` ends with.
pub(crate) const BASE_PATH: &str = "/api/partner";

/// Everything under the base path; anything else is 404/2001.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let resources = Router::new()
        .merge(attachments::routes())
        .merge(chats::routes())
        .merge(messages::routes())
        .merge(participants::routes())
        .merge(typing::routes())
        .merge(phone_numbers::routes())
        .merge(webhook_events::routes())
        .merge(webhook_subscriptions::routes())
        .method_not_allowed_fallback(gate::method_not_allowed);
    Router::new()
        .nest(BASE_PATH, resources)
        .fallback(gate::not_found)
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&shared), gate::pass))
        .with_state(shared)
}
