//! Responses of faults.

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

use super::ErrorResponse;
use crate::error::{ApiError, error_response};

pub(crate) fn status(fault: &ErrorResponse, trace_id: Uuid) -> Response {
    let message = fault.message.as_deref().unwrap_or("Injected fault");
    let error = ApiError {
        retry_after: fault.retry_after,
        ..ApiError::new(fault.status, fault.code, message)
    };
    let mut response = error_response(&error, trace_id);
    for (name, value) in &fault.headers {
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

pub(crate) fn custom(status: u16, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    (status, [(CONTENT_TYPE, "application/json")], body).into_response()
}

/// Returns a response whose body ends halfway, although it declares the full length.
pub(crate) async fn truncated(response: Response) -> Response {
    /// Long enough to send the first half.
    const DELAY: Duration = Duration::from_millis(20);

    let (mut head, body) = body_of(response).await;
    head.headers
        .insert(CONTENT_LENGTH, body.len().max(1).into());
    let half = body.slice(..body.len() / 2);
    let chunks = stream::unfold(Some(half), |half| async move {
        if let Some(half) = half {
            return Some((Ok(half), None));
        }
        tokio::time::sleep(DELAY).await;
        Some((Err(io::Error::other("truncated")), None))
    });
    Response::from_parts(head, Body::from_stream(chunks))
}

/// Returns a response whose body is sent in 16 pieces, with a delay before each but the first.
pub(crate) async fn dripping(response: Response, delay: Duration) -> Response {
    const PIECES: usize = 16;

    let (mut head, body) = body_of(response).await;
    head.headers.insert(CONTENT_LENGTH, body.len().into());
    let size = body.len().div_ceil(PIECES).max(1);
    let pieces = stream::unfold((body, true), move |(mut left, is_first)| async move {
        if left.is_empty() {
            return None;
        }
        if !is_first {
            tokio::time::sleep(delay).await;
        }
        let piece = left.split_to(size.min(left.len()));
        Some((Ok::<_, io::Error>(piece), (left, false)))
    });
    Response::from_parts(head, Body::from_stream(pieces))
}

/// Returns a response with a JSON string of this many bytes, quotes included, generated while it is sent.
pub(crate) fn large_body(bytes: u64) -> Response {
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

/// Returns the parts and the body of a response of the emulator.
pub(crate) async fn body_of(response: Response) -> (Parts, Bytes) {
    let (head, body) = response.into_parts();
    (head, to_bytes(body, usize::MAX).await.unwrap_or_default())
}
