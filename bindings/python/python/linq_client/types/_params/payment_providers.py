# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class PaymentProviderConnectParams(TypedDict):
    """The keyword arguments of `client.payment_providers.connect`."""

    return_url: str
    """Where the administrator is sent afterwards."""
