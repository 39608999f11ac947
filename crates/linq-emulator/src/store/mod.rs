//! Where files lie, and the presigned URLs that lead there.

pub(crate) mod signature;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::Timestamp;
use reqwest::Url;
use tempfile::{NamedTempFile, TempDir};
use uuid::Uuid;

use crate::secret::Key;

/// The directory of the files, and the address they are reached at. The directory comes with the
/// first file and goes when this is dropped: an emulator that is killed mostly leaves none behind.
#[derive(Debug)]
pub(crate) struct Store {
    origin: String,
    directory: OnceLock<TempDir>,
}

impl Store {
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self {
            origin: format!("http://{address}"),
            directory: OnceLock::new(),
        }
    }

    /// An absolute URL with these path segments, escaped.
    fn url(&self, segments: &[&str]) -> Option<Url> {
        let mut url = Url::parse(&self.origin).ok()?;
        url.path_segments_mut().ok()?.clear().extend(segments);
        Some(url)
    }

    /// Where a file can be fetched from for as long as it exists.
    pub(crate) fn download_url(&self, partner: Uuid, id: Uuid, filename: &str) -> String {
        let segments = [
            "attachments",
            "partners",
            &partner.to_string(),
            &id.to_string(),
            filename,
        ];
        self.url(&segments).map_or_else(String::new, Url::into)
    }

    /// The attachment that one of our download URLs leads to.
    pub(crate) fn attachment_at(&self, url: &str) -> Option<Uuid> {
        url.strip_prefix(&self.origin)?
            .strip_prefix("/attachments/partners/")?
            .split('/')
            .nth(1)?
            .parse()
            .ok()
    }

    /// A place for a file that is still arriving; it goes again unless it is kept.
    pub(crate) fn receiving(&self) -> io::Result<NamedTempFile> {
        let directory = if let Some(directory) = self.directory.get() {
            directory
        } else {
            let new = tempfile::Builder::new()
                .prefix("linq-emulator-")
                .tempdir()?;
            // Another upload may have been first; then its directory is the one.
            self.directory.get_or_init(|| new)
        };
        NamedTempFile::new_in(directory.path())
    }

    pub(crate) fn keep(&self, arrived: NamedTempFile, id: Uuid) -> io::Result<()> {
        let place = self.place_of(id).ok_or(io::ErrorKind::NotFound)?;
        arrived.persist(place)?;
        Ok(())
    }

    /// Where a file lies; nowhere as long as none was ever stored.
    pub(crate) fn place_of(&self, id: Uuid) -> Option<PathBuf> {
        let directory = self.directory.get()?;
        Some(directory.path().join(id.to_string()))
    }

    pub(crate) fn remove(&self, id: Uuid) {
        if let Some(place) = self.place_of(id) {
            // Nothing was stored for one that is still pending.
            let _ = std::fs::remove_file(place);
        }
    }
}

/// What an upload URL was signed for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grant<'a> {
    pub(crate) id: Uuid,
    pub(crate) filename: &'a str,
    pub(crate) content_type: &'a str,
    pub(crate) size_bytes: u64,
    pub(crate) expires_at: Timestamp,
}

impl Store {
    /// Where the file may be put until the grant expires, signed with `key`.
    pub(crate) fn upload_url(&self, grant: &Grant<'_>, key: Key) -> String {
        let segments = ["uploads", &grant.id.to_string(), grant.filename];
        let Some(mut url) = self.url(&segments) else {
            return String::new();
        };
        let expires = grant.expires_at.as_second().to_string();
        let signature = signature::of(
            key,
            url.path(),
            &expires,
            grant.content_type,
            &grant.size_bytes.to_string(),
        );
        url.query_pairs_mut()
            .append_pair("X-Amz-SignedHeaders", "content-length;content-type;host")
            .append_pair(signature::EXPIRES, &expires)
            .append_pair(signature::SIGNATURE, &signature);
        url.into()
    }

    /// A link to a line's vCard until `expires_at`, signed with `key`.
    pub(crate) fn vcard_url(&self, link: &VcardLink<'_>, key: Key) -> String {
        let Some(mut url) = self.url(&["vcards", &format!("{}.vcf", link.number)]) else {
            return String::new();
        };
        let expires = link.expires_at.as_second().to_string();
        let without = link.exclude.join(",");
        let signature = signature::of(key, url.path(), &expires, &without, link.kind);
        url.query_pairs_mut()
            .append_pair("without", &without)
            .append_pair("type", link.kind)
            .append_pair(signature::EXPIRES, &expires)
            .append_pair(signature::SIGNATURE, &signature);
        url.into()
    }
}

/// What a link to a vCard was signed for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VcardLink<'a> {
    pub(crate) number: &'a str,
    /// Lines that are not in the card.
    pub(crate) exclude: &'a [String],
    /// The only kind of line in the card, or empty.
    pub(crate) kind: &'a str,
    pub(crate) expires_at: Timestamp,
}
