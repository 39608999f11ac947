# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData
from .envelope import WebhookEnvelope


class ZeroDayRetentionUpdatedWebhookEvent(WebhookEnvelope):
    """`zero_day_retention.updated`: Zero-day retention was switched on or off."""

    __slots__ = ()

    event_type: Literal["zero_day_retention.updated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
