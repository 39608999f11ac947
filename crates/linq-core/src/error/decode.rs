use super::{ResponseContext, trace_id};
use crate::{json::JsonProblem, message::IdempotencyKey, schema::Unreadable};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::fmt;

/// The server accepted the request, with a response that is not understood: it lacks the identity of the resource, or
/// is not JSON.
///
/// The request has probably taken effect. The response is in [`body`](Self::body), and the same request under the
/// same [`idempotency_key`](Self::idempotency_key) takes effect once.
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    context: ResponseContext,
}

impl DecodeError {
    pub(crate) fn new(unreadable: Unreadable, response: http::Response<Bytes>) -> Self {
        let (mut parts, body) = response.into_parts();
        let context: ResponseContext = parts.extensions.remove().unwrap_or_default();
        let JsonProblem { path, what } = match unreadable {
            Unreadable::Field(problem) => problem,
            Unreadable::NotJson => JsonProblem {
                path: ".".to_owned(),
                what: not_json(&parts.headers, &body, &context.address),
            },
        };
        Self {
            path,
            problem: what,
            status: parts.status,
            headers: parts.headers,
            body,
            context,
        }
    }

    /// Returns the field that was not understood, such as `message.id`; `.` for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status, a success.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
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

    /// Returns the identifier under which Linq's support finds the request.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        trace_id(&self.headers)
    }

    /// Returns the idempotency key that was sent, also if the client made it.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.context.idempotency_key.as_ref()
    }
}

/// Says what came in place of JSON, and from where: a proxy's page, mostly.
fn not_json(headers: &HeaderMap, body: &[u8], address: &str) -> String {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let came = match content_type {
        _ if body.trim_ascii().is_empty() => "no body".to_owned(),
        Some(content_type) => format!("content type {content_type}"),
        None => "a body without a content type".to_owned(),
    };
    let from = if address.is_empty() { "" } else { " from " };
    format!("{came} instead of JSON{from}{address}")
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, problem) = (self.status.as_u16(), &self.problem);
        match self.path.as_str() {
            "." => write!(
                f,
                "accepted, response not understood: HTTP {status} with {problem}"
            ),
            path => write!(
                f,
                "accepted, response not understood: HTTP {status}, {path}: {problem}"
            ),
        }
    }
}

/// Without the headers and the body, which may hold signed URLs and secrets.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}
