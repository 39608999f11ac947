//! Attachments and their uploads.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::json::{JsonBody, id_of};
use crate::shared::Shared;
use crate::state::attachment::FileStatus;
use crate::state::{self, ControlError};

/// An attachment.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct StoredAttachment {
    /// Id of the attachment.
    pub id: Uuid,
    /// File name with which it was created.
    pub filename: String,
    /// Content type with which it was created.
    pub content_type: String,
    /// Size in bytes with which it was created.
    pub size_bytes: u64,
    /// Status of the upload.
    pub status: FileStatus,
    /// SHA-256 of its bytes in hexadecimal; `None` before they are uploaded.
    pub sha256: Option<String>,
    /// URL to download its bytes.
    pub download_url: String,
}

impl state::State {
    /// Returns all attachments, oldest first.
    pub(crate) fn stored_attachments(&self) -> Vec<StoredAttachment> {
        let mut all: Vec<_> = self.attachments.iter().collect();
        all.sort_by_key(|(id, attachment)| (attachment.created_at, **id));
        all.into_iter()
            .map(|(id, attachment)| StoredAttachment {
                id: *id,
                filename: attachment.filename.clone(),
                content_type: attachment.content_type.clone(),
                size_bytes: attachment.size_bytes,
                status: attachment.status,
                sha256: attachment.sha256.clone(),
                download_url: self.download_url(*id, &attachment.filename),
            })
            .collect()
    }
}

pub(super) async fn list(State(shared): State<Arc<Shared>>) -> Json<Value> {
    Json(json!({ "attachments": shared.state().stored_attachments() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttachmentBody {
    filename: String,
    content_type: String,
    size_bytes: u64,
}

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    JsonBody(file): JsonBody<AttachmentBody>,
) -> (StatusCode, Json<Value>) {
    let id = shared
        .state()
        .add_attachment(&file.filename, &file.content_type, file.size_bytes);
    (StatusCode::CREATED, Json(json!({ "attachment_id": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusBody {
    status: FileStatus,
}

pub(super) async fn put_status(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(StatusBody { status }): JsonBody<StatusBody>,
) -> Result<StatusCode, ControlError> {
    shared.state().set_file_status(id_of(&id)?, status)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn expire(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.state().expire_upload(id_of(&id)?)?;
    Ok(StatusCode::NO_CONTENT)
}
