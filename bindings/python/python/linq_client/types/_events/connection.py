# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import PaymentEventData
from .envelope import WebhookEnvelope


class ConnectionCreatedWebhookEvent(WebhookEnvelope):
    """`connection.created`: A handle was connected to a payment provider."""

    __slots__ = ()

    event_type: Literal["connection.created"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""


class ConnectionRevokedWebhookEvent(WebhookEnvelope):
    """`connection.revoked`: A handle's connection to a payment provider was revoked."""

    __slots__ = ()

    event_type: Literal["connection.revoked"]
    """What it is about."""

    data: PaymentEventData
    """What happened."""
