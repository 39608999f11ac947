# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from typing import Literal

from .._models.events import (
    BackgroundUpdatedData,
    ChatChangeFailedData,
    ChatCreatedData,
    GroupIconUpdatedData,
    GroupNameUpdatedData,
    TypingIndicatorData,
)
from .envelope import WebhookEnvelope


class ChatCreatedWebhookEvent(WebhookEnvelope):
    """`chat.created`: A chat came into being."""

    __slots__ = ()

    event_type: Literal["chat.created"]
    """What it is about."""

    data: ChatCreatedData
    """What happened."""


class ChatGroupNameUpdatedWebhookEvent(WebhookEnvelope):
    """`chat.group_name_updated`: A group's name changed."""

    __slots__ = ()

    event_type: Literal["chat.group_name_updated"]
    """What it is about."""

    data: GroupNameUpdatedData
    """What happened."""


class ChatGroupIconUpdatedWebhookEvent(WebhookEnvelope):
    """`chat.group_icon_updated`: A group's icon changed."""

    __slots__ = ()

    event_type: Literal["chat.group_icon_updated"]
    """What it is about."""

    data: GroupIconUpdatedData
    """What happened."""


class ChatGroupNameUpdateFailedWebhookEvent(WebhookEnvelope):
    """`chat.group_name_update_failed`: A group's name could not be changed."""

    __slots__ = ()

    event_type: Literal["chat.group_name_update_failed"]
    """What it is about."""

    data: ChatChangeFailedData
    """What happened."""


class ChatGroupIconUpdateFailedWebhookEvent(WebhookEnvelope):
    """`chat.group_icon_update_failed`: A group's icon could not be changed."""

    __slots__ = ()

    event_type: Literal["chat.group_icon_update_failed"]
    """What it is about."""

    data: ChatChangeFailedData
    """What happened."""


class ChatBackgroundUpdatedWebhookEvent(WebhookEnvelope):
    """`chat.background_updated`: A chat's background changed."""

    __slots__ = ()

    event_type: Literal["chat.background_updated"]
    """What it is about."""

    data: BackgroundUpdatedData
    """What happened."""


class ChatBackgroundUpdateFailedWebhookEvent(WebhookEnvelope):
    """`chat.background_update_failed`: A chat's background could not be changed."""

    __slots__ = ()

    event_type: Literal["chat.background_update_failed"]
    """What it is about."""

    data: ChatChangeFailedData
    """What happened."""


class ChatTypingIndicatorStartedWebhookEvent(WebhookEnvelope):
    """`chat.typing_indicator.started`: Somebody is typing."""

    __slots__ = ()

    event_type: Literal["chat.typing_indicator.started"]
    """What it is about."""

    data: TypingIndicatorData
    """What happened."""


class ChatTypingIndicatorStoppedWebhookEvent(WebhookEnvelope):
    """`chat.typing_indicator.stopped`: Somebody stopped typing."""

    __slots__ = ()

    event_type: Literal["chat.typing_indicator.stopped"]
    """What it is about."""

    data: TypingIndicatorData
    """What happened."""
