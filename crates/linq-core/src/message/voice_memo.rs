use crate::{id::AttachmentId, model::FileUrl};

/// An audio file to send as a voice memo: MP3, M4A, AAC, CAF, WAV, AIFF or AMR.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OutgoingVoiceMemo {
    /// A public `https` URL.
    Url(FileUrl),
    /// An uploaded attachment.
    Attachment(AttachmentId),
}

impl OutgoingVoiceMemo {
    /// Creates a voice memo from a public `https` URL.
    #[must_use]
    pub fn url(url: impl Into<FileUrl>) -> Self {
        Self::Url(url.into())
    }

    /// Creates a voice memo from an uploaded attachment.
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
