# Written by `cargo xtask bindings`: change what it is written from.
"""`client.chats` and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        background as background,
        chats as chats,
        location as location,
        messages as messages,
        participants as participants,
        polls as polls,
        typing as typing,
    )
    from .background import (
        AsyncBackgroundResource,
        AsyncBackgroundResourceWithRawResponse,
        AsyncBackgroundResourceWithStreamingResponse,
        BackgroundResource,
        BackgroundResourceWithRawResponse,
        BackgroundResourceWithStreamingResponse,
    )
    from .chats import (
        AsyncChatsResource,
        AsyncChatsResourceWithRawResponse,
        AsyncChatsResourceWithStreamingResponse,
        ChatsResource,
        ChatsResourceWithRawResponse,
        ChatsResourceWithStreamingResponse,
    )
    from .location import (
        AsyncLocationResource,
        AsyncLocationResourceWithRawResponse,
        AsyncLocationResourceWithStreamingResponse,
        LocationResource,
        LocationResourceWithRawResponse,
        LocationResourceWithStreamingResponse,
    )
    from .messages import (
        AsyncMessagesResource,
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
        MessagesResource,
        MessagesResourceWithRawResponse,
        MessagesResourceWithStreamingResponse,
    )
    from .participants import (
        AsyncParticipantsResource,
        AsyncParticipantsResourceWithRawResponse,
        AsyncParticipantsResourceWithStreamingResponse,
        ParticipantsResource,
        ParticipantsResourceWithRawResponse,
        ParticipantsResourceWithStreamingResponse,
    )
    from .polls import (
        AsyncPollsResource,
        AsyncPollsResourceWithRawResponse,
        AsyncPollsResourceWithStreamingResponse,
        PollsResource,
        PollsResourceWithRawResponse,
        PollsResourceWithStreamingResponse,
    )
    from .typing import (
        AsyncTypingResource,
        AsyncTypingResourceWithRawResponse,
        AsyncTypingResourceWithStreamingResponse,
        TypingResource,
        TypingResourceWithRawResponse,
        TypingResourceWithStreamingResponse,
    )

__all__ = [
    "AsyncBackgroundResource",
    "AsyncBackgroundResourceWithRawResponse",
    "AsyncBackgroundResourceWithStreamingResponse",
    "AsyncChatsResource",
    "AsyncChatsResourceWithRawResponse",
    "AsyncChatsResourceWithStreamingResponse",
    "AsyncLocationResource",
    "AsyncLocationResourceWithRawResponse",
    "AsyncLocationResourceWithStreamingResponse",
    "AsyncMessagesResource",
    "AsyncMessagesResourceWithRawResponse",
    "AsyncMessagesResourceWithStreamingResponse",
    "AsyncParticipantsResource",
    "AsyncParticipantsResourceWithRawResponse",
    "AsyncParticipantsResourceWithStreamingResponse",
    "AsyncPollsResource",
    "AsyncPollsResourceWithRawResponse",
    "AsyncPollsResourceWithStreamingResponse",
    "AsyncTypingResource",
    "AsyncTypingResourceWithRawResponse",
    "AsyncTypingResourceWithStreamingResponse",
    "BackgroundResource",
    "BackgroundResourceWithRawResponse",
    "BackgroundResourceWithStreamingResponse",
    "ChatsResource",
    "ChatsResourceWithRawResponse",
    "ChatsResourceWithStreamingResponse",
    "LocationResource",
    "LocationResourceWithRawResponse",
    "LocationResourceWithStreamingResponse",
    "MessagesResource",
    "MessagesResourceWithRawResponse",
    "MessagesResourceWithStreamingResponse",
    "ParticipantsResource",
    "ParticipantsResourceWithRawResponse",
    "ParticipantsResourceWithStreamingResponse",
    "PollsResource",
    "PollsResourceWithRawResponse",
    "PollsResourceWithStreamingResponse",
    "TypingResource",
    "TypingResourceWithRawResponse",
    "TypingResourceWithStreamingResponse",
]

_MODULES = {
    "AsyncBackgroundResource": (".background", "AsyncBackgroundResource"),
    "AsyncBackgroundResourceWithRawResponse": (".background", "AsyncBackgroundResourceWithRawResponse"),
    "AsyncBackgroundResourceWithStreamingResponse": (".background", "AsyncBackgroundResourceWithStreamingResponse"),
    "AsyncChatsResource": (".chats", "AsyncChatsResource"),
    "AsyncChatsResourceWithRawResponse": (".chats", "AsyncChatsResourceWithRawResponse"),
    "AsyncChatsResourceWithStreamingResponse": (".chats", "AsyncChatsResourceWithStreamingResponse"),
    "AsyncLocationResource": (".location", "AsyncLocationResource"),
    "AsyncLocationResourceWithRawResponse": (".location", "AsyncLocationResourceWithRawResponse"),
    "AsyncLocationResourceWithStreamingResponse": (".location", "AsyncLocationResourceWithStreamingResponse"),
    "AsyncMessagesResource": (".messages", "AsyncMessagesResource"),
    "AsyncMessagesResourceWithRawResponse": (".messages", "AsyncMessagesResourceWithRawResponse"),
    "AsyncMessagesResourceWithStreamingResponse": (".messages", "AsyncMessagesResourceWithStreamingResponse"),
    "AsyncParticipantsResource": (".participants", "AsyncParticipantsResource"),
    "AsyncParticipantsResourceWithRawResponse": (".participants", "AsyncParticipantsResourceWithRawResponse"),
    "AsyncParticipantsResourceWithStreamingResponse": (
        ".participants",
        "AsyncParticipantsResourceWithStreamingResponse",
    ),
    "AsyncPollsResource": (".polls", "AsyncPollsResource"),
    "AsyncPollsResourceWithRawResponse": (".polls", "AsyncPollsResourceWithRawResponse"),
    "AsyncPollsResourceWithStreamingResponse": (".polls", "AsyncPollsResourceWithStreamingResponse"),
    "AsyncTypingResource": (".typing", "AsyncTypingResource"),
    "AsyncTypingResourceWithRawResponse": (".typing", "AsyncTypingResourceWithRawResponse"),
    "AsyncTypingResourceWithStreamingResponse": (".typing", "AsyncTypingResourceWithStreamingResponse"),
    "BackgroundResource": (".background", "BackgroundResource"),
    "BackgroundResourceWithRawResponse": (".background", "BackgroundResourceWithRawResponse"),
    "BackgroundResourceWithStreamingResponse": (".background", "BackgroundResourceWithStreamingResponse"),
    "ChatsResource": (".chats", "ChatsResource"),
    "ChatsResourceWithRawResponse": (".chats", "ChatsResourceWithRawResponse"),
    "ChatsResourceWithStreamingResponse": (".chats", "ChatsResourceWithStreamingResponse"),
    "LocationResource": (".location", "LocationResource"),
    "LocationResourceWithRawResponse": (".location", "LocationResourceWithRawResponse"),
    "LocationResourceWithStreamingResponse": (".location", "LocationResourceWithStreamingResponse"),
    "MessagesResource": (".messages", "MessagesResource"),
    "MessagesResourceWithRawResponse": (".messages", "MessagesResourceWithRawResponse"),
    "MessagesResourceWithStreamingResponse": (".messages", "MessagesResourceWithStreamingResponse"),
    "ParticipantsResource": (".participants", "ParticipantsResource"),
    "ParticipantsResourceWithRawResponse": (".participants", "ParticipantsResourceWithRawResponse"),
    "ParticipantsResourceWithStreamingResponse": (".participants", "ParticipantsResourceWithStreamingResponse"),
    "PollsResource": (".polls", "PollsResource"),
    "PollsResourceWithRawResponse": (".polls", "PollsResourceWithRawResponse"),
    "PollsResourceWithStreamingResponse": (".polls", "PollsResourceWithStreamingResponse"),
    "TypingResource": (".typing", "TypingResource"),
    "TypingResourceWithRawResponse": (".typing", "TypingResourceWithRawResponse"),
    "TypingResourceWithStreamingResponse": (".typing", "TypingResourceWithStreamingResponse"),
    "background": (".background", ""),
    "chats": (".chats", ""),
    "location": (".location", ""),
    "messages": (".messages", ""),
    "participants": (".participants", ""),
    "polls": (".polls", ""),
    "typing": (".typing", ""),
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
