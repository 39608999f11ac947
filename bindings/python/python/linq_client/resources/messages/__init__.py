# Written by `cargo xtask bindings`: change what it is written from.
"""`client.messages` and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (messages as messages, poll as poll)
    from .messages import (
        AsyncMessagesResource,
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
        MessagesResource,
        MessagesResourceWithRawResponse,
        MessagesResourceWithStreamingResponse,
    )
    from .poll import (
        AsyncPollResource,
        AsyncPollResourceWithRawResponse,
        AsyncPollResourceWithStreamingResponse,
        PollResource,
        PollResourceWithRawResponse,
        PollResourceWithStreamingResponse,
    )

__all__ = [
    "AsyncMessagesResource",
    "AsyncMessagesResourceWithRawResponse",
    "AsyncMessagesResourceWithStreamingResponse",
    "AsyncPollResource",
    "AsyncPollResourceWithRawResponse",
    "AsyncPollResourceWithStreamingResponse",
    "MessagesResource",
    "MessagesResourceWithRawResponse",
    "MessagesResourceWithStreamingResponse",
    "PollResource",
    "PollResourceWithRawResponse",
    "PollResourceWithStreamingResponse",
]

_MODULES = {
    "AsyncMessagesResource": (".messages", "AsyncMessagesResource"),
    "AsyncMessagesResourceWithRawResponse": (".messages", "AsyncMessagesResourceWithRawResponse"),
    "AsyncMessagesResourceWithStreamingResponse": (".messages", "AsyncMessagesResourceWithStreamingResponse"),
    "AsyncPollResource": (".poll", "AsyncPollResource"),
    "AsyncPollResourceWithRawResponse": (".poll", "AsyncPollResourceWithRawResponse"),
    "AsyncPollResourceWithStreamingResponse": (".poll", "AsyncPollResourceWithStreamingResponse"),
    "MessagesResource": (".messages", "MessagesResource"),
    "MessagesResourceWithRawResponse": (".messages", "MessagesResourceWithRawResponse"),
    "MessagesResourceWithStreamingResponse": (".messages", "MessagesResourceWithStreamingResponse"),
    "PollResource": (".poll", "PollResource"),
    "PollResourceWithRawResponse": (".poll", "PollResourceWithRawResponse"),
    "PollResourceWithStreamingResponse": (".poll", "PollResourceWithStreamingResponse"),
    "messages": (".messages", ""),
    "poll": (".poll", ""),
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
