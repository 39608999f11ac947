# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict


class MerchantParam(TypedDict, total=False):
    """Who is to be paid: the card works there."""

    name: str
    """Their name."""

    url: str
    """Their website."""


class _PaymentCreateParamsRequired(TypedDict):
    amount_cents: int
    """How much, in the currency's smallest unit."""

    currency: str
    """The currency, ISO 4217."""

    handle: str
    """The customer: a phone number or an e-mail address."""


class PaymentCreateParams(_PaymentCreateParamsRequired, total=False):
    """The keyword arguments of `client.payments.create`."""

    idempotency_key: str
    """What makes a repeated call harmless, and what names the payment until it has an identifier; made by the client if
    absent.
    """

    description: str
    """What it is for."""

    merchant: MerchantParam
    """Who is paid."""

    metadata: Mapping[str, str]
    """Notes of your own, which come back in replies and events."""
