# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model

UnavailableReason: TypeAlias = Literal["not_supported"] | str
"""Why a service does not reach somebody.

A value that this version does not know is a `str` like any other.

- `"not_supported"`: The check was made, and they do not have the service.
"""


class HandleCheckResponse(Model):
    """Whether somebody can be reached over a service."""

    __slots__ = ()

    address: str
    """The phone number or e-mail address that was checked."""

    available: bool
    """Whether the service reaches them."""

    reason: UnavailableReason | None
    """Why it does not."""

    selected_service: str | None
    """The service that would carry a message to them now, such as `SMS`; absent where that could not be found out."""
