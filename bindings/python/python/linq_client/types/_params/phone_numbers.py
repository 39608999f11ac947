# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class PhoneNumberUpdateParams(TypedDict):
    """The keyword arguments of `client.phone_numbers.update`."""

    forwarding_number: str | None
    """Where to; `None` or an empty text ends it."""


class PhoneNumberGetReputationAuditParams(TypedDict):
    """The keyword arguments of `client.phone_numbers.get_reputation_audit`."""

    phone_number: str
    """The line."""
