//! Observation of attempts, for metrics and audit.

use crate::error::{ErrorCode, TransportErrorKind};
use http::{Method, StatusCode};
use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::{Duration, Instant},
};

/// An observer of each attempt of a client's calls, for metrics and audit.
///
/// [`on_request`](Self::on_request) is called before each attempt, then either [`on_response`](Self::on_response) or
/// [`on_failure`](Self::on_failure), unless the call is dropped meanwhile. The records contain no headers, URLs,
/// bodies, idempotency keys or handles. A call that fails without an attempt is not observed, such as one with an
/// invalid argument; nor is the decoding of a response.
///
/// Transfers of files are observed as the operations `attachments.upload` and `attachments.download`. If the storage
/// redirects a download, this is a response without a `retry_delay`, and the request to the target has the same
/// attempt number.
///
/// The methods are called by the thread that executes the call, which waits for them: they should return quickly. A
/// panic is caught, so that it cannot lose the result of a call.
///
/// ```
/// use linq_core::exchange::{AttemptObserver, AttemptResponse};
///
/// struct Log;
///
/// impl AttemptObserver for Log {
///     fn on_response(&self, response: &AttemptResponse) {
///         println!("{} {} {:?}", response.operation, response.status, response.duration);
///     }
/// }
/// # use linq_core::{Client, Connect, error::InvalidArgument};
/// # fn build<C: Connect>() -> Result<Client<C>, InvalidArgument> {
/// let linq = Client::builder("sk_…").observer(std::sync::Arc::new(Log)).build()?;
/// # Ok(linq)
/// # }
/// ```
pub trait AttemptObserver: Send + Sync {
    /// Called when a request is about to be sent, before the delay.
    fn on_request(&self, request: &AttemptRequest) {
        let _ = request;
    }

    /// Called when a response has arrived, whatever its status.
    fn on_response(&self, response: &AttemptResponse) {
        let _ = response;
    }

    /// Called when an attempt has failed without a complete response.
    fn on_failure(&self, failure: &AttemptFailure) {
        let _ = failure;
    }
}

/// A request that is about to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttemptRequest {
    /// Official name of the operation, such as `chats.messages.send`; `request` for a request to any path.
    pub operation: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path relative to the base URL, with `{…}` for its parameters, such as `/v3/chats/{chat_id}/messages`; `…` for a
    /// request to any path, and empty for a request to the storage.
    pub path: &'static str,
    /// Number of the attempt, from 1. Redirects of a download belong to the same attempt.
    pub attempt: u32,
    /// Delay before the request is sent, by backoff, `Retry-After` or a rate limit.
    pub delay: Duration,
}

/// A response, whatever its status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttemptResponse {
    /// See [`AttemptRequest::operation`].
    pub operation: &'static str,
    /// HTTP method.
    pub method: Method,
    /// See [`AttemptRequest::path`].
    pub path: &'static str,
    /// See [`AttemptRequest::attempt`].
    pub attempt: u32,
    /// The HTTP status.
    pub status: StatusCode,
    /// The API's error code, if the response is an error of the API.
    pub error_code: Option<ErrorCode>,
    /// Trace ID, by which Linq's support finds the request.
    pub trace_id: Option<String>,
    /// Duration of the attempt, without the delay before it.
    pub duration: Duration,
    /// Delay before the next attempt; `None` if there is none.
    pub retry_delay: Option<Duration>,
}

/// A failure of an attempt without a complete response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttemptFailure {
    /// See [`AttemptRequest::operation`].
    pub operation: &'static str,
    /// HTTP method.
    pub method: Method,
    /// See [`AttemptRequest::path`].
    pub path: &'static str,
    /// See [`AttemptRequest::attempt`].
    pub attempt: u32,
    /// The kind of the transport error; [`Cancelled`](TransportErrorKind::Cancelled) if a file to upload could not be
    /// read, or a downloaded one could not be written or is compressed.
    pub kind: TransportErrorKind,
    /// True if the request of this attempt may have been sent; `false` is certain.
    pub may_have_been_sent: bool,
    /// Duration of the attempt, without the delay before it.
    pub duration: Duration,
    /// Delay before the next attempt; `None` if there is none.
    pub retry_delay: Option<Duration>,
}

/// The observer that all clones of a client share.
#[derive(Clone)]
pub(crate) struct SharedObserver(pub(crate) Arc<dyn AttemptObserver>);

impl SharedObserver {
    /// Calls the observer, and catches its panic.
    fn notify(&self, call: impl FnOnce(&dyn AttemptObserver)) {
        // The panic hook has reported it; what is inconsistent then belongs to the observer.
        let _ = catch_unwind(AssertUnwindSafe(|| call(&*self.0)));
    }
}

impl fmt::Debug for SharedObserver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AttemptObserver")
    }
}

/// Reports the attempts of one call to the observer, if there is one.
pub(crate) struct AttemptReporter {
    observer: Option<SharedObserver>,
    operation: &'static str,
    method: Method,
    path: &'static str,
    attempt: u32,
    /// End of the delay before the attempt.
    started: Option<Instant>,
    /// Time and trace ID of a 401 after which a token is fetched.
    rejection: Option<(Instant, Option<String>)>,
}

impl AttemptReporter {
    pub(crate) fn new(
        observer: Option<&SharedObserver>,
        operation: &'static str,
        method: Method,
        path: &'static str,
    ) -> Self {
        Self {
            observer: observer.cloned(),
            operation,
            method,
            path,
            attempt: 0,
            started: None,
            rejection: None,
        }
    }

    pub(crate) fn request(&mut self, attempt: u32, delay: Duration, now: Instant) {
        self.attempt = attempt;
        self.started = now.checked_add(delay);
        self.rejection = None;
        let Some(observer) = &self.observer else {
            return;
        };
        let request = AttemptRequest {
            operation: self.operation,
            method: self.method.clone(),
            path: self.path,
            attempt,
            delay,
        };
        observer.notify(|observer| observer.on_request(&request));
    }

    /// Records the arrival of a 401, which is reported as soon as it is known whether there is another token.
    pub(crate) fn token_rejected(&mut self, trace_id: Option<&str>, now: Instant) {
        if self.observer.is_some() {
            self.rejection = Some((now, trace_id.map(str::to_owned)));
        }
    }

    /// Reports the 401 after which another token was fetched.
    pub(crate) fn token_renewed(&self, delay: Duration, now: Instant) {
        let trace_id = self.rejection.as_ref().and_then(|(_, id)| id.as_deref());
        self.response(StatusCode::UNAUTHORIZED, None, trace_id, Some(delay), now);
    }

    pub(crate) fn response(
        &self,
        status: StatusCode,
        error_code: Option<ErrorCode>,
        trace_id: Option<&str>,
        retry_delay: Option<Duration>,
        now: Instant,
    ) {
        let Some(observer) = &self.observer else {
            return;
        };
        let response = AttemptResponse {
            operation: self.operation,
            method: self.method.clone(),
            path: self.path,
            attempt: self.attempt,
            status,
            error_code,
            trace_id: trace_id.map(str::to_owned),
            duration: self.duration(now),
            retry_delay,
        };
        observer.notify(|observer| observer.on_response(&response));
    }

    pub(crate) fn failure(
        &self,
        kind: TransportErrorKind,
        retry_delay: Option<Duration>,
        now: Instant,
    ) {
        let Some(observer) = &self.observer else {
            return;
        };
        let failure = AttemptFailure {
            operation: self.operation,
            method: self.method.clone(),
            path: self.path,
            attempt: self.attempt,
            kind,
            may_have_been_sent: kind.may_have_been_sent(),
            duration: self.duration(now),
            retry_delay,
        };
        observer.notify(|observer| observer.on_failure(&failure));
    }

    fn duration(&self, now: Instant) -> Duration {
        let ended = self.rejection.as_ref().map_or(now, |(at, _)| *at);
        self.started.map_or(Duration::ZERO, |started| {
            ended.saturating_duration_since(started)
        })
    }
}
