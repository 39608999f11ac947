//! What a test makes happen, beside what people do: files, time, lines.

use std::time::Duration;

use uuid::Uuid;

use crate::control::StoredAttachment;
use crate::emulator::Emulator;
use crate::world::ControlError;
use crate::world::attachment::FileStatus;

impl Emulator {
    /// Puts the clock behind every date forward, so that what holds for a time runs out: upload
    /// URLs (15 minutes), the editing of a message (15 minutes). Webhook signatures and rate limits
    /// keep to the real clock.
    pub fn advance_clock(&self, time: Duration) {
        self.world().advance_clock(time);
    }

    /// Stores a file as if it had been uploaded, and gives the id that messages may name. It is
    /// made of zeros.
    pub fn add_attachment(
        &self,
        filename: impl AsRef<str>,
        content_type: impl AsRef<str>,
        size_bytes: u64,
    ) -> Uuid {
        self.world()
            .add_attachment(filename.as_ref(), content_type.as_ref(), size_bytes)
    }

    /// Every attachment, the oldest first.
    #[must_use]
    pub fn attachments(&self) -> Vec<StoredAttachment> {
        self.world().stored_attachments()
    }

    /// Lets the upload URL of an attachment expire at once, instead of after 15 minutes.
    ///
    /// Fails when there is no such attachment.
    pub fn expire_upload(&self, attachment_id: Uuid) -> Result<(), ControlError> {
        self.world().expire_upload(attachment_id)
    }

    /// Says how far an attachment has come, whatever arrived.
    ///
    /// Fails when there is no such attachment.
    pub fn set_attachment_status(
        &self,
        attachment_id: Uuid,
        status: FileStatus,
    ) -> Result<(), ControlError> {
        self.world().set_file_status(attachment_id, status)
    }
}
