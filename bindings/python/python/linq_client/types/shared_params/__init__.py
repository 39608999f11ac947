# Written by `cargo xtask bindings`: change what it is written from.
"""Types that are part of many requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._models.shared import (ReactionType, ServiceType)
    from .._params.shared import TextDecorationParam as TextDecoration

__all__ = ["ReactionType", "ServiceType", "TextDecoration"]

_MODULES = {
    "ReactionType": (".._models.shared", "ReactionType"),
    "ServiceType": (".._models.shared", "ServiceType"),
    "TextDecoration": (".._params.shared", "TextDecorationParam"),
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
