# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._native import Model


class UnknownPart(Model):
    """A part of a type that this version does not know. Its fields can be read like those of any other."""

    __slots__ = ()

    type: str
    """What kind of part it is."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...
