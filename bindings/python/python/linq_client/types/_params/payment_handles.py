# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import TypedDict


class PaymentHandleVerifyParams(TypedDict):
    """The keyword arguments of `client.payment_handles.verify`."""

    code: str
    """The code that the customer got."""

    connect_id: str
    """From the reply to connecting."""
