# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class _BlockedHandleBlockParamsRequired(TypedDict):
    handle: str
    """Whom to block."""


class BlockedHandleBlockParams(_BlockedHandleBlockParamsRequired, total=False):
    """The keyword arguments of `client.blocked_handles.block`."""

    reason: str
    """Why: a note for yourself."""


class BlockedHandleUnblockParams(TypedDict):
    """The keyword arguments of `client.blocked_handles.unblock`."""

    handle: str
    """Whom to unblock."""
