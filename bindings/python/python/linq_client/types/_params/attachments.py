# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict

from .._models.attachments import SupportedContentType


class AttachmentCreateParams(TypedDict):
    """The keyword arguments of `client.attachments.create`."""

    content_type: SupportedContentType
    """What the file is."""

    filename: str
    """The file's name."""

    size_bytes: int
    """The file's size in bytes, at most 100 MB."""
