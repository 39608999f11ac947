# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Any, Literal

from ..._native import Model


class UnknownPart(Model):
    """A part of a type that this version does not know. Its fields can be read like those of any other."""

    __slots__ = ()

    type: Literal["unknown"]
    """What the API calls it, a `str` like any other. Type checkers are told of one value, since they pick the class of
    the other parts by `type` only if it is a literal in all of them.
    """

    def __getattr__(self, name: str) -> Any:
        # Fields are found before this is asked; type checkers learn here that there may be any.
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
