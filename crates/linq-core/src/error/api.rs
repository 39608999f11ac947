use super::{AttemptHistory, ErrorCode, parse_delay};
use crate::{
    message::IdempotencyKey, response::trace_id, surrogates::with_lone_surrogates_replaced,
};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::{collections::BTreeMap, fmt, time::Duration};

/// An error response, from the API or from a proxy in front of it.
///
/// If the body is not one of the API, such as a proxy's HTML page, [`code`](Self::code) is `None` and
/// [`body`](Self::body) has the page.
#[derive(Clone)]
pub struct ApiError {
    status: StatusCode,
    code: Option<ErrorCode>,
    message: Option<String>,
    doc_url: Option<String>,
    retry_after: Option<Duration>,
    trace_id: Option<String>,
    headers: HeaderMap,
    body: Bytes,
    attempts: u32,
    history: AttemptHistory,
    idempotency_key: Option<IdempotencyKey>,
}

impl ApiError {
    /// Decodes a response whose status is not a success.
    pub(crate) fn read(response: http::Response<Bytes>, retry_after: Option<Duration>) -> Self {
        let (parts, body) = response.into_parts();
        let envelope = Fields::read(&body);
        let error = envelope.fields("error");
        Self {
            status: parts.status,
            code: error.number("code").map(ErrorCode::from),
            retry_after: retry_after.or_else(|| error.seconds("retry_after")),
            // `error` may be the message itself.
            message: error.text("message").or_else(|| envelope.text("error")),
            doc_url: error.text("doc_url"),
            trace_id: envelope
                .text("trace_id")
                .or_else(|| trace_id(&parts.headers).map(str::to_owned)),
            headers: parts.headers,
            body,
            attempts: 1,
            history: AttemptHistory::default(),
            idempotency_key: None,
        }
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the error code, if the body is one of the API.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.code
    }

    /// Returns the error message, if the body is one of the API.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the URL of the documentation of the error code.
    #[must_use]
    pub fn doc_url(&self) -> Option<&str> {
        self.doc_url.as_deref()
    }

    /// Returns the delay before the next attempt that the server asks for.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Returns the trace ID, by which Linq's support finds the request, from the body or else the headers.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the raw body of the response.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the number of attempts.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns whether an earlier attempt got no response and may have succeeded, so that this error may be its
    /// consequence: a 404 for a participant that is already removed, for example.
    #[must_use]
    pub fn earlier_attempt_may_have_succeeded(&self) -> bool {
        self.history.may_have_taken_effect
    }

    /// Returns whether the request may have taken effect despite the error: an earlier attempt got no response, or the
    /// status is not a rejection. Rejections are 301, 302, 307, 308, 503, and 4xx except 408, 460 and 499. Always
    /// `false` for a read-only call.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.history.may_have_taken_effect
            || !(self.history.reads_only || is_rejection(self.status))
    }

    /// Returns the idempotency key that was sent, including a generated one, if the request
    /// [may have taken effect](Self::may_have_taken_effect): retried under this key, it takes effect once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        let key = self.idempotency_key.as_ref();
        key.filter(|_| self.may_have_taken_effect())
    }

    pub(crate) fn after(
        mut self,
        attempts: u32,
        history: AttemptHistory,
        key: Option<&IdempotencyKey>,
    ) -> Self {
        self.attempts = attempts;
        self.history = history;
        self.idempotency_key = key.cloned();
        self
    }
}

/// Returns whether a status means that the request was not executed. 408, 460 and 499 only mean that some connection
/// ended early.
fn is_rejection(status: StatusCode) -> bool {
    match status.as_u16() {
        408 | 460 | 499 => false,
        301 | 302 | 307 | 308 | 400..=499 | 503 => true,
        _ => false,
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HTTP {}", self.status.as_u16())?;
        if let Some(code) = self.code {
            write!(f, ", code {code}")?;
        }
        match &self.message {
            Some(message) => write!(f, ": {message}")?,
            None if self.status.is_redirection() => {
                f.write_str(": redirects are not followed")?;
            }
            None => write!(
                f,
                ": {}",
                self.status.canonical_reason().unwrap_or("rejected")
            )?,
        }
        if self.earlier_attempt_may_have_succeeded() {
            f.write_str(" (an earlier attempt got no response and may have succeeded)")?;
        }
        if let Some(trace_id) = &self.trace_id {
            write!(f, " [trace {trace_id}]")?;
        }
        Ok(())
    }
}

/// Omits the headers and the body, in which a server may echo secrets.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("code", &self.code)
            .field("message", &self.message)
            .field("doc_url", &self.doc_url)
            .field("retry_after", &self.retry_after)
            .field("trace_id", &self.trace_id)
            .field("attempts", &self.attempts)
            .field("history", &self.history)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for ApiError {}

/// An object of the API's error body. Values that cannot be decoded are treated as absent.
#[derive(Default)]
struct Fields(BTreeMap<String, Box<RawValue>>);

impl Fields {
    fn read(json: &[u8]) -> Self {
        read(json).map_or_else(Self::default, Self)
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.get())
    }

    fn fields(&self, name: &str) -> Self {
        Self::read(self.get(name).as_bytes())
    }

    fn text(&self, name: &str) -> Option<String> {
        read(self.get(name).as_bytes())
    }

    fn number(&self, name: &str) -> Option<u32> {
        read(self.get(name).as_bytes()).or_else(|| self.text(name)?.parse().ok())
    }

    /// Parses the JSON text itself, since its numbers may exceed the range of `f64`.
    fn seconds(&self, name: &str) -> Option<Duration> {
        let text = self.text(name);
        parse_delay(text.as_deref().unwrap_or(self.get(name)), 1.0)
    }
}

fn read<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    with_lone_surrogates_replaced(json, |json| serde_json::from_slice(json)).ok()
}
