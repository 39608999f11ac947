//! Application of a fault to a call.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{FaultKind, response};
use crate::error::{ApiError, error_response};

/// Marker of a response that is not sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DropConnection;

/// Returns the response of a call with a fault; runs `work` if the fault executes the call.
pub(crate) async fn apply_fault(
    fault: FaultKind,
    work: impl Future<Output = Response>,
    trace_id: Uuid,
) -> Response {
    match fault {
        FaultKind::DropResponse => {
            work.await;
            drop_connection()
        }
        FaultKind::Close => drop_connection(),
        FaultKind::Delay { ms } => {
            let response = work.await;
            tokio::time::sleep(Duration::from_millis(ms)).await;
            response
        }
        FaultKind::Status(response) => response::status(&response, trace_id),
        FaultKind::StatusAfterExecution(response) => {
            work.await;
            response::status(&response, trace_id)
        }
        FaultKind::RateLimit { retry_after, .. } => {
            error_response(&ApiError::rate_limited(retry_after), trace_id)
        }
        FaultKind::Redirect { location, status } => response::redirect(&location, status),
        FaultKind::Html { status } => response::html(status),
        FaultKind::Truncate => response::truncated(work.await).await,
        FaultKind::Drip { ms } => response::dripping(work.await, Duration::from_millis(ms)).await,
        FaultKind::Garbage => {
            work.await;
            response::garbage()
        }
        FaultKind::LargeBody { bytes } => response::large_body(bytes),
        // `work` applies observed shapes.
        FaultKind::ObservedShapes => work.await,
        FaultKind::Response { status, body } => response::custom(status, body),
    }
}

fn drop_connection() -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    response.extensions_mut().insert(DropConnection);
    response
}
