//! Several secrets: of one receiver, or one for each path.

use crate::{
    deliveries::{BODY, post},
    server::{App, Server, hook},
};
use axum::{
    Router,
    extract::{Path, Request, State},
    http::StatusCode,
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing,
};
use linq_webhook::{
    Receiver,
    axum::{self as receiving, provide},
    linq_core::webhook::{Verifier, WebhookSecret},
};
use std::time::SystemTime;

fn secret(key: &str) -> WebhookSecret {
    WebhookSecret::from_key(key).unwrap().label(key)
}

/// Posts a delivery that is signed with the secret of this key, and returns the status.
async fn deliver(server: &Server, path: &str, key: &str) -> u16 {
    let headers = secret(key).sign("msg_1", SystemTime::now(), BODY.as_bytes());
    let response = post(server.url(path), headers.unwrap(), BODY).await;
    response.status().as_u16()
}

/// Posts deliveries signed with each of two secrets to each of two paths.
async fn assert_one_secret_per_path(router: Router<App>, paths: [&str; 2]) {
    let server = Server::start_router(router).await;
    let [messages, payments] = paths;
    assert_eq!(deliver(&server, messages, "messages").await, 204);
    assert_eq!(deliver(&server, payments, "payments").await, 204);
    assert_eq!(deliver(&server, messages, "payments").await, 401);
    assert_eq!(deliver(&server, payments, "messages").await, 401);
    let received = server.received();
    let labels: Vec<_> = received.iter().map(|event| event.secret_label()).collect();
    assert_eq!(labels, [Some("messages"), Some("payments")]);
}

#[tokio::test]
async fn event_has_the_secret_that_matched() {
    let verifier = Verifier::new(secret("old")).with_secret(secret("new"));
    let server = Server::start(|_| Receiver::with_verifier(verifier)).await;
    for key in ["old", "new", "other"] {
        deliver(&server, "/linq", key).await;
    }
    let received = server.received();
    let secrets = received
        .iter()
        .map(|event| (event.secret_index(), event.secret_label()));
    let secrets: Vec<_> = secrets.collect();
    assert_eq!(secrets, [(Some(0), Some("old")), (Some(1), Some("new"))]);
}

#[tokio::test]
async fn routes_have_receivers_of_their_own() {
    let [messages, payments] = ["messages", "payments"].map(|key| Receiver::new(secret(key)));
    let router = Router::new()
        .route("/messages", receiving::post(&messages, hook))
        .route("/payments", receiving::post(&payments, hook));
    assert_one_secret_per_path(router, ["/messages", "/payments"]).await;
}

#[tokio::test]
async fn innermost_of_several_layers_receives() {
    let [messages, payments] = ["messages", "payments"].map(|key| Receiver::new(secret(key)));
    let router = Router::new()
        .route("/messages", routing::post(hook))
        .route("/payments", receiving::post(&payments, hook))
        .layer(from_fn_with_state(messages, provide));
    assert_one_secret_per_path(router, ["/messages", "/payments"]).await;
}

#[tokio::test]
async fn receiver_is_chosen_by_path_parameter() {
    async fn by_tenant(Path(tenant): Path<String>, request: Request, next: Next) -> Response {
        if tenant == "unknown" {
            return StatusCode::NOT_FOUND.into_response();
        }
        provide(State(Receiver::new(secret(&tenant))), request, next).await
    }
    let router = || {
        Router::new()
            .route("/linq/{tenant}", routing::post(hook))
            .route_layer(from_fn(by_tenant))
    };
    assert_one_secret_per_path(router(), ["/linq/messages", "/linq/payments"]).await;
    let server = Server::start_router(router()).await;
    assert_eq!(deliver(&server, "/linq/unknown", "unknown").await, 404);
}
