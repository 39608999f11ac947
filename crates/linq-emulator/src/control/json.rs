//! Request bodies, and errors: `{"error": "…"}`.

use axum::Json;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::json;
use uuid::Uuid;

use crate::state::ControlError;

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
        };
        (status, Json(json!({ "error": self.to_string() }))).into_response()
    }
}

/// A body parsed as JSON, regardless of its content type.
pub(super) struct JsonBody<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = ControlError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ControlError> {
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|error| ControlError::invalid(error.body_text()))?;
        let bytes = if bytes.is_empty() {
            Bytes::from_static(b"{}")
        } else {
            bytes
        };
        serde_json::from_slice(&bytes)
            .map(Self)
            .map_err(|error| ControlError::invalid(error.to_string()))
    }
}

/// Parses an id in a path.
pub(super) fn id_of(text: &str) -> Result<Uuid, ControlError> {
    text.parse()
        .map_err(|_| ControlError::invalid("the id must be a UUID"))
}

pub(super) async fn not_found() -> ControlError {
    ControlError::NotFound("unknown control endpoint".to_owned())
}

pub(super) async fn method_not_allowed() -> Response {
    let body = Json(json!({ "error": "method not allowed on this control endpoint" }));
    (StatusCode::METHOD_NOT_ALLOWED, body).into_response()
}
