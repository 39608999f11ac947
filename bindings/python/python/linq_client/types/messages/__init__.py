# Written by `cargo xtask bindings`: change what it is written from.
"""Types of `client.messages` and what is below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._params.messages import (PollAddOptionsParams, PollVoteParams)

__all__ = ["PollAddOptionsParams", "PollVoteParams"]

_MODULES = {
    "PollAddOptionsParams": (".._params.messages", "PollAddOptionsParams"),
    "PollVoteParams": (".._params.messages", "PollVoteParams"),
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
