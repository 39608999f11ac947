use super::Attachments;
use crate::{call::Call, id::AttachmentId, model::AttachmentRetrieveResponse};

endpoint! {
    /// Gives what is known of a file, and where to download it.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/retrieve/>.
    pub struct RetrieveAttachment = GET "/v3/attachments/{attachment_id}" -> AttachmentRetrieveResponse;
    name: "attachments.retrieve",
    idempotency: ReadOnly,
    path {
        /// The attachment.
        attachment_id: AttachmentId,
    }
}

impl<'c, C> Attachments<'c, C> {
    /// Gives what is known of a file, and where to download it. See [`RetrieveAttachment`].
    pub fn retrieve(&self, attachment: impl Into<AttachmentId>) -> Call<'c, C, RetrieveAttachment> {
        Call::new(
            self.transport,
            Ok(RetrieveAttachment::new(attachment.into())),
        )
    }
}
