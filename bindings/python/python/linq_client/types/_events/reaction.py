# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import ReactionEventBase
from .envelope import WebhookEnvelope


class ReactionAddedWebhookEvent(WebhookEnvelope):
    """`reaction.added`: Somebody reacted to a message."""

    __slots__ = ()

    event_type: Literal["reaction.added"]
    """What it is about."""

    data: ReactionEventBase
    """What happened."""


class ReactionRemovedWebhookEvent(WebhookEnvelope):
    """`reaction.removed`: Somebody took a reaction back."""

    __slots__ = ()

    event_type: Literal["reaction.removed"]
    """What it is about."""

    data: ReactionEventBase
    """What happened."""
