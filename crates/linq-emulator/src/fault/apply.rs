//! What a fault makes of a call.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{FaultKind, reply};
use crate::error::{ApiError, refusal};

/// Marks a response that is not to be sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hangup;

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
        FaultKind::Status(reply) => reply::status(&reply, trace_id),
        FaultKind::StatusAfterWork(reply) => {
            work.await;
            reply::status(&reply, trace_id)
        }
        FaultKind::RateLimit { retry_after, .. } => {
            refusal(&ApiError::rate_limited(retry_after), trace_id)
        }
        FaultKind::Redirect { location, status } => reply::redirect(&location, status),
        FaultKind::Html { status } => reply::html(status),
        FaultKind::Truncate => reply::truncated(work.await).await,
        FaultKind::Garbage => {
            work.await;
            reply::garbage()
        }
        FaultKind::BigBody { bytes } => reply::big(bytes),
        // Observed shapes come with the work.
        FaultKind::AsSeen => work.await,
        FaultKind::Reply { status, body } => reply::given(status, body),
    }
}

fn hangup() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.extensions_mut().insert(Hangup);
    response
}
