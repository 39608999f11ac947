//! Restricts access to control endpoints.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Json;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::shared::Shared;

pub(super) async fn allowed_only(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
    next: Next,
) -> Response {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    if host.is_some_and(|host| shared.network.allows_control(peer.ip(), host)) {
        return next.run(request).await;
    }
    let body = Json(
        json!({ "error": "control endpoints are not available at this address; see --remote-control and --public-host" }),
    );
    (StatusCode::FORBIDDEN, body).into_response()
}
