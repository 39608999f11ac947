//! The log of API requests.

use std::collections::BTreeMap;

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, Method, Uri};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

/// A request to the API or to the storage that arrived, with what it was answered.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// Such as `POST`.
    pub method: String,
    /// The path without `/api/partner`, such as `/v3/chats`; those of the storage begin with
    /// `/uploads`, `/attachments` and `/vcards`.
    pub path: String,
    /// What followed the `?`, as it was sent; the signature of a presigned URL is not kept.
    pub query: Option<String>,
    /// Names in lower case; the value of `authorization` is not kept. Several values of one name
    /// are joined by `, `.
    pub headers: BTreeMap<String, String>,
    /// The body as JSON, or as a string where it was not JSON; null where there was none, and for
    /// the storage, which keeps it as a file.
    pub body: Value,
    /// The status of the reply; none if the connection was closed without one, or not yet known.
    pub status: Option<u16>,
    /// The error code of the reply.
    pub code: Option<u32>,
    /// The trace id of the call, also where no reply carried it.
    pub trace_id: Uuid,
    /// The kind of the fault that was applied.
    pub fault: Option<String>,
}

impl LoggedRequest {
    pub(crate) fn new(
        method: &str,
        path: &str,
        query: Option<&str>,
        headers: &HeaderMap,
        body: &[u8],
        trace_id: Uuid,
    ) -> Self {
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.map(str::to_owned),
            headers: readable(headers),
            body: as_json(body),
            status: None,
            code: None,
            trace_id,
            fault: None,
        }
    }

    pub(crate) fn to_storage(method: &Method, uri: &Uri, headers: &HeaderMap, id: Uuid) -> Self {
        let query = uri.query().map(|_| "[redacted]");
        Self::new(method.as_str(), uri.path(), query, headers, b"", id)
    }
}

fn readable(headers: &HeaderMap) -> BTreeMap<String, String> {
    let mut readable: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        let value = if name == AUTHORIZATION {
            "[redacted]".into()
        } else {
            String::from_utf8_lossy(value.as_bytes())
        };
        readable
            .entry(name.as_str().to_owned())
            .and_modify(|values| {
                values.push_str(", ");
                values.push_str(&value);
            })
            .or_insert_with(|| value.to_string());
    }
    readable
}

fn as_json(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(body).unwrap_or_else(|_| String::from_utf8_lossy(body).into())
}

/// All requests in the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Log {
    requests: Vec<LoggedRequest>,
    /// Requests forgotten so far, so that a place stays the same request.
    forgotten: usize,
}

/// Where in the log a request stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place(usize);

impl Log {
    pub(crate) fn begin(&mut self, request: LoggedRequest) -> Place {
        self.requests.push(request);
        Place(self.forgotten + self.requests.len() - 1)
    }

    /// Adds the outcome, unless the request was forgotten meanwhile.
    pub(crate) fn amend(&mut self, place: Place, amend: impl FnOnce(&mut LoggedRequest)) {
        if let Some(request) = place
            .0
            .checked_sub(self.forgotten)
            .and_then(|index| self.requests.get_mut(index))
        {
            amend(request);
        }
    }

    pub(crate) fn requests(&self) -> &[LoggedRequest] {
        &self.requests
    }

    pub(crate) fn clear(&mut self) {
        self.forgotten += self.requests.len();
        self.requests.clear();
    }
}
