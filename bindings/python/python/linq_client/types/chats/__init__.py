# Written by `cargo xtask bindings`: change what it is written from.
"""Types of `client.chats` and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._models.chats import (
        GetChatLocationResponse,
        LocationRequestResponse,
        LocationRequestResponse as StopChatLocationSharingResponse,
    )
    from .._models.shared import (
        MessageSendResponse,
        OperationAccepted as ParticipantAddResponse,
        OperationAccepted as ParticipantRemoveResponse,
        Poll,
        PollEnvelope,
        SentMessage,
    )
    from .._params.chats import (
        BackgroundSetParams,
        LocationStopParams,
        MessageListParams,
        MessageSendParams,
        ParticipantAddParams,
        ParticipantRemoveParams,
        PollCreateParams,
    )

__all__ = [
    "BackgroundSetParams",
    "GetChatLocationResponse",
    "LocationRequestResponse",
    "LocationStopParams",
    "MessageListParams",
    "MessageSendParams",
    "MessageSendResponse",
    "ParticipantAddParams",
    "ParticipantAddResponse",
    "ParticipantRemoveParams",
    "ParticipantRemoveResponse",
    "Poll",
    "PollCreateParams",
    "PollEnvelope",
    "SentMessage",
    "StopChatLocationSharingResponse",
]

_MODULES = {
    "BackgroundSetParams": (".._params.chats", "BackgroundSetParams"),
    "GetChatLocationResponse": (".._models.chats", "GetChatLocationResponse"),
    "LocationRequestResponse": (".._models.chats", "LocationRequestResponse"),
    "LocationStopParams": (".._params.chats", "LocationStopParams"),
    "MessageListParams": (".._params.chats", "MessageListParams"),
    "MessageSendParams": (".._params.chats", "MessageSendParams"),
    "MessageSendResponse": (".._models.shared", "MessageSendResponse"),
    "ParticipantAddParams": (".._params.chats", "ParticipantAddParams"),
    "ParticipantAddResponse": (".._models.shared", "OperationAccepted"),
    "ParticipantRemoveParams": (".._params.chats", "ParticipantRemoveParams"),
    "ParticipantRemoveResponse": (".._models.shared", "OperationAccepted"),
    "Poll": (".._models.shared", "Poll"),
    "PollCreateParams": (".._params.chats", "PollCreateParams"),
    "PollEnvelope": (".._models.shared", "PollEnvelope"),
    "SentMessage": (".._models.shared", "SentMessage"),
    "StopChatLocationSharingResponse": (".._models.chats", "LocationRequestResponse"),
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, there = _MODULES[name]
    value: Any = import_module(module, __name__)
    if there:
        value = getattr(value, there)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
