use crate::{json::JsonError, message::IdempotencyKey, response::ApiResponse, schema::Unreadable};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use std::fmt;

/// A successful response that cannot be decoded: it lacks the identifier of the resource, or is not JSON.
///
/// The request has probably taken effect. The response is in [`body`](Self::body), and the same request under the
/// same [`idempotency_key`](Self::idempotency_key) takes effect once.
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    is_json: bool,
    response: ApiResponse<()>,
}

impl DecodeError {
    pub(crate) fn new(unreadable: Unreadable, response: ApiResponse<()>) -> Self {
        let is_json = matches!(unreadable, Unreadable::Field(_));
        let JsonError { path, what } = match unreadable {
            Unreadable::Field(problem) => problem,
            Unreadable::NotJson => JsonError {
                path: ".".to_owned(),
                what: not_json(&response),
            },
        };
        Self {
            path,
            problem: what,
            is_json,
            response,
        }
    }

    /// Returns the path of the field that could not be decoded, such as `message.id`; `.` for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the HTTP status, a success.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.response.status
    }

    /// Returns the headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.response.headers
    }

    /// Returns the raw body of the response.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.response.body
    }

    /// Returns the trace ID, by which Linq's support finds the request.
    #[must_use]
    pub fn trace_id(&self) -> Option<&str> {
        self.response.trace_id()
    }

    /// Returns the idempotency key that was sent, including a generated one.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&IdempotencyKey> {
        self.response.idempotency_key()
    }
}

/// Describes a body that is not JSON, such as a proxy's HTML page, and the URL that it came from.
fn not_json(response: &ApiResponse<()>) -> String {
    let content_type = response
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let came = match content_type {
        _ if response.body.trim_ascii().is_empty() => "no body instead of JSON".to_owned(),
        Some(content_type) if content_type.contains("json") => "invalid JSON".to_owned(),
        Some(content_type) => format!("content type {content_type} instead of JSON"),
        None => "a body without a content type instead of JSON".to_owned(),
    };
    let uri = &response.context.uri;
    match (uri.scheme_str(), uri.authority()) {
        (Some(scheme), Some(authority)) => {
            let path = uri.path();
            format!("{came} from {scheme}://{authority}{path}")
        }
        _ => came,
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (status, problem) = (self.response.status.as_u16(), &self.problem);
        match self.path.as_str() {
            "." if !self.is_json => write!(
                f,
                "accepted, but the response could not be decoded: HTTP {status} with {problem}"
            ),
            "." => write!(
                f,
                "accepted, but the response could not be decoded: HTTP {status}, body: {problem}"
            ),
            path => write!(
                f,
                "accepted, but the response could not be decoded: HTTP {status}, {path}: {problem}"
            ),
        }
    }
}

/// Omits the headers and the body, which may contain signed URLs and secrets.
impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("status", &self.response.status)
            .field("body", &format_args!("{} bytes", self.response.body.len()))
            .finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}
