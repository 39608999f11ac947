# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import AccountEventData
from .envelope import WebhookEnvelope


class EnvironmentLineMovedWebhookEvent(WebhookEnvelope):
    """`environment.line_moved`: A line moved to another environment."""

    __slots__ = ()

    event_type: Literal["environment.line_moved"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class EnvironmentCreatedWebhookEvent(WebhookEnvelope):
    """`environment.created`: An environment was made."""

    __slots__ = ()

    event_type: Literal["environment.created"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class EnvironmentRenamedWebhookEvent(WebhookEnvelope):
    """`environment.renamed`: An environment was renamed."""

    __slots__ = ()

    event_type: Literal["environment.renamed"]
    """What it is about."""

    data: AccountEventData
    """What happened."""


class EnvironmentDeletedWebhookEvent(WebhookEnvelope):
    """`environment.deleted`: An environment was deleted."""

    __slots__ = ()

    event_type: Literal["environment.deleted"]
    """What it is about."""

    data: AccountEventData
    """What happened."""
