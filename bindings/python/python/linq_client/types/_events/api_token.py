# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData
from .envelope import WebhookEnvelope


class APITokenCreatedWebhookEvent(WebhookEnvelope):
    """`api_token.created`: An API token was made."""

    __slots__ = ()

    event_type: Literal["api_token.created"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class APITokenRenamedWebhookEvent(WebhookEnvelope):
    """`api_token.renamed`: An API token was renamed."""

    __slots__ = ()

    event_type: Literal["api_token.renamed"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class APITokenExpiryScheduledWebhookEvent(WebhookEnvelope):
    """`api_token.expiry_scheduled`: An API token got an end date."""

    __slots__ = ()

    event_type: Literal["api_token.expiry_scheduled"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class APITokenExpiredWebhookEvent(WebhookEnvelope):
    """`api_token.expired`: An API token ran out."""

    __slots__ = ()

    event_type: Literal["api_token.expired"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class APITokenActivatedWebhookEvent(WebhookEnvelope):
    """`api_token.activated`: An API token was activated."""

    __slots__ = ()

    event_type: Literal["api_token.activated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class APITokenDeletedWebhookEvent(WebhookEnvelope):
    """`api_token.deleted`: An API token was deleted."""

    __slots__ = ()

    event_type: Literal["api_token.deleted"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
