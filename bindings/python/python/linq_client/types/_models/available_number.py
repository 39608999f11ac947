# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from ..._native import Model


class AvailableNumberRetrieveResponse(Model):
    """The line that is best to send from now."""

    __slots__ = ()

    phone_number: str
    """The line's number, E.164."""

    vcf_url: str
    """A vCard with the line's number and, behind it, your other available ones, for recipients to save: an address that
    expires.
    """
