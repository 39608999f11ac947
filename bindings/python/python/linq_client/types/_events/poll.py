# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import (
    PollEventData,
    PollFailedData,
    PollReceivedData,
    PollUpdatedData,
    PollVoteData,
    ReactionEventBase,
)
from .envelope import WebhookEnvelope


class PollReceivedWebhookEvent(WebhookEnvelope):
    """`poll.received`: A poll arrived."""

    __slots__ = ()

    event_type: Literal["poll.received"]
    """What it is about."""

    data: PollReceivedData
    """What happened."""


class PollFailedWebhookEvent(WebhookEnvelope):
    """`poll.failed`: A poll of yours could not be sent."""

    __slots__ = ()

    event_type: Literal["poll.failed"]
    """What it is about."""

    data: PollFailedData
    """What happened."""


class PollSentWebhookEvent(WebhookEnvelope):
    """`poll.sent`: A poll of yours was sent."""

    __slots__ = ()

    event_type: Literal["poll.sent"]
    """What it is about."""

    data: PollEventData
    """What happened."""


class PollDeliveredWebhookEvent(WebhookEnvelope):
    """`poll.delivered`: A poll of yours arrived."""

    __slots__ = ()

    event_type: Literal["poll.delivered"]
    """What it is about."""

    data: PollEventData
    """What happened."""


class PollReadWebhookEvent(WebhookEnvelope):
    """`poll.read`: A poll of yours was read."""

    __slots__ = ()

    event_type: Literal["poll.read"]
    """What it is about."""

    data: PollEventData
    """What happened."""


class PollUpdatedWebhookEvent(WebhookEnvelope):
    """`poll.updated`: Options were added to a poll."""

    __slots__ = ()

    event_type: Literal["poll.updated"]
    """What it is about."""

    data: PollUpdatedData
    """What happened."""


class PollVoteAddedWebhookEvent(WebhookEnvelope):
    """`poll.vote.added`: Somebody voted for an option."""

    __slots__ = ()

    event_type: Literal["poll.vote.added"]
    """What it is about."""

    data: PollVoteData
    """What happened."""


class PollVoteRemovedWebhookEvent(WebhookEnvelope):
    """`poll.vote.removed`: Somebody took a vote back."""

    __slots__ = ()

    event_type: Literal["poll.vote.removed"]
    """What it is about."""

    data: PollVoteData
    """What happened."""


class PollReactionAddedWebhookEvent(WebhookEnvelope):
    """`poll.reaction.added`: Somebody reacted to a poll."""

    __slots__ = ()

    event_type: Literal["poll.reaction.added"]
    """What it is about."""

    data: ReactionEventBase
    """What happened."""
