# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime

from ..._native import Model


class BlockedHandleBlockResponse(Model):
    """The reply to blocking somebody."""

    __slots__ = ()

    blocked_handle: BlockedHandleEntry
    """The blocked handle; what was there before, if it was blocked already."""


class BlockedHandleEntry(Model):
    """A blocked handle."""

    __slots__ = ()

    blocked_at: datetime
    """When it was blocked."""

    handle: str
    """A phone number (E.164), an e-mail address in lower case, a short code or a sender's name."""

    reason: str | None
    """The note that was left when it was blocked."""


class BlockedHandleListResponse(Model):
    """Whom you have blocked."""

    __slots__ = ()

    blocked_handles: list[BlockedHandleEntry]
    """All blocked handles, the newest first."""
