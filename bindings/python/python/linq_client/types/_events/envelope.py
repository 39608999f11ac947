# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

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
    """An event of a type that this version does not know, or whose data it does not understand: all of it is kept."""

    __slots__ = ()

    event_type: Literal["unknown"]
    """What it is about, a `str` like any other. Type checkers are told of one value, since they pick the class of the
    other events by `event_type` only if it is a literal in all of them.
    """

    data: Any
    """What happened, as it came."""
