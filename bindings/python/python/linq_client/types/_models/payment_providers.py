# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model

PaymentProviderStatus: TypeAlias = Literal["onboarding", "ready", "disabled"] | str
"""How far your account at a payment provider is.

A value that this version does not know is a `str` like any other.

- `"onboarding"`: It is being set up.
- `"ready"`: It can be used.
- `"disabled"`: It cannot be used.
"""


class PaymentProvider(Model):
    """Your account at a payment provider."""

    __slots__ = ()

    provider: str | None
    """The provider, such as `agentcard`."""

    status: PaymentProviderStatus | None
    """How far the account is."""


class PaymentProviderConnectResponse(Model):
    """Where an administrator connects your account with a payment provider."""

    __slots__ = ()

    hosted_url: str | None
    """Where to send them."""

    session_id: str | None
    """The session's identifier."""

    status: str | None
    """How far it is, in a word."""
