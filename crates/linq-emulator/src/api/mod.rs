//! The API, one file per resource.

mod app_card;
mod attachments;
mod available_number;
mod background;
mod blocked_handles;
mod call;
mod capability;
mod chats;
mod contact_card;
mod experiences;
mod location;
mod message;
mod message_create;
mod messages;
mod middleware;
mod participants;
mod payment_handles;
mod payment_providers;
mod payment_requests;
mod payments;
mod phone_numbers;
mod polls;
mod reactions;
mod typing;
mod voice_memo;
mod webhook_events;
mod webhook_subscriptions;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;

use crate::config::BASE_PATH;
use crate::shared::Shared;

/// Returns the router of the base path; other paths are 404 with code 2001.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let resources = Router::new()
        .merge(app_card::routes())
        .merge(attachments::routes())
        .merge(available_number::routes())
        .merge(background::routes())
        .merge(blocked_handles::routes())
        .merge(capability::routes())
        .merge(chats::routes())
        .merge(contact_card::routes())
        .merge(experiences::routes())
        .merge(location::routes())
        .merge(message::routes())
        .merge(message_create::routes())
        .merge(messages::routes())
        .merge(participants::routes())
        .merge(payment_handles::routes())
        .merge(payment_providers::routes())
        .merge(payment_requests::routes())
        .merge(payments::routes())
        .merge(polls::routes())
        .merge(reactions::routes())
        .merge(typing::routes())
        .merge(voice_memo::routes())
        .merge(phone_numbers::routes())
        .merge(webhook_events::routes())
        .merge(webhook_subscriptions::routes())
        .method_not_allowed_fallback(middleware::method_not_allowed);
    Router::new()
        .nest(BASE_PATH, resources)
        .fallback(middleware::not_found)
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&shared), middleware::handle))
        .with_state(shared)
}
