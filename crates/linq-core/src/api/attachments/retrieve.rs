use super::Attachments;
use crate::{call::Call, id::AttachmentId, model::AttachmentRetrieveResponse};

endpoint! {
    /// Returns an attachment with its download URL.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/retrieve/>.
    pub struct RetrieveAttachment = GET "/v3/attachments/{attachment_id}" -> AttachmentRetrieveResponse;
    name: "attachments.retrieve",
    idempotency: ReadOnly,
    path {
        /// Identifier of the attachment.
        attachment_id: AttachmentId,
    }
}

impl<'c, C> Attachments<'c, C> {
    /// Returns an attachment with its download URL. See [`RetrieveAttachment`].
    pub fn retrieve(&self, attachment: impl Into<AttachmentId>) -> Call<'c, C, RetrieveAttachment> {
        Call::new(
            self.transport,
            Ok(RetrieveAttachment::new(attachment.into())),
        )
    }
}
