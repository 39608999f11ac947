use crate::{id::AttachmentId, model::FileUrl};

/// A sound to send as a voice memo: MP3, M4A, AAC, CAF, WAV, AIFF or AMR.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutgoingVoiceMemo {
    /// From an `https` URL that needs no login.
    Url(FileUrl),
    /// A file uploaded ahead.
    Attachment(AttachmentId),
}

impl OutgoingVoiceMemo {
    /// From an `https` URL that needs no login.
    #[must_use]
    pub fn url(url: impl Into<FileUrl>) -> Self {
        Self::Url(url.into())
    }

    /// A file uploaded ahead.
    #[must_use]
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self::Attachment(id.into())
    }
}

impl From<AttachmentId> for OutgoingVoiceMemo {
    fn from(id: AttachmentId) -> Self {
        Self::Attachment(id)
    }
}
