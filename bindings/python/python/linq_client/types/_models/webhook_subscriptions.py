# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime

from ..._native import Model
from .shared import WebhookEventType


class WebhookSubscription(Model):
    """Where Linq delivers which webhooks."""

    __slots__ = ()

    id: str
    """Its identifier."""

    created_at: datetime
    """When it was made."""

    is_active: bool
    """Whether anything is delivered."""

    subscribed_events: list[WebhookEventType]
    """Which events are delivered."""

    target_url: str
    """Where they are delivered."""

    updated_at: datetime
    """When it was last changed."""

    phone_numbers: list[str] | None
    """The lines whose events are delivered; absent if all of them."""

    routing_id_header: str | None
    """The name of the header that carries the chat's id."""

    routing_key_header: str | None
    """The name of the header that carries the routing token; absent if delivery affinity is off."""


class WebhookSubscriptionCreateResponse(Model):
    """A subscription just made, with its secret."""

    __slots__ = ()

    id: str
    """Its identifier."""

    created_at: datetime
    """When it was made."""

    is_active: bool
    """Whether anything is delivered."""

    signing_secret: str
    """What the deliveries are signed with. No later reply holds it: keep it."""

    subscribed_events: list[WebhookEventType]
    """Which events are delivered."""

    target_url: str
    """Where they are delivered."""

    updated_at: datetime
    """When it was last changed."""

    phone_numbers: list[str] | None
    """The lines whose events are delivered; absent if all of them."""

    routing_id_header: str | None
    """The name of the header that carries the chat's id."""

    routing_key_header: str | None
    """The name of the header that carries the routing token; absent if delivery affinity is off."""


class WebhookSubscriptionListResponse(Model):
    """All subscriptions."""

    __slots__ = ()

    subscriptions: list[WebhookSubscription]
    """The subscriptions."""
