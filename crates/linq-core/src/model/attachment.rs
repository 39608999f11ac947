use super::{FileUrl, SupportedContentType};
use crate::{Timestamp, id::AttachmentId};
use std::collections::BTreeMap;

model! {
    /// Where to upload a file, and the attachment that it will be.
    pub struct AttachmentCreateResponse {
        /// The attachment's identifier, for any number of messages once the file is uploaded.
        pub attachment_id: AttachmentId,
        /// Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours.
        pub download_url: FileUrl,
        /// When `upload_url` expires: after 15 minutes.
        pub expires_at: Timestamp,
        /// The method of the upload: `PUT`.
        pub http_method: String,
        /// The headers of the upload, which the signature covers: exactly these, besides
        /// `Content-Length`. The API key is none of them.
        pub required_headers: BTreeMap<String, String>,
        /// Where to upload the file: its raw bytes, as many as were announced. A signed address on
        /// another host than the API's.
        pub upload_url: FileUrl,
    }

    /// A file that was uploaded or received.
    pub struct AttachmentRetrieveResponse {
        /// The attachment's identifier.
        pub id: AttachmentId,
        /// What it is.
        pub content_type: SupportedContentType,
        /// When the upload was announced.
        pub created_at: Timestamp,
        /// Its file name.
        pub filename: String,
        /// Its size in bytes.
        pub size_bytes: u64,
        /// Deprecated by the API, which will stop sending it: how far the upload is.
        pub status: Option<AttachmentStatus>,
        /// Where to download it. On the ephemeral tier a signed address that expires after 15 minutes.
        pub download_url: Option<FileUrl>,
    }
}

open_enum! {
    /// How far an upload is.
    pub enum AttachmentStatus {
        /// The file has not arrived yet.
        Pending = "pending",
        /// The file can be sent.
        Complete = "complete",
        /// The file was not taken.
        Failed = "failed",
    }
}
