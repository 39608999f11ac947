use super::extra::Extra;
use crate::{id::AttachmentId, model::Redacted};
use serde::{Deserialize, Serialize};
use std::fmt;

schema! {
    /// An image, a video, a sound or any other file, from a URL or uploaded ahead; exactly one of the two.
    ///
    /// Of the media given by public URL a message takes at most 40; those uploaded ahead count only towards
    /// its 100 parts.
    #[serde_with::skip_serializing_none]
    #[derive(Clone, PartialEq, Serialize, Deserialize)]
    #[non_exhaustive]
    pub struct Media {
        /// Where the server downloads the file, at most 10 MB: an `https://` URL that needs no login.
        pub url: Option<String>,
        /// A file uploaded ahead, at most 100 MB. Spares the download on every send.
        pub attachment_id: Option<AttachmentId>,
        /// Whether an image goes as a sticker: without a bubble, its background cut away, free to be moved
        /// onto other messages (iMessage only; over RCS and SMS it stays a photo).
        pub sticker: Option<bool>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl Media {
    /// A file that the server downloads from an `https://` URL, at most 10 MB.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            attachment_id: None,
            sticker: None,
            extra: Extra::default(),
        }
    }

    /// A file that was uploaded ahead, at most 100 MB.
    #[must_use]
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self {
            url: None,
            attachment_id: Some(id.into()),
            sticker: None,
            extra: Extra::default(),
        }
    }

    /// Whether an image goes as a sticker instead of a photo (iMessage only).
    #[must_use]
    pub fn sticker(mut self, sticker: bool) -> Self {
        self.sticker = Some(sticker);
        self
    }
}

/// Without the query of the URL, which may hold a signature.
impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Media")
            .field("url", &self.url.as_deref().map(Redacted))
            .field("attachment_id", &self.attachment_id)
            .field("sticker", &self.sticker)
            .field("extra", &self.extra)
            .finish()
    }
}
