//! The log of API requests.

use std::collections::BTreeMap;

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, Method, Uri};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

/// A request to the API or the storage, with its outcome.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct LoggedRequest {
    /// Method, such as `POST`.
    pub method: String,
    /// Path without `/api/partner`, such as `/v3/chats`; those of the storage begin with `/uploads`, `/attachments` and
    /// `/vcards`.
    pub path: String,
    /// Raw query; redacted for presigned URLs.
    pub query: Option<String>,
    /// Headers, with names in lower case; `authorization` is redacted. Several values of one name are joined by `, `.
    pub headers: BTreeMap<String, String>,
    /// Body as JSON, or as a string if it is not JSON; null if there is none, and for the storage, which keeps it as a
    /// file.
    pub body: Value,
    /// Status of the response; `None` if there is none (yet).
    pub status: Option<u16>,
    /// Error code of the response.
    pub code: Option<u32>,
    /// Trace id of the call, even if there was no response.
    pub trace_id: Uuid,
    /// Kind of the applied fault.
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
            headers: redacted(headers),
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

fn redacted(headers: &HeaderMap) -> BTreeMap<String, String> {
    let mut redacted: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        let value = if name == AUTHORIZATION {
            "[redacted]".into()
        } else {
            String::from_utf8_lossy(value.as_bytes())
        };
        redacted
            .entry(name.as_str().to_owned())
            .and_modify(|values| {
                values.push_str(", ");
                values.push_str(&value);
            })
            .or_insert_with(|| value.to_string());
    }
    redacted
}

fn as_json(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(body).unwrap_or_else(|_| String::from_utf8_lossy(body).into())
}

/// All requests, in the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Log {
    requests: Vec<LoggedRequest>,
    /// Number of requests cleared so far, an offset of the indices.
    cleared: usize,
}

/// Index of a request in the log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LogIndex(usize);

impl Log {
    pub(crate) fn begin(&mut self, request: LoggedRequest) -> LogIndex {
        self.requests.push(request);
        LogIndex(self.cleared + self.requests.len() - 1)
    }

    /// Updates a request, unless it was cleared.
    pub(crate) fn update(&mut self, index: LogIndex, update: impl FnOnce(&mut LoggedRequest)) {
        if let Some(request) = index
            .0
            .checked_sub(self.cleared)
            .and_then(|index| self.requests.get_mut(index))
        {
            update(request);
        }
    }

    pub(crate) fn requests(&self) -> &[LoggedRequest] {
        &self.requests
    }

    pub(crate) fn clear(&mut self) {
        self.cleared += self.requests.len();
        self.requests.clear();
    }
}
