# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypedDict

from .._models.payment_requests import PaymentRequestStatus
from .._models.shared import PaymentMode, PaymentRail


class DiscountParam(TypedDict, total=False):
    """A discount on a subscription: a coupon or a promotion code of your Stripe account, one of the two."""

    coupon: str
    """A coupon's identifier."""

    label: str
    """What it is called at checkout, with all of its terms; what Stripe calls it if absent."""

    promotion_code: str
    """A promotion code's identifier (`promo_…`), not the code that customers type."""


class PaymentRequestCreateParams(TypedDict, total=False):
    """The keyword arguments of `client.payment_requests.create`."""

    idempotency_key: str
    """What makes a repeated call harmless; made by the client if absent."""

    amount: int
    """How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not for a subscription.
    """

    currency: str
    """The currency of that, ISO 4217; only `usd` so far."""

    customer_id: str
    """A customer of your Stripe account (`cus_…`) to attach the request to."""

    description: str
    """What it is for, as shown at checkout."""

    discount: DiscountParam
    """A discount on a subscription."""

    from_: str
    """The line that the request is sent from; needed on the Natural rail."""

    metadata: Mapping[str, str]
    """Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys that start with `linq_`
    are taken.
    """

    mode: PaymentMode
    """Whether to pay once, which it is unless told otherwise, or to subscribe."""

    payer_handle: str
    """Who pays; needed on the Natural rail."""

    price_id: str
    """What is subscribed to: an active recurring price of your Stripe account (`price_…`)."""

    quantity: int
    """How many units of that price."""

    rail: PaymentRail
    """What carries the money; your Stripe account unless told otherwise."""

    trial_end: str | datetime
    """When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`."""

    trial_period_days: int
    """How many days a free trial lasts."""


class PaymentRequestListParams(TypedDict, total=False):
    """The keyword arguments of `client.payment_requests.list`."""

    limit: int
    """How many items a page holds: 1 to 100, 20 unless told otherwise."""

    offset: int
    """How many items to skip."""

    status: PaymentRequestStatus
    """Only requests that got this far."""
