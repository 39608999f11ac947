use super::Attachments;
use crate::{
    call::Call,
    error::{IntoField, InvalidArgument},
    model::{AttachmentCreateResponse, SupportedContentType},
};

endpoint! {
    /// Creates an attachment, and returns the URL to upload its file to within 15 minutes.
    ///
    /// A file of up to 10 MB can also be sent without an upload, by its public URL in a media part. An
    /// uploaded file can be sent in any number of messages without being downloaded for each.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/create/>.
    pub struct CreateAttachment = POST "/v3/attachments" -> AttachmentCreateResponse;
    name: "attachments.create",
    idempotency: NotIdempotent,
    check: Self::validate,
    body {
        /// Content type of the file.
        content_type: SupportedContentType,
        /// Name of the file.
        filename: String,
        /// Size of the file in bytes, at most 100 MB.
        size_bytes: u64,
    }
}

impl CreateAttachment {
    /// Maximum size of a file: 100 MiB. The documented limit is "100 MB"; sizes between that and 100 MiB are
    /// left to the server.
    pub const MAX_SIZE_BYTES: u64 = 100 << 20;

    fn validate(&self) -> Result<(), InvalidArgument> {
        match self.size_bytes {
            0 => Err(InvalidArgument::new("size_bytes", "the file is empty")),
            1..=Self::MAX_SIZE_BYTES => Ok(()),
            bytes => Err(InvalidArgument::new(
                "size_bytes",
                format!("too large: {bytes} bytes, at most 100 MB"),
            )),
        }
    }
}

impl<'c, C> Attachments<'c, C> {
    /// Creates an attachment, and returns the URL to upload its file to within 15 minutes.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// linq.attachments().create("cake.jpg", "image/jpeg", 1_024_000).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`CreateAttachment`].
    pub fn create(
        &self,
        filename: impl Into<String>,
        content_type: impl Into<SupportedContentType>,
        size_bytes: impl IntoField<u64>,
    ) -> Call<'c, C, CreateAttachment> {
        let size_bytes = size_bytes.into_field("size_bytes");
        Call::new(
            self.transport,
            size_bytes
                .map(|size| CreateAttachment::new(content_type.into(), filename.into(), size)),
        )
    }
}
