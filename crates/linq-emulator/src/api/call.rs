//! One call as an endpoint sees it, and what it answers.

use std::future::ready;
use std::sync::Arc;

use axum::Json;
use axum::extract::{Extension, Query, RawPathParams, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{self, MethodFilter, MethodRouter};
use bytes::Bytes;
use serde_json::{Value, json};
use uuid::Uuid;

use super::gate::Trace;
use crate::content::LONGEST_KEY;
use crate::error::{ApiError, refusal};
use crate::field::Field;
use crate::shared::Shared;
use crate::world::answered::{Answer, Purpose};
use crate::world::{World, handle, page};

const DEFAULT_LIMIT: usize = 20;
const MOST_ITEMS: usize = 100;

pub(super) struct Call<'a> {
    pub(super) world: &'a mut World,
    pub(super) trace_id: Uuid,
    params: &'a RawPathParams,
    query: &'a [(String, String)],
    headers: &'a HeaderMap,
    body: &'a [u8],
}

/// What an endpoint does; the world is its alone meanwhile.
pub(super) type Act = fn(&mut Call<'_>) -> Result<Reply, ApiError>;

/// A route for one method.
pub(super) fn on(method: MethodFilter, act: Act) -> MethodRouter<Arc<Shared>> {
    let handler = move |State(shared): State<Arc<Shared>>,
                        Extension(Trace(trace_id)): Extension<Trace>,
                        params: RawPathParams,
                        Query(query): Query<Vec<(String, String)>>,
                        headers: HeaderMap,
                        body: Bytes| {
        let mut world = shared.world();
        let mut call = Call {
            world: &mut world,
            trace_id,
            params: &params,
            query: &query,
            headers: &headers,
            body: &body,
        };
        ready(act(&mut call).map_or_else(|error| refusal(&error, trace_id), Reply::into_response))
    };
    routing::on(method, handler)
}

impl Call<'_> {
    /// The body, which has to be a JSON object.
    pub(super) fn json(&self) -> Result<Value, ApiError> {
        let value: Value = serde_json::from_slice(self.body)
            .map_err(|error| ApiError::not_json(&error.to_string()))?;
        if value.is_object() {
            Ok(value)
        } else {
            Err(ApiError::not_json("it must be an object"))
        }
    }

    /// An id in the path.
    pub(super) fn id(&self, name: &str) -> Result<Uuid, ApiError> {
        self.param(name)
            .parse()
            .map_err(|_| ApiError::invalid_parameter(format!("{name} must be a UUID")))
    }

    /// The id of a chat in the path, one that exists and that the account is in.
    pub(super) fn open_chat_id(&self) -> Result<Uuid, ApiError> {
        let id = self.id("chat_id")?;
        self.world.open_chat(id).map(|chat| chat.id)
    }

    /// The id of a chat in the path, one that something can be done in.
    pub(super) fn active_chat_id(&self) -> Result<Uuid, ApiError> {
        let id = self.id("chat_id")?;
        self.world.active_chat(id).map(|chat| chat.id)
    }

    /// The key in the header `Idempotency-Key`.
    pub(super) fn idempotency_key(&self) -> Result<Option<String>, ApiError> {
        let Some(value) = self.headers.get("idempotency-key") else {
            return Ok(None);
        };
        match value.to_str() {
            Ok(key) if (1..=LONGEST_KEY).contains(&key.len()) => Ok(Some(key.to_owned())),
            _ => Err(ApiError::invalid_parameter(format!(
                "Idempotency-Key must have 1 to {LONGEST_KEY} characters"
            ))),
        }
    }

    /// The first reply again, if a key was seen before; what it made must still exist.
    pub(super) fn repeated(
        &self,
        purpose: Purpose,
        key: Option<&str>,
        path: &str,
    ) -> Result<Option<Reply>, ApiError> {
        let Some(answer) = key.and_then(|key| self.world.answered.to(purpose, key)) else {
            return Ok(None);
        };
        let is_message = matches!(purpose, Purpose::Message | Purpose::Poll);
        if is_message && !self.world.has_message(answer.created) {
            return Err(ApiError::message_not_found(path));
        }
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
        Ok(Some(Reply::new(status, answer.body.clone())))
    }

    /// Notes what a call with a key was answered, for the next call with that key.
    pub(super) fn answered(&mut self, purpose: Purpose, key: String, reply: &Reply, created: Uuid) {
        let answer = Answer {
            status: reply.status.as_u16(),
            body: reply.body.clone().unwrap_or_default(),
            created,
        };
        self.world.answered.note(purpose, key, answer);
    }

    /// All values of a query parameter, repeated or joined by commas.
    pub(super) fn queries(&self, name: &str) -> Vec<&str> {
        self.query
            .iter()
            .filter(|(key, _)| key == name || key.strip_suffix("[]") == Some(name))
            .flat_map(|(_, value)| value.split(','))
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// A part of the path as it is.
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
            .filter(|limit| (1..=MOST_ITEMS).contains(limit))
            .ok_or_else(|| {
                ApiError::invalid_parameter(format!(
                    "limit must be an integer from 1 to {MOST_ITEMS}"
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

/// `handle` in a body, in either kind.
pub(super) fn handle_of(body: &Value) -> Result<String, ApiError> {
    Field::root(body)
        .get("handle")
        .required()?
        .handle()
        .map(str::to_owned)
}

/// What an endpoint answers when it does not refuse.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    status: StatusCode,
    body: Option<Value>,
}

impl Reply {
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

    /// An operation that was queued and of which nothing is said.
    pub(super) fn accepted_silently() -> Self {
        Self {
            status: StatusCode::ACCEPTED,
            body: None,
        }
    }

    /// An operation that was queued; its outcome follows as an event.
    pub(super) fn accepted(message: &str, trace_id: Uuid) -> Self {
        Self::new(
            StatusCode::ACCEPTED,
            json!({ "message": message, "status": "accepted", "trace_id": trace_id }),
        )
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        match self.body {
            Some(body) => (self.status, Json(body)).into_response(),
            None => self.status.into_response(),
        }
    }
}
