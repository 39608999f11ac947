# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import PaymentEventData
from .envelope import WebhookEnvelope


class PaymentSucceededWebhookEvent(WebhookEnvelope):
    """`payment.succeeded`: A payment went through."""

    __slots__ = ()

    event_type: Literal["payment.succeeded"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""


class PaymentCanceledWebhookEvent(WebhookEnvelope):
    """`payment.canceled`: A payment was called off."""

    __slots__ = ()

    event_type: Literal["payment.canceled"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""


class PaymentExpiredWebhookEvent(WebhookEnvelope):
    """`payment.expired`: A payment request ran out."""

    __slots__ = ()

    event_type: Literal["payment.expired"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""


class PaymentDeclinedWebhookEvent(WebhookEnvelope):
    """`payment.declined`: A payment was declined."""

    __slots__ = ()

    event_type: Literal["payment.declined"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""


class PaymentAuthorizedWebhookEvent(WebhookEnvelope):
    """`payment.authorized`: A payment was authorized."""

    __slots__ = ()

    event_type: Literal["payment.authorized"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""
