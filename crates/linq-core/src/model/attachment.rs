use super::{FileUrl, SupportedContentType};
use crate::{Timestamp, id::AttachmentId};
use std::collections::BTreeMap;

model! {
    /// A created attachment, with the URL to upload its file to.
    pub struct AttachmentCreateResponse {
        /// Identifier of the attachment, usable in any number of messages once the file is uploaded.
        pub attachment_id: AttachmentId = identity,
        /// URL of the file once it is uploaded. On the ephemeral tier, the file is deleted within 24 to 48 hours.
        pub download_url: Option<FileUrl> = always,
        /// Time at which `upload_url` expires, 15 minutes after its creation.
        pub expires_at: Option<Timestamp> = always,
        /// HTTP method of the upload: `PUT`.
        pub http_method: Option<String> = always,
        /// Headers of the upload, covered by the signature: send exactly these, besides `Content-Length`. The
        /// API key is not one of them.
        pub required_headers: BTreeMap<String, String> = always,
        /// Signed URL to upload the raw bytes of the file to, exactly `size_bytes` of them. Its host is not the
        /// API's.
        pub upload_url: Option<FileUrl> = always,
    }

    /// An uploaded or received file.
    pub struct AttachmentRetrieveResponse {
        /// Identifier of the attachment.
        pub id: AttachmentId = identity,
        /// Content type.
        pub content_type: Option<SupportedContentType> = always,
        /// Time at which the attachment was created.
        pub created_at: Option<Timestamp> = always,
        /// File name.
        pub filename: Option<String> = always,
        /// Size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Upload status. Deprecated by the API, which will stop sending it.
        pub status: Option<AttachmentStatus> = always,
        /// Download URL. On the ephemeral tier, a signed URL that expires after 15 minutes.
        pub download_url: Option<FileUrl>,
    }
}

open_enum! {
    /// Status of an upload.
    pub enum AttachmentStatus {
        /// The file has not been received yet.
        Pending = "pending",
        /// The file can be sent in messages.
        Complete = "complete",
        /// The upload failed.
        Failed = "failed",
    }
}
