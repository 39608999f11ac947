# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData, ContactCardReceivedData
from .envelope import WebhookEnvelope


class ContactCardReceivedWebhookEvent(WebhookEnvelope):
    """`contact_card.received`: Somebody shared a contact card with a line of yours."""

    __slots__ = ()

    event_type: Literal["contact_card.received"]
    """What it is about."""

    data: ContactCardReceivedData
    """What happened."""


class ContactCardCreatedWebhookEvent(WebhookEnvelope):
    """`contact_card.created`: A line got a contact card."""

    __slots__ = ()

    event_type: Literal["contact_card.created"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class ContactCardUpdatedWebhookEvent(WebhookEnvelope):
    """`contact_card.updated`: A line's contact card changed."""

    __slots__ = ()

    event_type: Literal["contact_card.updated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class ContactCardDeletedWebhookEvent(WebhookEnvelope):
    """`contact_card.deleted`: A line lost its contact card."""

    __slots__ = ()

    event_type: Literal["contact_card.deleted"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
