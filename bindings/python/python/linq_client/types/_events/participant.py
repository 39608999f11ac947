# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import ParticipantAddedData, ParticipantRemovedData
from .envelope import WebhookEnvelope


class ParticipantAddedWebhookEvent(WebhookEnvelope):
    """`participant.added`: Somebody joined a group."""

    __slots__ = ()

    event_type: Literal["participant.added"]
    """What it is about."""

    data: ParticipantAddedData
    """What happened."""


class ParticipantRemovedWebhookEvent(WebhookEnvelope):
    """`participant.removed`: Somebody left a group or was removed."""

    __slots__ = ()

    event_type: Literal["participant.removed"]
    """What it is about."""

    data: ParticipantRemovedData
    """What happened."""
