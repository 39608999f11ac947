# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..._native import Model

AttachmentStatus: TypeAlias = Literal["pending", "complete", "failed"] | str
"""How far an upload is.

A value that this version does not know is a `str` like any other.

- `"pending"`: The file has not arrived yet.
- `"complete"`: The file can be sent.
- `"failed"`: The file was not taken.
"""

SupportedContentType: TypeAlias = Literal[
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/heic",
    "image/heif",
    "image/tiff",
    "image/bmp",
    "image/svg+xml",
    "image/webp",
    "image/x-icon",
    "video/mp4",
    "video/quicktime",
    "video/mpeg",
    "video/mpeg2",
    "video/x-m4v",
    "video/x-msvideo",
    "video/3gpp",
    "audio/mpeg",
    "audio/mp3",
    "audio/x-m4a",
    "audio/mp4",
    "audio/x-caf",
    "audio/x-wav",
    "audio/x-aiff",
    "audio/aiff",
    "audio/aac",
    "audio/midi",
    "audio/amr",
    "application/pdf",
    "application/vnd.apple.pkpass",
    "text/plain",
    "text/markdown",
    "text/vcard",
    "text/rtf",
    "text/csv",
    "text/html",
    "text/calendar",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/x-iwork-pages-sffpages",
    "application/x-iwork-numbers-sffnumbers",
    "application/x-iwork-keynote-sffkey",
    "application/epub+zip",
    "text/xml",
    "application/json",
    "application/zip",
    "application/x-gzip",
] | str
"""What a file is, for the API to take it: a MIME type.

Any other can be given as text, for the server to judge; FLAC, Ogg and programs it is known to refuse.

A value that this version does not know is a `str` like any other.

- `"image/jpeg"`: JPEG.
- `"image/png"`: PNG.
- `"image/gif"`: GIF.
- `"image/heic"`: HEIC.
- `"image/heif"`: HEIF.
- `"image/tiff"`: TIFF; delivered as JPEG.
- `"image/bmp"`: BMP.
- `"image/svg+xml"`: SVG. One page lists it, another says that it is refused.
- `"image/webp"`: WebP. One page lists it, another says that it is refused.
- `"image/x-icon"`: An icon of Windows (ICO).
- `"video/mp4"`: MP4.
- `"video/quicktime"`: QuickTime (MOV).
- `"video/mpeg"`: MPEG.
- `"video/mpeg2"`: MPEG-2.
- `"video/x-m4v"`: M4V.
- `"video/x-msvideo"`: AVI.
- `"video/3gpp"`: 3GPP.
- `"audio/mpeg"`: MP3.
- `"audio/mp3"`: MP3 under a name that the API has deprecated; delivered as `audio/mpeg`.
- `"audio/x-m4a"`: M4A.
- `"audio/mp4"`: M4A under a name that the API has deprecated; delivered as `audio/x-m4a`.
- `"audio/x-caf"`: Apple's Core Audio Format; delivered as `audio/mp4`.
- `"audio/x-wav"`: WAV.
- `"audio/x-aiff"`: AIFF.
- `"audio/aiff"`: AIFF under a name that the API has deprecated; delivered as `audio/x-aiff`.
- `"audio/aac"`: AAC.
- `"audio/midi"`: MIDI.
- `"audio/amr"`: AMR.
- `"application/pdf"`: PDF.
- `"application/vnd.apple.pkpass"`: A pass for Apple Wallet.
- `"text/plain"`: Plain text.
- `"text/markdown"`: Markdown.
- `"text/vcard"`: A contact (vCard).
- `"text/rtf"`: RTF.
- `"text/csv"`: CSV.
- `"text/html"`: HTML.
- `"text/calendar"`: A calendar entry (iCalendar).
- `"application/msword"`: Word, before 2007.
- `"application/vnd.openxmlformats-officedocument.wordprocessingml.document"`: Word.
- `"application/vnd.ms-excel"`: Excel, before 2007.
- `"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"`: Excel.
- `"application/vnd.ms-powerpoint"`: PowerPoint, before 2007.
- `"application/vnd.openxmlformats-officedocument.presentationml.presentation"`: PowerPoint.
- `"application/x-iwork-pages-sffpages"`: Apple's Pages.
- `"application/x-iwork-numbers-sffnumbers"`: Apple's Numbers.
- `"application/x-iwork-keynote-sffkey"`: Apple's Keynote.
- `"application/epub+zip"`: EPUB.
- `"text/xml"`: XML.
- `"application/json"`: JSON.
- `"application/zip"`: ZIP.
- `"application/x-gzip"`: gzip.
"""


class AttachmentCreateResponse(Model):
    """Where to upload a file, and the attachment that it will be."""

    __slots__ = ()

    attachment_id: str
    """The attachment's identifier, for any number of messages once the file is uploaded."""

    download_url: str
    """Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours."""

    expires_at: datetime
    """When `upload_url` expires: after 15 minutes."""

    http_method: str
    """The method of the upload: `PUT`."""

    required_headers: dict[str, str]
    """The headers of the upload, which the signature covers: exactly these, besides `Content-Length`. The API key is
    none of them.
    """

    upload_url: str
    """Where to upload the file: its raw bytes, as many as were announced. A signed address on another host than the
    API's.
    """


class AttachmentRetrieveResponse(Model):
    """A file that was uploaded or received."""

    __slots__ = ()

    id: str
    """The attachment's identifier."""

    content_type: SupportedContentType
    """What it is."""

    created_at: datetime
    """When the upload was announced."""

    filename: str
    """Its file name."""

    size_bytes: int
    """Its size in bytes."""

    status: AttachmentStatus
    """Deprecated by the API, which will stop sending it: how far the upload is."""

    download_url: str | None
    """Where to download it. On the ephemeral tier a signed address that expires after 15 minutes."""
