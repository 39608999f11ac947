# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData
from .envelope import WebhookEnvelope


class TeamMemberAddedWebhookEvent(WebhookEnvelope):
    """`team_member.added`: Somebody joined the team."""

    __slots__ = ()

    event_type: Literal["team_member.added"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class TeamMemberSignedInWebhookEvent(WebhookEnvelope):
    """`team_member.signed_in`: A team member signed in."""

    __slots__ = ()

    event_type: Literal["team_member.signed_in"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class TeamMemberSignedOutWebhookEvent(WebhookEnvelope):
    """`team_member.signed_out`: A team member signed out."""

    __slots__ = ()

    event_type: Literal["team_member.signed_out"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
