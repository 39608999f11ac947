# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..._native import Model


class UnknownPart(Model):
    """A part of a type that this version does not know. Its fields can be read like those of any other."""

    __slots__ = ()

    type: Literal["unknown"]
    """What the API calls it, a `str` like any other. Type checkers are told of one value, since they pick the class of
    the other parts by `type` only if it is a literal in all of them.
    """

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
