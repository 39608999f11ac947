//! Stored files, and their presigned URLs.

pub(crate) mod signature;

use std::io;
use std::path::PathBuf;
use std::sync::OnceLock;

use jiff::Timestamp;
use tempfile::{NamedTempFile, TempDir};
use url::Url;
use uuid::Uuid;

use crate::secret::Key;

/// The directory of the files, and the origin of their URLs. The directory is created with the first file and removed
/// when this is dropped.
#[derive(Debug)]
pub(crate) struct Store {
    origin: String,
    directory: OnceLock<TempDir>,
}

impl Store {
    pub(crate) fn new(origin: String) -> Self {
        Self {
            origin,
            directory: OnceLock::new(),
        }
    }

    /// Returns a URL with these path segments, escaped.
    fn url(&self, segments: &[&str]) -> Option<Url> {
        let mut url = Url::parse(&self.origin).ok()?;
        url.path_segments_mut().ok()?.clear().extend(segments);
        Some(url)
    }

    /// Returns the download URL of a file.
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

    /// Returns the attachment of a download URL of the emulator.
    pub(crate) fn attachment_at(&self, url: &str) -> Option<Uuid> {
        url.strip_prefix(&self.origin)?
            .strip_prefix("/attachments/partners/")?
            .split('/')
            .nth(1)?
            .parse()
            .ok()
    }

    /// Returns a temporary file for an upload, which is removed unless it is kept.
    pub(crate) fn receiving(&self) -> io::Result<NamedTempFile> {
        let directory = if let Some(directory) = self.directory.get() {
            directory
        } else {
            let new = tempfile::Builder::new()
                .prefix("linq-emulator-")
                .tempdir()?;
            // Another upload may have created it first.
            self.directory.get_or_init(|| new)
        };
        NamedTempFile::new_in(directory.path())
    }

    pub(crate) fn keep(&self, arrived: NamedTempFile, id: Uuid) -> io::Result<()> {
        let path = self.path_of(id).ok_or(io::ErrorKind::NotFound)?;
        arrived.persist(path)?;
        Ok(())
    }

    /// Returns the path of a file, or `None` before the first file was stored.
    pub(crate) fn path_of(&self, id: Uuid) -> Option<PathBuf> {
        let directory = self.directory.get()?;
        Some(directory.path().join(id.to_string()))
    }

    pub(crate) fn remove(&self, id: Uuid) {
        if let Some(path) = self.path_of(id) {
            // A pending attachment has no file.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The signed parameters of an upload URL.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UploadUrlParams<'a> {
    pub(crate) id: Uuid,
    pub(crate) filename: &'a str,
    pub(crate) content_type: &'a str,
    pub(crate) size_bytes: u64,
    pub(crate) expires_at: Timestamp,
}

impl Store {
    /// Returns a presigned URL for an upload.
    pub(crate) fn upload_url(&self, params: &UploadUrlParams<'_>, key: Key) -> String {
        let segments = ["uploads", &params.id.to_string(), params.filename];
        let Some(mut url) = self.url(&segments) else {
            return String::new();
        };
        let expires = params.expires_at.as_second().to_string();
        let signature = signature::sign(
            key,
            url.path(),
            &expires,
            params.content_type,
            &params.size_bytes.to_string(),
        );
        url.query_pairs_mut()
            .append_pair("X-Amz-SignedHeaders", "content-length;content-type;host")
            .append_pair(signature::EXPIRES, &expires)
            .append_pair(signature::SIGNATURE, &signature);
        url.into()
    }

    /// Returns a presigned URL of a line's vCard.
    pub(crate) fn vcard_url(&self, link: &VcardUrlParams<'_>, key: Key) -> String {
        let Some(mut url) = self.url(&["vcards", &format!("{}.vcf", link.number)]) else {
            return String::new();
        };
        let expires = link.expires_at.as_second().to_string();
        let without = link.exclude.join(",");
        let signature = signature::sign(key, url.path(), &expires, &without, link.kind);
        url.query_pairs_mut()
            .append_pair("without", &without)
            .append_pair("type", link.kind)
            .append_pair(signature::EXPIRES, &expires)
            .append_pair(signature::SIGNATURE, &signature);
        url.into()
    }
}

/// The signed parameters of a vCard URL.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VcardUrlParams<'a> {
    pub(crate) number: &'a str,
    /// Lines to leave out of the card.
    pub(crate) exclude: &'a [String],
    /// Kind of lines in the card; all if empty.
    pub(crate) kind: &'a str,
    pub(crate) expires_at: Timestamp,
}
