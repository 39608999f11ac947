use crate::{
    id::AttachmentId,
    model::{AttachmentRetrieveResponse, FileUrl, MediaPart},
    upload::Uploaded,
};

/// The source of a download: an attachment, a URL, or both.
///
/// A text with `://` is a URL, any other text the identifier of an attachment. With a URL and an attachment, as from a
/// part of a message, the URL is requested, and renewed from the attachment if it has expired.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DownloadSource {
    pub(super) attachment: Option<AttachmentId>,
    pub(super) url: Option<FileUrl>,
}

impl DownloadSource {
    /// Creates a source from an attachment, whose URL is retrieved from the API.
    pub fn attachment(id: impl Into<AttachmentId>) -> Self {
        Self {
            attachment: Some(id.into()),
            url: None,
        }
    }

    /// Creates a source from the URL of a file.
    pub fn url(url: impl Into<FileUrl>) -> Self {
        Self {
            attachment: None,
            url: Some(url.into()),
        }
    }

    /// Sets the attachment from which the URL is renewed if it has expired.
    #[must_use]
    pub fn renewed_from(mut self, id: impl Into<AttachmentId>) -> Self {
        self.attachment = Some(id.into());
        self
    }
}

impl From<&str> for DownloadSource {
    fn from(text: &str) -> Self {
        if text.contains("://") {
            Self::url(text)
        } else {
            Self::attachment(text)
        }
    }
}

impl From<String> for DownloadSource {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for DownloadSource {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<AttachmentId> for DownloadSource {
    fn from(id: AttachmentId) -> Self {
        Self::attachment(id)
    }
}

impl From<&AttachmentId> for DownloadSource {
    fn from(id: &AttachmentId) -> Self {
        Self::attachment(id)
    }
}

impl From<FileUrl> for DownloadSource {
    fn from(url: FileUrl) -> Self {
        Self::url(url)
    }
}

impl From<&FileUrl> for DownloadSource {
    fn from(url: &FileUrl) -> Self {
        Self::url(url.clone())
    }
}

impl From<&MediaPart> for DownloadSource {
    fn from(part: &MediaPart) -> Self {
        Self {
            attachment: part.id.clone(),
            url: part.url.clone(),
        }
    }
}

impl From<&AttachmentRetrieveResponse> for DownloadSource {
    fn from(attachment: &AttachmentRetrieveResponse) -> Self {
        Self {
            attachment: Some(attachment.id.clone()),
            url: attachment.download_url.clone(),
        }
    }
}

impl From<&Uploaded> for DownloadSource {
    fn from(uploaded: &Uploaded) -> Self {
        Self {
            attachment: Some(uploaded.attachment_id.clone()),
            url: uploaded.download_url.clone(),
        }
    }
}
