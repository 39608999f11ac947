# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class _CapabilityCheckIMessageParamsRequired(TypedDict):
    address: str
    """Whom to reach: a phone number or an e-mail address."""


class CapabilityCheckIMessageParams(_CapabilityCheckIMessageParamsRequired, total=False):
    """The keyword arguments of `client.capability.check_i_message`."""

    from_: str
    """The line to check from; any of yours unless told otherwise."""


class _CapabilityCheckRCSParamsRequired(TypedDict):
    address: str
    """Whom to reach: a phone number."""


class CapabilityCheckRCSParams(_CapabilityCheckRCSParamsRequired, total=False):
    """The keyword arguments of `client.capability.check_RCS`."""

    from_: str
    """The line to check from; any of yours unless told otherwise."""
