# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..._native import Model
from .shared import (
    PaymentInterval,
    PaymentMode,
    PaymentRail,
    PaymentRequestDiscount,
    PaymentRequestNatural,
    PaymentRequestStripe,
)

PaymentRequestStatus: TypeAlias = Literal[
    "requested",
    "authorized",
    "succeeded",
    "canceled",
    "expired",
    "declined",
] | str
"""How far a payment request got.

A value that this version does not know is a `str` like any other.

- `"requested"`: Not paid yet.
- `"authorized"`: Authorised, but not taken yet.
- `"succeeded"`: Paid; for a trial, the means of payment was given.
- `"canceled"`: Taken back.
- `"expired"`: Not paid in time.
- `"declined"`: Declined.
"""


class PaymentRequest(Model):
    """Money that you ask a recipient for."""

    __slots__ = ()

    id: str
    """The request's identifier."""

    amount: int
    """What they pay at checkout, in the currency's smallest unit; for a subscription the first invoice, discounts taken
    off, which may be 0.
    """

    checkout_url: str
    """Where they pay: send it as a `LinkPartParam`."""

    created_at: datetime
    """When the request was made."""

    currency: str
    """The currency, ISO 4217."""

    mode: PaymentMode
    """Whether they pay once or subscribe."""

    object: str
    """The kind of object, in a word."""

    status: PaymentRequestStatus
    """How far it got."""

    description: str | None
    """What it is for, as shown at checkout."""

    discount: PaymentRequestDiscount | None
    """The discount on a subscription."""

    expires_at: datetime | None
    """When it expires unless it is paid."""

    interval: PaymentInterval | None
    """The unit of a subscription's interval."""

    interval_count: int | None
    """How many of these units pass between two payments: 3 months is a quarter."""

    metadata: dict[str, str] | None
    """Notes of your own."""

    natural: PaymentRequestNatural | None
    """What it is called on the Natural rail."""

    paid_at: datetime | None
    """When it was paid; for a trial, when the means of payment was given."""

    price_id: str | None
    """The Stripe price that is subscribed to."""

    quantity: int | None
    """How many units of it."""

    rail: PaymentRail | None
    """What carries the money."""

    stripe: PaymentRequestStripe | None
    """What it is called in your Stripe account."""

    trial_end: datetime | None
    """When a trial ends and the first payment is taken."""

    updated_at: datetime | None
    """When the request last changed."""


class PaymentRequestListResponse(Model):
    """One page of your payment requests, the newest first."""

    __slots__ = ()

    data: list[PaymentRequest]
    """The requests."""

    has_more: bool
    """Whether more follow."""

    object: str
    """`list`."""

    skipped: int | None
    """How many items were left out since they lack their `id`. Not of the API: the offset of the next page counts them.
    """
