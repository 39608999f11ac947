# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData
from .envelope import WebhookEnvelope


class WebhookSubscriptionCreatedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.created`: A webhook subscription was made."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.created"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionDeletedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.deleted`: A webhook subscription was deleted."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.deleted"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionTargetURLChangedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.target_url_changed`: A webhook subscription got another URL."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.target_url_changed"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionEnabledWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.enabled`: A webhook subscription was switched on."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.enabled"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionDisabledWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.disabled`: A webhook subscription was switched off."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.disabled"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionEventsUpdatedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.events.updated`: A webhook subscription listens for other events."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.events.updated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionPhoneNumbersUpdatedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.phone_numbers.updated`: A webhook subscription listens for other lines."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.phone_numbers.updated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionRoutingHeadersSetWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.routing_headers_set`: A webhook subscription got delivery affinity."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.routing_headers_set"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class WebhookSubscriptionRoutingHeadersClearedWebhookEvent(WebhookEnvelope):
    """`webhook_subscription.routing_headers_cleared`: A webhook subscription lost its delivery affinity."""

    __slots__ = ()

    event_type: Literal["webhook_subscription.routing_headers_cleared"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
