use super::{FileUrl, SupportedContentType};
use crate::{Timestamp, id::AttachmentId};
use std::collections::BTreeMap;

model! {
    /// Where to upload a file, and the attachment that it will be.
    pub struct AttachmentCreateResponse {
        /// The attachment's identifier, for any number of messages once the file is uploaded.
        pub attachment_id: AttachmentId = identity,
        /// Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours.
        pub download_url: Option<FileUrl> = always,
        /// When `upload_url` expires: after 15 minutes.
        pub expires_at: Option<Timestamp> = always,
        /// The method of the upload: `PUT`.
        pub http_method: Option<String> = always,
        /// The headers of the upload, which the signature covers: exactly these, besides
        /// `Content-Length`. The API key is none of them.
        pub required_headers: BTreeMap<String, String> = always,
        /// Where to upload the file: its raw bytes, as many as were announced. A signed address on
        /// another host than the API's.
        pub upload_url: Option<FileUrl> = always,
    }

    /// A file that was uploaded or received.
    pub struct AttachmentRetrieveResponse {
        /// The attachment's identifier.
        pub id: AttachmentId = identity,
        /// What it is.
        pub content_type: Option<SupportedContentType> = always,
        /// When the upload was announced.
        pub created_at: Option<Timestamp> = always,
        /// Its file name.
        pub filename: Option<String> = always,
        /// Its size in bytes.
        pub size_bytes: Option<u64> = always,
        /// Deprecated by the API, which will stop sending it: how far the upload is.
        pub status: Option<AttachmentStatus> = always,
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
