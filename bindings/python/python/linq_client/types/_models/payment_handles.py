# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model

PaymentConnectionStatus: TypeAlias = Literal["not_connected", "pending", "connected", "revoked"] | str
"""How far a customer's connection got.

A value that this version does not know is a `str` like any other.

- `"not_connected"`: There is none.
- `"pending"`: The customer has yet to consent.
- `"connected"`: The agent can pay for them.
- `"revoked"`: It was taken back.
"""


class PaymentHandleConnection(Model):
    """Whether a customer lets an agent pay for them."""

    __slots__ = ()

    connect_id: str | None
    """What the customer's code is verified with. Only the reply that starts the connection has it, and Linq does not
    keep it.
    """

    handle: str | None
    """The customer: a phone number (E.164) or an e-mail address."""

    status: PaymentConnectionStatus | None
    """How far the connection got."""
