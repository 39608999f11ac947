# Written by `cargo xtask bindings`: change what it is written from.
"""Types that are part of many others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._models.shared import (
        ChatHandle,
        InlineStickerResponse,
        LinkPartResponse,
        MediaPartResponse,
        Reaction,
        ReactionType,
        ServiceType,
        TextDecoration,
        TextPartResponse,
    )

__all__ = [
    "ChatHandle",
    "InlineStickerResponse",
    "LinkPartResponse",
    "MediaPartResponse",
    "Reaction",
    "ReactionType",
    "ServiceType",
    "TextDecoration",
    "TextPartResponse",
]

_MODULES = {
    "ChatHandle": (".._models.shared", "ChatHandle"),
    "InlineStickerResponse": (".._models.shared", "InlineStickerResponse"),
    "LinkPartResponse": (".._models.shared", "LinkPartResponse"),
    "MediaPartResponse": (".._models.shared", "MediaPartResponse"),
    "Reaction": (".._models.shared", "Reaction"),
    "ReactionType": (".._models.shared", "ReactionType"),
    "ServiceType": (".._models.shared", "ServiceType"),
    "TextDecoration": (".._models.shared", "TextDecoration"),
    "TextPartResponse": (".._models.shared", "TextPartResponse"),
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
