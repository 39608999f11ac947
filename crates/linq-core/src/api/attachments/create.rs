use super::Attachments;
use crate::{
    call::Call,
    error::{IntoField, InvalidArgument},
    model::{AttachmentCreateResponse, SupportedContentType},
};

endpoint! {
    /// Announces a file, and gives the URL to upload it to within 15 minutes.
    ///
    /// A file of up to 10 MB need not be uploaded ahead: a media part also takes a public URL. Uploaded
    /// ahead, it can be in any number of messages without being fetched for each.
    ///
    /// See <https://docs.linqapp.com/api/resources/attachments/methods/create/>.
    pub struct CreateAttachment = POST "/v3/attachments" -> AttachmentCreateResponse;
    name: "attachments.create",
    idempotency: NotIdempotent,
    check: Self::rules,
    body {
        /// What the file is.
        content_type: SupportedContentType,
        /// The file's name.
        filename: String,
        /// The file's size in bytes, at most 100 MB.
        size_bytes: u64,
    }
}

impl CreateAttachment {
    /// The largest file, in bytes. The documentation says "100 MB"; what lies between that and 100 MiB
    /// is left to the server.
    pub const MAX_SIZE_BYTES: u64 = 100 << 20;

    fn rules(&self) -> Result<(), InvalidArgument> {
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
    /// Announces a file, and gives the URL to upload it to within 15 minutes.
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
