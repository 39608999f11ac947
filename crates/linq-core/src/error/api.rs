use super::{AttemptHistory, ErrorCode, wait};
use crate::{
    message::IdempotencyKey, response::trace_id, surrogates::with_lone_surrogates_replaced,
};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::{collections::BTreeMap, fmt, time::Duration};

/// The server refused, or something between it and us did.
///
/// Everything is kept, also when the body was not the API's: a proxy's HTML page is in
/// [`body`](Self::body), and [`code`](Self::code) is then `None`.
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
    /// Reads a reply whose status is no success.
    pub(crate) fn read(reply: http::Response<Bytes>, retry_after: Option<Duration>) -> Self {
        let (parts, body) = reply.into_parts();
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

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The API's own code, if the body was the API's.
    #[must_use]
    pub fn code(&self) -> Option<ErrorCode> {
        self.code
    }

    /// What the server says is wrong, if the body was the API's.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The page that explains the code.
    #[must_use]
    pub fn doc_url(&self) -> Option<&str> {
        self.doc_url.as_deref()
    }

    /// How long the server asks to wait before the next try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The identifier under which Linq's support finds the request: from the body, else the headers.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }

    /// The headers of the reply.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the reply as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// How many times the request was tried.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Whether the reply to an earlier attempt was lost, so that this refusal may only say that the
    /// earlier one had worked: a 404 for a participant that is gone already, for one.
    #[must_use]
    pub fn earlier_attempt_may_have_succeeded(&self) -> bool {
        self.history.may_have_taken_effect
    }

    /// Returns whether the request may have taken effect all the same: an earlier attempt went unanswered, or the status
    /// does not say that this one was rejected. 301, 302, 307, 308, 503, and 4xx except 408, 460 and 499, say so; any
    /// other status does not. Never so for a call that only reads.
    #[must_use]
    pub fn may_have_taken_effect(&self) -> bool {
        self.history.may_have_taken_effect
            || !(self.history.reads_only || is_rejection(self.status))
    }

    /// Returns the idempotency key that was sent, also if the client made it, where the request
    /// [may have taken effect](Self::may_have_taken_effect): sent again under this key, it takes effect once.
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

/// 408, 460 and 499 say that somewhere a connection ended too early, not that the request was not executed.
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
                f.write_str(": a redirect, which this client does not follow")?;
            }
            None => write!(
                f,
                ": {}",
                self.status.canonical_reason().unwrap_or("refused")
            )?,
        }
        if self.earlier_attempt_may_have_succeeded() {
            f.write_str(" (an earlier attempt went unanswered and may have succeeded)")?;
        }
        if let Some(trace_id) = &self.trace_id {
            write!(f, " [trace {trace_id}]")?;
        }
        Ok(())
    }
}

/// Without the headers and the body, which may hold whatever a server echoes.
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

/// An object of the API's error body. A value that is unreadable costs only itself.
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

    /// Read from the JSON itself, which can hold numbers that no `f64` can.
    fn seconds(&self, name: &str) -> Option<Duration> {
        let text = self.text(name);
        wait(text.as_deref().unwrap_or(self.get(name)), 1.0)
    }
}

fn read<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    with_lone_surrogates_replaced(json, |json| serde_json::from_slice(json)).ok()
}
