# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model
from .shared import ChatHandle, SentMessage, ServiceType

AddOrRemove: TypeAlias = Literal["add", "remove"] | str
"""Whether to give something, a reaction or a vote, or to take it back.

A value that this version does not know is a `str` like any other.

- `"add"`: Give it.
- `"remove"`: Take it back.
"""

FromSelectionReason: TypeAlias = Literal["reused_active_chat", "new_best_number", "failover_flagged"] | str
"""Why a line was chosen to send a message.

A value that this version does not know is a `str` like any other.

- `"reused_active_chat"`: The recipients have a chat on it, and it can send.
- `"new_best_number"`: The recipients have no chat yet, and it is the best one.
- `"failover_flagged"`: The recipients' chats are on lines that cannot send, so a new one was started on it.
"""

SortOrder: TypeAlias = Literal["asc", "desc"] | str
"""Which items of a list come first.

A value that this version does not know is a `str` like any other.

- `"asc"`: The oldest.
- `"desc"`: The newest.
"""


class FromSelection(Model):
    """Why a line was chosen."""

    __slots__ = ()

    reason: FromSelectionReason
    """The reason."""

    reused_existing_chat: bool
    """Whether a chat that was there before is used."""


class MessageCreateResponse(Model):
    """The reply to sending a message without naming the line: which line and chat were chosen, and why."""

    __slots__ = ()

    chat_id: str
    """The chat that the message went to."""

    created_new_chat: bool
    """Whether the chat is new."""

    from_: str
    """The line that sent it, E.164."""

    from_selection: FromSelection
    """Why that line was chosen."""

    handles: list[ChatHandle]
    """Everybody in the chat."""

    is_group: bool
    """Whether it is a group."""

    message: SentMessage
    """The message as it was taken on."""

    service: ServiceType
    """The chat's service."""

    previous_chat_id: str | None
    """The chat that was given up because its line is flagged; only on `"failover_flagged"`."""


class MessageUpdateStickerPlacementResponse(Model):
    """The reply to moving a sticker."""

    __slots__ = ()

    status: str | None
    """What became of the request, in a word."""

    success: bool | None
    """Whether it was accepted."""

    trace_id: str | None
    """Ties the request to the events that follow from it."""
