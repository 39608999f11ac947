# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import LocationSharingStartedData, LocationSharingStoppedData
from .envelope import WebhookEnvelope


class LocationSharingStartedWebhookEvent(WebhookEnvelope):
    """`location.sharing.started`: Somebody started to share their location."""

    __slots__ = ()

    event_type: Literal["location.sharing.started"]
    """What it is about."""

    data: LocationSharingStartedData
    """What happened."""


class LocationSharingStoppedWebhookEvent(WebhookEnvelope):
    """`location.sharing.stopped`: Somebody stopped sharing their location."""

    __slots__ = ()

    event_type: Literal["location.sharing.stopped"]
    """What it is about."""

    data: LocationSharingStoppedData
    """What happened."""
