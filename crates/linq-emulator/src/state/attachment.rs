//! Attachments.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::view::date;
use super::{ControlError, State};
use crate::store::UploadUrlParams;

/// Validity of an upload URL.
const UPLOAD_URL_TTL: SignedDuration = SignedDuration::from_mins(15);

#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub(crate) filename: String,
    pub(crate) content_type: String,
    pub(crate) size_bytes: u64,
    pub(crate) status: FileStatus,
    pub(crate) created_at: Timestamp,
    pub(crate) upload_expires_at: Timestamp,
    /// Hash of the bytes on disk; `None` before they are uploaded.
    pub(crate) sha256: Option<String>,
}

/// Status of an attachment.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FileStatus {
    /// Not uploaded yet.
    Pending,
    /// Uploaded; it can be sent.
    Complete,
    /// Uploaded, but unusable.
    Failed,
}

impl State {
    /// Adds an attachment that is to be uploaded.
    pub(crate) fn create_attachment(
        &mut self,
        filename: &str,
        content_type: &str,
        size_bytes: u64,
    ) -> Uuid {
        let now = self.now();
        let id = self.ids.uuid();
        let attachment = Attachment {
            filename: filename.to_owned(),
            content_type: content_type.to_owned(),
            size_bytes,
            status: FileStatus::Pending,
            created_at: now,
            upload_expires_at: now.saturating_add(UPLOAD_URL_TTL).unwrap_or(now),
            sha256: None,
        };
        self.attachments.insert(id, attachment);
        id
    }

    /// Adds an attachment as if it had been uploaded.
    pub(crate) fn add_attachment(
        &mut self,
        filename: &str,
        content_type: &str,
        size_bytes: u64,
    ) -> Uuid {
        let id = self.create_attachment(filename, content_type, size_bytes);
        if let Some(attachment) = self.attachments.get_mut(&id) {
            attachment.status = FileStatus::Complete;
        }
        id
    }

    pub(crate) fn remove_attachment(&mut self, id: Uuid) -> Option<Attachment> {
        let removed = self.attachments.remove(&id);
        self.store.remove(id);
        removed
    }

    pub(crate) fn download_url(&self, id: Uuid, filename: &str) -> String {
        self.store.download_url(self.partner_id, id, filename)
    }

    pub(crate) fn attachment_json(&self, id: Uuid, attachment: &Attachment) -> Value {
        json!({
            "id": id,
            "filename": attachment.filename,
            "content_type": attachment.content_type,
            "size_bytes": attachment.size_bytes,
            "status": attachment.status,
            "created_at": date(attachment.created_at),
            "download_url": self.download_url(id, &attachment.filename),
        })
    }

    /// Returns the response to the creation of an attachment.
    pub(crate) fn upload_json(&self, id: Uuid, attachment: &Attachment) -> Value {
        let params = UploadUrlParams {
            id,
            filename: &attachment.filename,
            content_type: &attachment.content_type,
            size_bytes: attachment.size_bytes,
            expires_at: attachment.upload_expires_at,
        };
        json!({
            "attachment_id": id,
            "http_method": "PUT",
            "upload_url": self.store.upload_url(&params, self.url_key),
            "required_headers": {
                "Content-Type": attachment.content_type,
                "Content-Length": attachment.size_bytes.to_string(),
            },
            "expires_at": date(attachment.upload_expires_at),
            "download_url": self.download_url(id, &attachment.filename),
        })
    }

    fn attachment_mut(&mut self, id: Uuid) -> Result<&mut Attachment, ControlError> {
        self.attachments
            .get_mut(&id)
            .ok_or_else(|| ControlError::NotFound(format!("unknown attachment {id}")))
    }

    /// Expires an attachment's upload URL.
    pub(crate) fn expire_upload(&mut self, id: Uuid) -> Result<(), ControlError> {
        let now = self.now();
        self.attachment_mut(id)?.upload_expires_at = now;
        Ok(())
    }

    /// Sets the status of an attachment.
    pub(crate) fn set_file_status(
        &mut self,
        id: Uuid,
        status: FileStatus,
    ) -> Result<(), ControlError> {
        self.attachment_mut(id)?.status = status;
        Ok(())
    }
}
