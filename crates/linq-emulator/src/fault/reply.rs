//! The replies that faults put in place of the real ones.

use std::io;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use axum::http::response::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;
use uuid::Uuid;

use super::StatusResponse;
use crate::error::{ApiError, refusal};

pub(crate) fn status(reply: &StatusResponse, trace_id: Uuid) -> Response {
    let message = reply
        .message
        .as_deref()
        .unwrap_or("This fault was asked for");
    let error = ApiError {
        retry_after: reply.retry_after,
        ..ApiError::new(reply.status, reply.code, message)
    };
    let mut response = refusal(&error, trace_id);
    for (name, value) in &reply.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

pub(crate) fn redirect(location: &str, status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::TEMPORARY_REDIRECT);
    (status, [(LOCATION, location.to_owned())]).into_response()
}

pub(crate) fn html(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_GATEWAY);
    let page = format!(
        "<html>\r\n<head><title>{status}</title></head>\r\n<body><center><h1>{status}</h1></center></body>\r\n</html>\r\n"
    );
    (status, [(CONTENT_TYPE, "text/html")], page).into_response()
}

pub(crate) fn garbage() -> Response {
    ([(CONTENT_TYPE, "application/json")], "\u{1}{\"chat\": oops").into_response()
}

pub(crate) fn given(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// The same response, whose body ends half-way although its length was announced.
pub(crate) async fn truncated(response: Response) -> Response {
    /// Long enough for the first half to have left.
    const PAUSE: Duration = Duration::from_millis(20);

    let (mut head, body) = body_of(response).await;
    head.headers
        .insert(CONTENT_LENGTH, body.len().max(1).into());
    let half = body.slice(..body.len() / 2);
    let chunks = stream::unfold(Some(half), |half| async move {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        tokio::time::sleep(PAUSE).await;
        Some((Err(io::Error::other("cut")), None))
    });
    Response::from_parts(head, Body::from_stream(chunks))
}

/// A JSON string of that many bytes, quotes included, made as it is sent.
pub(crate) fn big(bytes: u64) -> Response {
    const CHUNK: &[u8] = &[b'x'; 64 * 1024];

    let filling = stream::unfold(bytes.saturating_sub(2), |left| async move {
        let size = usize::try_from(left).unwrap_or(usize::MAX).min(CHUNK.len());
        (size > 0).then(|| {
            (
                Ok::<_, io::Error>(Bytes::from_static(&CHUNK[..size])),
                left - size as u64,
            )
        })
    });
    let quote = || stream::iter([Ok(Bytes::from_static(b"\""))]);
    let body =
        futures_util::StreamExt::chain(futures_util::StreamExt::chain(quote(), filling), quote());
    (
        [(CONTENT_TYPE, "application/json")],
        Body::from_stream(body),
    )
        .into_response()
}

/// The whole body of a response that was made here.
pub(crate) async fn body_of(response: Response) -> (Parts, Bytes) {
    let (head, body) = response.into_parts();
    (head, to_bytes(body, usize::MAX).await.unwrap_or_default())
}
