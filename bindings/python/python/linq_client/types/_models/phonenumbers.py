# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from ..._native import Model


class LegacyPhoneNumber(Model):
    """One of your lines, as the deprecated list tells it."""

    __slots__ = ()

    id: str
    """The line's identifier."""

    phone_number: str
    """Its number, E.164."""

    capabilities: PhoneNumberCapabilities | None
    """What it can do."""

    country_code: str | None
    """Deprecated by the API: always absent."""

    type: str | None
    """Deprecated by the API: always absent."""


class PhoneNumberCapabilities(Model):
    """What a line can do."""

    __slots__ = ()

    mms: bool
    """Send MMS."""

    sms: bool
    """Send SMS."""

    voice: bool
    """Make calls."""


class PhonenumberListResponse(Model):
    """Your lines, as the deprecated list tells them."""

    __slots__ = ()

    phone_numbers: list[LegacyPhoneNumber]
    """Every phone number assigned to you."""
