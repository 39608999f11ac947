# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData, PhoneNumberAssignmentData, PhoneNumberStatusUpdatedData
from .envelope import WebhookEnvelope


class PhoneNumberStatusUpdatedWebhookEvent(WebhookEnvelope):
    """`phone_number.status_updated`: A line's status changed."""

    __slots__ = ()

    event_type: Literal["phone_number.status_updated"]
    """What it is about."""

    data: PhoneNumberStatusUpdatedData
    """What happened."""


class PhoneNumberAssignedWebhookEvent(WebhookEnvelope):
    """`phone_number.assigned`: A line became yours."""

    __slots__ = ()

    event_type: Literal["phone_number.assigned"]
    """What it is about."""

    data: PhoneNumberAssignmentData
    """What happened."""


class PhoneNumberReleasedWebhookEvent(WebhookEnvelope):
    """`phone_number.released`: A line is no longer yours."""

    __slots__ = ()

    event_type: Literal["phone_number.released"]
    """What it is about."""

    data: PhoneNumberAssignmentData
    """What happened."""


class PhoneNumberForwardingUpdatedWebhookEvent(WebhookEnvelope):
    """`phone_number.forwarding_updated`: A line's call forwarding changed."""

    __slots__ = ()

    event_type: Literal["phone_number.forwarding_updated"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
