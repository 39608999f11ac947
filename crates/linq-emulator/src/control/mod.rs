//! The control endpoints: faults, people, the log.

mod answers;
mod attachments;
mod clock;
mod faults;
mod guard;
mod observe;
mod people;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post, put};

pub use attachments::StoredAttachment;
pub use observe::StoredMessage;

use crate::shared::Shared;

pub(crate) const BASE_PATH: &str = "/_emulator";

pub(crate) fn router(shared: Arc<Shared>) -> Router {
    let endpoints = Router::new()
        .route("/reset", post(observe::reset))
        .route(
            "/requests",
            get(observe::requests).delete(observe::forget_requests),
        )
        .route("/messages", get(observe::messages))
        .route("/deliveries", get(observe::deliveries))
        .route("/settle", post(observe::settle))
        .route(
            "/faults",
            get(faults::list).post(faults::add).delete(faults::clear),
        )
        .route("/fail_next", post(faults::fail_next))
        .route("/inbound", post(people::inbound))
        .route("/chats/{chat_id}/join", post(people::join))
        .route("/chats/{chat_id}/leave", post(people::leave))
        .route("/chats/{chat_id}/typing", post(people::typing))
        .route("/handles/{handle}", put(people::put_handle))
        .route(
            "/attachments",
            get(attachments::list).post(attachments::add),
        )
        .route("/attachments/{id}", put(attachments::put_status))
        .route("/attachments/{id}/expire", post(attachments::expire))
        .route("/clock", post(clock::advance))
        .method_not_allowed_fallback(answers::method_not_allowed);
    Router::new()
        .nest(BASE_PATH, endpoints)
        .fallback(answers::not_found)
        .layer(from_fn(guard::loopback_only))
        .with_state(shared)
}
