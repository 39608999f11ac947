//! The control endpoints: faults, participants, the log.

mod attachments;
mod clock;
mod events;
mod faults;
mod guard;
mod json;
mod lines;
mod messages;
mod observe;
mod observed_shapes;
mod participants;
mod payments;
mod sandbox;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post, put};

pub use attachments::StoredAttachment;
pub(crate) use faults::parse as parse_fault;
pub use observe::StoredMessage;

use crate::shared::Shared;

pub(crate) const BASE_PATH: &str = "/_emulator";

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let endpoints = Router::new()
        .route("/reset", post(observe::reset))
        .route(
            "/requests",
            get(observe::requests).delete(observe::clear_requests),
        )
        .route("/messages", get(observe::messages))
        .route("/deliveries", get(observe::deliveries))
        .route("/settle", post(observe::settle))
        .route(
            "/faults",
            get(faults::list).post(faults::add).delete(faults::clear),
        )
        .route(
            "/observed_shapes",
            get(observed_shapes::read).put(observed_shapes::put),
        )
        .route("/sandbox", get(sandbox::read).put(sandbox::put))
        .route(
            "/webhook_faults",
            get(webhooks::list_faults)
                .post(webhooks::add_fault)
                .delete(webhooks::clear_faults),
        )
        .route("/webhook_retries", put(webhooks::put_retries))
        .route("/fail_next", post(faults::fail_next))
        .route("/inbound", post(participants::inbound))
        .route("/messages/{id}/react", post(messages::react))
        .route("/messages/{id}/edit", post(messages::edit))
        .route("/messages/{id}/echo", post(messages::echo))
        .route("/messages/{id}/vote", post(messages::vote))
        .route("/messages/{id}/options", post(messages::add_options))
        .route("/chats/{chat_id}/poll", post(messages::poll))
        .route("/chats/{chat_id}/join", post(participants::join))
        .route("/chats/{chat_id}/leave", post(participants::leave))
        .route("/chats/{chat_id}/typing", post(participants::typing))
        .route("/handles/{handle}", put(participants::put_handle))
        .route(
            "/attachments",
            get(attachments::list).post(attachments::add),
        )
        .route("/attachments/{id}", put(attachments::put_status))
        .route("/attachments/{id}/expire", post(attachments::expire))
        .route("/clock", post(clock::advance))
        .route("/events", post(events::publish))
        .route("/phone_numbers/{number}", put(lines::put))
        .route(
            "/phone_numbers/{number}/contact_card",
            put(lines::put_card).delete(lines::delete_card),
        )
        .route("/reputation_audits/{id}", put(lines::put_audit))
        .route(
            "/locations/{handle}",
            put(participants::share_location).delete(participants::stop_sharing),
        )
        .route(
            "/payment_requests/{id}/status",
            post(payments::put_request_status),
        )
        .route("/payments/{id}/status", post(payments::put_payment_status))
        .route("/payments/next", post(payments::next_payment))
        .route("/payment_providers/{provider}", put(payments::put_provider))
        .route("/experiences", put(payments::put_experiences))
        .method_not_allowed_fallback(json::method_not_allowed);
    Router::new()
        .nest(BASE_PATH, endpoints)
        .fallback(json::not_found)
        .layer(from_fn_with_state(Arc::clone(&shared), guard::allowed_only))
        .with_state(shared)
}
