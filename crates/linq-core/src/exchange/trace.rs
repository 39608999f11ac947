//! Spans and events for `tracing`, without bodies, headers or secrets.

use crate::{
    endpoint::EndpointInfo,
    error::{ApiError, TransportError, TransportErrorKind},
    response::ApiResponse,
    schema::DecodeWarning,
};
use http::StatusCode;
use std::time::Duration;

/// The span of one call; empty without the feature `tracing`.
#[derive(Debug)]
pub(super) struct Trace {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

/// The end of a call.
#[cfg_attr(not(feature = "tracing"), allow(dead_code))]
pub(super) struct CallEnd {
    /// Status of the last response, if there was one.
    pub(super) status: Option<StatusCode>,
    /// Kind of the last transport error, if that ended the call.
    pub(super) failure: Option<TransportErrorKind>,
    pub(super) attempts: u32,
    pub(super) duration: Duration,
}

#[cfg(feature = "tracing")]
impl Trace {
    pub(super) fn new(info: &EndpointInfo) -> Self {
        let (name, method, path) = (info.name, info.method.as_str(), info.path);
        Self {
            span: tracing::info_span!(target: "linq", "linq.call", name, method, path),
        }
    }

    pub(super) fn sending(&self, attempt: u32, after: Duration) {
        tracing::debug!(target: "linq", parent: &self.span, attempt, ?after, "sending");
    }

    pub(super) fn accepted(&self, response: &ApiResponse<()>) {
        let (attempt, status) = (response.attempts, response.status.as_u16());
        let trace_id = response.trace_id();
        tracing::debug!(target: "linq", parent: &self.span, attempt, status, trace_id, "accepted");
    }

    pub(super) fn error_response(&self, attempt: u32, error: &ApiError) {
        let (status, code) = (
            error.status().as_u16(),
            error.code().map(crate::error::ErrorCode::number),
        );
        let trace_id = error.trace_id();
        if is_expected(error.status()) {
            tracing::debug!(target: "linq", parent: &self.span, attempt, status, code, trace_id, "error response");
        } else {
            tracing::warn!(target: "linq", parent: &self.span, attempt, status, code, trace_id, "error response");
        }
    }

    pub(super) fn done(&self, end: &CallEnd) {
        let &CallEnd {
            status,
            failure,
            attempts,
            duration,
        } = end;
        let status = status.as_ref().map(StatusCode::as_u16);
        let failure = failure.map(tracing::field::debug);
        tracing::info!(target: "linq", parent: &self.span, status, failure, attempts, ?duration, "done");
    }

    pub(super) fn warn(&self, warnings: &[DecodeWarning]) {
        for DecodeWarning { path, problem, .. } in warnings {
            tracing::warn!(target: "linq", parent: &self.span, path, problem, "skipped a value of the response that does not match the schema");
        }
    }

    pub(super) fn transport_error(&self, attempt: u32, error: &TransportError) {
        tracing::warn!(target: "linq", parent: &self.span, attempt, kind = ?error.kind(), "no response");
    }

    pub(super) fn retry_quota_exhausted(&self, attempt: u32) {
        tracing::warn!(target: "linq", parent: &self.span, attempt, "not retried, since the retry quota is exhausted");
    }
}

/// Returns whether a status is part of normal operation, such as that of a resource that does not exist. The caller gets
/// it as an error, so that a warning would repeat it.
#[cfg(feature = "tracing")]
fn is_expected(status: StatusCode) -> bool {
    status.is_client_error()
        && ![StatusCode::REQUEST_TIMEOUT, StatusCode::TOO_MANY_REQUESTS].contains(&status)
}

#[cfg(not(feature = "tracing"))]
#[allow(clippy::unused_self)]
impl Trace {
    pub(super) fn new(_: &EndpointInfo) -> Self {
        Self {}
    }

    pub(super) fn sending(&self, _: u32, _: Duration) {}

    pub(super) fn accepted(&self, _: &ApiResponse<()>) {}

    pub(super) fn error_response(&self, _: u32, _: &ApiError) {}

    pub(super) fn done(&self, _: &CallEnd) {}

    pub(super) fn warn(&self, _: &[DecodeWarning]) {}

    pub(super) fn transport_error(&self, _: u32, _: &TransportError) {}

    pub(super) fn retry_quota_exhausted(&self, _: u32) {}
}
