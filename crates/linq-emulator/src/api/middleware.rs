//! Middleware of the API: log, faults, authentication, trace id.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Extension, MatchedPath, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use crate::config::BASE_PATH;
use crate::error::{ApiError, Code, error_response};
use crate::fault::response::body_of;
use crate::fault::{DropConnection, FaultKind, apply_fault};
use crate::log::LoggedRequest;
use crate::shared::Shared;

/// The trace id of a call, in its response and its events.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trace(pub(super) Uuid);

const MAX_BODY_SIZE: usize = 8 * 1024 * 1024;

pub(super) async fn handle(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let trace_id = shared.state().trace_id();
    let (head, body) = request.into_parts();
    let body = to_bytes(body, MAX_BODY_SIZE).await;

    let path = head.uri.path();
    let logged = LoggedRequest::new(
        head.method.as_str(),
        path.strip_prefix(BASE_PATH)
            .filter(|rest| rest.starts_with('/'))
            .unwrap_or(path),
        head.uri.query(),
        &head.headers,
        body.as_deref().unwrap_or_default(),
        trace_id,
    );
    let index = shared.log().begin(logged);
    let fault = shared.faults().select(&head.method, path);
    if let Some(fault) = &fault {
        // Logged at once: tests look at a delayed call before it ends.
        shared
            .log()
            .update(index, |logged| logged.fault = Some(fault.name().to_owned()));
    }

    if fault == Some(FaultKind::ObservedShapes) {
        shared.observed_shapes.enable_for_call(trace_id);
    }
    let call = name_of(&head);

    let documented = async {
        let Ok(body) = body else {
            return error_response(&ApiError::body_too_large(), trace_id);
        };
        if !is_authorized(&shared, &head.headers) {
            return error_response(&ApiError::unauthorized(), trace_id);
        }
        let mut request = Request::from_parts(head, Body::from(body));
        request.extensions_mut().insert(Trace(trace_id));
        next.run(request).await
    };
    let work = async {
        let response = documented.await;
        if shared.observed_shapes.applies_to(trace_id) {
            observed_shapes(&shared, &call, response).await
        } else {
            response
        }
    };
    let mut response = match fault {
        None => work.await,
        Some(fault) => apply_fault(fault, work, trace_id).await,
    };

    shared.observed_shapes.end(trace_id);

    let is_lost = response.extensions().get::<DropConnection>().is_some();
    let code = response.extensions().get::<Code>().map(|code| code.0);
    shared.log().update(index, |logged| {
        logged.status = (!is_lost).then(|| response.status().as_u16());
        logged.code = code.filter(|_| !is_lost);
    });
    if let Ok(value) = HeaderValue::try_from(trace_id.to_string()) {
        response.headers_mut().insert("x-trace-id", value);
    }
    response
}

/// Returns the method and the route of a call, such as `GET /v3/chats/{chat_id}`.
fn name_of(head: &Parts) -> String {
    let path = head.extensions.get::<MatchedPath>();
    let path = path.map_or(head.uri.path(), MatchedPath::as_str);
    let path = path.strip_prefix(BASE_PATH).unwrap_or(path);
    format!("{} {path}", head.method)
}

/// Changes a response to an observed shape.
async fn observed_shapes(shared: &Shared, call: &str, response: Response) -> Response {
    let (mut head, body) = body_of(response).await;
    let Ok(mut document) = serde_json::from_slice(&body) else {
        return Response::from_parts(head, body.into());
    };
    shared
        .observed_shapes
        .response(call, head.status.is_success(), &mut document);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, document.to_string().into())
}

fn is_authorized(shared: &Shared, headers: &HeaderMap) -> bool {
    let token = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    match (token, &shared.state().config.api_key) {
        (Some(token), Some(key)) => token == key.expose(),
        (Some(token), None) => !token.is_empty(),
        (None, _) => false,
    }
}

pub(super) async fn not_found(Extension(Trace(trace_id)): Extension<Trace>) -> Response {
    error_response(&ApiError::not_found(), trace_id)
}

pub(super) async fn method_not_allowed(Extension(Trace(trace_id)): Extension<Trace>) -> Response {
    error_response(&ApiError::method_not_allowed(), trace_id)
}
