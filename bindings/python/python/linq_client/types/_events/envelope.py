# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Any

from ..._native import Model


class WebhookEnvelope(Model):
    """What every webhook event has besides its type and its data."""

    __slots__ = ()

    event_id: str
    """The same on every delivery of this event: go by it to pass over repeats."""

    created_at: datetime | None
    """When the event came into being."""

    trace_id: str | None
    """Ties the event to the call that caused it."""

    partner_id: str | None
    """Your account with Linq."""

    api_version: str | None
    """The version of the API, such as `v3`."""

    webhook_version: str | None
    """The version of the payload, such as `2026-02-03`: what the subscription's URL asked for with `?version=`."""


class UnknownWebhookEvent(WebhookEnvelope):
    """An event of a type that this version does not know, or whose data it does not understand: all of it is kept.

    So `event_type` alone does not tell what an event has: `isinstance` or `match` by class does.
    """

    __slots__ = ()

    event_type: str
    """What it is about, which may be a type that has a class of its own: then its data is not what that says."""

    data: Any
    """What happened, as it came."""
