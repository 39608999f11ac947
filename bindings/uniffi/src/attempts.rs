use crate::wire::TransportFailure;
use linq_core::{
    error::ErrorCode,
    exchange::{AttemptFailure, AttemptObserver, AttemptRequest, AttemptResponse},
};
use std::{
    mem,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// A record of an attempt, for the host's observer. Contains no secrets and no contents.
#[derive(Clone, uniffi::Enum)]
pub enum AttemptRecord {
    /// A request is about to be sent.
    Request {
        /// Official name of the operation.
        operation: String,
        /// HTTP method.
        method: String,
        /// Path with `{…}` for its parameters.
        path: String,
        /// Number of the attempt, from 1.
        attempt: u32,
        /// Delay before the request is sent.
        delay: Duration,
    },
    /// A response has arrived.
    Response {
        /// Official name of the operation.
        operation: String,
        /// HTTP method.
        method: String,
        /// Path with `{…}` for its parameters.
        path: String,
        /// Number of the attempt, from 1.
        attempt: u32,
        /// The HTTP status.
        status: u16,
        /// The API's error code.
        error_code: Option<u32>,
        /// Trace identifier of the request.
        trace_id: Option<String>,
        /// Duration of the attempt.
        duration: Duration,
        /// Delay before the next attempt, if there is one.
        retry_delay: Option<Duration>,
    },
    /// No complete response has arrived.
    Failure {
        /// Official name of the operation.
        operation: String,
        /// HTTP method.
        method: String,
        /// Path with `{…}` for its parameters.
        path: String,
        /// Number of the attempt, from 1.
        attempt: u32,
        /// The stage at which the attempt failed.
        failure: TransportFailure,
        /// True if the request of this attempt may have been sent.
        may_have_been_sent: bool,
        /// Duration of the attempt.
        duration: Duration,
        /// Delay before the next attempt, if there is one.
        retry_delay: Option<Duration>,
    },
}

/// An observer that keeps its records until the host takes them: a callback to the host would run while the call is
/// locked.
#[derive(Default)]
pub(crate) struct AttemptRecorder(Mutex<Vec<AttemptRecord>>);

impl AttemptRecorder {
    /// Returns the records since the last call.
    pub(crate) fn take(&self) -> Vec<AttemptRecord> {
        mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn push(&self, record: AttemptRecord) {
        let mut records = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        records.push(record);
    }
}

impl AttemptObserver for AttemptRecorder {
    fn on_request(&self, request: &AttemptRequest) {
        self.push(AttemptRecord::Request {
            operation: request.operation.to_owned(),
            method: request.method.to_string(),
            path: request.path.to_owned(),
            attempt: request.attempt,
            delay: request.delay,
        });
    }

    fn on_response(&self, response: &AttemptResponse) {
        self.push(AttemptRecord::Response {
            operation: response.operation.to_owned(),
            method: response.method.to_string(),
            path: response.path.to_owned(),
            attempt: response.attempt,
            status: response.status.as_u16(),
            error_code: response.error_code.map(ErrorCode::number),
            trace_id: response.trace_id.clone(),
            duration: response.duration,
            retry_delay: response.retry_delay,
        });
    }

    fn on_failure(&self, failure: &AttemptFailure) {
        self.push(AttemptRecord::Failure {
            operation: failure.operation.to_owned(),
            method: failure.method.to_string(),
            path: failure.path.to_owned(),
            attempt: failure.attempt,
            failure: failure.kind.into(),
            may_have_been_sent: failure.may_have_been_sent,
            duration: failure.duration,
            retry_delay: failure.retry_delay,
        });
    }
}
