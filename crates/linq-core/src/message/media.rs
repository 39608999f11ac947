use super::extra::Extra;
use crate::{id::AttachmentId, model::Redacted};
use serde::{Deserialize, Serialize};
use std::fmt;

schema! {
    /// An image, video, audio or other file, from a URL or an uploaded attachment: exactly one of the two.
    ///
    /// A message can contain at most 40 media parts by public URL; attachments count only towards its 100
    /// parts.
    #[serde_with::skip_serializing_none]
    #[derive(Clone, PartialEq, Serialize, Deserialize)]
    #[non_exhaustive]
    pub struct Media {
        /// Public `https://` URL that the server downloads the file from, at most 10 MB.
        pub url: Option<String>,
        /// Identifier of an uploaded attachment, at most 100 MB. It is not downloaded again for every message.
        pub attachment_id: Option<AttachmentId>,
        /// True to send an image as a sticker: without a bubble and background, and movable onto other messages
        /// (iMessage only; over RCS and SMS it is sent as a photo).
        pub sticker: Option<bool>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl Media {
    /// Creates a media part from an `https://` URL that the server downloads, at most 10 MB.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            attachment_id: None,
            sticker: None,
            extra: Extra::default(),
        }
    }

    /// Creates a media part from an uploaded attachment, at most 100 MB.
    #[must_use]
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self {
            url: None,
            attachment_id: Some(id.into()),
            sticker: None,
            extra: Extra::default(),
        }
    }

    /// Sets whether an image is sent as a sticker instead of a photo (iMessage only).
    #[must_use]
    pub fn sticker(mut self, sticker: bool) -> Self {
        self.sticker = Some(sticker);
        self
    }
}

/// Omits the query of the URL, which may contain a signature.
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
