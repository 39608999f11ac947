# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal, TypeAlias

from ..._native import Model

PaymentStatus: TypeAlias = Literal[
    "needs_connection",
    "connecting",
    "awaiting_user_action",
    "ready",
    "authorized",
    "succeeded",
    "declined",
    "canceled",
    "expired",
] | str
"""How far a payment got.

A value that this version does not know is a `str` like any other.

- `"needs_connection"`: The customer has to be connected first: see `client.payment_handles`.
- `"connecting"`: The customer is being connected.
- `"awaiting_user_action"`: The customer has to add a card or approve the charge.
- `"ready"`: The card is there to be used.
- `"authorized"`: The merchant has authorised the charge.
- `"succeeded"`: It was paid.
- `"declined"`: It was declined.
- `"canceled"`: It was cancelled.
- `"expired"`: It was not used in time.
"""


class Payment(Model):
    """A payment that an agent makes for a customer, with a virtual card."""

    __slots__ = ()

    id: str | None
    """The payment's identifier; absent until a card was made."""

    amount_cents: int | None
    """The amount, in the currency's smallest unit."""

    approval_url: str | None
    """Where the customer approves the charge with their passkey. Once they have, send the same request again with the
    same idempotency key.
    """

    attach_url: str | None
    """Where the customer adds a card, if they have none; good for about 48 hours."""

    currency: str | None
    """The currency, ISO 4217."""

    description: str | None
    """What it is for."""

    handle: str | None
    """The customer: a phone number (E.164) or an e-mail address."""

    merchant: PaymentMerchant | None
    """Who is paid."""

    metadata: dict[str, str] | None
    """Notes of your own."""

    status: PaymentStatus | None
    """How far it got."""


class PaymentCredentialsHandoff(Model):
    """Where to fetch the details of a card, with what. They come from the provider and never pass through Linq; they
    are not to be stored.
    """

    __slots__ = ()

    card_ref: str | None
    """The provider's name for the card."""

    fetch_url: str | None
    """Where to fetch the details."""

    provider: str | None
    """Who provides the card."""

    user_token: str | None
    """The bearer token to fetch them with; short-lived."""


class PaymentCredentialsResponse(Model):
    """What leads to the details of a payment's card."""

    __slots__ = ()

    handoff: PaymentCredentialsHandoff | None
    """Where to fetch them, with what."""


class PaymentMerchant(Model):
    """Who is paid."""

    __slots__ = ()

    name: str | None
    """Their name."""

    url: str | None
    """Their website."""
