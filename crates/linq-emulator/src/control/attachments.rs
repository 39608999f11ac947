//! Files, their uploads and what became of them.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::answers::{JsonBody, id_of};
use crate::shared::Shared;
use crate::world::attachment::FileStatus;
use crate::world::{ControlError, World};

/// A file that messages may name.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct StoredAttachment {
    /// The attachment's id.
    pub id: Uuid,
    /// The name it was announced with.
    pub filename: String,
    /// The media type it was announced with.
    pub content_type: String,
    /// The size it was announced with, which its bytes have.
    pub size_bytes: u64,
    /// How far it has come.
    pub status: FileStatus,
    /// The SHA-256 of its bytes in hexadecimal; none while there are none.
    pub sha256: Option<String>,
    /// Where its bytes can be fetched.
    pub download_url: String,
}

impl World {
    /// All attachments, the oldest first.
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
    Json(json!({ "attachments": shared.world().stored_attachments() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    filename: String,
    content_type: String,
    size_bytes: u64,
}

pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    JsonBody(file): JsonBody<File>,
) -> (StatusCode, Json<Value>) {
    let id = shared
        .world()
        .add_attachment(&file.filename, &file.content_type, file.size_bytes);
    (StatusCode::CREATED, Json(json!({ "attachment_id": id })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Progress {
    status: FileStatus,
}

pub(super) async fn put_status(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    JsonBody(Progress { status }): JsonBody<Progress>,
) -> Result<StatusCode, ControlError> {
    shared.world().set_file_status(id_of(&id)?, status)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn expire(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
) -> Result<StatusCode, ControlError> {
    shared.world().expire_upload(id_of(&id)?)?;
    Ok(StatusCode::NO_CONTENT)
}
