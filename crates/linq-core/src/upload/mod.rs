//! A file, in one call, to where messages can carry it.
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
//! Behind it are three steps: the file is announced, its bytes are put where the reply says, and if
//! they cannot be put there after all, what was announced is deleted again. The place is not the
//! API's, so it is told nothing but what the reply says it must be told: no API key, and none of the
//! client's own headers.
//!
//! [`Upload`] takes all the decisions and moves no bytes; a transport is a loop around it.

mod call;
mod content_type;
mod meter;
mod put;
mod sequence;
mod source;

pub use call::{PreparedUpload, UploadCall, UploadPlan, Uploads};
pub use meter::{Meter, check_complete};
pub use put::Put;
pub use sequence::{Upload, UploadFailure, UploadOutcome, UploadStep};
pub use source::{NoReader, Once, Seekable, Source};

use crate::{
    id::AttachmentId,
    model::{FileUrl, SupportedContentType},
};

/// A file that messages can carry now.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uploaded {
    /// The attachment, for any number of messages.
    pub attachment_id: AttachmentId,
    /// Where the file can be downloaded. On the ephemeral tier it goes away within 24 to 48 hours.
    pub download_url: Option<FileUrl>,
    /// Its name.
    pub filename: String,
    /// What it was announced as.
    pub content_type: SupportedContentType,
    /// How many bytes it has.
    pub size_bytes: u64,
}

#[cfg(test)]
mod tests;
