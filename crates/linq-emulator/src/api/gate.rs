//! What every API call passes: log, faults, token, trace id.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Extension, MatchedPath, Request, State};
use axum::http::header::{AUTHORIZATION, CONTENT_LENGTH, RETRY_AFTER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use uuid::Uuid;

use super::BASE_PATH;
use crate::error::ApiError;
use crate::fault::FaultKind;
use crate::fault::reply as fault_reply;
use crate::log::LoggedRequest;
use crate::shared::Shared;

/// The id that ties a call to its reply and its events.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trace(pub(super) Uuid);

/// The error code of a reply, for the log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Code(pub(crate) u32);

/// Marks a response that is not to be sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hangup;

const LARGEST_BODY: usize = 8 * 1024 * 1024;

pub(super) async fn pass(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let trace_id = shared.world().trace_id();
    let (head, body) = request.into_parts();
    let body = to_bytes(body, LARGEST_BODY).await;

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
    let place = shared.log().begin(logged);
    let fault = shared.faults().strike(&head.method, path);
    if let Some(fault) = &fault {
        // Noted at once, for a call under a delay is looked at before it has ended.
        shared
            .log()
            .amend(place, |logged| logged.fault = Some(fault.name().to_owned()));
    }

    if fault == Some(FaultKind::AsSeen) {
        shared.as_seen.order(trace_id);
    }
    let call = name_of(&head);

    let documented = async {
        let Ok(body) = body else {
            return refusal(&ApiError::body_too_large(), trace_id);
        };
        if !is_authorized(&shared, &head.headers) {
            return refusal(&ApiError::unauthorized(), trace_id);
        }
        let mut request = Request::from_parts(head, Body::from(body));
        request.extensions_mut().insert(Trace(trace_id));
        next.run(request).await
    };
    let work = async {
        let response = documented.await;
        if shared.as_seen.applies_to(trace_id) {
            as_seen(&shared, &call, response).await
        } else {
            response
        }
    };
    let mut response = match fault {
        None => work.await,
        Some(fault) => under(fault, work, trace_id).await,
    };

    shared.as_seen.end(trace_id);

    let is_lost = response.extensions().get::<Hangup>().is_some();
    let code = response.extensions().get::<Code>().map(|code| code.0);
    shared.log().amend(place, |logged| {
        logged.status = (!is_lost).then(|| response.status().as_u16());
        logged.code = code.filter(|_| !is_lost);
    });
    if let Ok(value) = HeaderValue::try_from(trace_id.to_string()) {
        response.headers_mut().insert("x-trace-id", value);
    }
    response
}

/// Method and path of a call with its parameters by name, such as `GET /v3/chats/{chat_id}`.
fn name_of(head: &Parts) -> String {
    let path = head.extensions.get::<MatchedPath>();
    let path = path.map_or(head.uri.path(), MatchedPath::as_str);
    let path = path.strip_prefix(BASE_PATH).unwrap_or(path);
    format!("{} {path}", head.method)
}

/// A response in a shape that servers have been seen to send.
async fn as_seen(shared: &Shared, call: &str, response: Response) -> Response {
    let (mut head, body) = body_of(response).await;
    let Ok(mut document) = serde_json::from_slice(&body) else {
        return Response::from_parts(head, body.into());
    };
    shared
        .as_seen
        .response(call, head.status.is_success(), &mut document);
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, document.to_string().into())
}

/// Runs `work`, or not, as the fault will have it.
pub(crate) async fn under(
    fault: FaultKind,
    work: impl Future<Output = Response>,
    trace_id: Uuid,
) -> Response {
    match fault {
        FaultKind::LoseReply => {
            work.await;
            hangup()
        }
        FaultKind::Close => hangup(),
        FaultKind::Delay { ms } => {
            let response = work.await;
            tokio::time::sleep(Duration::from_millis(ms)).await;
            response
        }
        FaultKind::Status(reply) => fault_reply::status(&reply, trace_id),
        FaultKind::StatusAfterWork(reply) => {
            work.await;
            fault_reply::status(&reply, trace_id)
        }
        FaultKind::RateLimit { retry_after, .. } => {
            refusal(&ApiError::rate_limited(retry_after), trace_id)
        }
        FaultKind::Redirect { location, status } => fault_reply::redirect(&location, status),
        FaultKind::Html { status } => fault_reply::html(status),
        FaultKind::Truncate => fault_reply::truncated(work.await).await,
        FaultKind::Garbage => {
            work.await;
            fault_reply::garbage()
        }
        FaultKind::BigBody { bytes } => fault_reply::big(bytes),
        // Observed shapes come with the work.
        FaultKind::AsSeen => work.await,
        FaultKind::Reply { status, body } => fault_reply::given(status, body),
    }
}

fn hangup() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.extensions_mut().insert(Hangup);
    response
}

fn is_authorized(shared: &Shared, headers: &HeaderMap) -> bool {
    let token = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim());
    match (token, &shared.world().settings.api_key) {
        (Some(token), Some(key)) => token == key.expose(),
        (Some(token), None) => !token.is_empty(),
        (None, _) => false,
    }
}

pub(super) async fn not_found(Extension(Trace(trace_id)): Extension<Trace>) -> Response {
    refusal(&ApiError::not_found(), trace_id)
}

pub(super) async fn method_not_allowed(Extension(Trace(trace_id)): Extension<Trace>) -> Response {
    refusal(&ApiError::method_not_allowed(), trace_id)
}

/// An error as it is sent.
pub(crate) fn refusal(error: &ApiError, trace_id: Uuid) -> Response {
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(error.body(trace_id))).into_response();
    if let Some(seconds) = error.retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response.extensions_mut().insert(Code(error.code));
    response
}

/// The whole body of a response that was made here.
pub(crate) async fn body_of(response: Response) -> (axum::http::response::Parts, Bytes) {
    let (head, body) = response.into_parts();
    (head, to_bytes(body, usize::MAX).await.unwrap_or_default())
}
