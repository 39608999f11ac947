//! Download of attachments, in one call.
//!
//! ```no_run
//! # use linq_core::{Transport, Client, Error, download::{Downloads, InMemory, ToFile}, model::MediaPart};
//! # fn example<C>(linq: &Client<C>, photo: &MediaPart) -> Result<(), Error>
//! # where C: Downloads<InMemory> + Downloads<ToFile>
//! #     + Transport<Output<bytes::Bytes> = Result<bytes::Bytes, Error>, Output<u64> = Result<u64, Error>> {
//! let bytes = linq.attachments().download(photo).max_bytes(10 << 20).send()?;
//! let size = linq
//!     .attachments()
//!     .download("550e8400-e29b-41d4-a716-446655440000")
//!     .on_progress(|received, total| println!("{received} of {total:?} bytes"))
//!     .to_file("photos/cake.jpg")
//!     .send()?;
//! # Ok(())
//! # }
//! ```
//!
//! A file is requested from a storage, not from the API: these requests never have the API key, the headers of the
//! client, or cookies, also after a redirect. Redirects are followed, at most [`Download::MAX_REDIRECTS`] of them, and
//! not to an unencrypted URL.
//!
//! [`Download`] is the state machine of a download, and performs no I/O; a transport is a loop around it.

mod body_check;
mod call;
mod get_request;
mod sequence;
mod source;
mod target;

pub use body_check::{BodyCheck, BodyUse};
pub use call::{DownloadCall, DownloadPlan, Downloads, PreparedDownload};
pub use get_request::GetRequest;
pub use sequence::{Download, DownloadFailure, DownloadOutcome, DownloadStep};
pub use source::DownloadSource;
pub use target::{DownloadTarget, InMemory, ToFile, ToWriter, partial_path};

#[cfg(test)]
mod tests;
