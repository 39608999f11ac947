use super::Attachments;
use crate::{call::Call, id::AttachmentId};

endpoint! {
    /// Deletes an attachment permanently. No event is sent for it.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/delete/>.
    pub struct DeleteAttachment = DELETE "/v3/attachments/{attachment_id}";
    name: "attachments.delete",
    idempotency: Convergent,
    path {
        /// Identifier of the attachment.
        attachment_id: AttachmentId,
    }
}

impl<'c, C> Attachments<'c, C> {
    /// Deletes an attachment permanently. See [`DeleteAttachment`].
    pub fn delete(&self, attachment: impl Into<AttachmentId>) -> Call<'c, C, DeleteAttachment> {
        Call::new(self.transport, Ok(DeleteAttachment::new(attachment.into())))
    }
}
