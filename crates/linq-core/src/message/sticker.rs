use super::extra::Extra;
use crate::{
    id::AttachmentId,
    model::{Redacted, Utf16Range},
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The image of a sticker inside a text.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StickerImage {
    /// The `download_url` of an upload; an image that Linq does not store yet has to be uploaded first.
    Url(String),
    /// An image uploaded ahead.
    Attachment(AttachmentId),
}

impl StickerImage {
    /// By the `download_url` of an upload.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self::Url(url.into())
    }

    /// By the identifier of an upload.
    #[must_use]
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self::Attachment(id.into())
    }
}

/// Without the query of the URL, which may hold a signature.
impl fmt::Debug for StickerImage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(url) => f.debug_tuple("Url").field(&Redacted(url)).finish(),
            Self::Attachment(id) => f.debug_tuple("Attachment").field(id).finish(),
        }
    }
}

schema! {
    /// A sticker in the line with the words, in place of some of them; from a URL or uploaded ahead, exactly
    /// one of the two.
    ///
    /// The words that it covers are hidden on iMessage. Over RCS and SMS they are sent in its place.
    #[serde_with::skip_serializing_none]
    #[derive(Clone, PartialEq, Serialize, Deserialize)]
    #[non_exhaustive]
    pub struct InlineSticker {
        /// The words that the sticker covers.
        pub range: Utf16Range,
        /// The `download_url` of an upload.
        pub url: Option<String>,
        /// An image uploaded ahead.
        pub attachment_id: Option<AttachmentId>,
        #[serde(flatten)]
        extra: Extra,
    }
}

impl InlineSticker {
    /// A sticker that covers `range`.
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

/// Without the query of the URL, which may hold a signature.
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
