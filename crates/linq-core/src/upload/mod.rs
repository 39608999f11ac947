//! Upload of attachments, in one call.
//!
//! ```no_run
//! # use linq_core::{Transport, Client, Error, upload::{Source, Uploaded, Uploads}};
//! # fn example<C>(linq: &Client<C>, clip: Vec<u8>) -> Result<(), Error>
//! # where C: Uploads + Transport<Output<Uploaded> = Result<Uploaded, Error>> {
//! let photo = linq.attachments().upload("photos/cake.jpg").send()?;
//! let clip = linq
//!     .attachments()
//!     .upload(Source::bytes("clip.mp4", clip))
//!     .on_progress(|sent, total| println!("{sent} of {total} bytes"))
//!     .send()?;
//! # Ok(())
//! # }
//! ```
//!
//! An upload has three steps: the attachment is created, the file is sent by `PUT` to the URL in the response,
//! and if that fails, the attachment is deleted. The URL is that of a storage, not of the API: requests to it have
//! only the headers that the response requires, without the API key and the headers of the client.
//!
//! [`Upload`] is the state machine of an upload, and performs no I/O; a transport is a loop around it.

mod call;
mod content_type;
mod length_check;
mod put_request;
mod sequence;
mod source;

pub use call::{PreparedUpload, UploadCall, UploadPlan, Uploads};
pub use length_check::{LengthCheck, check_complete};
pub use put_request::PutRequest;
pub use sequence::{Upload, UploadFailure, UploadOutcome, UploadStep};
pub use source::{NoReader, OneShot, Seekable, Source};

pub(crate) use put_request::MIN_THROUGHPUT;
pub(crate) use sequence::storage_failure;

use crate::{
    id::AttachmentId,
    model::{FileUrl, SupportedContentType},
};
use serde::{Deserialize, Serialize};

/// An uploaded file. Serialized, it has the whole download URL, with a signature that grants access to the file.
#[serde_with::skip_serializing_none]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Uploaded {
    /// Identifier of the attachment, usable in any number of messages.
    pub attachment_id: AttachmentId,
    /// Download URL. On the ephemeral tier, the file is deleted within 24 to 48 hours.
    pub download_url: Option<FileUrl>,
    /// File name.
    pub filename: String,
    /// Content type.
    pub content_type: SupportedContentType,
    /// Size in bytes.
    pub size_bytes: u64,
}

#[cfg(test)]
mod tests;
