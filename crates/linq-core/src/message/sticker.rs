use super::extra::Extra;
use crate::{
    id::AttachmentId,
    model::{Redacted, Utf16Range},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The image of an inline sticker.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StickerImage {
    /// The `download_url` of an uploaded attachment; other images have to be uploaded first.
    Url(String),
    /// Identifier of an uploaded attachment.
    Attachment(AttachmentId),
}

impl StickerImage {
    /// Creates an image from the `download_url` of an uploaded attachment.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::Url(url.into())
    }

    /// Creates an image from the identifier of an uploaded attachment.
    #[must_use]
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self::Attachment(id.into())
    }
}

/// Omits the query of the URL, which may contain a signature.
impl fmt::Debug for StickerImage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(url) => f.debug_tuple("Url").field(&Redacted(url)).finish(),
            Self::Attachment(id) => f.debug_tuple("Attachment").field(id).finish(),
        }
    }
}

schema! {
    /// A sticker in place of a range of a text, from a URL or an uploaded attachment: exactly one of the two.
    ///
    /// iMessage shows the sticker instead of the text of the range; RCS and SMS show the text.
    #[serde_with::skip_serializing_none]
    #[derive(Clone, PartialEq, Serialize, Deserialize)]
    #[non_exhaustive]
    pub struct InlineSticker {
        /// Range of the text that the sticker replaces.
        pub range: Utf16Range,
        /// `download_url` of an uploaded attachment.
        pub url: Option<String>,
        /// Identifier of an uploaded attachment.
        pub attachment_id: Option<AttachmentId>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl InlineSticker {
    /// Creates a sticker that replaces `range`.
    #[must_use]
    pub fn new(range: impl Into<Utf16Range>, image: StickerImage) -> Self {
        let (url, attachment_id) = match image {
            StickerImage::Url(url) => (Some(url), None),
            StickerImage::Attachment(id) => (None, Some(id)),
        };
        Self {
            range: range.into(),
            url,
            attachment_id,
            extra: Extra::default(),
        }
    }
}

/// Omits the query of the URL, which may contain a signature.
impl fmt::Debug for InlineSticker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InlineSticker")
            .field("range", &self.range)
            .field("url", &self.url.as_deref().map(Redacted))
            .field("attachment_id", &self.attachment_id)
            .field("extra", &self.extra)
            .finish()
    }
}
