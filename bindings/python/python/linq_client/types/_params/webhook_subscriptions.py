# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from ..._options import SequenceNotStr
from .._models.shared import WebhookEventType


class _WebhookSubscriptionCreateParamsRequired(TypedDict):
    subscribed_events: Iterable[WebhookEventType]
    """Which events to deliver."""

    target_url: str
    """Where to deliver them: an `https` URL that answers 2xx within 10 seconds."""


class WebhookSubscriptionCreateParams(_WebhookSubscriptionCreateParamsRequired, total=False):
    """The keyword arguments of `client.webhook_subscriptions.create`."""

    phone_numbers: SequenceNotStr[str]
    """Only events of these lines; of all lines unless told otherwise."""

    routing_id_header: str
    """The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It has a meaning only
    together with `routing_key_header`.
    """

    routing_key_header: str
    """Turns delivery affinity on: the name of the header for a routing token, which your server hands out in its 2xx
    reply and every later delivery of the same chat brings along.
    """


class WebhookSubscriptionUpdateParams(TypedDict, total=False):
    """The keyword arguments of `client.webhook_subscriptions.update`."""

    is_active: bool
    """Whether to deliver at all."""

    phone_numbers: SequenceNotStr[str] | None
    """Only events of these lines; cleared, of all lines."""

    routing_id_header: str | None
    """The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It has a meaning only
    together with `routing_key_header`.
    """

    routing_key_header: str | None
    """Turns delivery affinity on: the name of the header for a routing token, which your server hands out in its 2xx
    reply and every later delivery of the same chat brings along.
    """

    subscribed_events: Iterable[WebhookEventType]
    """Which events to deliver, instead of those so far."""

    target_url: str
    """Where to deliver them."""
