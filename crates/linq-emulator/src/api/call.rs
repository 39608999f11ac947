//! The request and the response of an endpoint.

use std::future::ready;
use std::sync::Arc;

use axum::Json;
use axum::extract::{self, Extension, Query, RawPathParams};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodFilter, MethodRouter};
use bytes::Bytes;
use serde_json::{Value, json};
use uuid::Uuid;

use super::middleware::Trace;
use crate::content::MAX_KEY_LEN;
use crate::error::{ApiError, error_response};
use crate::field::Field;
use crate::shared::Shared;
use crate::state::idempotency_cache::{CachedResponse, Purpose};
use crate::state::{State, handle, page};

const DEFAULT_LIMIT: usize = 20;
const MAX_LIMIT: usize = 100;

pub(super) struct Call<'a> {
    pub(super) state: &'a mut State,
    pub(super) trace_id: Uuid,
    params: &'a RawPathParams,
    query: &'a [(String, String)],
    headers: &'a HeaderMap,
    body: &'a [u8],
}

/// Handler of an endpoint, which has exclusive access to the state.
pub(super) type Handler = fn(&mut Call<'_>) -> Result<ApiResponse, ApiError>;

/// Returns a route for one method.
pub(super) fn on(method: MethodFilter, act: Handler) -> MethodRouter<Arc<Shared>> {
    let handler = move |extract::State(shared): extract::State<Arc<Shared>>,
                        Extension(Trace(trace_id)): Extension<Trace>,
                        params: RawPathParams,
                        Query(query): Query<Vec<(String, String)>>,
                        headers: HeaderMap,
                        body: Bytes| {
        let mut state = shared.state();
        let mut call = Call {
            state: &mut state,
            trace_id,
            params: &params,
            query: &query,
            headers: &headers,
            body: &body,
        };
        ready(act(&mut call).map_or_else(
            |error| error_response(&error, trace_id),
            ApiResponse::into_response,
        ))
    };
    routing::on(method, handler)
}

impl Call<'_> {
    /// Returns the body, which must be a JSON object.
    pub(super) fn json(&self) -> Result<Value, ApiError> {
        let value: Value = serde_json::from_slice(self.body)
            .map_err(|error| ApiError::not_json(&error.to_string()))?;
        if value.is_object() {
            Ok(value)
        } else {
            Err(ApiError::not_json("must be an object"))
        }
    }

    /// Returns an id in the path.
    pub(super) fn id(&self, name: &str) -> Result<Uuid, ApiError> {
        self.param(name)
            .parse()
            .map_err(|_| ApiError::invalid_parameter(format!("{name} must be a UUID")))
    }

    /// Returns the id of a chat in the path, which must exist and which the account has not left.
    pub(super) fn open_chat_id(&self) -> Result<Uuid, ApiError> {
        let id = self.id("chat_id")?;
        self.state.open_chat(id).map(|chat| chat.id)
    }

    /// Returns the id of a chat in the path that allows new activity.
    pub(super) fn active_chat_id(&self) -> Result<Uuid, ApiError> {
        let id = self.id("chat_id")?;
        self.state.active_chat(id).map(|chat| chat.id)
    }

    /// Returns the header `Idempotency-Key`.
    pub(super) fn idempotency_key(&self) -> Result<Option<String>, ApiError> {
        let Some(value) = self.headers.get("idempotency-key") else {
            return Ok(None);
        };
        match value.to_str() {
            Ok(key) if (1..=MAX_KEY_LEN).contains(&key.len()) => Ok(Some(key.to_owned())),
            _ => Err(ApiError::invalid_parameter(format!(
                "Idempotency-Key must have 1 to {MAX_KEY_LEN} characters"
            ))),
        }
    }

    /// Returns the cached response of an idempotency key. The message that it created must still exist.
    pub(super) fn cached_response(
        &self,
        purpose: Purpose,
        key: Option<&str>,
        path: &str,
    ) -> Result<Option<ApiResponse>, ApiError> {
        let Some(cached) = key.and_then(|key| self.state.idempotency_cache.get(purpose, key))
        else {
            return Ok(None);
        };
        let is_message = matches!(purpose, Purpose::Message | Purpose::Poll);
        if is_message && !self.state.has_message(cached.created) {
            return Err(ApiError::message_not_found(path));
        }
        let status = StatusCode::from_u16(cached.status).unwrap_or(StatusCode::OK);
        Ok(Some(ApiResponse::new(status, cached.body.clone())))
    }

    /// Caches the response of a call with an idempotency key.
    pub(super) fn cache_response(
        &mut self,
        purpose: Purpose,
        key: String,
        response: &ApiResponse,
        created: Uuid,
    ) {
        let cached = CachedResponse {
            status: response.status.as_u16(),
            body: response.body.clone().unwrap_or_default(),
            created,
        };
        self.state.idempotency_cache.insert(purpose, key, cached);
    }

    /// Returns all values of a query parameter, repeated or separated by commas.
    pub(super) fn queries(&self, name: &str) -> Vec<&str> {
        self.query
            .iter()
            .filter(|(key, _)| key == name || key.strip_suffix("[]") == Some(name))
            .flat_map(|(_, value)| value.split(','))
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// Returns a path parameter.
    pub(super) fn param(&self, name: &str) -> &str {
        self.params
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value)
    }

    pub(super) fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(super) fn phone_number_in_query(&self, name: &str) -> Result<Option<String>, ApiError> {
        match self.query(name) {
            Some(text) if !handle::is_phone_number(text) => Err(ApiError::not_e164(name)),
            found => Ok(found.map(str::to_owned)),
        }
    }

    pub(super) fn handle_in_query(&self, name: &str) -> Result<Option<String>, ApiError> {
        match self.query(name) {
            Some(text) if !handle::is_handle(text) => Err(ApiError::not_a_handle(name)),
            found => Ok(found.map(str::to_owned)),
        }
    }

    pub(super) fn limit(&self) -> Result<usize, ApiError> {
        let Some(text) = self.query("limit") else {
            return Ok(DEFAULT_LIMIT);
        };
        text.parse()
            .ok()
            .filter(|limit| (1..=MAX_LIMIT).contains(limit))
            .ok_or_else(|| {
                ApiError::invalid_parameter(format!(
                    "limit must be an integer from 1 to {MAX_LIMIT}"
                ))
            })
    }

    pub(super) fn cursor(&self, scope: &str) -> Result<Option<u64>, ApiError> {
        let Some(text) = self.query("cursor") else {
            return Ok(None);
        };
        let number = page::decode(scope, text).ok_or_else(|| {
            ApiError::invalid_parameter("cursor must be the next_cursor of an earlier page")
        })?;
        Ok(Some(number))
    }
}

/// Returns the field `handle` of a body, a phone number or an e-mail address.
pub(super) fn handle_of(body: &Value) -> Result<String, ApiError> {
    Field::root(body)
        .get("handle")
        .required()?
        .handle()
        .map(str::to_owned)
}

/// The successful response of an endpoint.
#[derive(Clone, Debug)]
pub(super) struct ApiResponse {
    status: StatusCode,
    body: Option<Value>,
}

impl ApiResponse {
    pub(super) fn new(status: StatusCode, body: Value) -> Self {
        Self {
            status,
            body: Some(body),
        }
    }

    pub(super) fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, body)
    }

    pub(super) fn no_content() -> Self {
        Self {
            status: StatusCode::NO_CONTENT,
            body: None,
        }
    }

    /// Returns 202 without a body.
    pub(super) fn accepted_without_body() -> Self {
        Self {
            status: StatusCode::ACCEPTED,
            body: None,
        }
    }

    /// Returns 202 with a message; an event reports the outcome.
    pub(super) fn accepted(message: &str, trace_id: Uuid) -> Self {
        Self::new(
            StatusCode::ACCEPTED,
            json!({ "message": message, "status": "accepted", "trace_id": trace_id }),
        )
    }
}

impl IntoResponse for ApiResponse {
    fn into_response(self) -> Response {
        match self.body {
            Some(body) => (self.status, Json(body)).into_response(),
            None => self.status.into_response(),
        }
    }
}
